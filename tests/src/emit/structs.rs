use super::{surface::surface, written::emitted};

#[test]
fn an_object_becomes_a_struct_with_its_codecs() {
    insta::assert_snapshot!(emitted("
        Product:
          type: object
          description: What is sold.
          required: [id]
          properties:
            id:
              type: string
            price:
              type: number
              description: In euros.
              example: 9.5
    "), @r#"
    /// What is sold.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Product {
        /// `id`.
        pub id: ::std::string::String,
        /// In euros.
        ///
        /// Example: `9.5`.
        pub price: ::std::option::Option<f64>,
        unknown_fields: json::UnknownFields,
    }

    impl Product {
        /// A value with the members that must be there.
        #[must_use]
        pub fn new(id: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                id: id.into(),
                price: ::std::option::Option::None,
                unknown_fields: json::UnknownFields::default(),
            }
        }

        /// Sets [`price`](Self::price).
        #[must_use]
        pub fn with_price(mut self, value: impl ::std::convert::Into<f64>) -> Self {
            self.price = ::std::option::Option::Some(value.into());
            self
        }

        /// The members that came and that the description does not name. They are sent back.
        pub fn unknown_fields(&self) -> &json::UnknownFields {
            &self.unknown_fields
        }

        /// The members that the description does not name, to add to or take from.
        pub fn unknown_fields_mut(&mut self) -> &mut json::UnknownFields {
            &mut self.unknown_fields
        }
    }

    impl json::Decode for Product {
        fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
            let mut id = ::std::option::Option::None;
            let mut price = ::std::option::Option::None;
            let mut unknown_fields = json::UnknownFields::default();
            let start = reader
                .object(
                    "Product",
                    &mut [
                        json::Place::Required("id", &mut id),
                        json::Place::Optional("price", &mut price),
                    ],
                    &mut unknown_fields,
                )?;
            let ::std::option::Option::Some(id) = id else {
                return ::std::result::Result::Err(reader.incomplete(start));
            };
            ::std::result::Result::Ok(Self { id, price, unknown_fields })
        }
    }

    impl json::Encode for Product {
        fn encode(&self, writer: &mut json::Writer) {
            writer
                .object(
                    &[
                        json::Member::Required("id", &self.id),
                        json::Member::Optional("price", &self.price),
                    ],
                    &self.unknown_fields,
                );
        }
    }

    #[cfg(feature = "serde")]
    bridge_to_serde!(Product);
    "#);
}

