use super::{surface::surface, written::emitted};

#[test]
fn keywords_and_odd_names_become_identifiers() {
    insta::assert_snapshot!(surface(&emitted("
        Odd:
          type: object
          properties:
            type: { type: string }
            self: { type: string }
            gen: { type: string }
            new: { type: string }
            '2nd': { type: string }
            userID: { type: string }
            user_id: { type: string }
            '': { type: string }
            größe: { type: string }
            unknown_fields: { type: string }
    ")), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Odd {
        pub r#type: Option<String>,
        pub self_: Option<String>,
        pub r#gen: Option<String>,
        pub new: Option<String>,
        pub _2nd: Option<String>,
        pub user_id2: Option<String>,
        pub user_id: Option<String>,
        pub empty: Option<String>,
        pub größe: Option<String>,
        pub unknown_fields: Option<String>,
    }

    Odd: fn new() -> Self
    Odd: fn with_type(mut self, value: impl Into<String>) -> Self
    Odd: fn with_self(mut self, value: impl Into<String>) -> Self
    Odd: fn with_gen(mut self, value: impl Into<String>) -> Self
    Odd: fn with_new(mut self, value: impl Into<String>) -> Self
    Odd: fn with_2nd(mut self, value: impl Into<String>) -> Self
    Odd: fn with_user_id2(mut self, value: impl Into<String>) -> Self
    Odd: fn with_user_id(mut self, value: impl Into<String>) -> Self
    Odd: fn with_empty(mut self, value: impl Into<String>) -> Self
    Odd: fn with_größe(mut self, value: impl Into<String>) -> Self
    Odd: fn with_unknown_fields(mut self, value: impl Into<String>) -> Self
    ");
}

#[test]
fn names_of_the_standard_library_can_be_taken() {
    let text = emitted(
        "
        Option: { type: object, properties: { some: { type: string } } }
        String: { type: object, properties: { vec: { $ref: '#/components/schemas/Option' } } }
        ",
    );
    for field in [
        "pub some: ::std::option::Option<::std::string::String>",
        "pub vec: ::std::option::Option<crate::types::Option>",
    ] {
        assert!(text.contains(field), "{text}");
    }
}
