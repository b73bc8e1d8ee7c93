//! The codecs of a struct, as they are emitted.
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use clientwright_runtime::json::{
    self, Decode, Encode, Fault, Json, Nullable, Reader, UnknownFields, Writer,
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
        let start = reader.begin_object("Product")?;
        let mut id = None;
        let mut name = None;
        let mut stock = None;
        let mut parent = Nullable::Absent;
        let mut tags = None;
        let mut unknown_fields = UnknownFields::default();
        while let Some(key) = reader.next_key()? {
            match &*key {
                "id" => id = Some(Decode::decode(reader)?),
                "name" => name = reader.optional(key, &mut unknown_fields)?,
                "stock" => stock = reader.optional(key, &mut unknown_fields)?,
                "parent" => parent = Decode::decode(reader)?,
                "tags" => tags = reader.optional(key, &mut unknown_fields)?,
                _ => reader.keep(key, &mut unknown_fields)?,
            }
        }
        Ok(Self {
            id: reader.required(start, "id", id)?,
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
        writer.begin_object();
        writer.field("id", &self.id);
        writer.optional("name", &self.name);
        writer.optional("stock", &self.stock);
        writer.optional("parent", &self.parent);
        writer.optional("tags", &self.tags);
        writer.unknown_fields(&self.unknown_fields);
        writer.end_object();
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
