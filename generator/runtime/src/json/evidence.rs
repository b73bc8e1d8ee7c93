/// What tells the variants of a union apart.
#[derive(Clone, Copy, Debug)]
pub struct Variants {
    pub(super) of: &'static [Evidence],
    pub(super) tag: &'static str,
    pub(super) tags: &'static [(&'static str, usize)],
    pub(super) default: Option<usize>,
}

/// What tells the values of one variant of a union from those of the others.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    pub(super) kinds: Kinds,
    pub(super) is_tagged: bool,
    pub(super) needs_tag: bool,
    pub(super) listed: &'static [Constant],
    pub(super) form: Option<fn(&str) -> bool>,
    pub(super) required: &'static [&'static str],
    pub(super) known: &'static [&'static str],
    pub(super) values: &'static [(&'static str, Evidence)],
    pub(super) others: Option<&'static Evidence>,
    pub(super) prefix: &'static [Evidence],
    pub(super) least: usize,
    pub(super) items: Option<&'static Evidence>,
    pub(super) any_of: &'static [Evidence],
}

/// A value that is listed.
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

impl Variants {
    /// Variants that are told by this evidence, one each.
    pub const fn new(of: &'static [Evidence]) -> Self {
        Self {
            of,
            tag: "",
            tags: &[],
            default: None,
        }
    }

    /// The member whose value names a variant, and its values in the order of their bytes, each with the variant that
    /// it names.
    pub const fn tagged(
        mut self,
        tag: &'static str,
        tags: &'static [(&'static str, usize)],
    ) -> Self {
        self.tag = tag;
        self.tags = tags;
        self
    }

    /// The variant of objects whose tag is not there or names none (OAS 3.2 §4.25.1).
    pub const fn or_else(mut self, default: usize) -> Self {
        self.default = Some(default);
        self
    }
}

impl Evidence {
    /// Booleans.
    pub const BOOLEAN: Self = Self::new(Kinds::BOOLEAN);
    /// Whole numbers.
    pub const INTEGER: Self = Self::new(Kinds::INTEGER);
    /// Numbers.
    pub const NUMBER: Self = Self::new(Kinds::NUMBER);
    /// Strings.
    pub const STRING: Self = Self::new(Kinds::STRING);
    /// Arrays.
    pub const ARRAY: Self = Self::new(Kinds::ARRAY);
    /// Objects.
    pub const OBJECT: Self = Self::new(Kinds::OBJECT);
    /// Objects that have the tag, which says which variant they are.
    pub const TAGGED: Self = Self {
        needs_tag: true,
        ..Self::OBJECT.tagged()
    };

    /// Values of these types.
    pub const fn new(kinds: Kinds) -> Self {
        Self {
            kinds,
            is_tagged: false,
            needs_tag: false,
            listed: &[],
            form: None,
            required: &[],
            known: &[],
            values: &[],
            others: None,
            prefix: &[],
            least: 0,
            items: None,
            any_of: &[],
        }
    }

    /// Values that one of these tells of.
    pub const fn any_of(any_of: &'static [Evidence]) -> Self {
        let mut all = Self::new(Kinds::NONE);
        all.any_of = any_of;
        all
    }

    /// Values of these types as well.
    pub const fn or(mut self, kinds: Kinds) -> Self {
        self.kinds = self.kinds.or(kinds);
        self
    }

    /// If the tag is there and does not name this variant, the value is another one.
    pub const fn tagged(mut self) -> Self {
        self.is_tagged = true;
        self
    }

    /// The values that are listed. One value that it is not speaks against the variant for good; a list of several may
    /// have grown since it was written.
    pub const fn listed(mut self, listed: &'static [Constant]) -> Self {
        self.listed = listed;
        self
    }

    /// Strings have this form.
    pub const fn form(mut self, form: fn(&str) -> bool) -> Self {
        self.form = Some(form);
        self
    }

    /// Members that are always there, in the order of their bytes.
    pub const fn required(mut self, required: &'static [&'static str]) -> Self {
        self.required = required;
        self
    }

    /// Members that have names and may be absent, in the order of their bytes.
    pub const fn known(mut self, known: &'static [&'static str]) -> Self {
        self.known = known;
        self
    }

    /// What tells of the values of members, in the order of the bytes of their names.
    pub const fn values(mut self, values: &'static [(&'static str, Evidence)]) -> Self {
        self.values = values;
        self
    }

    /// What tells of the values of members that have no names.
    pub const fn others(mut self, others: &'static Evidence) -> Self {
        self.others = Some(others);
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

    /// What tells of the value of the member `name`.
    pub(super) fn value(&self, name: &str) -> Option<&'static Evidence> {
        let found = self
            .values
            .binary_search_by(|(known, _)| (*known).cmp(name));
        let (_, value) = self.values.get(found.ok()?)?;
        Some(value)
    }
}

impl Kinds {
    /// None.
    pub const NONE: Self = Self(0);
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
