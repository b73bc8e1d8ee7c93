//! Arrays whose items have a type each, and members whose names fit a pattern.

use clientwright_runtime::json::{
    Decode, Encode, Evidence, Fault, Json, Nullable, OpenMap, Reader, Variants, Writer, from_str,
    to_string,
};

/// As a generated crate writes it: one item is required, two may be absent.
#[derive(Debug, PartialEq)]
struct Span {
    item0: String,
    item1: Option<i64>,
    item2: Nullable<bool>,
    further_items: Vec<Json>,
}

impl Decode for Span {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        let mut items = reader.begin_items("an array of 1 or more items")?;
        let item0 = reader.required_item(&mut items)?;
        let item1 = reader.optional_item(&mut items)?;
        let item2 = reader.optional_item(&mut items)?.unwrap_or_default();
        let further_items = reader.further_items(&mut items)?;
        Ok(Self {
            item0,
            item1,
            item2,
            further_items,
        })
    }
}

impl Encode for Span {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_array();
        writer.item(&self.item0);
        writer.optional_items(&[&self.item1, &self.item2], !self.further_items.is_empty());
        for item in &self.further_items {
            writer.item(item);
        }
        writer.end_array();
    }
}

#[test]
fn a_tuple_comes_back_as_it_was() {
    for text in [
        r#"["a"]"#,
        r#"["a",1]"#,
        r#"["a",1,null]"#,
        r#"["a",1,true]"#,
        r#"["a",1,true,{"more":[1]},null]"#,
    ] {
        let span: Span = from_str(text).unwrap();
        assert_eq!(to_string(&span).unwrap(), text);
    }
}

#[test]
fn an_absent_item_before_others_is_null() {
    let span = Span {
        item0: "a".to_owned(),
        item1: None,
        item2: Nullable::Value(true),
        further_items: Vec::new(),
    };
    assert_eq!(to_string(&span).unwrap(), r#"["a",null,true]"#);
}

#[test]
fn a_tuple_that_is_none_says_where_and_why() {
    let check = |text: &str, expected: &str| {
        let error = from_str::<Vec<Span>>(text).unwrap_err();
        assert_eq!(error.to_string(), expected);
    };
    check(
        "[[]]",
        "[0]: expected an array of 1 or more items, found an array (line 1, column 2)",
    );
    check(
        r#"[["a"],{}]"#,
        "[1]: expected an array of 1 or more items, found an object (line 1, column 8)",
    );
    check(
        r#"[["a","b"]]"#,
        "[0][1]: expected an integer, found the string \"b\" (line 1, column 7)",
    );
    check(
        r#"[["a",1"#,
        "[0][1]: expected `,` or `]`, found the end of the text (line 1, column 8)",
    );
}

#[test]
fn unions_tell_tuples_apart_by_their_items() {
    static VARIANTS: Variants = Variants::new(&[
        Evidence::ARRAY.prefix(&[Evidence::STRING, Evidence::INTEGER], 2),
        Evidence::ARRAY.prefix(&[Evidence::STRING, Evidence::STRING, Evidence::INTEGER], 2),
        Evidence::ARRAY.items(&Evidence::INTEGER),
    ]);
    let check = |text: &str, expected: Option<usize>| {
        assert_eq!(
            Reader::new(text).choose(&VARIANTS).unwrap(),
            expected,
            "{text}"
        );
    };
    check(r#"["a",1]"#, Some(0));
    check(r#"["a","b"]"#, Some(1));
    check(r#"["a","b",3]"#, Some(1));
    check("[1,2]", Some(2));
    check("[]", Some(2));
    check(r#"["a"]"#, None);
    check("[true]", None);
}

#[test]
fn members_that_do_not_fit_a_pattern_are_kept() {
    let text = r#"{"x-a":1,"x-b":2,"name":"n","none":null}"#;
    let map: OpenMap<i64> = from_str(text).unwrap();
    assert_eq!(map.get("x-b"), Some(&2));
    assert_eq!(map.len(), 2);
    assert_eq!(map.unknown_fields().len(), 2);
    assert_eq!(to_string(&map).unwrap(), text);
    let built: OpenMap<i64> = [("x-a", 1)].into_iter().collect();
    assert_eq!(to_string(&built).unwrap(), r#"{"x-a":1}"#);
    assert!(from_str::<OpenMap<i64>>(r#"{"a":1"#).is_err());
}
