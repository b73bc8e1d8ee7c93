//! The bridge to serde, as emitted types use it.
#![cfg(feature = "serde")]

use clientwright_runtime::json::{
    Decode, Encode, Fault, Json, JsonObject, Nullable, Number, Reader, Writer,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Debug, PartialEq)]
struct Point {
    x: i64,
}

impl Decode for Point {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        let start = reader.begin_object("Point")?;
        let mut x = None;
        while let Some(key) = reader.next_key()? {
            match &*key {
                "x" => x = Some(Decode::decode(reader)?),
                _ => drop(Json::decode(reader)?),
            }
        }
        Ok(Self {
            x: x.ok_or_else(|| reader.missing(start, "x"))?,
        })
    }
}

impl Encode for Point {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        writer.field("x", &self.x);
        writer.end_object();
    }
}

impl Serialize for Point {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        clientwright_runtime::bridge::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Point {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        clientwright_runtime::bridge::deserialize(deserializer)
    }
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Own {
    points: Vec<Point>,
    any: Json,
    #[serde(default, skip_serializing_if = "Nullable::is_absent")]
    note: Nullable<String>,
}

#[test]
fn types_of_the_crate_fit_into_types_of_the_application() {
    for text in [
        r#"{"points":[{"x":1},{"x":-2}],"any":{"b":[true,null,"s",1.5],"a":18446744073709551615}}"#,
        r#"{"points":[],"any":null,"note":null}"#,
        r#"{"points":[],"any":[],"note":"n"}"#,
    ] {
        let own: Own = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&own).unwrap(), text);
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::from_value::<Own>(value).unwrap(), own);
    }
}

#[test]
fn errors_have_the_path() {
    let text = r#"{"points":[{"x":"1"}],"any":null}"#;
    let error = serde_json::from_str::<Own>(text).unwrap_err().to_string();
    assert!(
        error.starts_with("x: expected an integer, found the string \"1\""),
        "{error}"
    );
    let error = serde_json::from_str::<Point>("[]").unwrap_err().to_string();
    assert!(
        error.starts_with("expected an object (Point), found an array"),
        "{error}"
    );
    assert!(serde_json::from_str::<JsonObject>("[]").is_err());
    assert!(serde_json::from_str::<Number>("null").is_err());
}

#[test]
fn numbers_are_as_exact_as_serde_lets_them_be() {
    for (text, expected) in [
        ("1.0", "1"),
        ("1e3", "1000"),
        ("18446744073709551615", "18446744073709551615"),
        (
            "-170141183460469231731687303715884105728",
            "-170141183460469231731687303715884105728",
        ),
        ("0.1", "0.1"),
    ] {
        let number: Number = text.parse().unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), expected);
    }
    let number: Number = "1e400".parse().unwrap();
    assert!(serde_json::to_string(&number).is_err());
}

#[test]
fn other_formats_work_too() {
    let own: Own = toml::from_str("any = 1.5\npoints = [{ x = 3 }]\n").unwrap();
    assert_eq!(own.points, [Point { x: 3 }]);
    assert_eq!(own.any, "1.5".parse().unwrap());
}
