//! Texts of 10 MB that are made to hurt: each must end, without a panic. Nothing is timed, for what took quadratic time
//! would not end while anybody waits.

use clientwright_runtime::json::{
    self, Decode, Decoded, Encode, Evidence, Json, JsonObject, Kinds, Map, Member, Number, Place,
    Reader, UnknownFields, Variants, Writer,
};

const LENGTH: usize = 10_000_000;

fn read(text: &str) -> Result<Json, String> {
    let json = json::from_str::<Json>(text).map_err(|error| error.to_string());
    let typed = json::from_str::<Map<Vec<i64>>>(text);
    assert!(typed.is_ok() || typed.is_err_and(|error| error.to_string().len() < 10_000));
    json
}

#[test]
fn depth_is_limited() {
    for part in ["[", r#"{"a":"#, r#"[{"b":"#] {
        let error = read(&part.repeat(LENGTH / part.len())).unwrap_err();
        assert!(error.contains("no more than 128 levels"), "{error}");
    }
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(json::from_str::<Json>(&nested(128)).is_ok());
    assert!(json::from_str::<Json>(&nested(129)).is_err());
}

#[test]
fn levels_beside_each_other_do_not_add_up() {
    let text = format!("[{}1]", "[],{},".repeat(1000));
    assert!(json::from_str::<Json>(&text).is_ok());
}

#[test]
fn writing_is_limited_too() {
    struct Endless;
    impl Encode for Endless {
        fn encode(&self, writer: &mut Writer) {
            writer.begin_array();
            writer.item(self);
            writer.end_array();
        }
    }
    let error = json::to_string(&Endless).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("the value has more than 128 levels")
    );
    let nested = (0..127).fold(Json::Array(vec![]), |inner, _| Json::Array(vec![inner]));
    assert_eq!(json::from_json::<Json>(&nested).unwrap(), nested);
    assert_eq!(json::to_json(&nested).unwrap(), nested);
    let deeper = Json::Array(vec![nested]);
    assert!(json::from_json::<Json>(&deeper).is_err());
    assert!(json::to_json(&deeper).is_err());
}

#[test]
fn equal_names_are_one_member() {
    let text = format!("{{{}\"a\":1}}", "\"a\":1,".repeat(LENGTH / 6));
    assert_eq!(read(&text).unwrap().to_string(), r#"{"a":1}"#);
}

#[test]
fn different_names_take_linear_time() {
    let members: Vec<String> = (0..LENGTH / 20)
        .map(|index| format!("\"m{index}\":{index}"))
        .collect();
    let text = format!("{{{}}}", members.join(","));
    assert_eq!(read(&text).unwrap().as_object().unwrap().len(), LENGTH / 20);
}

#[test]
fn strings_may_be_long() {
    let text = format!("\"{}\"", "x".repeat(LENGTH));
    assert_eq!(read(&text).unwrap().as_str().unwrap().len(), LENGTH);
    let text = format!("\"{}\"", "\\n".repeat(LENGTH / 2));
    assert_eq!(read(&text).unwrap().as_str().unwrap().len(), LENGTH / 2);
    for open in [
        format!("\"{}", "x".repeat(LENGTH)),
        format!("\"{}", "\\\"".repeat(LENGTH / 2)),
    ] {
        let error = read(&open).unwrap_err();
        assert!(error.len() < 200, "{error}");
    }
    let text = format!("{{\"{}\":[}}", "x".repeat(LENGTH));
    assert!(read(&text).unwrap_err().len() < 200);
    // Many strings before the fault: the path is found in one pass.
    let text = format!("[{}nul]", "\"a\" ,".repeat(LENGTH / 5));
    assert!(read(&text).unwrap_err().starts_with("[2000000]: "));
    let text = format!("[{}\"a\" {}nul]", "\"a\",".repeat(1000), " ".repeat(LENGTH));
    assert!(read(&text).unwrap_err().starts_with("[1000]: "));
}

#[test]
fn numbers_may_be_long() {
    // Each is looked at many times.
    const DIGITS: usize = LENGTH / 5;
    for text in [
        "1".repeat(DIGITS),
        format!("0.{}1", "0".repeat(DIGITS)),
        format!("1{}", "0".repeat(DIGITS)),
        format!("1e{}", "9".repeat(DIGITS)),
        format!("1{}e-{DIGITS}", "0".repeat(DIGITS)),
    ] {
        let number = read(&text).unwrap();
        let number = number.as_number().unwrap();
        assert_eq!(number, &number.clone());
        let (integer, float) = (number.as_i64(), number.as_f64());
        let read: Option<i64> = json::from_str(&text).ok();
        assert_eq!(read, integer);
        assert_eq!(json::from_str::<f64>(&text).ok(), float);
    }
    let number: Number = format!("1{}e-{DIGITS}", "0".repeat(DIGITS))
        .parse()
        .unwrap();
    assert_eq!(number.as_i64(), Some(1));
}

#[test]
fn choosing_at_every_level_ends() {
    static ITEMS: Evidence = Evidence::new(Kinds::ARRAY.or(Kinds::STRING)).items(&ITEMS);
    static VARIANTS: Variants = Variants::new(&[
        ITEMS,
        Evidence::new(Kinds::ARRAY.or(Kinds::STRING)).items(&ITEMS),
    ]);
    fn descend(reader: &mut Reader<'_>) {
        assert_eq!(reader.choose(&VARIANTS).unwrap(), Some(0));
        reader.begin_array().unwrap();
        while reader.next_item().unwrap() {
            if reader.peek().unwrap() == json::Kind::Array {
                descend(reader);
            } else {
                reader.string().unwrap();
            }
        }
    }
    let text = format!(
        "{}\"{}\"{}",
        "[".repeat(128),
        "x".repeat(LENGTH / 10),
        "]".repeat(128)
    );
    descend(&mut Reader::new(&text));
}

/// A struct of two members, one of them required, as it is emitted.
#[derive(Debug)]
struct Item {
    id: i64,
    name: Option<String>,
    unknown_fields: UnknownFields,
}

impl Decode for Item {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let mut id = None;
        let mut name = None;
        let mut unknown_fields = UnknownFields::default();
        let start = reader.object(
            "Item",
            &mut [
                Place::Required("id", &mut id),
                Place::Optional("name", &mut name),
            ],
            &mut unknown_fields,
        )?;
        let Some(id) = id else {
            return Err(reader.incomplete(start));
        };
        Ok(Self {
            id,
            name,
            unknown_fields,
        })
    }
}

