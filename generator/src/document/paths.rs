use openapiv3::{PathItem, Paths, ReferenceOr};

use crate::diagnostic::Code;
use crate::source::Pointer;
use crate::terms::Method;

use super::further::Operations;
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
            let (item, further) = self.path_item(&pointer, nodes);
            if !further.is_empty() {
                self.further.operations.insert(path.clone(), further);
            }
            paths.paths.insert(path.clone(), ReferenceOr::Item(item));
        }
        paths
    }

    /// One path item, of everything that describes the path.
    pub(super) fn path_item(
        &mut self,
        pointer: &Pointer,
        nodes: &[Node<'s>],
    ) -> (PathItem, Operations) {
        let home = nodes.first().map(|node| node.place.file);
        let nodes = self.expand(nodes);
        let mut item = PathItem::default();
        let (Some(first), Some(home)) = (nodes.first(), home) else {
            return (item, Operations::new());
        };
        self.begin(pointer.clone(), &first.place);
        if self.bundle.is_swagger() {
            let home = Node::root(self.sources, home);
            let item = self.swagger_path_item(pointer, &nodes, &home);
            return (item, Operations::new());
        }
        for node in &nodes {
            self.check_keywords(node, &keyword::PATH_ITEM);
            item.summary = item.summary.or_else(|| self.text(node, "summary"));
            item.description = item.description.or_else(|| self.text(node, "description"));
        }
        let path = pointer.last().unwrap_or_default();
        let mut further = Operations::new();
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
            let what = format!("`{method} {path}`");
            let key = self.spelled(&nodes, method);
            let Some(node) = self.one_of(&nodes, key, &what) else {
                continue;
            };
            let Some(node) = self.object(&node, key) else {
                continue;
            };
            self.begin(pointer.child(method.field()), &node.place);
            let operation = self.operation(&node);
            match slot(&mut item, method) {
                Some(slot) => *slot = Some(operation),
                None => further.push((method.clone(), operation)),
            }
        }
        self.additional_operations(pointer, &nodes, &mut item, &mut further);
        (item, further)
    }

    /// Operations under the names of their methods (OAS 3.2 §4.9).
    fn additional_operations(
        &mut self,
        pointer: &Pointer,
        nodes: &[Node<'s>],
        item: &mut PathItem,
        further: &mut Operations,
    ) {
        let field = "additionalOperations";
        let holders: Vec<Node<'s>> = nodes
            .iter()
            .filter_map(|node| self.object(node, field))
            .collect();
        let path = pointer.last().unwrap_or_default();
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in holders.iter().flat_map(Node::members) {
            if !names.contains(&name) && !name.starts_with("x-") {
                names.push(name);
            }
        }
        for name in names {
            let Some(node) = self.one_of(&holders, name, &format!("`{name} {path}`")) else {
                continue;
            };
            let Some(node) = self.object(&node, name) else {
                continue;
            };
            let Some(method) = self.additional_method(name, &node) else {
                continue;
            };
            let united = method
                .fields()
                .into_iter()
                .fold(pointer.clone(), |at, field| at.child(field));
            self.begin(united, &node.place);
            let operation = self.operation(&node);
            match slot(item, &method) {
                Some(slot @ None) => *slot = Some(operation),
                None if further.iter().all(|(known, _)| *known != method) => {
                    further.push((method, operation));
                }
                Some(_) | None => {
                    let message =
                        format!("`{path}` has an operation of the method `{method}` already");
                    self.say(Code::InvalidValue, &node.place, message, "left out");
                }
            }
        }
    }

    /// The method that a key of `additionalOperations` names. One that has a field of its own belongs there.
    fn additional_method(&mut self, name: &str, node: &Node<'s>) -> Option<Method> {
        let of_field = Method::ALL
            .iter()
            .find(|method| method.as_str().eq_ignore_ascii_case(name));
        if let Some(method) = of_field {
            let message =
                format!("operations of the method `{method}` stand under a field of their own");
            let taken = format!("taken as if it stood under `{}`", method.field());
            self.say(Code::InvalidValue, &node.place, message, taken);
            return Some(method.clone());
        }
        let method = Method::of(name);
        if method.is_none() {
            let message =
                format!("`{name}` is no request method: it is no token (RFC 9110 §5.6.2)");
            self.say(
                Code::InvalidValue,
                &node.place,
                message,
                "the operation is left out",
            );
        }
        method
    }

    /// The key of a method, which some write in capital letters.
    pub(super) fn spelled<'m>(&mut self, nodes: &[Node<'s>], method: &'m Method) -> &'m str
    where
        's: 'm,
    {
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
