use std::collections::BTreeMap;

use crate::resolved::{Discriminator, Document, SchemaId};

/// Base class with a discriminator → the components that extend it, also by way of others, in the order of the components.
pub(super) fn children(document: &Document) -> BTreeMap<SchemaId, Vec<SchemaId>> {
    let mut children: BTreeMap<SchemaId, Vec<SchemaId>> = BTreeMap::new();
    for child in document.components.values() {
        // A second name of a class is no class of its own.
        if document.schema(*child).is_alias {
            continue;
        }
        for base in ancestors(document, *child) {
            if class_discriminator(document, base).is_some() {
                children.entry(base).or_default().push(*child);
            }
        }
    }
    children
}

/// The discriminator of a schema that is no list of alternatives: it tells what extends the schema.
fn class_discriminator(document: &Document, base: SchemaId) -> Option<&Discriminator> {
    let schema = document.schema(base);
    let is_listed = !schema.one_of.is_empty() || !schema.any_of.is_empty();
    schema.discriminator.as_ref().filter(|_| !is_listed)
}

/// The discriminator of a base class that all of these extend.
pub(super) fn inherited<'a>(
    document: &'a Document,
    children: &[SchemaId],
) -> Option<&'a Discriminator> {
    let (first, others) = children.split_first().filter(|_| children.len() > 1)?;
    let others: Vec<Vec<SchemaId>> = others
        .iter()
        .map(|child| ancestors(document, *child))
        .collect();
    let of_all = |base: &SchemaId| others.iter().all(|bases| bases.contains(base));
    let bases = ancestors(document, *first).into_iter();
    bases
        .filter(of_all)
        .find_map(|base| class_discriminator(document, base))
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
