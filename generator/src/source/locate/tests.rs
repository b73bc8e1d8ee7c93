use crate::source::{Place, Pointer, Sources};

#[track_caller]
fn check(path: &str, text: &str, pointer: &str, expected: &str) {
    let mut sources = Sources::in_memory([(path, text)]);
    let file = sources.open(path).unwrap();
    let place = Place::new(file, Pointer::parse(pointer).unwrap());
    let span = sources.span(&place).unwrap();
    assert_eq!(
        sources.text(file).get(span),
        Some(expected),
        "{pointer} of {text:?}"
    );
}

#[test]
fn members_are_shown_with_their_keys() {
    let yaml = "a: 1\nb:\n  'c': [x, {d: 2}]\n  200: yes\n  e: |\n    long\n";
    for (pointer, expected) in [
        ("", "a: 1"),
        ("/a", "a: 1"),
        ("/b", "b:"),
        ("/b/c", "'c':"),
        ("/b/c/0", "x"),
        ("/b/c/1", "{"),
        ("/b/c/1/d", "d: 2"),
        ("/b/200", "200: yes"),
        ("/b/e", "e:"),
    ] {
        check("a.yaml", yaml, pointer, expected);
    }
    let json = "{\"a\": 1,\n \"b\" : {\"c\":[\"x\", {\"d\\u0031\": 2}], \"\\ud83d\\ude00\": null}}";
    for (pointer, expected) in [
        ("", "{"),
        ("/a", "\"a\": 1"),
        ("/b", "\"b\" :"),
        ("/b/c", "\"c\":"),
        ("/b/c/0", "\"x\""),
        ("/b/c/1/d1", "\"d\\u0031\": 2"),
        ("/b/😀", "\"\\ud83d\\ude00\": null"),
    ] {
        check("a.json", json, pointer, expected);
    }
}

#[test]
fn what_is_not_there_is_shown_at_its_holder() {
    check("a.yaml", "a:\n  b: 1\n", "/a/x/y", "a:");
    check("a.yaml", "a:\n  b: 1\n", "/a/b/y", "b: 1");
    check("a.json", "{\"a\": [1]}", "/a/7/y", "\"a\":");
    check("a.yaml", "a: &a\n  b: 1\nc: *a\n", "/c/b", "c: *a");
}

#[test]
fn of_several_members_with_one_key_the_last_is_shown() {
    check("a.yaml", "a: 1\na: 2\n", "/a", "a: 2");
    check(
        "a.json",
        "{\"a\": {\"b\": 1}, \"a\": {\"b\": 2}}",
        "/a/b",
        "\"b\": 2",
    );
}

#[test]
fn any_line_end_and_any_script_keep_places_right() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["ü: 日本", "b:", "  - 😀", "  - c: x", ""].join(end);
        check("a.yaml", &text, "/b/1/c", "c: x");
        check("a.yaml", &text, "/b/1", "c: x");
        check("a.yaml", &text, "/b/0", "😀");
        check("a.yaml", &text, "/b", "b:");
    }
    check("a.yaml", "\u{feff}a: 1\nb: 2", "/b", "b: 2");
}

#[test]
fn places_of_toml_are_found() {
    let text =
        "[error]\nname = \"E\"\n[error.schema]\ntype = 'object'\nrequired = [\"a\", \"b\"]\n";
    let mut sources = Sources::in_memory::<&str, &str>([]);
    let file = sources.insert_value(
        "clientwright.toml",
        text.to_owned(),
        serde_json::Value::Null,
    );
    for (pointer, expected) in [
        ("/error/name", "name = \"E\""),
        ("/error/schema/type", "type = 'object'"),
        ("/error/schema/required/1", "\"b\""),
    ] {
        let place = Place::new(file, Pointer::parse(pointer).unwrap());
        let span = sources.span(&place).unwrap();
        assert_eq!(sources.text(file).get(span), Some(expected));
    }
}

#[test]
fn a_pointer_of_any_length_is_looked_up() {
    check("a.yaml", "a: 1\n", &"/a".repeat(200_000), "a: 1");
    check("a.json", "{\"a\": 1}", &"/a".repeat(200_000), "\"a\": 1");
}

#[test]
fn places_are_found_in_texts_that_only_the_tolerant_parser_reads() {
    let text = "p:\n- d: 'one\n  two'\n  n: 1\nq:\n  r: [x, é, {y: 2}]\n";
    check("a.yaml", text, "/p/0/d", "d: 'one");
    check("a.yaml", text, "/p/0/n", "n: 1");
    check("a.yaml", text, "/q/r/2/y", "y: 2}]");
    check("a.yaml", text, "/q/r/1", "é, {y: 2}]");
    check("a.yaml", text, "/q/r/7/8", "r: [x, é, {y: 2}]");
}
