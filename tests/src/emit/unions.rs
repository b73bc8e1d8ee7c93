use super::{surface::surface, written::emitted};

#[test]
fn variants_are_told_apart_by_evidence() {
    insta::assert_snapshot!(emitted("
        Value:
          oneOf:
            - type: string
            - type: number
            - type: array
              items: { type: string }
    "), @r#"
    /// The component `Value`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Value {
        /// String.
        String(::std::string::String),
        /// Number.
        Number(f64),
        /// Strings.
        Strings(::std::vec::Vec<::std::string::String>),
        /// A value that fits none of the others, kept as it came.
        Unknown(json::Json),
    }

    variant!(Value, String(::std::string::String), is_string, as_string, from);
    variant!(Value, Number(f64), is_number, as_number, from);

    variant!(
        Value, Strings(::std::vec::Vec<::std::string::String>), is_strings, as_strings,
        from
    );

    impl json::Decode for Value {
        fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
            const TOLD: &[json::Evidence] = &[
                json::Evidence::STRING,
                json::Evidence::NUMBER,
                json::Evidence::ARRAY,
            ];
            static VARIANTS: json::Variants = json::Variants::new(TOLD);
            let decode = |reader: &mut json::Reader<'_>, variant: usize| match variant {
                0 => json::Decode::decode(reader).map(Self::String),
                1 => json::Decode::decode(reader).map(Self::Number),
                2 => json::Decode::decode(reader).map(Self::Strings),
                _ => json::Decode::decode(reader).map(Self::Unknown),
            };
            reader.union(&VARIANTS, decode)
        }
    }

    impl json::Encode for Value {
        fn encode(&self, writer: &mut json::Writer) {
            match self {
                Self::String(value) => json::Encode::encode(value, writer),
                Self::Number(value) => json::Encode::encode(value, writer),
                Self::Strings(value) => json::Encode::encode(value, writer),
                Self::Unknown(value) => json::Encode::encode(value, writer),
            }
        }
    }

    #[cfg(feature = "serde")]
    bridge_to_serde!(Value);
    "#);
}

