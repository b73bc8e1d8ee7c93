use super::{surface::surface, written::emitted};

#[test]
fn values_of_several_types_are_told_apart_by_what_they_are() {
    insta::assert_snapshot!(emitted("
        Mixed:
          enum: [auto, 2, true, 1.5, 18446744073709551615, null]
    "), @r#"
    /// The component `Mixed`.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Mixed {
        /// `"auto"`
        Auto,
        /// `2`
        N2,
        /// `true`
        True,
        /// `1.5`
        N1_5,
        /// `18446744073709551615`
        N18446744073709551615,
        /// A value that the description does not list, kept as it came.
        Unknown(json::UnknownJson),
    }

    impl Mixed {
        /// The values that the description lists, in its order.
        pub const VALUES: &'static [Self] = &[
            Self::Auto,
            Self::N2,
            Self::True,
            Self::N1_5,
            Self::N18446744073709551615,
        ];

        fn listed(&self) -> json::Listed<'_> {
            match self {
                Self::Auto => json::Listed::Text("auto"),
                Self::N2 => json::Listed::Integer(2),
                Self::True => json::Listed::Bool(true),
                Self::N1_5 => json::Listed::Number("1.5"),
                Self::N18446744073709551615 => json::Listed::Number("18446744073709551615"),
                Self::Unknown(value) => json::Listed::Unknown(value.as_json()),
            }
        }
    }

    json_enum!(Mixed(Unknown));

    #[cfg(feature = "serde")]
    bridge_to_serde!(Mixed);
    "#);
}

#[test]
fn numbers_are_listed_once_however_they_are_written() {
    insta::assert_snapshot!(surface(&emitted("
        Level:
          type: integer
          enum: [1, 1.0, 2.0, 1e1]
        Rate:
          type: number
          enum: [0.5, 1.0, 5e-1]
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Level {
        N1,
        N2,
        N10,
        Unknown(json::UnknownJson),
    }

    Level: fn as_i64(&self) -> Option<i64>

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Rate {
        N0_5,
        N1,
        Unknown(json::UnknownJson),
    }
    ");
}

#[test]
fn extensions_name_describe_and_deprecate_values() {
    insta::assert_snapshot!(emitted("
        Level:
          type: integer
          enum: [1, 2, 3]
          x-ms-enum:
            values:
              - { value: 3, name: High }
              - { value: 1, name: Low, description: Hardly anything., deprecated: true }
    "), @r#"
    /// The component `Level`.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Level {
        /// Hardly anything.
        #[deprecated]
        Low,
        /// `2`
        N2,
        /// `3`
        High,
        /// A value that the description does not list, kept as it came.
        Unknown(json::UnknownJson),
    }

    #[expect(deprecated, reason = "what is deprecated still goes over the wire")]
    impl Level {
        /// The values that the description lists, in its order.
        pub const VALUES: &'static [Self] = &[Self::Low, Self::N2, Self::High];

        /// The value as it goes over the wire, if it is a whole number of 64 bits.
        pub fn as_i64(&self) -> ::std::option::Option<i64> {
            ::std::option::Option::Some(
                match self {
                    Self::Low => 1,
                    Self::N2 => 2,
                    Self::High => 3,
                    Self::Unknown(value) => return value.as_json().as_i64(),
                },
            )
        }
    }

    #[expect(deprecated, reason = "what is deprecated still goes over the wire")]
    impl ::std::convert::From<i64> for Level {
        fn from(value: i64) -> Self {
            match value {
                1 => Self::Low,
                2 => Self::N2,
                3 => Self::High,
                other => Self::Unknown(json::UnknownJson::new(other)),
            }
        }
    }

    integer_enum!(Level(Unknown));

    #[cfg(feature = "serde")]
    bridge_to_serde!(Level);
    "#);
    insta::assert_snapshot!(surface(&emitted("
        A: { type: string, enum: [a, b], x-speakeasy-enums: { a: First, b: Second } }
        B: { type: string, enum: [a, b], x-enum-elements: [{ name: First }, { name: Second }] }
        C: { type: string, enum: [a, b], x-enum-varnames: ['', Second] }
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum A {
        First,
        Second,
        Unknown(json::UnknownValue),
    }

    A: fn as_str(&self) -> &str

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum B {
        First,
        Second,
        Unknown(json::UnknownValue),
    }

    B: fn as_str(&self) -> &str

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum C {
        A,
        Second,
        Unknown(json::UnknownValue),
    }

    C: fn as_str(&self) -> &str
    ");
}

#[test]
fn many_strings_are_looked_up() {
    let values: Vec<String> = (0..65).map(|index| format!("v{index}")).collect();
    let text = emitted(&format!(
        "
        Many: {{ type: string, enum: [{}] }}
    ",
        values.join(", ")
    ));
    let from = text
        .find("impl ::std::convert::From<&str>")
        .expect("a text is looked for");
    insta::assert_snapshot!(&text[from..], @r#"
    impl ::std::convert::From<&str> for Many {
        fn from(value: &str) -> Self {
            static ORDER: json::Order = json::Order::new();
            match ORDER.find(value, Self::VALUES, Self::as_str) {
                ::std::option::Option::Some(listed) => listed.clone(),
                ::std::option::Option::None => Self::Unknown(json::UnknownValue::new(value)),
            }
        }
    }

    text_enum!(Many);

    #[cfg(feature = "serde")]
    bridge_to_serde!(Many);
    "#);
}

#[test]
fn a_listed_null_makes_the_values_nullable() {
    insta::assert_snapshot!(surface(&emitted("
        Holder:
          type: object
          required: [a, b, c, d]
          properties:
            a: { type: string, enum: [x, null] }
            b: { type: string, nullable: true, enum: [x] }
            c: { enum: [null] }
            d: { type: integer, enum: [1, null], nullable: true }
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Holder {
        pub a: Option<A>,
        pub b: Option<B>,
        pub c: Option<json::Json>,
        pub d: Option<D>,
    }

    Holder: fn new(a: impl Into<Option<A>>, b: impl Into<Option<B>>, c: impl Into<Option<json::Json>>, d: impl Into<Option<D>>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum A {
        X,
        Unknown(json::UnknownValue),
    }

    A: fn as_str(&self) -> &str

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum B {
        X,
        Unknown(json::UnknownValue),
    }

    B: fn as_str(&self) -> &str

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum D {
        N1,
        Unknown(json::UnknownJson),
    }

    D: fn as_i64(&self) -> Option<i64>
    ");
}

#[test]
fn listed_arrays_and_objects_are_what_their_type_is() {
    insta::assert_snapshot!(surface(&emitted("
        Pairs: { type: array, items: { type: string }, enum: [[a, b], [c, d]] }
        Nothing: { type: object, enum: [{}] }
        Anything: { enum: [{}, a] }
    ")), @"
    pub type Anything = json::Json;

    pub type Nothing = json::JsonObject;

    pub type Pairs = Vec<String>;
    ");
}
