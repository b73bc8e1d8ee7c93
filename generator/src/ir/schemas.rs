use std::collections::BTreeMap;

use super::TypeRef;
use crate::resolved::References;
use crate::source::Place;

/// The schemas of the description where they were written, for whoever asks for the type of one by its place.
#[derive(Debug, Default)]
pub struct Schemas {
    /// The type of each schema that has one of its own: one that is only a share of another one has none.
    pub types: BTreeMap<Place, TypeRef>,
    /// Where the components are under their names, of which some only stand for what a reference names elsewhere.
    pub components: BTreeMap<String, Place>,
    /// What the references name.
    pub references: References,
}
