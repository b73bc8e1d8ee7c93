use super::table::{Fails, Probe, Same};

/// Absent, null and a value, wherever they can be told apart.
pub(super) const P05: Probe = Probe {
    file: "p05_nullable",
    rows: &[
        ("N", r#"{"rr":"","rn":null}"#, Same),
        ("N", r#"{"rr":"a","rn":"b"}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"oo":"x","on":"y"}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"on":null}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"arr":null}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"arr":[]}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"arr":[null,"a",null]}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"m":{}}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"m":{"k":null,"":"v"}}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"refn":null}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"refn":{}}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"refn":{"x":1,"y":null}}"#, Same),
        (
            "N",
            r#"{"rr":"a","rn":null,"more":null,"deep":{"a":[null,{"b":null}]}}"#,
            Same,
        ),
        ("N", r#"{"rr":"a","rn":null,"oo":null}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"m":null}"#, Same),
        ("N", r#"{"rr":"a","rn":null,"refn":{"x":null}}"#, Same),
        ("R", r#"{"x":9007199254740993}"#, Same),
        ("R", r#"{"x":-0}"#, Same),
        ("R", r#"{"x":1e3}"#, Same),
        ("N", r#"{"rr":1,"rn":null}"#, Fails("rr")),
        (
            "N",
            r#"{"rr":"a","rn":null,"arr":["a",1]}"#,
            Fails("arr[1]"),
        ),
        ("N", r#"{"rr":"a","rn":null,"m":{"k":1}}"#, Fails("m.k")),
        (
            "N",
            r#"{"rr":"a","rn":null,"refn":{"x":"1"}}"#,
            Fails("refn.x"),
        ),
        (
            "N",
            r#"{"rr":"a","rn":null,"refn":{"x":1.5}}"#,
            Fails("refn.x"),
        ),
        ("N", r#"{"rr":"a","rn":null,"refn":[]}"#, Fails("refn")),
        (
            "N",
            r#"{"rr":"a","rn":null,"refn":{"x":9223372036854775808}}"#,
            Fails("refn.x"),
        ),
        ("N", r#"[]"#, Fails("")),
        ("N", r#"null"#, Fails("")),
        ("N", r#"{"rr":null,"rn":null}"#, Fails("rr")),
        ("N", r#"{"rn":null}"#, Fails("")),
        ("N", r#"{"rr":""}"#, Fails("")),
    ],
};
