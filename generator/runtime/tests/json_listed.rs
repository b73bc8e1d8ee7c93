//! The values that enums list.

use clientwright_runtime::json::{self, Json, Listed, Order};

#[test]
fn a_listed_value_is_told_by_what_it_is_and_not_by_how_it_is_written() {
    let check = |listed: Listed<'_>, same: &[&str], others: &[&str]| {
        for text in same {
            assert!(listed.is(&text.parse().unwrap()), "{listed:?} is {text}");
        }
        for text in others {
            assert!(!listed.is(&text.parse().unwrap()), "{listed:?} is {text}");
        }
    };
    check(
        Listed::Integer(2),
        &["2", "2.0", "20e-1"],
        &["2.5", "\"2\"", "true"],
    );
    check(Listed::Number("1.5"), &["1.5", "15e-1"], &["1", "\"1.5\""]);
    check(
        Listed::Number("18446744073709551616"),
        &["18446744073709551616", "18446744073709551616.0"],
        &["18446744073709551617"],
    );
    check(Listed::Bool(true), &["true"], &["false", "1", "\"true\""]);
    check(
        Listed::Text("a"),
        &["\"a\"", "\"\\u0061\""],
        &["\"A\"", "null"],
    );
}

#[test]
fn a_listed_value_says_what_it_is() {
    let kept: Json = "[1]".parse().unwrap();
    let said = |listed: Listed<'_>| {
        (
            listed.as_str().map(str::to_owned),
            listed.as_i64(),
            listed.as_f64(),
            listed.as_bool(),
            listed.to_string(),
            json::to_string(&listed).unwrap(),
        )
    };
    let one = (
        None,
        Some(1),
        Some(1.0),
        None,
        "1".to_owned(),
        "1".to_owned(),
    );
    assert_eq!(said(Listed::Integer(1)), one);
    let half = (
        None,
        None,
        Some(0.5),
        None,
        "0.50".to_owned(),
        "0.50".to_owned(),
    );
    assert_eq!(said(Listed::Number("0.50")), half);
    let text = (
        Some("a".to_owned()),
        None,
        None,
        None,
        "a".to_owned(),
        "\"a\"".to_owned(),
    );
    assert_eq!(said(Listed::Text("a")), text);
    let no = (
        None,
        None,
        None,
        Some(false),
        "false".to_owned(),
        "false".to_owned(),
    );
    assert_eq!(said(Listed::Bool(false)), no);
    let unknown = (None, None, None, None, "[1]".to_owned(), "[1]".to_owned());
    assert_eq!(said(Listed::Unknown(&kept)), unknown);
}

#[test]
fn texts_are_found_among_many_in_any_order() {
    static ORDER: Order = Order::new();
    static LISTED: &[&str] = &["b", "", "a", "aa", "ß", "B"];
    let find = |text: &str| ORDER.find(text, LISTED, |listed| listed).copied();
    for listed in LISTED {
        assert_eq!(find(listed), Some(*listed));
    }
    for other in ["A", " ", "ab", "c"] {
        assert_eq!(find(other), None);
    }
    let none: &[&str] = &[];
    assert_eq!(Order::new().find("a", none, |listed| listed), None);
}
