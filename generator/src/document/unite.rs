use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic};

use super::bundle::Entry;
use super::kind::Kind;
use super::node::Node;
use super::reader::Reader;
use super::reference::{bare_reference, step};
use super::swagger;

/// The members of an object, by name.
type Members<'s> = Vec<(&'s str, Node<'s>)>;

/// The documents of a folder as one: where each of its parts is written.
///
/// What one document says holds for the whole API. The same thing said twice in the same words is fine; said in other
/// words, it is a contradiction.
#[derive(Debug)]
pub(super) struct United<'s> {
    /// The documents, in order; the first speaks for the API where only one can.
    pub(super) documents: Vec<Node<'s>>,
    pub(super) components: BTreeMap<Kind, IndexMap<String, Node<'s>>>,
    /// Each path with the path items that describe it.
    pub(super) paths: IndexMap<String, Vec<Node<'s>>>,
    /// Each webhook with the path items that describe it.
    pub(super) webhooks: IndexMap<String, Vec<Node<'s>>>,
    pub(super) tags: IndexMap<String, Node<'s>>,
}

impl<'s> Reader<'s, '_> {
    /// Unites the documents, and says which of their parts are components.
    pub(super) fn unite(&mut self) -> United<'s> {
        let files = self.library.documents.clone();
        let documents: Vec<Node<'s>> = files
            .into_iter()
            .map(|file| Node::root(self.sources, file))
            .collect();
        let components = self.unite_components(&documents);
        let components = self.declare_components(components);
        let paths = self.unite_paths(&documents);
        let webhooks = self.unite_webhooks(&documents);
        let tags = self.unite_tags(&documents);
        self.compare_info(&documents);
        United {
            documents,
            components,
            paths,
            webhooks,
            tags,
        }
    }

    /// The document that says `name`; others that say it must agree.
    pub(super) fn one_of(
        &mut self,
        documents: &[Node<'s>],
        name: &str,
        what: &str,
    ) -> Option<Node<'s>> {
        let mut saying = documents.iter().filter(|document| document.has(name));
        let first = saying.next()?.clone();
        for other in saying {
            if let (Some(first), Some(second)) = (first.field(name), other.field(name)) {
                self.agree(what, &first, &second);
            }
        }
        Some(first)
    }

    /// Whether two nodes say the same, in the same words or by referring to the same thing; if not, that is an error.
    pub(super) fn agree(&mut self, what: &str, first: &Node<'s>, second: &Node<'s>) -> bool {
        let (first_end, second_end) = (self.end(first), self.end(second));
        if first.place == second.place
            || first_end.place == second_end.place
            || first_end.value == second_end.value
        {
            return true;
        }
        let message = format!("two files describe {what} differently");
        let diagnostic = Diagnostic::new(Code::Contradiction, second.place.clone(), message);
        let diagnostic = diagnostic
            .label("said again in other words")
            .related(first.place.clone(), "said here first");
        self.cx
            .report(diagnostic.help("say it once, in a shared file, and refer to it"));
        false
    }

    /// Where a chain of references that are nothing else ends, as far as it can be followed.
    pub(super) fn end(&self, node: &Node<'s>) -> Node<'s> {
        let mut end = node.clone();
        for _ in 0..64 {
            let Some(reference) = bare_reference(&end) else {
                return end;
            };
            match step(self.sources, &self.library, &end, reference) {
                Ok(next) => end = next,
                Err(_) => return end,
            }
        }
        node.clone()
    }

    fn unite_components(
        &mut self,
        documents: &[Node<'s>],
    ) -> BTreeMap<Kind, IndexMap<String, Node<'s>>> {
        let mut united: BTreeMap<Kind, IndexMap<String, Node<'s>>> = BTreeMap::new();
        for document in documents {
            for (kind, members) in self.component_lists(document) {
                let list = united.entry(kind).or_default();
                for (name, node) in members {
                    match list.get(name) {
                        Some(first) => {
                            _ = self.agree(
                                &format!("the component `{name}`"),
                                &first.clone(),
                                &node,
                            )
                        }
                        None => _ = list.insert(name.to_owned(), node),
                    }
                }
            }
        }
        united
    }

    /// The lists of components of one document.
    fn component_lists(&mut self, document: &Node<'s>) -> Vec<(Kind, Members<'s>)> {
        if self.is_swagger(&document.place) {
            let lists = swagger::lists::ALL.iter();
            return lists
                .map(|(kind, field)| (*kind, self.list_of(*kind, document, field)))
                .collect();
        }
        let Some(components) = self.object(document, "components") else {
            return Vec::new();
        };
        self.check_keywords(&components, &super::keyword::COMPONENTS);
        let kinds = Kind::ALL.iter();
        kinds
            .map(|kind| (*kind, self.list_of(*kind, &components, kind.field())))
            .collect()
    }

    /// The members of an object that some write in a file of its own: `schemas: {$ref: ./schemas.yaml}`.
    fn list_of(&mut self, kind: Kind, holder: &Node<'s>, name: &str) -> Members<'s> {
        let Some(node) = self.object(holder, name) else {
            return Vec::new();
        };
        if node.peek("$ref").is_none() {
            return node.members();
        }
        let mut members = self
            .follow(kind, &node)
            .map(|list| list.members())
            .unwrap_or_default();
        members.extend(
            node.members()
                .into_iter()
                .filter(|(name, _)| *name != "$ref"),
        );
        members
    }

    /// Names the components. One that only refers to something that is no component itself is that thing, under its name.
    fn declare_components(
        &mut self,
        mut components: BTreeMap<Kind, IndexMap<String, Node<'s>>>,
    ) -> BTreeMap<Kind, IndexMap<String, Node<'s>>> {
        for (kind, list) in &components {
            for name in list.keys() {
                self.bundle.declare(*kind, name);
            }
        }
        for (kind, list) in &mut components {
            for (name, node) in list {
                let end = self.end(node);
                let is_it = match self.bundle.entry(*kind, &end.place) {
                    Entry::Named(other) => other == *name && bare_reference(&end).is_none(),
                    Entry::OtherKind(_) => false,
                    Entry::New => {
                        bare_reference(&end).is_none()
                            && self.bundle.name_place(*kind, &end.place, name)
                    }
                };
                if is_it {
                    *node = end;
                }
            }
        }
        components
    }

    fn unite_paths(&mut self, documents: &[Node<'s>]) -> IndexMap<String, Vec<Node<'s>>> {
        let mut united: IndexMap<String, Vec<Node<'s>>> = IndexMap::new();
        for document in documents {
            for (path, node) in self.list_of(Kind::PathItem, document, "paths") {
                if path.starts_with("x-") {
                    continue;
                }
                if !path.starts_with('/') {
                    let message = format!("the path `{path}` does not begin with `/`");
                    self.say(
                        Code::OddPath,
                        &node.place,
                        message,
                        format!("taken as `/{path}`"),
                    );
                }
                if path.contains('#') {
                    let message = format!("the path `{path}` has a fragment");
                    let label = "the fragment tells operations apart and is not sent";
                    self.say(Code::OddPath, &node.place, message, label);
                }
                if path.split('#').next().is_some_and(has_query) {
                    let message = format!("the path `{path}` has a query");
                    let label = "what follows the `?` is sent as query";
                    self.say(Code::OddPath, &node.place, message, label);
                }
                let path = unique_path(&united, path, &node);
                united.entry(path).or_default().push(node);
            }
        }
        united
    }

    fn unite_webhooks(&mut self, documents: &[Node<'s>]) -> IndexMap<String, Vec<Node<'s>>> {
        let mut united: IndexMap<String, Vec<Node<'s>>> = IndexMap::new();
        for document in documents {
            for (name, node) in self.list_of(Kind::PathItem, document, "webhooks") {
                if !name.starts_with("x-") {
                    united.entry(name.to_owned()).or_default().push(node);
                }
            }
        }
        united
    }

    /// Tags by name. One that says more than another does not contradict it.
    fn unite_tags(&mut self, documents: &[Node<'s>]) -> IndexMap<String, Node<'s>> {
        let mut united: IndexMap<String, Node<'s>> = IndexMap::new();
        for document in documents {
            for node in self.list(document, "tags") {
                let Some(name) = node.peek("name").or(node.value.as_str()) else {
                    self.tag(&node);
                    continue;
                };
                let Some(first) = united.get(name).cloned() else {
                    united.insert(name.to_owned(), node);
                    continue;
                };
                if first.place.file == node.place.file {
                    let message = format!("the tag `{name}` is described twice");
                    let diagnostic = Diagnostic::new(Code::DuplicateTag, node.place, message);
                    let diagnostic = diagnostic.label("passed over");
                    self.cx
                        .report(diagnostic.related(first.place, "described here first"));
                    continue;
                }
                for (keyword, second) in node.members() {
                    if let Some(first) = first.field(keyword) {
                        self.agree(&format!("the tag `{name}`"), &first, &second);
                    }
                }
                if node.members().len() > first.members().len() {
                    united.insert(name.to_owned(), node);
                }
            }
        }
        united
    }

    /// Says which title and version hold, where the documents of a folder differ in them.
    fn compare_info(&mut self, documents: &[Node<'s>]) {
        let [first, others @ ..] = documents else {
            return;
        };
        let Some(info) = first.field("info") else {
            return;
        };
        for (other, keyword) in others
            .iter()
            .flat_map(|other| [(other, "title"), (other, "version")])
        {
            let other = other.field("info").and_then(|info| info.field(keyword));
            if let (Some(first), Some(second)) = (info.field(keyword), other)
                && first.value != second.value
            {
                let message = format!("the files of the folder give the API another `{keyword}`");
                let diagnostic = Diagnostic::new(Code::DifferentInfo, second.place, message);
                self.cx.report(
                    diagnostic
                        .label("passed over")
                        .related(first.place, "that of the first file is taken"),
                );
            }
        }
    }
}

/// Whether a `?` stands in a path, and not in the braces of a variable.
fn has_query(path: &str) -> bool {
    let outside = path
        .split('{')
        .flat_map(|piece| match piece.split_once('}') {
            Some((_, outside)) => outside.chars(),
            None => piece.chars(),
        });
    outside.into_iter().any(|character| character == '?')
}

/// The path with its slash. One that this makes the same as another of its file is told apart by a fragment, which is
/// not sent.
fn unique_path(united: &IndexMap<String, Vec<Node<'_>>>, path: &str, node: &Node<'_>) -> String {
    let slashed = format!("/{}", path.strip_prefix('/').unwrap_or(path));
    let is_taken = |path: &str| {
        let nodes = united.get(path).into_iter().flatten();
        nodes
            .map(|node| node.place.file)
            .any(|file| file == node.place.file)
    };
    let numbered = (2_usize..).map(|number| format!("{slashed}#{number}"));
    let mut candidates = std::iter::once(slashed.clone()).chain(numbered);
    candidates
        .find(|candidate| !is_taken(candidate))
        .unwrap_or_default()
}
