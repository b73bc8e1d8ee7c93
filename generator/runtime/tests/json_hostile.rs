//! Texts of 10 MB that are made to hurt: each must end soon, without a panic.

use std::time::{Duration, Instant};

use clientwright_runtime::json::{
    self, Encode, Evidence, Json, Kinds, Map, Number, Reader, Variants, Writer,
};

const LENGTH: usize = 10_000_000;
/// Far more than any of it takes in a debug build, far less than what is not linear takes.
const SOON: Duration = Duration::from_secs(30);

fn read(name: &str, text: &str) -> Result<Json, String> {
    let start = Instant::now();
    let json = json::from_str::<Json>(text).map_err(|error| error.to_string());
    let typed = json::from_str::<Map<Vec<i64>>>(text);
    assert!(typed.is_ok() || typed.is_err_and(|error| error.to_string().len() < 10_000));
    assert!(start.elapsed() < SOON, "{name} took {:?}", start.elapsed());
    json
}

#[test]
fn depth_is_limited() {
    for part in ["[", r#"{"a":"#, r#"[{"b":"#] {
        let error = read(part, &part.repeat(LENGTH / part.len())).unwrap_err();
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
    assert_eq!(read("names", &text).unwrap().to_string(), r#"{"a":1}"#);
}

#[test]
fn different_names_take_linear_time() {
    let members: Vec<String> = (0..LENGTH / 20)
        .map(|index| format!("\"m{index}\":{index}"))
        .collect();
    let text = format!("{{{}}}", members.join(","));
    assert_eq!(
        read("members", &text).unwrap().as_object().unwrap().len(),
        LENGTH / 20
    );
}

#[test]
fn strings_may_be_long() {
    let text = format!("\"{}\"", "x".repeat(LENGTH));
    assert_eq!(
        read("string", &text).unwrap().as_str().unwrap().len(),
        LENGTH
    );
    let text = format!("\"{}\"", "\\n".repeat(LENGTH / 2));
    assert_eq!(
        read("escapes", &text).unwrap().as_str().unwrap().len(),
        LENGTH / 2
    );
    for open in [
        format!("\"{}", "x".repeat(LENGTH)),
        format!("\"{}", "\\\"".repeat(LENGTH / 2)),
    ] {
        let error = read("open string", &open).unwrap_err();
        assert!(error.len() < 200, "{error}");
    }
    let text = format!("{{\"{}\":[}}", "x".repeat(LENGTH));
    assert!(read("name", &text).unwrap_err().len() < 200);
    // Many strings before the fault: the path is found in one pass.
    let text = format!("[{}nul]", "\"a\" ,".repeat(LENGTH / 5));
    assert!(
        read("strings", &text)
            .unwrap_err()
            .starts_with("[2000000]: ")
    );
    let text = format!("[{}\"a\" {}nul]", "\"a\",".repeat(1000), " ".repeat(LENGTH));
    assert!(read("space", &text).unwrap_err().starts_with("[1000]: "));
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
        let number = read("number", &text).unwrap();
        let start = Instant::now();
        let number = number.as_number().unwrap();
        assert_eq!(number, &number.clone());
        let (integer, float) = (number.as_i64(), number.as_f64());
        let read: Option<i64> = json::from_str(&text).ok();
        assert_eq!(read, integer);
        assert_eq!(json::from_str::<f64>(&text).ok(), float);
        assert!(start.elapsed() < SOON);
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
    let start = Instant::now();
    descend(&mut Reader::new(&text));
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}
