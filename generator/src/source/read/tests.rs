use serde_json::Value;

use crate::source::{FindingKind, ReadErrorKind, Sources};

fn read(text: &str) -> Value {
    let mut sources = Sources::in_memory([("a", text)]);
    let file = sources.open("a").unwrap();
    assert_eq!(sources.findings(file), []);
    sources.value(file).clone()
}

/// Numbers keep their text, so that comparing the JSON texts compares every digit.
#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(read(text).to_string(), expected, "{text:?}");
}

#[track_caller]
fn check_found(text: &str, expected: &str, pointer: &str, kind: FindingKind) {
    let mut sources = Sources::in_memory([("a", text)]);
    let file = sources.open("a").unwrap();
    assert_eq!(sources.value(file).to_string(), expected);
    let findings: Vec<_> = sources
        .findings(file)
        .iter()
        .map(|found| (found.pointer.as_str(), found.kind))
        .collect();
    assert_eq!(findings, [(pointer, kind)]);
}

#[track_caller]
fn check_fault(path: &str, bytes: &[u8], kind: ReadErrorKind, message: &str) {
    let text = std::cell::RefCell::new(bytes.to_vec());
    struct One(std::cell::RefCell<Vec<u8>>);
    impl crate::source::Loader for One {
        fn load(&self, _: &str) -> Result<Vec<u8>, crate::source::LoadError> {
            Ok(self.0.take())
        }
    }
    let mut sources = Sources::new(Vec::new(), Box::new(One(text)));
    let error = sources.open(path).unwrap_err();
    assert_eq!((error.kind, error.message.as_str()), (kind, message));
    assert_eq!(
        sources.open(path).unwrap_err(),
        error,
        "a file is read once"
    );
}

