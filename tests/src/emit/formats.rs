use super::{
    surface::surface,
    written::{emitted, emitted_by},
};

#[test]
fn integers_have_the_width_that_their_format_names() {
    insta::assert_snapshot!(surface(&emitted("
        Widths:
          type: object
          properties:
            any: {type: integer}
            bounded: {type: integer, minimum: 0, maximum: 255}
            a: {type: integer, format: int8}
            b: {type: integer, format: int16}
            c: {type: integer, format: int32}
            d: {type: integer, format: int64}
            e: {type: integer, format: uint8}
            f: {type: integer, format: uint16}
            g: {type: integer, format: u-int32}
            h: {type: integer, format: uint}
            other: {type: integer, format: seconds}
    ")), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Widths {
        pub any: Option<i64>,
        pub bounded: Option<i64>,
        pub a: Option<i8>,
        pub b: Option<i16>,
        pub c: Option<i32>,
        pub d: Option<i64>,
        pub e: Option<u8>,
        pub f: Option<u16>,
        pub g: Option<u32>,
        pub h: Option<u64>,
        pub other: Option<i64>,
    }

    Widths: fn new() -> Self
    Widths: fn with_any(mut self, value: impl Into<i64>) -> Self
    Widths: fn with_bounded(mut self, value: impl Into<i64>) -> Self
    Widths: fn with_a(mut self, value: i8) -> Self
    Widths: fn with_b(mut self, value: i16) -> Self
    Widths: fn with_c(mut self, value: impl Into<i32>) -> Self
    Widths: fn with_d(mut self, value: impl Into<i64>) -> Self
    Widths: fn with_e(mut self, value: u8) -> Self
    Widths: fn with_f(mut self, value: u16) -> Self
    Widths: fn with_g(mut self, value: u32) -> Self
    Widths: fn with_h(mut self, value: u64) -> Self
    Widths: fn with_other(mut self, value: impl Into<i64>) -> Self
    ");
}

#[test]
fn numbers_whose_digits_count_keep_them() {
    insta::assert_snapshot!(surface(&emitted("
        Amounts:
          type: object
          properties:
            any: {type: number}
            single: {type: number, format: float}
            double: {type: number, format: double}
            money: {type: number, format: decimal}
            large: {type: number, format: int64}
    ")), @"
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Amounts {
        pub any: Option<f64>,
        pub single: Option<f64>,
        pub double: Option<f64>,
        pub money: Option<json::Number>,
        pub large: Option<json::Number>,
    }

    Amounts: fn new() -> Self
    Amounts: fn with_any(mut self, value: impl Into<f64>) -> Self
    Amounts: fn with_single(mut self, value: impl Into<f64>) -> Self
    Amounts: fn with_double(mut self, value: impl Into<f64>) -> Self
    Amounts: fn with_money(mut self, value: impl Into<json::Number>) -> Self
    Amounts: fn with_large(mut self, value: impl Into<json::Number>) -> Self
    ");
}

#[test]
fn texts_with_a_format_are_kept_as_they_came_and_say_what_they_hold() {
    insta::assert_snapshot!(surface(&emitted("
        Event:
          type: object
          required: [id, at]
          properties:
            id: {type: string, format: uuid}
            at: {type: string, format: dateTime}
            day: {type: string, format: date}
            link: {type: string, format: url}
            seal: {type: string, contentEncoding: base64}
            counted: {type: integer, format: unixtime}
            mail: {type: string, format: email}
            odd: {type: string, format: MM/YYYY}
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Event {
        pub id: crate::formats::Uuid,
        pub at: crate::formats::DateTime,
        pub day: Option<crate::formats::Date>,
        pub link: Option<crate::formats::Uri>,
        pub seal: Option<crate::formats::Base64>,
        pub counted: Option<crate::formats::UnixSeconds>,
        pub mail: Option<String>,
        pub odd: Option<String>,
    }

    Event: fn new(id: impl Into<crate::formats::Uuid>, at: impl Into<crate::formats::DateTime>) -> Self
    Event: fn with_day(mut self, value: impl Into<crate::formats::Date>) -> Self
    Event: fn with_link(mut self, value: impl Into<crate::formats::Uri>) -> Self
    Event: fn with_seal(mut self, value: impl Into<crate::formats::Base64>) -> Self
    Event: fn with_counted(mut self, value: impl Into<crate::formats::UnixSeconds>) -> Self
    Event: fn with_mail(mut self, value: impl Into<String>) -> Self
    Event: fn with_odd(mut self, value: impl Into<String>) -> Self
    ");
}

#[test]
fn variants_without_a_name_are_called_after_their_format() {
    insta::assert_snapshot!(surface(&emitted("
        When:
          oneOf:
            - {type: string, format: date-time}
            - {type: string, format: duration}
            - {type: integer, format: unix-time}
    ")), @"
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum When {
        DateTime(crate::formats::DateTime),
        Duration(crate::formats::Duration),
        UnixTime(crate::formats::UnixSeconds),
        Unknown(json::Json),
    }

    variant: When, DateTime(crate::formats::DateTime), is_date_time, as_date_time, from
    variant: When, Duration(crate::formats::Duration), is_duration, as_duration, from
    variant: When, UnixTime(crate::formats::UnixSeconds), is_unix_time, as_unix_time, from
    ");
}

#[test]
fn variants_are_told_apart_by_the_form_of_their_texts() {
    let emitted = emitted(
        "
        When:
          oneOf:
            - {type: string, format: date-time}
            - {type: string, format: date}
            - {type: string, format: byte}
    ",
    );
    let told = emitted
        .lines()
        .filter(|line| line.contains("json::Evidence::"));
    let told: Vec<&str> = told.map(str::trim).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    json::Evidence::STRING.form(json::forms::date_time),
    json::Evidence::STRING.form(json::forms::date),
    json::Evidence::STRING,
    ");
}

#[test]
fn a_type_can_be_chosen_for_each_format_under_its_own_name_or_that_of_the_registry() {
    let chosen = r#"
        [formats]
        date-time = "chrono"
        created-on = "text"
        guid = "uuid"
        float = "f32"
        snowflake = "decimal"
        decimal = "rust_decimal"
    "#;
    insta::assert_snapshot!(surface(&emitted_by(chosen, "
        Event:
          type: object
          required: [at]
          properties:
            at: {type: string, format: dateTime}
            on: {type: string, format: created-on}
            id: {type: string, format: guid}
            other: {type: string, format: uuid}
            ratio: {type: number, format: float}
            snowflake: {type: string, format: snowflake}
    ")), @"
    #[derive(Clone, Debug, PartialEq)]
    pub struct Event {
        pub at: ::chrono::DateTime<::chrono::Utc>,
        pub on: Option<String>,
        pub id: Option<::uuid::Uuid>,
        pub other: Option<crate::formats::Uuid>,
        pub ratio: Option<f32>,
        pub snowflake: Option<::rust_decimal::Decimal>,
    }

    Event: fn new(at: impl Into<::chrono::DateTime<::chrono::Utc>>) -> Self
    Event: fn with_on(mut self, value: impl Into<String>) -> Self
    Event: fn with_id(mut self, value: impl Into<::uuid::Uuid>) -> Self
    Event: fn with_other(mut self, value: impl Into<crate::formats::Uuid>) -> Self
    Event: fn with_ratio(mut self, value: f32) -> Self
    Event: fn with_snowflake(mut self, value: impl Into<::rust_decimal::Decimal>) -> Self
    ");
}