#[test]
fn a_field_says_whether_it_may_be_absent_or_null() {
    insta::assert_snapshot!(surface(&emitted("
        Product:
          type: object
          required: [a, b]
          properties:
            a: { type: string }
            b: { type: string, nullable: true }
            c: { type: string }
            d: { type: string, nullable: true }
            e: { type: array, items: { type: string, nullable: true } }
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Product {
        pub a: String,
        pub b: Option<String>,
        pub c: Option<String>,
        pub d: json::Nullable<String>,
        pub e: Option<Vec<Option<String>>>,
    }

    Product: fn new(a: impl Into<String>, b: impl Into<Option<String>>) -> Self
    Product: fn with_c(mut self, value: impl Into<String>) -> Self
    Product: fn with_d<By>(mut self, value: impl json::IntoNullable<String, By>) -> Self
    Product: fn with_e(mut self, value: impl Into<Vec<Option<String>>>) -> Self
    ");
}

#[test]
fn an_inline_object_stands_in_the_module_of_its_parent() {
    insta::assert_snapshot!(surface(&emitted("
        Order:
          type: object
          required: [lines]
          properties:
            lines:
              type: array
              items:
                type: object
                properties:
                  quantity: { type: integer }
            address:
              type: object
              properties:
                city: { type: string }
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Order {
        pub lines: Vec<Line>,
        pub address: Option<Address>,
    }

    Order: fn new(lines: impl Into<Vec<Line>>) -> Self
    Order: fn with_address(mut self, value: impl Into<Address>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Line {
        pub quantity: Option<i64>,
    }

    Line: fn new() -> Self
    Line: fn with_quantity(mut self, value: impl Into<i64>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Address {
        pub city: Option<String>,
    }

    Address: fn new() -> Self
    Address: fn with_city(mut self, value: impl Into<String>) -> Self
    ");
}

#[test]
fn further_members_are_kept_typed_or_as_they_are() {
    insta::assert_snapshot!(surface(&emitted("
        Open:
          type: object
          additionalProperties: true
          properties:
            id: { type: string }
        Typed:
          type: object
          properties:
            id: { type: string }
          additionalProperties: { type: integer }
        Map:
          type: object
          additionalProperties: { type: integer }
        Free:
          type: object
        Closed:
          type: object
          additionalProperties: false
          properties:
            id: { type: string }
    ")), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Closed {
        pub id: Option<String>,
    }

    Closed: fn new() -> Self
    Closed: fn with_id(mut self, value: impl Into<String>) -> Self

    pub type Free = json::JsonObject;

    pub type Map = json::Map<i64>;

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Open {
        pub id: Option<String>,
    }

    Open: fn new() -> Self
    Open: fn with_id(mut self, value: impl Into<String>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Typed {
        pub id: Option<String>,
        pub additional_properties: json::OpenMap<i64>,
    }

    Typed: fn new() -> Self
    Typed: fn with_id(mut self, value: impl Into<String>) -> Self
    ");
}

#[test]
fn a_type_that_contains_itself_has_a_box_only_there() {
    insta::assert_snapshot!(surface(&emitted("
        Folder:
          type: object
          properties:
            parent: { $ref: '#/components/schemas/Folder' }
            children: { type: array, items: { $ref: '#/components/schemas/Folder' } }
    ")), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Folder {
        pub parent: Option<Box<crate::types::Folder>>,
        pub children: Option<Vec<crate::types::Folder>>,
    }

    Folder: fn new() -> Self
    Folder: fn with_parent(mut self, value: impl Into<crate::types::Folder>) -> Self
    Folder: fn with_children(mut self, value: impl Into<Vec<crate::types::Folder>>) -> Self
    ");
}

#[test]
fn the_parts_of_an_all_of_make_one_struct() {
    insta::assert_snapshot!(surface(&emitted("
        Base:
          type: object
          required: [id]
          properties:
            id: { type: string }
        Product:
          allOf:
            - $ref: '#/components/schemas/Base'
            - type: object
              required: [name]
              properties:
                name: { type: string }
    ")), @r#"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Base {
        pub id: String,
    }

    Base: fn new(id: impl Into<String>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Product {
        pub id: String,
        pub name: String,
    }

    Product: fn new(id: impl Into<String>, name: impl Into<String>) -> Self
    "#);
}

#[test]
fn twins_under_the_same_honest_name_are_one_type() {
    insta::assert_snapshot!(surface(&emitted("
        Order:
          type: object
          properties:
            billing:
              type: object
              properties:
                address: { type: object, properties: { city: { type: string } } }
            shipping:
              type: object
              properties:
                address: { type: object, properties: { city: { type: string } } }
    ")), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Order {
        pub billing: Option<Billing>,
        pub shipping: Option<Shipping>,
    }

    Order: fn new() -> Self
    Order: fn with_billing(mut self, value: impl Into<Billing>) -> Self
    Order: fn with_shipping(mut self, value: impl Into<Shipping>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Billing {
        pub address: Option<Address>,
    }

    Billing: fn new() -> Self
    Billing: fn with_address(mut self, value: impl Into<Address>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Address {
        pub city: Option<String>,
    }

    Address: fn new() -> Self
    Address: fn with_city(mut self, value: impl Into<String>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Shipping {
        pub address: Option<Address>,
    }

    Shipping: fn new() -> Self
    Shipping: fn with_address(mut self, value: impl Into<Address>) -> Self
    ");
}
