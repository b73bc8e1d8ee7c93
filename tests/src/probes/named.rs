use super::table::{Fails, Probe, Same};

/// Names that are one in Rust's case, and those of Rust's own types.
pub(super) const P09: Probe = Probe {
    file: "p09_names",
    rows: &[
        ("foo-bar", r#"{"a":"x"}"#, Same),
        ("FooBar", r#"{"b":"x"}"#, Same),
        ("foo_bar", r#"{"c":"x"}"#, Same),
        ("foo-bar", r#"{"a":1}"#, Fails("a")),
        ("FooBar", r#"{"b":1}"#, Fails("b")),
        ("foo_bar", r#"{"c":1}"#, Fails("c")),
        ("foo-bar", r#"{"b":1,"c":2}"#, Same),
        ("Option", r#"{"x":"o"}"#, Same),
        ("String", r#"{"x":"s"}"#, Same),
        ("Vec", r#"{"x":["a",""]}"#, Same),
        ("Vec", r#"{"x":["a",1]}"#, Fails("x[1]")),
        ("Box", r#"{"self":"b"}"#, Same),
        ("Result", r#"{"x":"r"}"#, Same),
        ("Error", r#"{"x":"e"}"#, Same),
        ("Client", r#"{"x":"c"}"#, Same),
        ("Self", r#"{"x":"me"}"#, Same),
        (
            "3D.Model",
            r#"{"a b":"1","a-b":"2","a_b":"3","type":"4","123":"5","$ref2":"6","@id":"7","ünï":"8"}"#,
            Same,
        ),
        (
            "3D.Model",
            r#"{"a_b":"3","a b":"1","ab":"?","Type":"t","@ID":"7"}"#,
            Same,
        ),
        ("3D.Model", r#"{"ünï":1}"#, Fails("ünï")),
        ("#/components/schemas/foo-bar", r#"{"a":"x"}"#, Same),
        ("#/components/schemas/3D.Model", r#"{"a b":"x"}"#, Same),
    ],
};

/// Words that older YAML takes for booleans.
pub(super) const P18: Probe = Probe {
    file: "p18_yaml12_words",
    rows: &[
        ("A", r#"{"inl":"y","inq":"y","on":"on","no":"no"}"#, Same),
        ("A", r#"{"inl":"x","inq":"x"}"#, Same),
        ("A", r#"{"true":true,"false":false,"inl":"n"}"#, Same),
        ("A", r#"{"on":true}"#, Fails("on")),
        ("A", r#"{"inl":true}"#, Fails("inl")),
        ("B", r#""x""#, Same),
        ("B", r#""y""#, Same),
        ("B", r#""true""#, Same),
        ("B", "true", Fails("")),
        ("C", r#""yes""#, Same),
        ("C", r#""no""#, Same),
        ("C", r#""on""#, Same),
        ("C", r#""off""#, Same),
        ("C", r#""maybe""#, Same),
        ("C", "false", Fails("")),
    ],
};
