use super::surface::surface;
use super::written::emitted;

#[test]
fn what_stands_beside_one_reference_leaves_its_type() {
    let written = emitted(
        "
        Owner:
          type: object
          required: [name]
          properties:
            name:
              type: string
        Colour:
          type: string
          enum: [red, green]
        Pet:
          type: object
          properties:
            described:
              description: Who feeds it.
              allOf: [{ $ref: '#/components/schemas/Owner' }]
            in_a_part:
              allOf: [{ $ref: '#/components/schemas/Owner' }, { description: Who feeds it. }]
            nullable:
              nullable: true
              allOf: [{ $ref: '#/components/schemas/Owner' }]
            typed:
              type: string
              allOf: [{ $ref: '#/components/schemas/Colour' }]
            with_default:
              allOf: [{ $ref: '#/components/schemas/Colour' }, { default: red }]
            twice:
              allOf: [{ $ref: '#/components/schemas/Owner' }, { type: object, allOf: [{ $ref: '#/components/schemas/Owner' }] }]
    ",
    );
    insta::assert_snapshot!(surface(&written), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Colour {
        Red,
        Green,
        Unknown(json::UnknownValue),
    }

    Colour: fn as_str(&self) -> &str

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Owner {
        pub name: String,
    }

    Owner: fn new(name: impl Into<String>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Pet {
        pub described: Option<crate::types::Owner>,
        pub in_a_part: Option<crate::types::Owner>,
        pub nullable: json::Nullable<crate::types::Owner>,
        pub typed: Option<crate::types::Colour>,
        pub with_default: Option<crate::types::Colour>,
        pub twice: Option<crate::types::Owner>,
    }

    Pet: fn new() -> Self
    Pet: fn with_described(mut self, value: impl Into<crate::types::Owner>) -> Self
    Pet: fn with_in_a_part(mut self, value: impl Into<crate::types::Owner>) -> Self
    Pet: fn with_nullable<By>(mut self, value: impl json::IntoNullable<crate::types::Owner, By>) -> Self
    Pet: fn with_typed(mut self, value: impl Into<crate::types::Colour>) -> Self
    Pet: fn with_with_default(mut self, value: impl Into<crate::types::Colour>) -> Self
    Pet: fn with_twice(mut self, value: impl Into<crate::types::Owner>) -> Self
    Pet: fn with_default_or_default(&self) -> &crate::types::Colour
    ");
}

#[test]
fn a_base_class_beside_a_description_is_any_of_its_children() {
    let written = emitted(
        "
        Animal:
          type: object
          required: [kind]
          discriminator: { propertyName: kind }
          properties:
            kind:
              type: string
        Cat:
          allOf: [{ $ref: '#/components/schemas/Animal' }]
          type: object
          properties:
            lives:
              type: integer
        Owner:
          type: object
          properties:
            pet:
              description: The only one.
              allOf: [{ $ref: '#/components/schemas/Animal' }]
    ",
    );
    insta::assert_snapshot!(surface(&written), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Animal {
        Cat(crate::types::Cat),
        Base(AnimalBase),
        Unknown(json::Json),
    }

    variant: Animal, Cat(crate::types::Cat), is_cat, as_cat, from
    variant: Animal, Base(AnimalBase), is_base, as_base, from
    Animal: fn kind(&self) -> Option<&String>

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct AnimalBase {
        pub kind: String,
    }

    AnimalBase: fn new(kind: impl Into<String>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Cat {
        pub kind: String,
        pub lives: Option<i64>,
    }

    Cat: fn new(kind: impl Into<String>) -> Self
    Cat: fn with_lives(mut self, value: impl Into<i64>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Owner {
        pub pet: Option<crate::types::Animal>,
    }

    Owner: fn new() -> Self
    Owner: fn with_pet(mut self, value: impl Into<crate::types::Animal>) -> Self
    ");
}

#[test]
fn a_component_of_one_inline_part_is_that_part() {
    let written = emitted(
        "
        Pet:
          description: What is fed.
          allOf:
            - type: object
              properties:
                name:
                  type: string
        Named:
          oneOf:
            - $ref: '#/components/schemas/Pet'
    ",
    );
    insta::assert_snapshot!(surface(&written), @r"
    pub type Named = crate::types::Pet;

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Pet {
        pub name: Option<String>,
    }

    Pet: fn new() -> Self
    Pet: fn with_name(mut self, value: impl Into<String>) -> Self
    ");
}

#[test]
fn compositions_are_merged_through_references() {
    let written = emitted(
        "
        A:
          allOf:
            - $ref: '#/components/schemas/B'
            - type: object
              required: [b, c]
              properties:
                a:
                  type: string
        B:
          allOf:
            - $ref: '#/components/schemas/C'
            - type: object
              properties:
                b:
                  type: integer
        C:
          allOf:
            - allOf:
                - type: object
                  properties:
                    c:
                      type: boolean
    ",
    );
    insta::assert_snapshot!(surface(&written), @r"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct A {
        pub c: bool,
        pub b: i64,
        pub a: Option<String>,
    }

    A: fn new(c: impl Into<bool>, b: impl Into<i64>) -> Self
    A: fn with_a(mut self, value: impl Into<String>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct B {
        pub c: Option<bool>,
        pub b: Option<i64>,
    }

    B: fn new() -> Self
    B: fn with_c(mut self, value: impl Into<bool>) -> Self
    B: fn with_b(mut self, value: impl Into<i64>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct C {
        pub c: Option<bool>,
    }

    C: fn new() -> Self
    C: fn with_c(mut self, value: impl Into<bool>) -> Self
    ");
}

#[test]
fn schemas_that_are_composed_of_each_other_say_what_all_of_them_say() {
    let written = emitted(
        "
        A:
          allOf:
            - $ref: '#/components/schemas/B'
            - type: object
              properties:
                a:
                  type: string
        B:
          allOf:
            - $ref: '#/components/schemas/A'
            - type: object
              required: [a]
              properties:
                b:
                  type: string
    ",
    );
    insta::assert_snapshot!(surface(&written), @r"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct A {
        pub b: Option<String>,
        pub a: String,
    }

    A: fn new(a: impl Into<String>) -> Self
    A: fn with_b(mut self, value: impl Into<String>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct B {
        pub a: String,
        pub b: Option<String>,
    }

    B: fn new(a: impl Into<String>) -> Self
    B: fn with_b(mut self, value: impl Into<String>) -> Self
    ");
}

#[test]
fn chains_of_references_are_chains_of_names() {
    let written = emitted(
        "
        A:
          $ref: '#/components/schemas/B'
        B:
          $ref: '#/components/schemas/C'
        C:
          type: object
          properties:
            it:
              $ref: '#/components/schemas/A'
        Round:
          $ref: '#/components/schemas/Trip'
        Trip:
          $ref: '#/components/schemas/Round'
    ",
    );
    insta::assert_snapshot!(surface(&written), @r"
    pub type A = crate::types::B;

    pub type B = crate::types::C;

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct C {
        pub it: Option<Box<crate::types::A>>,
    }

    C: fn new() -> Self
    C: fn with_it(mut self, value: impl Into<crate::types::A>) -> Self

    pub type Round = crate::types::Trip;

    pub type Trip = json::Json;
    ");
}

#[test]
fn arrays_and_maps_of_themselves_have_types_of_their_own() {
    let written = emitted(
        "
        Tree:
          type: object
          additionalProperties:
            $ref: '#/components/schemas/Tree'
        Rows:
          type: array
          items:
            type: array
            items:
              $ref: '#/components/schemas/Rows'
        Shelf:
          type: array
          items:
            $ref: '#/components/schemas/Box'
        Box:
          type: object
          additionalProperties:
            $ref: '#/components/schemas/Shelf'
    ",
    );
    insta::assert_snapshot!(surface(&written), @r"
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Box(
        /// What it holds.
        pub json::Map<crate::types::Shelf>,
    );

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Rows(
        /// What it holds.
        pub Vec<Vec<crate::types::Rows>>,
    );

    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Shelf(
        /// What it holds.
        pub Vec<crate::types::Box>,
    );

    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Tree(
        /// What it holds.
        pub json::Map<crate::types::Tree>,
    );
    ");
}

#[test]
fn what_is_said_of_a_reference_is_said_of_the_field() {
    let written = emitted(
        "
        Owner:
          type: object
          properties:
            name:
              type: string
        Pet:
          type: object
          properties:
            owner:
              allOf:
                - $ref: '#/components/schemas/Owner'
                - description: Who feeds it.
                  deprecated: true
    ",
    );
    let field = written.lines().position(|line| line.contains("pub owner:"));
    let before = field.map(|at| written.lines().take(at).skip(at - 2));
    let before: Vec<&str> = before.into_iter().flatten().map(str::trim).collect();
    assert_eq!(before, ["/// Who feeds it.", "#[deprecated]"], "{written}");
}
