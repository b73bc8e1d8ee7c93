use std::collections::BTreeMap;

use crate::resolved::{Document, SchemaId};

/// Base class with a discriminator → the components that extend it, also by way of others, in the order of the components.
pub(super) fn children(document: &Document) -> BTreeMap<SchemaId, Vec<SchemaId>> {
    let mut children: BTreeMap<SchemaId, Vec<SchemaId>> = BTreeMap::new();
    for child in document.components.values() {
        // A second name of a class is no class of its own.
        if document.schema(*child).is_alias {
            continue;
        }
        for base in ancestors(document, *child) {
            let schema = document.schema(base);
            let is_listed = !schema.one_of.is_empty() || !schema.any_of.is_empty();
            if schema.discriminator.is_some() && !is_listed {
                children.entry(base).or_default().push(*child);
            }
        }
    }
    children
}

/// The schemas that one extends by `allOf`, and those that they extend; each once, and never itself.
fn ancestors(document: &Document, child: SchemaId) -> Vec<SchemaId> {
    let mut ancestors: Vec<SchemaId> = Vec::new();
    let mut pending = vec![child];
    while let Some(id) = pending.pop() {
        for base in &document.schema(id).all_of {
            if *base != child && !ancestors.contains(base) {
                ancestors.push(*base);
                pending.push(*base);
            }
        }
    }
    ancestors
}
