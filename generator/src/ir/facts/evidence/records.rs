use std::collections::BTreeSet;

use crate::terms::TextFormat;

/// What tells the variants of a union apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Distinction {
    /// The member whose value names a variant.
    pub tags: Option<Tags>,
    /// The variant of objects that no tag names, by its place.
    pub default: Option<usize>,
    /// What tells of the variants, one each.
    pub variants: Vec<Evidence>,
}

/// The member whose value names a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tags {
    /// The name of the member.
    pub property: String,
    /// Its values, sorted, with the place of the variant that each names.
    pub values: Vec<(String, usize)>,
}

/// What tells the values of one variant from those of the others. What all have in common is left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    /// The JSON types that its values have.
    pub kinds: BTreeSet<Kind>,
    /// Whether a tag names it.
    pub tagged: Tagged,
    /// The values that it lists, if it lists any.
    pub listed: Vec<Constant>,
    /// What its strings hold, if others hold something else.
    pub form: Option<TextFormat>,
    /// Members that are always there, sorted.
    pub required: Vec<String>,
    /// Members that have names and may be absent, sorted.
    pub known: Vec<String>,
    /// What tells of the values of members, sorted by their names.
    pub values: Vec<(String, Evidence)>,
    /// What tells of the values of members that have no names, if they have a type.
    pub others: Option<Box<Evidence>>,
    /// What tells of the first elements of an array, one each.
    pub prefix: Vec<Evidence>,
    /// How many of the first elements of an array are always there.
    pub least: usize,
    /// What tells of the elements of an array, those apart of which more is told.
    pub items: Option<Box<Evidence>>,
    /// It is a union itself, and this tells of its variants.
    pub any_of: Vec<Evidence>,
}

/// Whether a tag names a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tagged {
    /// No.
    #[default]
    No,
    /// If it is there.
    Optional,
    /// It is always there, so that nothing else has to be told.
    Always,
}

/// A type of JSON values, with whole numbers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true`, `false`
    Boolean,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A value without parts that is listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constant {
    /// A string.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
}

impl Evidence {
    /// Values of these types.
    pub(super) fn of_kinds(kinds: &[Kind]) -> Self {
        Self {
            kinds: kinds.iter().copied().collect(),
            ..Self::default()
        }
    }

    /// The evidence of each variant inside, or the only one.
    pub(super) fn leaves(&self) -> &[Self] {
        match self.any_of.as_slice() {
            [] => std::slice::from_ref(self),
            several => several,
        }
    }
}
