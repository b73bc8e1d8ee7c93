//! Whatever the values are: written and read again, they are the same.

use clientwright_runtime::json::{self, Json, JsonObject, Number};
use proptest::prelude::*;

fn number() -> impl Strategy<Value = Json> {
    prop_oneof![
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        any::<f64>().prop_filter_map("finite", |value| Json::try_from(value).ok()),
        "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,12})?".prop_filter_map(
            "a number",
            |text| text.parse::<Number>().ok().map(Json::from)
        ),
    ]
}

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        number(),
        any::<String>().prop_map(Json::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::Array),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|members| Json::Object(members.into_iter().collect::<JsonObject>())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_are_kept(value in value()) {
        let text = value.to_string();
        let read: Json = json::from_str(&text).unwrap();
        prop_assert_eq!(&read, &value);
        prop_assert_eq!(read.to_string(), text);
        prop_assert_eq!(json::to_json(&value).unwrap(), value);
    }

    #[test]
    fn other_readers_agree(value in value()) {
        let text = value.to_string();
        let theirs: serde_json::Value = serde_json::from_str(&text).unwrap();
        let spaced = serde_json::to_string_pretty(&theirs).unwrap();
        prop_assert_eq!(json::from_str::<Json>(&spaced).unwrap(), value);
    }

    #[test]
    fn integers_are_kept(value: i64, natural: u64, small: i16) {
        prop_assert_eq!(json::from_str::<i64>(&json::to_string(&value).unwrap()).unwrap(), value);
        prop_assert_eq!(json::from_str::<u64>(&json::to_string(&natural).unwrap()).unwrap(), natural);
        prop_assert_eq!(json::from_str::<i16>(&json::to_string(&small).unwrap()).unwrap(), small);
    }

    #[test]
    fn floats_are_kept(value: f64, short: f32) {
        if let Ok(text) = json::to_string(&value) {
            prop_assert_eq!(json::from_str::<f64>(&text).unwrap().to_bits(), value.to_bits());
        }
        if let Ok(text) = json::to_string(&short) {
            prop_assert_eq!(json::from_str::<f32>(&text).unwrap().to_bits(), short.to_bits());
        }
    }

    /// What is JSON and what is not, the two readers say alike.
    #[test]
    fn nothing_panics(text in "[\\[\\]{}:,\"\\\\ 0-9eE.+\\-nulltrefas\u{e9}]{0,24}") {
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        let ours = json::from_str::<Json>(&text);
        prop_assert_eq!(theirs.is_ok(), ours.is_ok(), "{} {:?} {:?}", text, theirs, ours);
    }

    #[test]
    fn bytes_do_not_panic(bytes: Vec<u8>) {
        let _ = json::from_slice::<Json>(&bytes);
    }

    #[test]
    fn broken_texts_do_not_panic(value in value(), cut: prop::sample::Index, byte: u8) {
        let mut bytes = value.to_string().into_bytes();
        let at = cut.index(bytes.len());
        bytes[at] = byte;
        let _ = json::from_slice::<Json>(&bytes);
        let _ = json::from_slice::<Json>(&bytes[..at]);
    }
}