impl Encode for Item {
    fn encode(&self, writer: &mut Writer) {
        writer.object(
            &[
                Member::Required("id", &self.id),
                Member::Optional("name", &self.name),
            ],
            &self.unknown_fields,
        );
    }
}

#[test]
fn a_member_of_a_struct_may_come_many_times() {
    let text = format!("{{{}\"id\":2}}", "\"id\":1,\"x\":0,".repeat(LENGTH / 13));
    let item: Item = json::from_str(&text).unwrap();
    assert_eq!(json::to_string(&item).unwrap(), r#"{"id":2,"x":0}"#);
    let text = format!(
        "{{{}\"id\":2}}",
        "\"name\":null,\"name\":\"\",".repeat(LENGTH / 22)
    );
    let item: Item = json::from_str(&text).unwrap();
    assert_eq!(item.name.as_deref(), Some(""));
}

#[test]
fn a_struct_may_have_a_million_unknown_fields() {
    let members: Vec<String> = (0..1_000_000)
        .map(|index| format!("\"m{index}\":0"))
        .collect();
    let text = format!("{{\"id\":1,{}}}", members.join(","));
    let item: Item = json::from_str(&text).unwrap();
    assert_eq!(item.unknown_fields.len(), 1_000_000);
    assert_eq!(json::to_string(&item).unwrap(), text);
    let error = json::from_str::<Item>(&text.replacen("id", "di", 1)).unwrap_err();
    assert_eq!(error.expected(), "a member `id`");
}

#[test]
fn what_is_nested_too_deep_by_hand_is_an_error_when_it_is_written() {
    // As deep as it can be dropped on the stack of a test.
    let deep = (0..2_000).fold(Json::Null, |inner, level| match level % 2 {
        0 => Json::Array(vec![inner]),
        _ => Json::from(JsonObject::from([("a", inner)])),
    });
    let error = json::to_string(&deep).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("the value has more than 128 levels")
    );
    assert!(error.path().len() < 1_000);
}

#[test]
fn a_text_cut_anywhere_is_an_error_with_a_place() {
    let text =
        r#"[{"id":1,"name":"\u00e9\ud83d\ude00\n","x":[true,null,-1.5e3,{"y":{}}]},{"id":2}]"#;
    assert!(json::from_str::<Vec<Item>>(text).is_ok());
    for cut in 0..text.len() {
        let error = json::from_str::<Vec<Item>>(&text[..cut]).unwrap_err();
        assert!(error.offset() <= cut && error.line() == 1, "{cut}: {error}");
        assert!(!error.expected().is_empty() && !error.found().is_empty());
        assert_eq!(error.column(), error.offset() + 1);
    }
}

#[test]
fn names_in_paths_are_quoted_where_they_could_be_misread_and_never_long() {
    for (name, path) in [
        ("a", "a.id"),
        ("a-b_c$@d", "a-b_c$@d.id"),
        ("a.b", "[\"a.b\"].id"),
        ("", "[\"\"].id"),
        ("[0]", "[\"[0]\"].id"),
        // As it is written, so that the text can be searched for it.
        (r#"a\"b"#, r#"["a\"b"].id"#),
        ("\u{65e5}\u{672c}", "\u{65e5}\u{672c}.id"),
        (r"\u0000", r#"["\u0000"].id"#),
    ] {
        let text = format!(r#"{{"{name}":{{"id":"1"}}}}"#);
        let error = json::from_str::<Map<Item>>(&text).unwrap_err();
        assert_eq!(error.path(), path);
        assert_eq!(
            (error.expected(), error.found()),
            ("an integer", "the string \"1\"")
        );
    }
    let long = format!("{{\"{}\":", "x".repeat(70_000)).repeat(127);
    let error = json::from_str::<Json>(&long).unwrap_err();
    assert!(error.path().len() < 127 * 50, "{}", error.path().len());
}

#[test]
fn bytes_that_no_text_has_are_refused_where_they_are() {
    for (bytes, offset) in [
        (&b"{\"id\":1,\"name\":\"\x80\"}"[..], 16),
        (b"\xff\xfe{\0}\0", 0),
        (b"{\"id\":1}\0", 8),
        (b"{\"id\":1,\"\0\":1}", 9),
        (b"\0", 0),
        (b"[\"\xed\xa0\x80\"]", 2),
    ] {
        let error = json::from_slice::<Item>(bytes).unwrap_err();
        assert!(error.offset().abs_diff(offset) <= 1, "{bytes:?}: {error}");
    }
}
