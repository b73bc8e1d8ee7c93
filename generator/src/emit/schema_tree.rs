use std::fmt::Write;

use crate::config::MARK;
use crate::plan::{SchemaNode, SchemaReference, Schemas};

/// The description with nothing left of it but its schemas and references, as JSON behind a line that says what it is:
///
/// ```text
/// {
/// "api.yaml":{
/// "components":{
/// "schemas":{"Owner":"types::Owner","Pet":["types::Pet",{"properties":{"owner":"#/components/schemas/Owner"}}]}}}
/// }
/// ```
///
/// One value a file. A schema is the name of its type, a reference what it names, and what holds others is an object
/// of them; whatever is more than one of these is an array. Names are in order and lines where they make the text
/// easy to compare with an earlier one.
pub(super) fn schema_tree(notice: &str, schemas: &Schemas, names: &[String]) -> String {
    let mut tree = Tree {
        text: format!("// {MARK} {notice}.\n{{"),
        names,
    };
    for (index, document) in schemas.documents.iter().enumerate() {
        tree.comma(index);
        tree.text.push('\n');
        tree.string(&path(&document.path));
        tree.text.push(':');
        tree.node(&document.root, 0);
    }
    tree.text.push_str("\n}\n");
    tree.text
}

struct Tree<'a> {
    text: String,
    names: &'a [String],
}

/// How many steps from the top each node has a line: as many as to an operation and to a component.
const LINES: usize = 3;

impl Tree<'_> {
    fn node(&mut self, node: &SchemaNode, depth: usize) {
        let name = node.codec.and_then(|codec| self.names.get(codec)).cloned();
        let reference = node.reference.as_ref().map(reference);
        let said: Vec<String> = name.into_iter().chain(reference).collect();
        match (said.as_slice(), node.parts.is_empty()) {
            ([], _) => self.parts(node, depth),
            ([only], true) => self.string(only),
            (several, is_leaf) => {
                self.text.push('[');
                for (index, said) in several.iter().enumerate() {
                    self.comma(index);
                    self.string(said);
                }
                if !is_leaf {
                    self.text.push(',');
                    self.parts(node, depth);
                }
                self.text.push(']');
            }
        }
    }

    fn parts(&mut self, node: &SchemaNode, depth: usize) {
        self.text.push('{');
        for (index, (name, part)) in node.parts.iter().enumerate() {
            self.comma(index);
            if depth < LINES {
                self.text.push('\n');
            }
            self.string(name);
            self.text.push(':');
            self.node(part, depth + 1);
        }
        self.text.push('}');
    }

    fn comma(&mut self, index: usize) {
        if index > 0 {
            self.text.push(',');
        }
    }

    fn string(&mut self, text: &str) {
        let _ = write!(self.text, "{}", serde_json::Value::from(text));
    }
}

fn reference(reference: &SchemaReference) -> String {
    match &reference.document {
        Some(document) => format!("{}#{}", path(document), reference.pointer),
        None => format!("#{}", reference.pointer),
    }
}

/// A path in which no `#` is mistaken for the beginning of a pointer.
fn path(path: &str) -> String {
    path.replace('#', "%23")
}
