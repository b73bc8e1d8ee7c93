use serde_json::Value;

use super::{Document, Site};

/// A schema with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// Its name.
    pub name: String,
    /// The file in which it is written.
    pub file: String,
    /// Its JSON Pointer in that file, as a fragment: `#/components/schemas/Pet`.
    pub pointer: String,
}

/// The folders of named schemas: of OpenAPI 3, of Swagger 2.0.
const FOLDERS: &[&[&str]] = &[&["components", "schemas"], &["definitions"]];

/// Every component schema of the roots, in the author's order.
pub fn components(document: &Document) -> Vec<Component> {
    named(document)
        .map(|(folder, name, site)| Component {
            name: name.to_owned(),
            file: site.file.to_owned(),
            pointer: format!("#/{}/{}", folder.join("/"), escaped(name)),
        })
        .collect()
}

/// Every component with the folder that it is in.
pub(crate) fn named(
    document: &Document,
) -> impl Iterator<Item = (&'static [&'static str], &str, Site<'_>)> {
    document.roots().flat_map(move |(path, root)| {
        FOLDERS.iter().flat_map(move |folder| {
            let schemas = folder.iter().try_fold(root, |at, name| at.get(name));
            let schemas = schemas.and_then(Value::as_object).into_iter().flatten();
            // What is no schema may be a reference of the folder itself.
            let schemas = schemas.filter(|(_, value)| value.is_object() || value.is_boolean());
            schemas.filter_map(move |(name, value)| {
                let site = document.file(path)?.within(value);
                Some((*folder, name.as_str(), site))
            })
        })
    })
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