#[test]
fn json_and_yaml_are_told_apart_by_their_content() {
    check(" {\"a\": [1, true, null]}", r#"{"a":[1,true,null]}"#);
    check("a: [1, true, null]", r#"{"a":[1,true,null]}"#);
    check("{a: 1, 'b': [x,],}", r#"{"a":1,"b":["x"]}"#);
    check("# nothing\n", "null");
    check("", "null");
}

#[test]
fn marks_and_line_ends_do_not_matter() {
    check("\u{feff}{\"a\":1}", r#"{"a":1}"#);
    check("\u{feff}a: 1\r\nb: 2\r\n", r#"{"a":1,"b":2}"#);
    check("a: 1\rb: 2\r", r#"{"a":1,"b":2}"#);
}

#[test]
fn order_is_kept() {
    check(
        "z: 1\na: 2\nm: {y: 1, b: 2}",
        r#"{"z":1,"a":2,"m":{"y":1,"b":2}}"#,
    );
}

#[test]
fn numbers_keep_their_digits() {
    check(
        r#"[9223372036854775808, 123456789012345678901234567890123456789012345, 9.2e18, 1.0, 1E5, -0]"#,
        "[9223372036854775808,123456789012345678901234567890123456789012345,9.2e+18,1.0,1e+5,-0]",
    );
    check(
        "- 9223372036854775808\n- 123456789012345678901234567890123456789012345\n- 9.2e18\n- 1.0\n- -1.50\n- 3.14159265358979323846264338327950288",
        "[9223372036854775808,123456789012345678901234567890123456789012345,9.2e+18,1.0,-1.50,3.14159265358979323846264338327950288]",
    );
    check(
        "[x, .5, 1., +1.5, 0x1F, 0o17, -3, .inf, .nan, 0123]",
        r#"["x",0.5,1.0,1.5,31,15,-3,".inf",".nan","0123"]"#,
    );
}

#[test]
fn floats_are_exact_among_anchors_and_merges() {
    check(
        "a: &a {v: 1.10}\nb: *a\nc: {<<: *a, w: 2.20}\nd: !tag 3.30\ne: '1.0'",
        r#"{"a":{"v":1.10},"b":{"v":1.10},"c":{"v":1.10,"w":2.20},"d":3.30,"e":"1.0"}"#,
    );
}

#[test]
fn words_are_those_of_yaml_1_2() {
    check(
        "[y, n, yes, no, on, off, Yes, NO, true, False, null, ~, 2022-01-01, 12:30]",
        r#"["y","n","yes","no","on","off","Yes","NO",true,false,null,null,"2022-01-01","12:30"]"#,
    );
}

#[test]
fn keys_are_text_as_written() {
    check(
        "200: a\n0200: b\n1.0: c\ntrue: d\nnull: e\non: f\n~: g\n'404': h\n0x10: i\n2XX: j\n1e3: k",
        r#"{"200":"a","0200":"b","1.0":"c","true":"d","null":"e","on":"f","~":"g","404":"h","0x10":"i","2XX":"j","1e3":"k"}"#,
    );
}

#[test]
fn merge_keys_bring_in_what_is_not_said() {
    check(
        "b: &b {x: 1, y: 2}\nc: &c {y: 3, z: 4}\nd:\n  a: 0\n  <<: [*b, *c]\n  x: 9",
        r#"{"b":{"x":1,"y":2},"c":{"y":3,"z":4},"d":{"a":0,"y":2,"z":4,"x":9}}"#,
    );
    check("<<: text", r#"{"<<":"text"}"#);
}

#[test]
fn the_last_of_several_members_with_one_key_holds() {
    check_found(
        "a: {b: 1, c: 2, b: 3}",
        r#"{"a":{"b":3,"c":2}}"#,
        "/a/b",
        FindingKind::DuplicateKey,
    );
    check_found(
        r#"[{"b": 1, "b": 1.0}]"#,
        r#"[{"b":1.0}]"#,
        "/0/b",
        FindingKind::DuplicateKey,
    );
}

#[test]
fn the_first_of_several_documents_is_read() {
    check_found(
        "---\na: 1.5\n---\nb: 2\n",
        r#"{"a":1.5}"#,
        "",
        FindingKind::FurtherDocuments,
    );
    check("---\n---\na: 1\n---\n", r#"{"a":1}"#);
    check("%YAML 1.2\n---\na: 1\n...\n", r#"{"a":1}"#);
}

#[test]
fn what_is_named_json_and_is_none_is_read_as_yaml() {
    let mut sources = Sources::in_memory([("a.json", "{\"a\": [1, 2,], # and so on\n}")]);
    let file = sources.open("a.json").unwrap();
    assert_eq!(sources.value(file).to_string(), r#"{"a":[1,2]}"#);
    assert_eq!(sources.findings(file)[0].kind, FindingKind::NotJson);
}

#[test]
fn deep_values_are_cut_off() {
    for text in [
        "[".repeat(400) + &"]".repeat(400),
        "{\"a\":".repeat(300) + "1" + &"}".repeat(300),
    ] {
        let mut sources = Sources::in_memory([("a.json", text)]);
        let file = sources.open("a.json").unwrap();
        assert_eq!(sources.findings(file).len(), 1);
        assert_eq!(sources.findings(file)[0].kind, FindingKind::TooDeep);
    }
    let mut yaml = String::new();
    for depth in 0..300 {
        yaml += &format!("{}a:\n", " ".repeat(depth));
    }
    let mut sources = Sources::in_memory([("a", yaml)]);
    let file = sources.open("a").unwrap();
    assert_eq!(sources.findings(file)[0].kind, FindingKind::TooDeep);
}

#[test]
fn brackets_without_end_are_refused_soon() {
    for text in [
        "x: ".to_owned() + &"[".repeat(1_000_000),
        "{\"a\":".repeat(1_000_000),
    ] {
        let mut sources = Sources::in_memory([("a", text)]);
        let error = sources.open("a").unwrap_err();
        assert_eq!(
            error.message,
            "the file is no YAML: its values are nested too deeply"
        );
    }
}

#[test]
fn aliases_cannot_unfold_without_end() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let item = format!("*a{}, ", level - 1);
        bomb += &format!("a{level}: &a{level} [{}]\n", item.repeat(10));
    }
    let message = "the file is no YAML: a2[";
    let mut sources = Sources::in_memory([("a", bomb)]);
    let error = sources.open("a").unwrap_err();
    assert_eq!(error.kind, ReadErrorKind::Syntax, "{message}");
    assert!(
        error.message.contains("aliases unfold without end")
            || error.message.contains("repetition limit"),
        "{error}"
    );
    let mut sources = Sources::in_memory([("a", "a: &a [*a]\nb: *a\n")]);
    let file = sources.open("a").unwrap();
    assert_eq!(sources.findings(file)[0].kind, FindingKind::TooDeep);
    let mut sources = Sources::in_memory([("a", "a: &a [*a, *a, *a]\nb: *a\n")]);
    assert!(sources.open("a").is_err());
}

#[test]
fn faults_say_what_is_wrong() {
    use ReadErrorKind::{Syntax, Unreadable};
    check_fault(
        "a",
        b"\xff\xfea\0",
        Unreadable,
        "the file is in UTF-16; only UTF-8 is read",
    );
    check_fault(
        "a",
        b"a\0b\0c\0",
        Unreadable,
        "the file is in UTF-16; only UTF-8 is read",
    );
    check_fault(
        "a",
        b"a: \xff",
        Unreadable,
        "the file is not UTF-8: the byte at offset 3 is no part of a character",
    );
    check_fault(
        "a.json",
        b"{\"a\": ]",
        Syntax,
        "the file is no JSON: expected value",
    );
    check_fault(
        "a.json",
        b"{\"a\": 1} x",
        Syntax,
        "the file is no JSON: trailing characters",
    );
    check_fault(
        "a.yaml",
        b"a:\n\tb: 2\n",
        Syntax,
        "the file is no YAML: found character that cannot start any token, while scanning for the next token",
    );
    check_fault(
        "a.yaml",
        b"{x}: 1\n{a}: 2",
        Syntax,
        "the file is no YAML: invalid type: map, expected a key that is text",
    );
    check_fault(
        "a.yaml",
        b"  a: 1\nb: 2\n",
        Syntax,
        "the file is no YAML: did not find expected <document start>",
    );
    check_fault(
        "a.yaml",
        b"a: *b",
        Syntax,
        "the file is no YAML: unknown anchor",
    );
}

#[test]
fn any_bytes_are_read_or_refused() {
    let pieces = [
        "{", "}", "[", "]", ":", " ", "\n", "- ", "&a ", "*a", "'", "\"", "<<: ", "? ", "|", "!t ",
        "a", "1.5", "#", "---\n", "\t", "\r", "é", "\\", "%", ",", "~", "\0",
    ];
    let mut seed = 7_u32;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text += pieces[(seed >> 16) as usize % pieces.len()];
        }
        let mut sources = Sources::in_memory([("a", text.clone())]);
        let file = sources.open("a").unwrap_or_else(|error| error.file);
        for pointer in ["", "/a", "/0/a", "/a/0/1"] {
            let pointer = crate::source::Pointer::parse(pointer).unwrap();
            if let Some(span) = sources.span(&crate::source::Place::new(file, pointer)) {
                assert!(
                    sources.text(file).get(span.clone()).is_some(),
                    "{text:?} {span:?}"
                );
            }
        }
    }
}
