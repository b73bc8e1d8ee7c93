use super::surface::surface;
use super::written::emitted;

#[test]
fn an_array_of_itself_is_a_type_of_its_own() {
    let written = emitted(
        "
        Tree:
          type: array
          items:
            $ref: '#/components/schemas/Tree'
    ",
    );
    insta::assert_snapshot!(surface(&written), @r"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Tree(
        /// What it holds.
        pub Vec<crate::types::Tree>,
    );
    ");
}

#[test]
fn alternatives_that_only_require_members_are_no_union() {
    let written = emitted(
        "
        Scope:
          type: object
          properties:
            user:
              type: string
            email:
              type: string
          allOf:
            - anyOf:
                - required: [user]
                - required: [email]
    ",
    );
    insta::assert_snapshot!(surface(&written), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Scope {
        pub user: Option<String>,
        pub email: Option<String>,
    }

    Scope: fn new() -> Self
    Scope: fn with_user(mut self, value: impl Into<String>) -> Self
    Scope: fn with_email(mut self, value: impl Into<String>) -> Self
    ");
}

#[test]
fn alternatives_beneath_a_composition_do_not_come_back_in_their_own_variants() {
    let written = emitted(
        "
        Shape:
          type: object
          properties:
            name:
              type: string
          allOf:
            - oneOf:
                - type: object
                  required: [radius]
                  properties:
                    radius:
                      type: number
                - type: object
                  required: [side]
                  properties:
                    side:
                      type: number
    ",
    );
    insta::assert_snapshot!(surface(&written), @"
    #[derive(Clone, Debug, PartialEq)]
    pub enum Shape {
        WithRadius(ShapeWithRadius),
        WithSide(ShapeWithSide),
        Unknown(json::Json),
    }

    variant: Shape, WithRadius(ShapeWithRadius), is_with_radius, as_with_radius, from
    variant: Shape, WithSide(ShapeWithSide), is_with_side, as_with_side, from
    Shape: fn name(&self) -> Option<&String>

    #[derive(Clone, Debug, PartialEq)]
    pub struct ShapeWithRadius {
        pub name: Option<String>,
        pub radius: f64,
    }

    ShapeWithRadius: fn new(radius: impl Into<f64>) -> Self
    ShapeWithRadius: fn with_name(mut self, value: impl Into<String>) -> Self

    #[derive(Clone, Debug, PartialEq)]
    pub struct ShapeWithSide {
        pub name: Option<String>,
        pub side: f64,
    }

    ShapeWithSide: fn new(side: impl Into<f64>) -> Self
    ShapeWithSide: fn with_name(mut self, value: impl Into<String>) -> Self
    ");
}
