//! The codecs of a struct, as they are emitted.
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use clientwright_runtime::json::{
    self, Decode, Encode, Fault, Json, Member, Nullable, OpenMap, Place, Reader, UnknownFields,
    Writer,
};

#[derive(Clone, Debug, Default, PartialEq)]
struct Product {
    id: String,
    name: Option<String>,
    stock: Option<i64>,
    parent: Nullable<Box<Product>>,
    tags: Option<Vec<String>>,
    unknown_fields: UnknownFields,
}

impl Decode for Product {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        let mut id = None;
        let mut name = None;
        let mut stock = None;
        let mut parent = Nullable::Absent;
        let mut tags = None;
        let mut unknown_fields = UnknownFields::default();
        let places = &mut [
            Place::Required("id", &mut id),
            Place::Optional("name", &mut name),
            Place::Optional("stock", &mut stock),
            Place::Optional("parent", &mut parent),
            Place::Optional("tags", &mut tags),
        ];
        let start = reader.object("Product", places, &mut unknown_fields)?;
        let Some(id) = id else {
            return Err(reader.incomplete(start));
        };
        Ok(Self {
            id,
            name,
            stock,
            parent,
            tags,
            unknown_fields,
        })
    }
}

impl Encode for Product {
    fn encode(&self, writer: &mut Writer) {
        let members = &[
            Member::Required("id", &self.id),
            Member::Optional("name", &self.name),
            Member::Optional("stock", &self.stock),
            Member::Optional("parent", &self.parent),
            Member::Optional("tags", &self.tags),
        ];
        writer.object(members, &self.unknown_fields);
    }
}

/// Reads and writes; what comes out must be what went in.
fn kept(text: &str) -> Product {
    let product: Product = json::from_str(text).unwrap();
    assert_eq!(json::to_string(&product).unwrap(), text);
    product
}

