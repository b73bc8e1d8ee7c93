/// What tells the values of one variant of a union from those of the others.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    pub(super) kinds: Kinds,
    pub(super) constants: &'static [(&'static str, &'static [Constant])],
    pub(super) required: &'static [&'static str],
    pub(super) known: &'static [&'static str],
    pub(super) prefix: &'static [Evidence],
    pub(super) least: usize,
    pub(super) items: Option<&'static Evidence>,
    pub(super) texts: &'static [&'static str],
}

/// A value that a member has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constant {
    /// A string.
    Text(&'static str),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
}

/// A set of JSON types, with integers apart from other numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Evidence {
    /// A variant whose values are of these types.
    pub const fn new(kinds: Kinds) -> Self {
        Self {
            kinds,
            constants: &[],
            required: &[],
            known: &[],
            prefix: &[],
            least: 0,
            items: None,
            texts: &[],
        }
    }

    /// Members that have one of these values each. One value that is not there speaks against the
    /// variant for good; one of several may have been added to the description later.
    pub const fn constants(
        mut self,
        constants: &'static [(&'static str, &'static [Constant])],
    ) -> Self {
        self.constants = constants;
        self
    }

    /// Members that are always there.
    pub const fn required(mut self, required: &'static [&'static str]) -> Self {
        self.required = required;
        self
    }

    /// Members that have names.
    pub const fn known(mut self, known: &'static [&'static str]) -> Self {
        self.known = known;
        self
    }

    /// What tells of the first items of an array, one each, and how many of them are always there.
    pub const fn prefix(mut self, prefix: &'static [Evidence], least: usize) -> Self {
        self.prefix = prefix;
        self.least = least;
        self
    }

    /// What tells of the items of an array, those apart of which more is told.
    pub const fn items(mut self, items: &'static Evidence) -> Self {
        self.items = Some(items);
        self
    }

    /// What tells of the item at `index`.
    pub(super) fn item(&self, index: usize) -> Option<&'static Evidence> {
        self.prefix.get(index).or(self.items)
    }

    /// The strings that are listed.
    pub const fn texts(mut self, texts: &'static [&'static str]) -> Self {
        self.texts = texts;
        self
    }
}

impl Kinds {
    /// `null`
    pub const NULL: Self = Self(1);
    /// `true` and `false`
    pub const BOOLEAN: Self = Self(1 << 1);
    /// Numbers of 64 bits without a fraction.
    pub const INTEGER: Self = Self(1 << 2);
    /// All numbers.
    pub const NUMBER: Self = Self(1 << 3);
    /// Strings.
    pub const STRING: Self = Self(1 << 4);
    /// Arrays.
    pub const ARRAY: Self = Self(1 << 5);
    /// Objects.
    pub const OBJECT: Self = Self(1 << 6);
    /// All values.
    pub const ANY: Self = Self(0x7f);

    /// The types of both.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is a type in both.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
