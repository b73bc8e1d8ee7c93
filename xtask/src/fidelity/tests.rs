use serde_json::{Value, json};

use super::differences::differences;
use super::explained::Explained;
use super::report::Entry;
use super::rows::{Mark, parse};
use super::verdict::{Failure, Fate};

#[track_caller]
fn differ(one: &str, other: &str, paths: &[&str]) {
    let parsed = |text| serde_json::from_str::<Value>(text).unwrap_or_default();
    let found = differences(&parsed(one), &parsed(other));
    let found: Vec<&str> = found.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(found, paths, "{one} {other}");
}

#[test]
fn members_have_no_order_and_numbers_many_spellings() {
    differ(
        r#"{"a":1,"b":[1.50,1e2]}"#,
        r#"{"b":[15E-1,100.0],"a":1.0}"#,
        &[],
    );
    differ("[0,-0.0,0e9]", "[0.00,0,-0]", &[]);
    differ("12345678901234567890.5", "12345678901234567890.50", &[]);
    differ("1e400", "10e399", &[]);
    differ("[1,10,0.1]", "[-1,1,1]", &["[0]", "[1]", "[2]"]);
}

#[test]
fn what_is_lost_is_named_by_its_path() {
    differ(
        r#"{"a":{"b":[{"c":null}]}}"#,
        r#"{"a":{"b":[{}]}}"#,
        &["a.b[0].c"],
    );
    differ(r#"{"a":1}"#, r#"{"a":"1","d":2}"#, &["a", "d"]);
    differ("[1]", "[1,2]", &[""]);
}

#[test]
fn rows_are_read_by_the_names_of_their_columns() {
    let rows = parse("valid\tpath\tschema\texample\nno\ta.yaml\t#/s\t#/e\n\n").unwrap_or_default();
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].document.as_str(), rows[0].mark),
        ("a.yaml", Mark::No)
    );
    assert_eq!(
        (rows[0].schema.as_str(), rows[0].example.as_str()),
        ("#/s", "#/e")
    );
    assert!(parse("path\n").is_err());
    assert!(parse("path\texample\tschema\tvalid\na\tb\tc\tmaybe\n").is_err());
}

#[test]
fn the_program_says_what_became_of_a_value() {
    let value = json!({"id": 1});
    let fate = |line: &str| Fate::of(&value, Some(line));
    assert_eq!(fate(r#"{"ok":true,"value":{"id":1}}"#), Fate::Equal);
    assert!(!fate(r#"{"ok":true,"value":{}}"#).is_fine(Mark::No));
    let refused =
        fate(r#"{"ok":false,"kind":"decode","path":"id","expected":"a string","found":"1"}"#);
    assert!(refused.is_fine(Mark::No) && !refused.is_fine(Mark::Yes));
    assert!(!fate(r#"{"ok":false,"kind":"request","message":"no such schema"}"#).is_fine(Mark::No));
    assert!(!Fate::of(&value, None).is_fine(Mark::No));
}

#[test]
fn an_explanation_is_for_one_value_and_no_longer_than_it_is_needed() {
    let list = "[[explained]]\ndocument = \"a\"\npointer = \"#/x\"\nreason = \"so\"\n";
    let Ok(explained) = Explained::parse(list) else {
        panic!("the list can be read");
    };
    let mut entry = Entry {
        path: "a".to_owned(),
        ..Entry::default()
    };
    explained.judge(&mut entry);
    assert!(entry.is_fine(), "what is not looked at says nothing");
    entry.seen.insert("#/x".to_owned());
    explained.judge(&mut entry);
    assert_eq!(entry.problems.len(), 1);
    entry.problems.clear();
    for origin in ["#/x", "#/y"] {
        entry.failures.push(Failure {
            origin: origin.to_owned(),
            schema: String::new(),
            mark: Mark::Yes,
            fate: Fate::Lost(String::new()),
        });
    }
    explained.judge(&mut entry);
    assert_eq!((entry.failures.len(), entry.explained), (1, 1));
    assert!(Explained::parse(&list.replace("so", " ")).is_err());
}
