use super::{surface::surface, written::emitted};

#[test]
fn listed_strings_become_an_open_enum() {
    insta::assert_snapshot!(emitted("
        Size:
          type: string
          enum: [small, extra-large]
    "), @r#"
    /// The component `Size`.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Size {
        /// `"small"`
        Small,
        /// `"extra-large"`
        ExtraLarge,
        /// A value that the description does not list, kept as it came.
        Unknown(json::UnknownValue),
    }

    impl Size {
        /// The values that the description lists, in its order.
        pub const VALUES: &'static [Self] = &[Self::Small, Self::ExtraLarge];

        /// The value as it goes over the wire.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Small => "small",
                Self::ExtraLarge => "extra-large",
                Self::Unknown(value) => value.as_str(),
            }
        }
    }

    impl ::std::convert::From<&str> for Size {
        fn from(value: &str) -> Self {
            match value {
                "small" => Self::Small,
                "extra-large" => Self::ExtraLarge,
                other => Self::Unknown(json::UnknownValue::new(other)),
            }
        }
    }

    text_enum!(Size);

    #[cfg(feature = "serde")]
    bridge_to_serde!(Size);
    "#);
}

#[test]
fn values_that_collide_get_names_of_their_own() {
    insta::assert_snapshot!(surface(&emitted("
        Sort:
          type: string
          enum: [name, Name, -name, '', '1st', '*', self]
    ")), @r#"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Sort {
        Name2,
        Name,
        MinusName,
        Empty,
        N1st,
        Star,
        Self_,
        Unknown(json::UnknownValue),
    }

    Sort: fn as_str(&self) -> &str
    "#);
}

#[test]
fn values_of_other_types_are_listed_as_well() {
    insta::assert_snapshot!(surface(&emitted("
        Level:
          type: integer
          enum: [1, 2, -1]
        Mixed:
          enum: [one, 2, true, 1.5]
        Yes:
          type: boolean
          enum: [true]
        Both:
          type: boolean
          enum: [false, true]
    ")), @r#"
    pub type Both = bool;

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Level {
        N1,
        N2,
        Minus1,
        Unknown(json::UnknownJson),
    }

    Level: fn as_i64(&self) -> Option<i64>

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Mixed {
        One,
        N2,
        True,
        N1_5,
        Unknown(json::UnknownJson),
    }

    pub type Yes = bool;
    "#);
}

#[test]
fn alternatives_of_one_value_each_are_one_enumeration_with_their_titles_for_names() {
    insta::assert_snapshot!(surface(&emitted("
        Level:
          type: integer
          oneOf:
            - { const: 1, title: Low, description: Hardly anything. }
            - { const: 2, title: High }
        Kind:
          oneOf:
            - { const: a, title: The first kind }
            - { const: b }
            - { type: 'null' }
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Kind {
        TheFirstKind,
        B,
        Unknown(json::UnknownValue),
    }

    Kind: fn as_str(&self) -> &str

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Level {
        Low,
        High,
        Unknown(json::UnknownJson),
    }

    Level: fn as_i64(&self) -> Option<i64>
    ");
}
