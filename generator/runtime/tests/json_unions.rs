//! Unions: which variant a value is.
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use clientwright_runtime::json::{
    self, Constant, Decode, Encode, Evidence, Fault, Json, Kinds, Reader, Writer,
};

fn check(variants: &[Evidence], table: &[(&str, Option<usize>)]) {
    for (text, expected) in table {
        let mut reader = Reader::new(text);
        assert_eq!(reader.choose(variants).unwrap(), *expected, "{text}");
        // Nothing has been read.
        assert_eq!(Json::decode(&mut reader).unwrap(), text.parse().unwrap());
        reader.finish().unwrap();
    }
}

#[test]
fn by_type() {
    static STRING: Evidence = Evidence::new(Kinds::STRING);
    static NUMBER: Evidence = Evidence::new(Kinds::NUMBER);
    check(
        const {
            &[
                Evidence::new(Kinds::STRING),
                Evidence::new(Kinds::NUMBER),
                Evidence::new(Kinds::INTEGER),
                Evidence::new(Kinds::ARRAY).items(&NUMBER),
                Evidence::new(Kinds::ARRAY).items(&STRING),
                Evidence::new(Kinds::BOOLEAN.or(Kinds::NULL)),
            ]
        },
        &[
            (r#""a""#, Some(0)),
            ("1.5", Some(1)),
            ("1", Some(2)),
            ("1.0", Some(2)),
            ("1e3", Some(2)),
            ("1e300", Some(1)),
            ("[]", Some(3)),
            ("[1,2]", Some(3)),
            (r#"["a"]"#, Some(4)),
            (r#"["a",1]"#, None),
            (r#"[1,2,3,4,"not looked at"]"#, Some(3)),
            ("true", Some(5)),
            ("null", Some(5)),
            ("{}", None),
        ],
    );
}

#[test]
fn integers_do_not_fit_every_number() {
    check(
        const { &[Evidence::new(Kinds::INTEGER)] },
        &[
            ("1", Some(0)),
            ("1.5", None),
            ("99999999999999999999", None),
        ],
    );
    check(
        const { &[Evidence::new(Kinds::NUMBER)] },
        &[("1", Some(0)), ("99999999999999999999", Some(0))],
    );
}

#[test]
fn listed_strings_before_free_ones() {
    check(
        const {
            &[
                Evidence::new(Kinds::STRING),
                Evidence::new(Kinds::STRING).texts(&["auto", "none"]),
            ]
        },
        &[
            (r#""auto""#, Some(1)),
            (r#""\u0061uto""#, Some(1)),
            (r#""other""#, Some(0)),
        ],
    );
    check(
        const {
            &[
                Evidence::new(Kinds::STRING).texts(&["a"]),
                Evidence::new(Kinds::STRING).texts(&["b"]),
            ]
        },
        &[(r#""b""#, Some(1)), (r#""c""#, Some(0))],
    );
}

static SHAPES: &[Evidence] = &[
    Evidence::new(Kinds::OBJECT)
        .constants(&[("kind", &[Constant::Text("circle")])])
        .required(&["kind", "r"])
        .known(&["kind", "r"]),
    Evidence::new(Kinds::OBJECT)
        .constants(&[("kind", &[Constant::Text("square")])])
        .required(&["kind", "a"])
        .known(&["kind", "a", "r"]),
    Evidence::new(Kinds::OBJECT)
        .constants(&[
            ("kind", &[Constant::Integer(3)]),
            ("open", &[Constant::Boolean(true)]),
        ])
        .known(&["kind", "open"]),
];

#[test]
fn by_constants() {
    check(
        SHAPES,
        &[
            (r#"{"kind":"circle","r":1}"#, Some(0)),
            (r#"{"r":1,"kind":"square"}"#, Some(1)),
            (r#"{"r":1,"a":[{}],"kind":"circle"}"#, Some(0)),
            (r#"{"kind":3}"#, Some(2)),
            (r#"{"kind":3,"open":false}"#, None),
            (r#"{"kind":"triangle","r":1}"#, None),
            (r#"{"kind":null,"r":1}"#, None),
            (r#"{"r":1}"#, Some(2)),
            ("[]", None),
        ],
    );
}

#[test]
fn by_required_members_then_by_names() {
    check(
        const {
            &[
                Evidence::new(Kinds::OBJECT)
                    .required(&["a"])
                    .known(&["a", "b"]),
                Evidence::new(Kinds::OBJECT)
                    .required(&["c"])
                    .known(&["a", "c"]),
                Evidence::new(Kinds::OBJECT).known(&["x", "y"]),
                Evidence::new(Kinds::OBJECT).known(&["y", "x"]),
            ]
        },
        &[
            (r#"{"a":1}"#, Some(0)),
            (r#"{"c":1}"#, Some(1)),
            (r#"{"a":1,"c":1}"#, Some(1)),
            (r#"{"a":1,"b":1,"c":1}"#, Some(0)),
            (r#"{"b":1}"#, Some(2)),
            (r#"{"x":1,"y":2}"#, Some(2)),
            ("{}", Some(2)),
        ],
    );
}

#[test]
fn a_new_value_of_an_open_list_is_a_doubt_only() {
    const STATES: &[Constant] = &[Constant::Text("on"), Constant::Text("off")];
    check(
        const {
            &[
                Evidence::new(Kinds::OBJECT)
                    .constants(&[("state", STATES)])
                    .known(&["state", "a"]),
                Evidence::new(Kinds::OBJECT).known(&["state", "b"]),
            ]
        },
        &[
            (r#"{"state":"on"}"#, Some(0)),
            (r#"{"state":"new","a":1}"#, Some(1)),
            (r#"{"state":"on","b":1}"#, Some(0)),
        ],
    );
    check(
        const {
            &[
                Evidence::new(Kinds::OBJECT)
                    .constants(&[("state", STATES)])
                    .known(&["state"]),
                Evidence::new(Kinds::STRING),
            ]
        },
        &[(r#"{"state":"new"}"#, Some(0))],
    );
}

#[test]
fn by_what_arrays_hold() {
    static CIRCLE: Evidence = Evidence::new(Kinds::OBJECT)
        .constants(&[("kind", &[Constant::Text("circle")])])
        .known(&["kind"]);
    static SQUARE: Evidence = Evidence::new(Kinds::OBJECT)
        .constants(&[("kind", &[Constant::Text("square")])])
        .known(&["kind"]);
    static SQUARES: Evidence = Evidence::new(Kinds::ARRAY).items(&SQUARE);
    check(
        const {
            &[
                Evidence::new(Kinds::ARRAY).items(&CIRCLE),
                Evidence::new(Kinds::ARRAY).items(&SQUARE),
                Evidence::new(Kinds::ARRAY).items(&SQUARES),
            ]
        },
        &[
            (r#"[{"kind":"circle"}]"#, Some(0)),
            (r#"[{"kind":"square"},{}]"#, Some(1)),
            (r#"[{"kind":"square"},{"kind":"circle"}]"#, None),
            (r#"[[{"kind":"square"}]]"#, Some(2)),
            (r#"[[],[{"kind":"circle"}]]"#, None),
        ],
    );
}

#[derive(Debug, PartialEq)]
enum Size {
    Text(String),
    Numbers(Vec<i32>),
    Unknown(Json),
}

impl Decode for Size {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        static NUMBER: Evidence = Evidence::new(Kinds::INTEGER);
        static VARIANTS: &[Evidence] = &[
            Evidence::new(Kinds::STRING),
            Evidence::new(Kinds::ARRAY).items(&NUMBER),
        ];
        match reader.choose(VARIANTS)? {
            Some(0) => reader.variant(Self::Text, Self::Unknown),
            Some(1) => reader.variant(Self::Numbers, Self::Unknown),
            _ => Decode::decode(reader).map(Self::Unknown),
        }
    }
}

impl Encode for Size {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Text(value) => value.encode(writer),
            Self::Numbers(value) => value.encode(writer),
            Self::Unknown(value) => value.encode(writer),
        }
    }
}

#[test]
fn what_fits_nothing_is_kept() {
    for (text, expected) in [
        (
            r#"["a",[1,2],[1,99999999999],{"x":[1]},"b"]"#,
            [true, true, false, false, true],
        ),
        (
            r#"[[1,2,3,4,"five"],[],null,1.50,""]"#,
            [false, true, false, false, true],
        ),
    ] {
        let sizes: Vec<Size> = json::from_str(text).unwrap();
        let known = sizes.iter().map(|size| !matches!(size, Size::Unknown(_)));
        assert!(known.eq(expected), "{sizes:?}");
        assert_eq!(json::to_string(&sizes).unwrap(), text);
    }
}

#[test]
fn what_is_no_json_is_no_unknown_variant() {
    for text in [
        "[1,2,3,4,nul]",
        "[1,2,3,4",
        r#""\ud800""#,
        "[1,2,3,4,\"\\x\"]",
        "{\"a\":",
    ] {
        assert!(json::from_str::<Size>(text).is_err(), "{text}");
    }
}
