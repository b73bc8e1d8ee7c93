use openapiv3::PathItem;

use super::inputs::Around;
use super::keyword;
use crate::document::node::Node;
use crate::document::operation::slot;
use crate::document::reader::Reader;
use crate::source::Pointer;
use crate::terms::Method;

impl<'s> Reader<'s, '_> {
    /// One path item (Swagger 2.0 §4.3.4), of everything that describes the path; `home` is the document that has the
    /// path.
    pub(in crate::document) fn swagger_path_item(
        &mut self,
        pointer: &Pointer,
        nodes: &[Node<'s>],
        home: &Node<'s>,
    ) -> PathItem {
        let mut item = PathItem::default();
        for node in nodes {
            self.check_swagger_keywords(node, &keyword::PATH_ITEM);
            item.summary = item.summary.or_else(|| self.text(node, "summary"));
            item.description = item.description.or_else(|| self.text(node, "description"));
        }
        let path = pointer.last().unwrap_or_default();
        if let Some(node) = self.one_of(nodes, "servers", &format!("the servers of `{path}`")) {
            item.servers = self.within(pointer.child("servers"), &node.place, |reader| {
                reader.servers(&node)
            });
        }
        let elements = self.shared_parameters(nodes);
        let shared = self.inputs(&elements, &path);
        item.parameters = self.input_parameters(pointer, &shared, &path);
        for method in Method::ALL {
            let Some(slot) = slot(&mut item, method) else {
                continue;
            };
            let what = format!("`{method} {path}`");
            let key = self.spelled(nodes, method);
            let Some(node) = self.one_of(nodes, key, &what) else {
                continue;
            };
            let Some(node) = self.object(&node, key) else {
                continue;
            };
            let around = Around {
                path: &path,
                shared: &shared,
                home: self.home_of(&node, home),
            };
            *slot = Some(self.swagger_operation(&pointer.child(method.field()), &node, &around));
        }
        item
    }

    /// The document whose `consumes`, `produces`, `host` and the like hold for an operation: the one that it stands in,
    /// else the one that has its path.
    fn home_of(&self, operation: &Node<'s>, home: &Node<'s>) -> Node<'s> {
        let own = Node::root(self.sources, operation.place.file);
        if own.has("swagger") {
            own
        } else {
            home.clone()
        }
    }
}
