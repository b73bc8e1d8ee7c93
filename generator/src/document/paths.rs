use openapiv3::{PathItem, Paths, ReferenceOr};

use crate::diagnostic::Code;
use crate::source::Pointer;
use crate::terms::Method;

use super::keyword;
use super::kind::Kind;
use super::node::Node;
use super::operation::slot;
use super::reader::Reader;
use super::unite::United;

/// Paths (OAS 3.1 §4.8.8). A path item that is a reference is read in its place: only schemas need an identity.
impl<'s> Reader<'s, '_> {
    pub(super) fn paths(&mut self, united: &United<'s>) -> Paths {
        let mut paths = Paths::default();
        for (path, nodes) in &united.paths {
            let pointer = Pointer::root().child("paths").child(path);
            let item = self.path_item(&pointer, nodes);
            paths.paths.insert(path.clone(), ReferenceOr::Item(item));
        }
        paths
    }

    /// One path item, of everything that describes the path.
    fn path_item(&mut self, pointer: &Pointer, nodes: &[Node<'s>]) -> PathItem {
        let home = nodes.first().map(|node| node.place.file);
        let nodes = self.expand(nodes);
        let mut item = PathItem::default();
        let (Some(first), Some(home)) = (nodes.first(), home) else {
            return item;
        };
        self.begin(pointer.clone(), &first.place);
        if self.bundle.is_swagger() {
            let home = Node::root(self.sources, home);
            return self.swagger_path_item(pointer, &nodes, &home);
        }
        for node in &nodes {
            self.check_keywords(node, &keyword::PATH_ITEM);
            item.summary = item.summary.or_else(|| self.text(node, "summary"));
            item.description = item.description.or_else(|| self.text(node, "description"));
        }
        let path = pointer.last().unwrap_or_default();
        if let Some(node) = self.one_of(&nodes, "servers", &format!("the servers of `{path}`")) {
            self.begin(pointer.child("servers"), &node.place.child("servers"));
            item.servers = self.servers(&node);
        }
        for element in self.shared_parameters(&nodes) {
            let united = pointer.child("parameters").index(item.parameters.len());
            self.begin(united, &element.place);
            item.parameters
                .extend(self.parameter_or_reference(&element));
        }
        for method in Method::ALL {
            let Some(slot) = slot(&mut item, *method) else {
                continue;
            };
            let what = format!("`{method} {path}`");
            let key = self.spelled(&nodes, *method);
            let Some(node) = self.one_of(&nodes, key, &what) else {
                continue;
            };
            let Some(node) = self.object(&node, key) else {
                continue;
            };
            self.begin(pointer.child(method.field()), &node.place);
            *slot = Some(self.operation(&node));
        }
        item
    }

    /// The key of a method, which some write in capital letters.
    pub(super) fn spelled(&mut self, nodes: &[Node<'s>], method: Method) -> &'s str {
        let field = method.field();
        let mut spelled = nodes.iter().any(|node| node.has(field)).then_some(field);
        let others = nodes.iter().flat_map(Node::members);
        for (key, member) in
            others.filter(|(key, _)| *key != field && key.eq_ignore_ascii_case(field))
        {
            let message = format!("`{key}` is no keyword of a path item");
            let taken = match spelled {
                Some(first) => format!("ignored, since there is `{first}` too"),
                None => format!("taken as `{field}`"),
            };
            self.say(Code::UnknownKeyword, &member.place, message, taken);
            spelled = spelled.or(Some(key));
        }
        spelled.unwrap_or(field)
    }

    /// The path items themselves; next to a reference, what it names.
    fn expand(&mut self, nodes: &[Node<'s>]) -> Vec<Node<'s>> {
        let mut expanded = Vec::new();
        for node in nodes {
            if !self.is_object("path item", node) {
                continue;
            }
            if node
                .object()
                .is_some_and(|members| members.keys().any(|key| key != "$ref"))
            {
                expanded.push(node.clone());
            }
            if node.has("$ref") {
                expanded.extend(self.follow(Kind::PathItem, node));
            }
        }
        expanded
    }

    /// The parameters of every operation of the path. Two files may both declare one, in the same words.
    pub(super) fn shared_parameters(&mut self, nodes: &[Node<'s>]) -> Vec<Node<'s>> {
        let mut seen: Vec<Node<'s>> = Vec::new();
        for node in nodes {
            for element in self.list(node, "parameters") {
                let own = self.end(&element);
                let same = |other: &&Node<'s>| {
                    let other = self.end(other);
                    other.place.file != own.place.file
                        && other.peek("name") == own.peek("name")
                        && other.peek("in") == own.peek("in")
                };
                if let Some(first) = seen.iter().find(same).cloned() {
                    let what = format!("the parameter `{}`", own.peek("name").unwrap_or_default());
                    self.agree(&what, &first, &element);
                    continue;
                }
                seen.push(element);
            }
        }
        seen
    }
}
