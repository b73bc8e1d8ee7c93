use super::table::{Fails, Probe, Row, Same};

/// Types that hold themselves.
pub(super) const P10: Probe = Probe {
    file: "p10_recursive",
    rows: ROWS,
};

const ROWS: &[Row] = &[
    ("Node", r#"{"v":1}"#, Same),
    (
        "Node",
        r#"{"v":1,"parent":{"v":2,"parent":{"v":3}},"kids":[{"v":4,"kids":[]}],"map":{"a":{"v":5},"":{"v":6,"x":null}}}"#,
        Same,
    ),
    ("Alias", r#"{"v":1,"kids":[{"v":2}]}"#, Same),
    ("A", r#"{"b":{"a":{"b":{}}}}"#, Same),
    ("B", r#"{"a":{"b":{"a":{"z":1}}}}"#, Same),
    ("Expr", "1.5", Same),
    ("Expr", r#"{"l":1,"r":{"l":2,"r":{"l":3e0,"r":-4}}}"#, Same),
    ("Expr", r#"{"l":1,"r":{"l":"new","r":null}}"#, Same),
    ("Expr", r#"{"l":1}"#, Same),
    ("Expr", r#""x""#, Same),
    ("Bin", r#"{"l":1,"r":{"l":2,"r":3},"op":"+"}"#, Same),
    ("L", "[]", Same),
    ("L", "[[],[[],[[]]]]", Same),
    ("AliasLoop", r#"{"next":{"next":{"next":{}}}}"#, Same),
    ("AliasLoop2", r#"{"next":{"next":{"a":1}}}"#, Same),
    (
        "Node",
        r#"{"v":1,"kids":[{"v":2},{"v":"3"}]}"#,
        Fails("kids[1].v"),
    ),
    (
        "Node",
        r#"{"v":1,"map":{"a":{"v":1,"parent":{"v":null}}}}"#,
        Fails("map.a.parent.v"),
    ),
    ("Node", r#"{"v":1,"parent":[]}"#, Fails("parent")),
    ("Node", r#"{"v":1,"parent":{}}"#, Fails("parent")),
    ("L", r#"[[],[1]]"#, Fails("[1][0]")),
    ("A", r#"{"b":{"a":1}}"#, Fails("b.a")),
];

/// Values of so many levels, one of each type.
pub(super) fn deep(levels: usize) -> Vec<(&'static str, String)> {
    let nested = |before: &str, inner: &str, after: &str| {
        format!("{}{inner}{}", before.repeat(levels), after.repeat(levels))
    };
    vec![
        ("Node", nested(r#"{"v":1,"parent":"#, r#"{"v":2}"#, "}")),
        (
            "A",
            nested(r#"{"b":"#, "{}", "}").replace(r#"{"b":{"b":"#, r#"{"b":{"a":"#),
        ),
        ("Expr", nested(r#"{"l":1,"r":"#, "2", "}")),
        ("L", nested("[", "[]", "]")),
        ("AliasLoop", nested(r#"{"next":"#, "{}", "}")),
    ]
}