#[test]
fn nothing_is_lost() {
    kept(r#"{"id":"p_1"}"#);
    kept(
        r#"{"id":"p_1","name":"tea","stock":-7,"parent":{"id":"p_0","parent":null},"tags":["a","b"]}"#,
    );
    let product = kept(r#"{"id":"p_1","size":{"w":1.50,"h":[1e400,{}]},"new":null}"#);
    assert_eq!(product.unknown_fields.len(), 2);
}

#[test]
fn an_illegal_null_is_sent_back_unless_there_is_a_value() {
    let mut product = kept(r#"{"id":"p_1","stock":null}"#);
    assert_eq!(product.stock, None);
    product.stock = Some(3);
    assert_eq!(
        json::to_string(&product).unwrap(),
        r#"{"id":"p_1","stock":3}"#
    );
    product.name = Some("b".to_owned());
    product.unknown_fields.insert("extra", Json::from([1, 2]));
    product.unknown_fields.insert("name", "a");
    let text = r#"{"id":"p_1","name":"b","stock":3,"extra":[1,2]}"#;
    assert_eq!(json::to_string(&product).unwrap(), text);
}

#[test]
fn the_last_of_equal_names_wins() {
    let product: Product = json::from_str(r#"{"id":"a","x":1,"id":"b","x":2}"#).unwrap();
    assert_eq!(product.id, "b");
    assert_eq!(product.unknown_fields.get("x"), Some(&Json::from(2)));
}

#[test]
fn errors_say_where_and_what() {
    let check = |text: &str, expected: &str| {
        let error = json::from_str::<Vec<Product>>(text).unwrap_err();
        assert_eq!(error.to_string(), expected, "{text}");
    };
    check(
        "[\n {\"id\": \"a\"},\n {\"id\": null}]",
        "[1].id: expected a string, found null (line 3, column 9)",
    );
    check(
        r#"[{"id":"a","parent":{"id":"b","tags":["x",1.5]}}]"#,
        "[0].parent.tags[1]: expected a string, found 1.5 (line 1, column 43)",
    );
    check(
        r#"[{"id":"a"},{"id":"b","parent":{"name":"b"}}]"#,
        "[1].parent: expected a member `id`, found an object without it (line 1, column 32)",
    );
    check(
        r#"[{"id":"a","stock":1.5}]"#,
        "[0].stock: expected an integer, found 1.5 (line 1, column 20)",
    );
    check(
        r#"[{"id":"a","parent":"some text which is longer than forty characters"}]"#,
        "[0].parent: expected an object (Product), \
         found the string \"some text which is longer than forty cha…\" (line 1, column 21)",
    );
    check(
        r#"[{"id":"a""#,
        "[0].id: expected `,` or `}`, found the end of the text (line 1, column 11)",
    );
    check(
        "{}",
        "expected an array, found an object (line 1, column 1)",
    );
    check(
        "",
        "expected a value, found the end of the text (line 1, column 1)",
    );
    check(
        "[] x",
        "expected the end of the text, found `x` (line 1, column 4)",
    );
}

/// The same by places, with a typed rest.
#[derive(Debug, PartialEq)]
struct Price {
    amount: f64,
    currency: String,
    tax: Option<i64>,
    note: Nullable<String>,
    rates: OpenMap<f64>,
}

impl Decode for Price {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        let mut amount = None;
        let mut currency = None;
        let mut tax = None;
        let mut note = Nullable::Absent;
        let mut rates = OpenMap::default();
        let places = &mut [
            Place::Required("amount", &mut amount),
            Place::Required("currency", &mut currency),
            Place::Optional("tax", &mut tax),
            Place::Optional("note", &mut note),
        ];
        let start = reader.object("Price", places, &mut rates)?;
        let (Some(amount), Some(currency)) = (amount, currency) else {
            return Err(reader.incomplete(start));
        };
        Ok(Self {
            amount,
            currency,
            tax,
            note,
            rates,
        })
    }
}

impl Encode for Price {
    fn encode(&self, writer: &mut Writer) {
        let members = &[
            Member::Required("amount", &self.amount),
            Member::Required("currency", &self.currency),
            Member::Optional("tax", &self.tax),
            Member::ReadOnly("note", &self.note),
        ];
        writer.object(members, &self.rates);
    }
}

#[test]
fn members_are_read_into_their_places() {
    for text in [
        r#"{"amount":1.5,"currency":"EUR"}"#,
        r#"{"amount":-3,"currency":"EUR","tax":7,"note":null,"a":1,"b":0.25}"#,
        r#"{"amount":-3,"currency":"EUR","a":1,"tax":null,"b":"1","c":{"d":[]}}"#,
    ] {
        let price: Price = json::from_str(text).unwrap();
        assert_eq!(json::to_string(&price).unwrap(), text);
    }
    for (text, expected) in [
        (
            r#"[{"x":1,"amount":1.5}]"#,
            "[0]: expected a member `currency`, found an object without it (line 1, column 2)",
        ),
        (
            r#"[{"currency":"{}\"amount"}]"#,
            "[0]: expected a member `amount`, found an object without it (line 1, column 2)",
        ),
        (
            r#"[{"amount":1,"currency":"EUR","tax":"7"}]"#,
            "[0].tax: expected an integer, found the string \"7\" (line 1, column 37)",
        ),
    ] {
        let error = json::from_str::<Vec<Price>>(text).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn members_of_the_type_go_before_others_of_the_same_name() {
    let mut price: Price = json::from_str(r#"{"amount":1,"currency":"EUR","a":1}"#).unwrap();
    price.rates.insert("amount".to_owned(), 2.0);
    let text = r#"{"amount":1,"currency":"EUR","a":1}"#;
    assert_eq!(json::to_string(&price).unwrap(), text);
}

#[test]
fn what_is_said_last_of_a_member_holds() {
    for (text, expected) in [
        (r#"{"tax":null,"tax":1}"#, r#"{"tax":1}"#),
        (r#"{"tax":1,"tax":null}"#, r#"{"tax":null}"#),
        (r#"{"a":1,"a":"s"}"#, r#"{"a":"s"}"#),
        (r#"{"a":"s","a":1}"#, r#"{"a":1}"#),
        (r#"{"a":1,"a":2,"b":"s","b":"t"}"#, r#"{"a":2,"b":"t"}"#),
        (r#"{"note":"s","note":null}"#, r#"{"note":null}"#),
    ] {
        let required = r#"{"amount":0,"currency":"EUR","#;
        let price: Price = json::from_str(&text.replacen('{', required, 1)).unwrap();
        assert_eq!(
            json::to_string(&price).unwrap(),
            expected.replacen('{', required, 1)
        );
    }
}

#[test]
fn read_only_members_are_not_part_of_a_request() {
    let sent = |text: &str| {
        let prices: Vec<Price> = json::from_str(text).unwrap();
        let mut writer = Writer::for_request();
        prices.encode(&mut writer);
        writer.finish().unwrap()
    };
    assert_eq!(
        sent(
            r#"[{"amount":1,"currency":"EUR","note":"n","a":1},{"amount":2,"currency":"EUR","note":null,"b":2}]"#
        ),
        r#"[{"amount":1,"currency":"EUR","a":1},{"amount":2,"currency":"EUR","b":2}]"#
    );
    let mut price: Price = json::from_str(r#"{"amount":1,"currency":"EUR"}"#).unwrap();
    price.rates.unknown_fields_mut().insert("note", Json::Null);
    let mut writer = Writer::for_request();
    price.encode(&mut writer);
    assert_eq!(writer.finish().unwrap(), r#"{"amount":1,"currency":"EUR"}"#);
}
