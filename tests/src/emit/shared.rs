use super::surface::surface;
use super::written::emitted;

/// Two components, and in each an inline `owner` with an inline `kind`.
const TWINS: &str = "
    Repository:
      type: object
      properties:
        owner: &owner
          type: object
          required: [name]
          properties: { name: { type: string }, role: { type: string, enum: [user, team] } }
    Gist:
      type: object
      properties:
        owner: *owner
";

#[test]
fn twins_that_stand_in_several_places_are_one_type_that_each_place_has_a_name_for() {
    let written = emitted(TWINS);
    let names = written.lines().filter(|line| line.starts_with("pub use"));
    let names = names.collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(format!("{names}\n{}", surface(&written)), @"
    pub use crate::types::shared::Owner;
    pub use crate::types::shared::Role;
    pub use crate::types::shared::Owner;
    pub use crate::types::shared::Role;
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Gist {
        pub owner: Option<crate::types::shared::Owner>,
    }

    Gist: fn new() -> Self
    Gist: fn with_owner(mut self, value: impl Into<crate::types::shared::Owner>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Repository {
        pub owner: Option<crate::types::shared::Owner>,
    }

    Repository: fn new() -> Self
    Repository: fn with_owner(mut self, value: impl Into<crate::types::shared::Owner>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Owner {
        pub name: String,
        pub role: Option<crate::types::shared::Role>,
    }

    Owner: fn new(name: impl Into<String>) -> Self
    Owner: fn with_role(mut self, value: impl Into<crate::types::shared::Role>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Role {
        User,
        Team,
        Unknown(json::UnknownValue),
    }

    Role: fn as_str(&self) -> &str
    ");
}

/// Two names of one inline type, and a type that contains itself by way of a twin of its own alternatives.
#[test]
fn other_names_of_one_type_have_one_conversion() {
    let written = emitted(
        "
        A: { type: array, items: { type: string } }
        B: { type: array, items: { type: string } }
        Either: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
    ",
    );
    assert!(
        !written.contains("::std::convert::From<crate::types::A>"),
        "{written}"
    );
}

#[test]
fn boxes_are_where_the_emitted_twins_contain_themselves() {
    let written = emitted(
        "
        Query:
          type: object
          properties:
            prefetch: &prefetch
              oneOf: [{ $ref: '#/components/schemas/Prefetch' }, { type: string }]
        Prefetch:
          type: object
          properties:
            prefetch: *prefetch
    ",
    );
    let boxes = written.matches("::std::boxed::Box<");
    assert_eq!(boxes.count(), 1, "{written}");
    let boxed = "::std::boxed::Box<crate::types::shared::Prefetch>";
    assert!(written.contains(boxed), "{written}");
}

/// Such a map has traits that a map of typed values has not.
#[test]
fn a_map_of_anything_is_an_object_whatever_anything_is_called() {
    let written = emitted(
        "
        Anything: {}
        History:
          type: object
          required: [entries]
          properties:
            entries:
              type: object
              additionalProperties: { $ref: '#/components/schemas/Anything' }
    ",
    );
    assert!(
        written.contains("pub entries: json::JsonObject,"),
        "{written}"
    );
}
