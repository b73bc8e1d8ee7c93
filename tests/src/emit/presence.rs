use super::{surface::surface, written::emitted};

#[test]
fn members_are_written_by_who_sends_them() {
    let text = emitted(
        "
        User:
          type: object
          required: [id, password]
          properties:
            id: { type: string, readOnly: true }
            created: { type: string, readOnly: true, nullable: true }
            password: { type: string, writeOnly: true }
          additionalProperties: { type: integer }
    ",
    );
    let from = text.find("        let mut id").expect("it is read");
    insta::assert_snapshot!(&text[from..], @r#"
            let mut id = ::std::option::Option::None;
            let mut created = json::Nullable::Absent;
            let mut password = ::std::option::Option::None;
            let mut additional_properties = json::OpenMap::default();
            reader
                .object(
                    "User",
                    &mut [
                        json::Place::Optional("id", &mut id),
                        json::Place::Optional("created", &mut created),
                        json::Place::Optional("password", &mut password),
                    ],
                    &mut additional_properties,
                )?;
            ::std::result::Result::Ok(Self {
                id,
                created,
                password,
                additional_properties,
            })
        }
    }

    impl json::Encode for User {
        fn encode(&self, writer: &mut json::Writer) {
            writer
                .object(
                    &[
                        json::Member::ReadOnly("id", &self.id),
                        json::Member::ReadOnly("created", &self.created),
                        json::Member::Optional("password", &self.password),
                    ],
                    &self.additional_properties,
                );
        }
    }

    #[cfg(feature = "serde")]
    bridge_to_serde!(User);
    "#);
}

#[test]
fn what_may_be_null_is_set_to_null_too_and_what_can_only_be_one_thing_is_not_asked_for() {
    let text = emitted(
        "
        Circle:
          type: object
          required: [kind, secret, radius, id]
          properties:
            kind: { type: string, enum: [circle] }
            secret: { type: string, writeOnly: true }
            radius: { type: number }
            id: { type: string, readOnly: true }
            note: { type: string, nullable: true }
            count: { type: integer, format: uint8, nullable: true }
    ",
    );
    insta::assert_snapshot!(surface(&text), @"
    #[derive(Clone, Debug, PartialEq)]
    pub struct Circle {
        pub kind: CircleKind,
        pub secret: Option<String>,
        pub radius: f64,
        pub id: Option<String>,
        pub note: json::Nullable<String>,
        pub count: json::Nullable<u8>,
    }

    Circle: fn new(secret: impl Into<String>, radius: impl Into<f64>) -> Self
    Circle: fn with_secret(mut self, value: impl Into<String>) -> Self
    Circle: fn with_id(mut self, value: impl Into<String>) -> Self
    Circle: fn with_note<By>(mut self, value: impl json::IntoNullable<String, By>) -> Self
    Circle: fn with_count(mut self, value: impl Into<json::Nullable<u8>>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum CircleKind {
        Circle,
        Unknown(json::UnknownValue),
    }

    CircleKind: fn as_str(&self) -> &str
    ");
    let from = text.find("        Self {").expect("it is made");
    let to = from + text[from..].find("    }\n\n").expect("that ends");
    insta::assert_snapshot!(&text[from..to], @"
    Self {
        kind: CircleKind::Circle,
        secret: ::std::option::Option::Some(secret.into()),
        radius: radius.into(),
        id: ::std::option::Option::None,
        note: json::Nullable::Absent,
        count: json::Nullable::Absent,
        unknown_fields: json::UnknownFields::default(),
    }
    ");
}

#[test]
fn a_default_has_a_method_where_it_has_a_short_spelling() {
    let text = emitted(
        "
        Search:
          type: object
          properties:
            limit: { type: integer, default: 20 }
            least: { type: number, default: -0.5 }
            sort: { type: string, enum: [up, down], default: down }
            name: { type: string, default: '*' }
            deep: { type: boolean, default: false }
            tags: { type: array, items: { type: string }, default: [] }
            other: { type: string, nullable: true, default: a }
            small: { type: integer, format: int8, default: 300 }
    ",
    );
    let from = text
        .find("    /// [`limit`](Self::limit), or")
        .expect("it is there");
    let to = from
        + text[from..]
            .find("    /// The members that came")
            .expect("that ends");
    insta::assert_snapshot!(&text[from..to], @r#"
    /// [`limit`](Self::limit), or what it is for the server where it is absent.
    pub fn limit_or_default(&self) -> i64 {
        self.limit.unwrap_or(20)
    }

    /// [`least`](Self::least), or what it is for the server where it is absent.
    #[allow(clippy::approx_constant, reason = "the description says so")]
    pub fn least_or_default(&self) -> f64 {
        self.least.unwrap_or(-0.5)
    }

    /// [`sort`](Self::sort), or [`Down`](Sort::Down), which it is for the server where it is absent.
    pub fn sort_or_default(&self) -> &Sort {
        self.sort.as_ref().unwrap_or(&Sort::Down)
    }

    /// [`name`](Self::name), or what it is for the server where it is absent.
    pub fn name_or_default(&self) -> &str {
        self.name.as_deref().unwrap_or("*")
    }

    /// [`deep`](Self::deep), or what it is for the server where it is absent.
    pub fn deep_or_default(&self) -> bool {
        self.deep.unwrap_or(false)
    }
    "#);
}
