use super::{surface::surface, written::emitted};

#[test]
fn members_of_one_pattern_are_a_map_of_their_type() {
    insta::assert_snapshot!(surface(&emitted("
        Headers:
          type: object
          patternProperties: { '^x-': { type: string } }
          additionalProperties: false
        Named:
          type: object
          required: [name]
          properties: { name: { type: string } }
          patternProperties: { '^x-': { type: integer } }
        Same:
          type: object
          patternProperties: { '^a': { $ref: '#/components/schemas/Named' }, '^b': { $ref: '#/components/schemas/Named' } }
    ")), @"
    pub type Headers = json::OpenMap<String>;

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Named {
        pub name: String,
        pub additional_properties: json::OpenMap<i64>,
    }

    Named: fn new(name: impl Into<String>) -> Self

    pub type Same = json::OpenMap<crate::types::Named>;
    ");
}

#[test]
fn members_of_several_patterns_are_told_apart_by_what_they_are() {
    insta::assert_snapshot!(surface(&emitted("
        Mixed:
          type: object
          patternProperties: { '^s-': { type: string }, '^i-': { type: integer } }
          additionalProperties: { type: array, items: { type: string } }
    ")), @"
    pub type Mixed = json::Map<MixedValue>;

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum MixedValue {
        String(String),
        Integer(i64),
        Strings(Vec<String>),
        Unknown(json::Json),
    }

    variant: MixedValue, String(String), is_string, as_string, from
    variant: MixedValue, Integer(i64), is_integer, as_integer, from
    variant: MixedValue, Strings(Vec<String>), is_strings, as_strings, from
    ");
}

#[test]
fn a_pattern_beside_named_members_keeps_what_does_not_fit() {
    insta::assert_snapshot!(emitted("
        Named:
          type: object
          properties: { name: { type: string } }
          patternProperties: { '^x-': { type: integer } }
    "), @r#"
    /// The component `Named`.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub struct Named {
        /// `name`.
        pub name: ::std::option::Option<::std::string::String>,
        /// The members that have no field of their own, in their order.
        pub additional_properties: json::OpenMap<i64>,
    }

    impl Named {
        /// A value without any of its members.
        #[must_use]
        pub fn new() -> Self {
            Self::default()
        }

        /// Sets [`name`](Self::name).
        #[must_use]
        pub fn with_name(
            mut self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.name = ::std::option::Option::Some(value.into());
            self
        }
    }

    impl json::Decode for Named {
        fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
            let mut value = Self::new();
            reader
                .object(
                    "Named",
                    &mut [json::Place::Optional("name", &mut value.name)],
                    &mut value.additional_properties,
                )?;
            ::std::result::Result::Ok(value)
        }
    }

    impl json::Encode for Named {
        fn encode(&self, writer: &mut json::Writer) {
            writer
                .object(
                    &[json::Member::Optional("name", &self.name)],
                    &self.additional_properties,
                );
        }
    }

    #[cfg(feature = "serde")]
    bridge_to_serde!(Named);
    "#);
}

#[test]
fn listed_names_of_members_are_the_keys_of_a_map() {
    let text = emitted(
        "
        Rates:
          type: object
          propertyNames: { $ref: '#/components/schemas/Currency' }
          additionalProperties: { type: number }
        Currency: { type: string, enum: [eur, usd] }
        Stats:
          type: object
          properties:
            counts: { type: object, propertyNames: { enum: [a, b] }, additionalProperties: { type: integer } }
            any: { type: object, propertyNames: { type: string, enum: [c] } }
            texts: { type: object, propertyNames: { type: string }, additionalProperties: { type: string } }
            short: { type: object, propertyNames: { maxLength: 3 }, additionalProperties: { type: string } }
    ",
    );
    insta::assert_snapshot!(surface(&text), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Currency {
        Eur,
        Usd,
        Unknown(json::UnknownValue),
    }

    Currency: fn as_str(&self) -> &str

    pub type Rates = json::Map<f64, crate::types::Currency>;

    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Stats {
        pub counts: Option<json::Map<i64, CountsKey>>,
        pub any: Option<json::Map<json::Json, AnyKey>>,
        pub texts: Option<json::Map<String>>,
        pub short: Option<json::Map<String>>,
    }

    Stats: fn new() -> Self
    Stats: fn with_counts(mut self, value: impl Into<json::Map<i64, CountsKey>>) -> Self
    Stats: fn with_any(mut self, value: impl Into<json::Map<json::Json, AnyKey>>) -> Self
    Stats: fn with_texts(mut self, value: impl Into<json::Map<String>>) -> Self
    Stats: fn with_short(mut self, value: impl Into<json::Map<String>>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum CountsKey {
        A,
        B,
        Unknown(json::UnknownValue),
    }

    CountsKey: fn as_str(&self) -> &str

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum AnyKey {
        C,
        Unknown(json::UnknownValue),
    }

    AnyKey: fn as_str(&self) -> &str
    ");
    let from = text.find("impl json::Key for").expect("it is a key");
    let to = from + text[from..].find("\n}\n").expect("that ends");
    insta::assert_snapshot!(&text[from..to], @"
    impl json::Key for Currency {
        fn of_name(name: ::std::borrow::Cow<'_, str>) -> Self {
            Self::from(&*name)
        }

        fn name(&self) -> &str {
            self.as_str()
        }
    ");
}
