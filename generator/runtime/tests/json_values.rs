//! Values: what is read, how it is written, and when it is equal.
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

use clientwright_runtime::json::{
    self, Decode, Encode, IntoNullable, Json, JsonObject, Map, Nullable, Number, UnknownFields,
    UnknownJson, UnknownValue,
};

fn json(text: &str) -> Json {
    text.parse().unwrap()
}

fn hash(value: &impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

#[test]
fn texts_are_written_as_they_were() {
    for text in [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "-0.0",
        "1.50",
        "1E+3",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "1e999999999",
        "123456789012345678901234567890.123456789",
        r#""""#,
        r#""a\"b\\c\nd\re\tf\u0001\u001f""#,
        "\"\u{7f}\u{80}\u{2028}é漢😀\"",
        "[]",
        "[[],{},[null]]",
        "{}",
        r#"{"":1,"b":[1,2],"a":{"x":null}}"#,
    ] {
        assert_eq!(json(text).to_string(), text);
    }
}

#[test]
fn space_and_escapes_do_not_matter() {
    for (text, expected) in [
        (" [ 1 ,\t2\r\n] ", "[1,2]"),
        ("\u{feff} {\"a\" : 1 , \"b\":2 }\n", r#"{"a":1,"b":2}"#),
        (r#""\u0061\/\b\f\u00e9\ud83d\ude00""#, "\"a/\\b\\fé😀\""),
        (r#"{"\u0061":1}"#, r#"{"a":1}"#),
        (r#"{"a":1,"b":2,"\u0061":3}"#, r#"{"a":3,"b":2}"#),
        (r#""12345678\n12345678""#, r#""12345678\n12345678""#),
    ] {
        assert_eq!(json(text).to_string(), expected, "{text}");
    }
}

#[test]
fn what_is_no_json_is_refused() {
    for (text, offset) in [
        ("", 0),
        ("nul", 0),
        ("nullx", 4),
        ("True", 0),
        ("01", 0),
        ("-01", 0),
        ("-", 1),
        ("+1", 0),
        (".5", 0),
        ("1.", 2),
        ("1.e3", 2),
        ("1e", 2),
        ("1e+", 3),
        ("1 2", 2),
        ("NaN", 0),
        ("'a'", 0),
        ("\"a", 2),
        ("\"a\\", 3),
        ("\"a\nb\"", 2),
        ("\"\t\"", 1),
        (r#""\x""#, 1),
        (r#""\u12""#, 1),
        (r#""\u12g4""#, 1),
        (r#""\u+123""#, 1),
        (r#""\ud800""#, 1),
        (r#""\ud800\n""#, 1),
        (r#""\ud800\ud800""#, 1),
        (r#""\ud800\u0041""#, 1),
        (r#""\udc00\ud800""#, 1),
        ("[", 1),
        ("[1", 2),
        ("[1,", 3),
        ("[1,]", 3),
        ("[,1]", 1),
        ("[1 2]", 3),
        ("[1}", 2),
        ("{", 1),
        ("{1:2}", 1),
        (r#"{"a"}"#, 4),
        (r#"{"a":}"#, 5),
        (r#"{"a":1,}"#, 7),
        (r#"{"a":1 "b":2}"#, 7),
        (r#"{,"a":1}"#, 1),
        ("\u{a0}1", 0),
        ("// x\n1", 0),
    ] {
        let error = json::from_str::<Json>(text).unwrap_err();
        assert_eq!(error.offset(), offset, "{text}: {error}");
        assert!(json::from_str::<UnknownJson>(text).is_err());
    }
}

#[test]
fn bytes_must_be_utf8() {
    let error = json::from_slice::<Json>(b"{\"a\":[\"b\xff\"]}").unwrap_err();
    assert_eq!(error.path(), "a[0]");
    assert_eq!(error.offset(), 8);
    assert_eq!(
        error.to_string(),
        "a[0]: expected text in UTF-8, found bytes that are none (line 1, column 9)"
    );
    assert_eq!(
        json::from_slice::<Json>(b"\xef\xbb\xbf[]").unwrap(),
        Json::Array(vec![])
    );
}

#[test]
fn integers_are_exact_or_refused() {
    fn check<T: Decode + Encode>(text: &str, expected: Option<&str>) {
        let value = json::from_str::<T>(text).ok();
        let value = value.map(|value| json::to_string(&value).unwrap());
        assert_eq!(value.as_deref(), expected, "{text}");
    }
    check::<i8>("-128", Some("-128"));
    check::<i8>("-129", None);
    check::<u8>("255", Some("255"));
    check::<u8>("256", None);
    check::<u8>("-0", Some("0"));
    check::<u8>("-1", None);
    check::<i16>("32768", None);
    check::<u16>("65535.0", Some("65535"));
    check::<i32>("2147483647", Some("2147483647"));
    check::<i32>("2147483648", None);
    check::<u32>("4294967296", None);
    check::<i64>("9223372036854775807", Some("9223372036854775807"));
    check::<i64>("9223372036854775808", None);
    check::<i64>("-9223372036854775808", Some("-9223372036854775808"));
    check::<i64>("-9223372036854775809", None);
    check::<u64>("18446744073709551615", Some("18446744073709551615"));
    check::<u64>("18446744073709551616", None);
    for (text, expected) in [
        ("1.0", Some("1")),
        ("1e3", Some("1000")),
        ("1E+3", Some("1000")),
        ("-1.50e1", Some("-15")),
        ("1500e-2", Some("15")),
        ("0.0", Some("0")),
        ("0e999999999999999999999999", Some("0")),
        ("0.000e-5", Some("0")),
        ("92233720368547758070e-1", Some("9223372036854775807")),
        ("1.5", None),
        ("1e19", None),
        ("1e999999999", None),
        ("1e-999999999", None),
        ("1e99999999999999999999999", None),
        ("\"1\"", None),
        ("true", None),
    ] {
        check::<i64>(text, expected);
    }
}

#[test]
fn floats_are_short_and_finite() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "-0.0"),
        (1.0, "1"),
        (-1.5, "-1.5"),
        (0.1, "0.1"),
        (9_007_199_254_740_992.0, "9007199254740992"),
        (1e16, "1e16"),
        (1e300, "1e300"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e308"),
    ] {
        assert_eq!(json::to_string(&value).unwrap(), text);
        let read: f64 = json::from_str(text).unwrap();
        assert_eq!(read.to_bits(), value.to_bits());
    }
    assert_eq!(json::to_string(&0.1f32).unwrap(), "0.1");
    assert_eq!(json::to_string(&16_777_216f32).unwrap(), "16777216");
    assert!(json::from_str::<f64>("1e400").is_err());
    assert!(json::from_str::<f32>("1e39").is_err());
    assert!(Json::try_from(f64::NAN).is_err());
    let error = json::to_vec(&Map::from_iter([("a".to_owned(), vec![1.0, f64::NAN])])).unwrap_err();
    assert_eq!(error.path(), "a[1]");
    assert_eq!(
        error.to_string(),
        "a[1]: JSON has no numbers that are infinite or not a number"
    );
    assert!(json::to_json(&f32::INFINITY).is_err());
}

#[test]
fn numbers_are_equal_by_value() {
    for equal in [
        &["1", "1.0", "1.00", "1e0", "10e-1", "0.1e1", "0.01E+2"][..],
        &["1000", "1e3", "1.0e3", "100.0e1"],
        &["0", "-0", "0.0", "0e5", "-0.00e999999999999999999999"],
        &["18446744073709551615", "18446744073709551615.0"],
        &["-2.5", "-25e-1", "-0.25e1"],
        &["1e999999999", "10e999999998"],
    ] {
        for left in equal {
            for right in equal {
                assert_eq!(json(left), json(right), "{left} {right}");
                assert_eq!(hash(&json(left)), hash(&json(right)), "{left} {right}");
            }
        }
    }
    for (left, right) in [
        ("1", "-1"),
        ("1", "10"),
        ("1.5", "15"),
        ("1e999999999999999999999", "1"),
    ] {
        assert_ne!(json(left), json(right));
    }
    let number: Number = "1.50e1".parse().unwrap();
    assert_eq!(
        (number.as_i64(), number.as_u64(), number.as_f64()),
        (Some(15), Some(15), Some(15.0))
    );
    assert_eq!(number.to_string(), "1.50e1");
    assert_eq!(Number::from(u64::MAX).as_i64(), None);
    assert_eq!(Number::from(-1).as_u64(), None);
    assert!("1 ".parse::<Number>().is_ok());
    assert!("x".parse::<Number>().is_err());
}

#[test]
fn the_order_of_members_does_not_matter_when_comparing() {
    let (left, right) = (
        json(r#"{"a":1,"b":{"c":2,"d":3}}"#),
        json(r#"{"b":{"d":3,"c":2},"a":1.0}"#),
    );
    assert_eq!(left, right);
    assert_eq!(hash(&left), hash(&right));
    assert_ne!(left, json(r#"{"a":1}"#));
}

#[test]
fn pointers_lead_to_values() {
    let value = json(r#"{"a":[{"b":1},2],"":3,"x/y":4,"m~n":5,"00":6}"#);
    for (pointer, expected) in [
        ("/a/0/b", Some(1)),
        ("/a/1", Some(2)),
        ("/a/01", None),
        ("/a/-", None),
        ("/a/2", None),
        ("/a/+1", None),
        ("/", Some(3)),
        ("/x~1y", Some(4)),
        ("/m~0n", Some(5)),
        ("/00", Some(6)),
        ("a", None),
        ("/a/1/x", None),
    ] {
        assert_eq!(
            value.pointer(pointer).and_then(Json::as_i64),
            expected,
            "{pointer}"
        );
    }
    assert_eq!(value.pointer(""), Some(&value));
}

#[test]
fn nullable_tells_absent_from_null() {
    let value: Nullable<i64> = json::from_str("null").unwrap();
    assert_eq!(value, Nullable::Null);
    assert_eq!(
        json::from_str::<Nullable<i64>>("1").unwrap(),
        Nullable::Value(1)
    );
    assert!(Encode::is_absent(&Nullable::<i64>::default()));
    assert_eq!(Nullable::<i64>::from(None::<i64>), Nullable::Null);
    assert_eq!(
        Nullable::<i64>::from(1)
            .map(|value| value + 1)
            .into_option(),
        Some(2)
    );
    assert_eq!(json::to_string(&vec![Some(1), None]).unwrap(), "[1,null]");
}

#[test]
fn unknown_values_cannot_be_matched_but_read() {
    assert_eq!(UnknownValue::new("x").as_str(), "x");
    assert_eq!(json::to_string(&UnknownValue::new("x")).unwrap(), "\"x\"");
    assert_eq!(UnknownJson::new(3).as_json(), &Json::from(3));
    assert_eq!(size_of::<UnknownFields>(), size_of::<usize>());
    let mut fields = UnknownFields::default();
    assert_eq!(fields.insert("a", 1), None);
    assert_eq!(fields.remove("a"), Some(Json::from(1)));
    assert!(fields.is_empty());
    assert_eq!(fields, UnknownFields::from(JsonObject::new()));
}

#[test]
fn what_may_be_null_is_made_of_values_of_options_and_of_itself() {
    fn set<By>(value: impl IntoNullable<String, By>) -> Nullable<String> {
        value.into_nullable()
    }
    let text = || Nullable::Value("a".to_owned());
    assert_eq!(set("a"), text());
    assert_eq!(set('a'), text());
    assert_eq!(set(Some("a".to_owned())), text());
    assert_eq!(set(text()), text());
    assert_eq!(set(None), Nullable::Null);
    assert_eq!(set(Nullable::Null), Nullable::Null);
    assert_eq!(set(Nullable::Absent), Nullable::Absent);

    assert_eq!(text().as_deref(), Nullable::Value("a"));
    assert_eq!(Nullable::Null.unwrap_or("b"), "b");
    let mut taken = text();
    assert_eq!(taken.take(), text());
    assert_eq!(taken, Nullable::Absent);
    for (member, present) in [
        (Nullable::Absent, None),
        (Nullable::Null, Some(None)),
        (Nullable::Value(1), Some(Some(1))),
    ] {
        assert_eq!(member.into_present(), present);
        assert_eq!(Nullable::from_present(present), member);
    }
}