#[test]
fn objects_are_told_apart_by_their_discriminator() {
    insta::assert_snapshot!(surface(&emitted("
        Circle:
          type: object
          required: [kind, radius]
          properties: { kind: { type: string }, radius: { type: number } }
        Square:
          type: object
          required: [kind, side]
          properties: { kind: { type: string }, side: { type: number } }
        Shape:
          oneOf:
            - $ref: '#/components/schemas/Circle'
            - $ref: '#/components/schemas/Square'
          discriminator:
            propertyName: kind
            mapping: { round: '#/components/schemas/Circle' }
    ")), @"
    #[derive(Clone, Debug, PartialEq)]
    pub struct Circle {
        pub kind: String,
        pub radius: f64,
    }

    Circle: fn new(kind: impl Into<String>, radius: impl Into<f64>) -> Self

    #[derive(Clone, Debug, PartialEq)]
    pub enum Shape {
        Circle(crate::types::Circle),
        Square(crate::types::Square),
        Unknown(json::Json),
    }

    variant: Shape, Circle(crate::types::Circle), is_circle, as_circle, from
    variant: Shape, Square(crate::types::Square), is_square, as_square, from
    #[derive(Clone, Debug, PartialEq)]
    pub struct Square {
        pub kind: String,
        pub side: f64,
    }

    Square: fn new(kind: impl Into<String>, side: impl Into<f64>) -> Self
    ");
}

#[test]
fn a_base_class_is_each_class_that_extends_it_however_far_and_no_other_name_of_it() {
    insta::assert_snapshot!(surface(&emitted("
        Pet:
          type: object
          required: [kind]
          properties: { kind: { type: string } }
          discriminator: { propertyName: kind }
        Animal: { $ref: '#/components/schemas/Pet' }
        Cat:
          allOf: [{ $ref: '#/components/schemas/Pet' }]
        Kitten:
          allOf:
            - $ref: '#/components/schemas/Cat'
            - { type: object, properties: { age: { type: integer } } }
        Owner:
          type: object
          properties:
            pet: { allOf: [{ $ref: '#/components/schemas/Pet' }], description: The pet. }
    ")), @"
    pub type Animal = crate::types::Pet;

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Cat {
        pub kind: String,
    }

    Cat: fn new(kind: impl Into<String>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Kitten {
        pub kind: String,
        pub age: Option<i64>,
    }

    Kitten: fn new(kind: impl Into<String>) -> Self
    Kitten: fn with_age(mut self, value: impl Into<i64>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Owner {
        pub pet: Option<crate::types::Pet>,
    }

    Owner: fn new() -> Self
    Owner: fn with_pet(mut self, value: impl Into<crate::types::Pet>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Pet {
        Cat(crate::types::Cat),
        Kitten(crate::types::Kitten),
        Base(PetBase),
        Unknown(json::Json),
    }

    variant: Pet, Cat(crate::types::Cat), is_cat, as_cat, from
    variant: Pet, Kitten(crate::types::Kitten), is_kitten, as_kitten, from
    variant: Pet, Base(PetBase), is_base, as_base, from
    Pet: fn kind(&self) -> Option<&String>

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct PetBase {
        pub kind: String,
    }

    PetBase: fn new(kind: impl Into<String>) -> Self
    ");
}

#[test]
fn the_default_of_a_discriminator_takes_what_names_no_other() {
    let text = emitted(
        "
        Pet:
          oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Other' }]
          discriminator: { propertyName: kind, mapping: { cat: Cat }, defaultMapping: Other }
        Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
        Other: { type: object, properties: { kind: { type: string } } }
    ",
    );
    let from = text.find("const T").expect("the union has evidence");
    let to = from + text[from..].find("let decode").expect("the evidence ends");
    insta::assert_snapshot!(&text[from..to], @r#"
    const TOLD: &[json::Evidence] = &[
                json::Evidence::TAGGED,
                json::Evidence::OBJECT,
            ];
            const TAGS: &[(&str, usize)] = &[("Cat", 0), ("Other", 1), ("cat", 0)];
            static VARIANTS: json::Variants = json::Variants::new(TOLD)
                .tagged("kind", TAGS)
                .or_else(1);
    "#);
}

#[test]
fn a_type_beside_alternatives_that_say_none_is_the_type_of_each() {
    insta::assert_snapshot!(surface(&emitted("
        Product:
          type: string
          oneOf: [{ pattern: '^iap_' }, { pattern: '^[a-z-]+$' }]
        Both:
          type: object
          properties:
            size: { type: integer, anyOf: [{ minimum: 10 }, { maximum: 1 }] }
            kept: { oneOf: [{ pattern: a }, { type: integer }] }
    ")), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Both {
        pub size: Option<i64>,
        pub kept: Option<Kept>,
    }

    Both: fn new() -> Self
    Both: fn with_size(mut self, value: impl Into<i64>) -> Self
    Both: fn with_kept(mut self, value: impl Into<Kept>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Kept {
        Json(json::Json),
        Integer(i64),
        Unknown(json::Json),
    }

    variant: Kept, Json(json::Json), is_json, as_json, from
    variant: Kept, Integer(i64), is_integer, as_integer, from
    pub type Product = String;
    ");
}

#[test]
fn names_of_variants_stay_right_where_others_were_said_twice() {
    insta::assert_snapshot!(surface(&emitted("
        Value:
          oneOf:
            - { type: string }
            - { type: string, pattern: a }
            - { type: object, required: [a], properties: { a: { type: string } } }
            - { type: object, required: [b], properties: { b: { type: string } } }
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Value {
        String(String),
        WithA(ValueWithA),
        WithB(ValueWithB),
        Unknown(json::Json),
    }

    variant: Value, String(String), is_string, as_string, from
    variant: Value, WithA(ValueWithA), is_with_a, as_with_a, from
    variant: Value, WithB(ValueWithB), is_with_b, as_with_b, from
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct ValueWithA {
        pub a: String,
    }

    ValueWithA: fn new(a: impl Into<String>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct ValueWithB {
        pub b: String,
    }

    ValueWithB: fn new(b: impl Into<String>) -> Self
    ");
}

#[test]
fn elements_without_a_type_are_those_of_an_array_or_of_whatever_comes() {
    insta::assert_snapshot!(surface(&emitted("
        Ids:
          items: { type: string }
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Ids {
        Strings(Vec<String>),
        Unknown(json::Json),
    }

    variant: Ids, Strings(Vec<String>), is_strings, as_strings, from
    ");
}
