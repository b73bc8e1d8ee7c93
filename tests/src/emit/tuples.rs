use super::{surface::surface, written::emitted};

#[test]
fn first_items_of_an_array_are_fields() {
    insta::assert_snapshot!(emitted("
        Span:
          type: array
          prefixItems:
            - { type: string, description: Where it begins. }
            - { type: [integer, 'null'] }
            - { type: number }
          items: false
          minItems: 2
    "), @r#"
    /// The component `Span`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Span {
        /// Where it begins.
        pub item0: ::std::string::String,
        /// Item 1 of the array.
        pub item1: ::std::option::Option<i64>,
        /// Item 2 of the array.
        pub item2: ::std::option::Option<f64>,
        further_items: ::std::vec::Vec<json::Json>,
    }

    impl Span {
        /// A value with the members that must be there.
        #[must_use]
        pub fn new(
            item0: impl ::std::convert::Into<::std::string::String>,
            item1: impl ::std::convert::Into<::std::option::Option<i64>>,
        ) -> Self {
            Self {
                item0: item0.into(),
                item1: item1.into(),
                item2: ::std::option::Option::None,
                further_items: ::std::vec::Vec::new(),
            }
        }

        /// Sets [`item2`](Self::item2).
        #[must_use]
        pub fn with_item2(mut self, value: impl ::std::convert::Into<f64>) -> Self {
            self.item2 = ::std::option::Option::Some(value.into());
            self
        }

        /// The items that came and that the description does not name. They are sent back.
        pub fn further_items(&self) -> &[json::Json] {
            &self.further_items
        }

        /// The items that the description does not name, to add to or take from.
        pub fn further_items_mut(&mut self) -> &mut ::std::vec::Vec<json::Json> {
            &mut self.further_items
        }
    }

    impl json::Decode for Span {
        fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
            let mut items = reader.begin_items("an array of 2 or more items")?;
            let item0 = reader.required_item(&mut items)?;
            let item1 = reader.required_item(&mut items)?;
            let item2 = reader.optional_item(&mut items)?;
            let further_items = reader.further_items(&mut items)?;
            ::std::result::Result::Ok(Self {
                item0,
                item1,
                item2,
                further_items,
            })
        }
    }

    impl json::Encode for Span {
        fn encode(&self, writer: &mut json::Writer) {
            writer.begin_array();
            writer.item(&self.item0);
            writer.item(&self.item1);
            writer.optional_items(&[&self.item2], !self.further_items.is_empty());
            for item in &self.further_items {
                writer.item(item);
            }
            writer.end_array();
        }
    }

    #[cfg(feature = "serde")]
    bridge_to_serde!(Span);
    "#);
}

#[test]
fn items_behind_the_first_have_a_list_of_their_own() {
    insta::assert_snapshot!(surface(&emitted("
        Call:
          type: array
          prefixItems: [{ type: string, enum: [call] }, { type: object, properties: { a: { type: string } } }]
          items: { type: integer }
        Line: { type: array, items: { $ref: '#/components/schemas/Point' } }
        Point: { type: array, items: [{ type: number }, { type: number }], minItems: 2 }
        Tree: { type: array, minItems: 1, prefixItems: [{ type: string }, { $ref: '#/components/schemas/Tree' }] }
    ")), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Call {
        pub item0: Option<CallItem0>,
        pub item1: Option<CallItem1>,
        pub rest: Vec<i64>,
    }

    Call: fn new() -> Self
    Call: fn with_item0(mut self, value: impl Into<CallItem0>) -> Self
    Call: fn with_item1(mut self, value: impl Into<CallItem1>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum CallItem0 {
        Call,
        Unknown(json::UnknownValue),
    }

    CallItem0: fn as_str(&self) -> &str

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct CallItem1 {
        pub a: Option<String>,
    }

    CallItem1: fn new() -> Self
    CallItem1: fn with_a(mut self, value: impl Into<String>) -> Self

    pub type Line = Vec<crate::types::Point>;

    #[derive(Clone, Debug, PartialEq)]
    pub struct Point {
        pub item0: f64,
        pub item1: f64,
    }

    Point: fn new(item0: impl Into<f64>, item1: impl Into<f64>) -> Self
    Point: fn further_items(&self) -> &[json::Json]
    Point: fn further_items_mut(&mut self) -> &mut Vec<json::Json>

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Tree {
        pub item0: String,
        pub item1: Option<Box<crate::types::Tree>>,
    }

    Tree: fn new(item0: impl Into<String>) -> Self
    Tree: fn with_item1(mut self, value: impl Into<crate::types::Tree>) -> Self
    Tree: fn further_items(&self) -> &[json::Json]
    Tree: fn further_items_mut(&mut self) -> &mut Vec<json::Json>
    ");
}

#[test]
fn tuples_are_told_apart_by_their_items() {
    let text = emitted(
        "
        Value:
          oneOf:
            - { type: array, prefixItems: [{ const: set }, { type: string }], minItems: 2 }
            - { type: array, prefixItems: [{ const: add }, { type: integer }], minItems: 2 }
            - { type: array, items: { type: boolean } }
    ",
    );
    let from = text.find("const T").expect("the union has evidence");
    let to = from + text[from..].find("let decode").expect("the evidence ends");
    insta::assert_snapshot!(&text[from..to], @r#"
    const TOLD: &[json::Evidence] = &[
                json::Evidence::ARRAY
                    .prefix(
                        &[
                            json::Evidence::STRING.listed(&[json::Constant::Text("set")]),
                            json::Evidence::STRING,
                        ],
                        2,
                    ),
                json::Evidence::ARRAY
                    .prefix(
                        &[
                            json::Evidence::STRING.listed(&[json::Constant::Text("add")]),
                            json::Evidence::INTEGER,
                        ],
                        2,
                    ),
                json::Evidence::ARRAY.items(&json::Evidence::BOOLEAN),
            ];
            static VARIANTS: json::Variants = json::Variants::new(TOLD);
    "#);
}
