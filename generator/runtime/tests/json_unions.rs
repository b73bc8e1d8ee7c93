//! Unions: which variant a value is.
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use clientwright_runtime::json::{
    self, Constant, Decode, Encode, Evidence, Fault, Json, Kinds, Place, Reader, UnknownFields,
    Variants, Writer,
};

fn check(variants: &Variants, table: &[(&str, Option<usize>)]) {
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
    static VARIANTS: Variants = Variants::new(&[
        Evidence::STRING,
        Evidence::NUMBER,
        Evidence::INTEGER,
        Evidence::ARRAY.items(&Evidence::NUMBER),
        Evidence::ARRAY.items(&Evidence::STRING),
        Evidence::BOOLEAN.or(Kinds::NULL),
    ]);
    check(
        &VARIANTS,
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
    static INTEGER: Variants = Variants::new(&[Evidence::INTEGER]);
    check(
        &INTEGER,
        &[
            ("1", Some(0)),
            ("1.5", None),
            ("99999999999999999999", None),
        ],
    );
    static NUMBER: Variants = Variants::new(&[Evidence::NUMBER]);
    check(
        &NUMBER,
        &[("1", Some(0)), ("99999999999999999999", Some(0))],
    );
}

#[test]
fn listed_strings_before_those_of_a_form_before_free_ones() {
    fn is_number(text: &str) -> bool {
        text.bytes().all(|byte| byte.is_ascii_digit())
    }
    static VARIANTS: Variants = Variants::new(&[
        Evidence::STRING,
        Evidence::STRING.listed(&[Constant::Text("auto"), Constant::Text("none")]),
        Evidence::STRING.form(is_number),
    ]);
    check(
        &VARIANTS,
        &[
            (r#""auto""#, Some(1)),
            (r#""\u0061uto""#, Some(1)),
            (r#""other""#, Some(0)),
            (r#""12""#, Some(2)),
        ],
    );
    static LISTS: Variants = Variants::new(&[
        Evidence::STRING.listed(&[Constant::Text("a")]),
        Evidence::STRING.listed(&[Constant::Text("b")]),
    ]);
    check(&LISTS, &[(r#""b""#, Some(1)), (r#""c""#, Some(0))]);
}

#[test]
fn listed_numbers_before_free_ones() {
    static VARIANTS: Variants = Variants::new(&[
        Evidence::INTEGER,
        Evidence::INTEGER.listed(&[Constant::Integer(-1)]),
    ]);
    check(&VARIANTS, &[("1", Some(0)), ("-1", Some(1))]);
}

#[test]
fn by_the_tag_alone() {
    static SHAPES: Variants = Variants::new(&[]).tagged(
        "kind",
        &[("1", 2), ("circle", 0), ("round", 0), ("square", 1)],
    );
    check(
        &SHAPES,
        &[
            (r#"{"kind":"circle","r":1}"#, Some(0)),
            (r#"{"r":[{"kind":"square"}],"kind":"round"}"#, Some(0)),
            (r#"{"r":1,"kind":"square"}"#, Some(1)),
            (r#"{"kind":"SQUARE"}"#, Some(1)),
            (r#"{"kind":1}"#, Some(2)),
            (r#"{"kind":"triangle"}"#, None),
            (r#"{"kind":null}"#, None),
            (r#"{"r":1}"#, None),
            (r#""circle""#, None),
        ],
    );
}

#[test]
fn by_the_tag_then_by_what_is_told_besides() {
    static SHAPES: Variants = Variants::new(&[
        Evidence::OBJECT.tagged().known(&["r"]),
        Evidence::OBJECT.tagged().known(&["side"]),
        Evidence::OBJECT.required(&["points"]),
        Evidence::STRING,
    ])
    .tagged("kind", &[("circle", 0), ("square", 1)]);
    check(
        &SHAPES,
        &[
            (r#"{"kind":"circle","side":1}"#, Some(0)),
            (r#"{"side":1}"#, Some(1)),
            (r#"{"kind":"polygon","points":[]}"#, Some(2)),
            (r#"{"kind":"polygon","side":1}"#, None),
            (r#""circle""#, Some(3)),
        ],
    );
    static WITH_DEFAULT: Variants = Variants::new(&[])
        .tagged("kind", &[("circle", 0), ("square", 1)])
        .or_else(2);
    check(
        &WITH_DEFAULT,
        &[
            (r#"{"kind":"square"}"#, Some(1)),
            (r#"{"kind":"polygon"}"#, Some(2)),
            ("{}", Some(2)),
        ],
    );
}

#[test]
fn by_constants() {
    const fn kind(value: &'static [Constant]) -> Evidence {
        Evidence::STRING.listed(value)
    }
    static SHAPES: Variants = Variants::new(&[
        Evidence::OBJECT
            .required(&["kind", "r"])
            .values(&[("kind", kind(&[Constant::Text("circle")]))]),
        Evidence::OBJECT
            .required(&["a", "kind"])
            .known(&["r"])
            .values(&[("kind", kind(&[Constant::Text("square")]))]),
        Evidence::OBJECT.known(&["kind", "open"]).values(&[
            ("kind", kind(&[Constant::Integer(3)])),
            ("open", kind(&[Constant::Boolean(true)])),
        ]),
    ]);
    check(
        &SHAPES,
        &[
            (r#"{"kind":"circle","r":1}"#, Some(0)),
            (r#"{"r":1,"kind":"square","a":1}"#, Some(1)),
            (r#"{"r":1,"a":[{}],"kind":"circle"}"#, Some(0)),
            (r#"{"kind":3}"#, Some(2)),
            (r#"{"kind":3,"open":false}"#, None),
            (r#"{"kind":"triangle","r":1}"#, None),
            (r#"{"r":1}"#, Some(2)),
            ("[]", None),
        ],
    );
}

#[test]
fn by_required_members_then_by_names_then_by_what_is_not_there() {
    static VARIANTS: Variants = Variants::new(&[
        Evidence::OBJECT.required(&["a"]).known(&["b"]),
        Evidence::OBJECT.required(&["c"]).known(&["a"]),
        Evidence::OBJECT.known(&["x", "y"]),
        Evidence::OBJECT.known(&["x", "y"]),
        Evidence::OBJECT.known(&["x"]),
    ]);
    check(
        &VARIANTS,
        &[
            (r#"{"a":1}"#, Some(0)),
            (r#"{"c":1}"#, Some(1)),
            (r#"{"a":1,"c":1}"#, Some(1)),
            (r#"{"a":1,"b":1,"c":1}"#, Some(0)),
            (r#"{"x":1,"y":2}"#, Some(2)),
            (r#"{"x":1}"#, Some(4)),
            ("{}", Some(4)),
        ],
    );
}

#[test]
fn by_the_values_of_members_however_deep() {
    static TEXT: Evidence =
        Evidence::OBJECT.values(&[("data", Evidence::OBJECT.values(&[("id", Evidence::STRING)]))]);
    static VARIANTS: Variants = Variants::new(&[
        TEXT,
        Evidence::OBJECT.values(&[(
            "data",
            Evidence::OBJECT.values(&[("id", Evidence::INTEGER)]),
        )]),
        Evidence::OBJECT.values(&[("data", Evidence::STRING)]),
    ]);
    check(
        &VARIANTS,
        &[
            (r#"{"data":{"id":"a"}}"#, Some(0)),
            (r#"{"data":{"id":1}}"#, Some(1)),
            (r#"{"data":"a"}"#, Some(2)),
            (r#"{"data":null}"#, Some(0)),
            (r#"{"data":[]}"#, None),
        ],
    );
}

#[test]
fn by_the_values_of_members_without_names() {
    static VARIANTS: Variants = Variants::new(&[
        Evidence::OBJECT.known(&["a"]).others(&Evidence::INTEGER),
        Evidence::OBJECT.others(&Evidence::STRING),
        Evidence::OBJECT.known(&["a"]),
    ]);
    check(
        &VARIANTS,
        &[
            (r#"{"a":1,"b":2}"#, Some(0)),
            (r#"{"b":"x","c":"y"}"#, Some(1)),
            (r#"{"a":1,"b":"x"}"#, Some(2)),
        ],
    );
}

#[test]
fn a_new_value_of_an_open_list_is_a_doubt_only() {
    const STATES: Evidence =
        Evidence::STRING.listed(&[Constant::Text("on"), Constant::Text("off")]);
    static VARIANTS: Variants = Variants::new(&[
        Evidence::OBJECT
            .known(&["a", "state"])
            .values(&[("state", STATES)]),
        Evidence::OBJECT.known(&["b", "state"]),
    ]);
    check(
        &VARIANTS,
        &[
            (r#"{"state":"on"}"#, Some(0)),
            (r#"{"state":"new"}"#, Some(1)),
            (r#"{"state":"new","a":1}"#, Some(0)),
            (r#"{"state":"on","b":1}"#, Some(1)),
        ],
    );
}

#[test]
fn a_union_within_is_each_of_its_variants() {
    static VARIANTS: Variants = Variants::new(&[
        Evidence::any_of(&[Evidence::OBJECT.required(&["a"]), Evidence::STRING]),
        Evidence::any_of(&[Evidence::OBJECT.required(&["b"]), Evidence::BOOLEAN]),
    ]);
    check(
        &VARIANTS,
        &[
            (r#"{"a":1}"#, Some(0)),
            (r#"{"b":1}"#, Some(1)),
            ("true", Some(1)),
            (r#""a""#, Some(0)),
            ("1", None),
        ],
    );
}

#[test]
fn a_whole_number_is_no_float_that_would_cut_its_digits() {
    static VARIANTS: Variants = Variants::new(&[Evidence::NUMBER, Evidence::STRING]);
    check(
        &VARIANTS,
        &[
            ("9007199254740992", Some(0)),
            ("9007199254740993", None),
            ("-9223372036854775808", None),
            ("9223372036854775807", None),
            ("12345678901234567000", Some(0)),
            ("1e300", Some(0)),
            ("0.1", Some(0)),
        ],
    );
}

#[test]
fn by_what_arrays_hold() {
    static CIRCLE: Evidence =
        Evidence::OBJECT.values(&[("kind", Evidence::STRING.listed(&[Constant::Text("circle")]))]);
    static SQUARE: Evidence =
        Evidence::OBJECT.values(&[("kind", Evidence::STRING.listed(&[Constant::Text("square")]))]);
    static SQUARES: Evidence = Evidence::ARRAY.items(&SQUARE);
    static VARIANTS: Variants = Variants::new(&[
        Evidence::ARRAY.items(&CIRCLE),
        Evidence::ARRAY.items(&SQUARE),
        Evidence::ARRAY.items(&SQUARES),
    ]);
    check(
        &VARIANTS,
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
    Small(Vec<i32>),
    Large(Vec<i64>),
    Unknown(Json),
}

impl Decode for Size {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        static VARIANTS: Variants = Variants::new(&[
            Evidence::STRING,
            Evidence::ARRAY.items(&Evidence::INTEGER),
            Evidence::ARRAY.items(&Evidence::INTEGER),
        ]);
        reader.union(&VARIANTS, |reader, variant| match variant {
            0 => Decode::decode(reader).map(Self::Text),
            1 => Decode::decode(reader).map(Self::Small),
            2 => Decode::decode(reader).map(Self::Large),
            _ => Decode::decode(reader).map(Self::Unknown),
        })
    }
}

impl Encode for Size {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Text(value) => value.encode(writer),
            Self::Small(value) => value.encode(writer),
            Self::Large(value) => value.encode(writer),
            Self::Unknown(value) => value.encode(writer),
        }
    }
}

#[test]
fn what_fits_nothing_is_kept() {
    let text = r#"["a",[1,2],[1,99999999999],{"x":[1]},[1,2,3,4,"five"],[],null,1.50,"",[1e20,5]]"#;
    let sizes: Vec<Size> = json::from_str(text).unwrap();
    let which = sizes.iter().map(|size| match size {
        Size::Text(_) => 't',
        Size::Small(_) => 's',
        Size::Large(_) => 'l',
        Size::Unknown(_) => '-',
    });
    assert_eq!(which.collect::<String>(), "tsl--s--t-", "{sizes:?}");
    assert_eq!(json::to_string(&sizes).unwrap(), text);
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

/// A union of two objects that hold the union again, and of which the last member tells too late that it is neither.
#[derive(Debug)]
enum Tree {
    Left(Node<i32>),
    Right(Node<i16>),
    Unknown(Json),
}

#[derive(Debug, Default)]
struct Node<T> {
    next: Option<Box<Tree>>,
    last: Option<T>,
    text: Option<String>,
}

impl<T: Decode + Default> Decode for Node<T> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        let mut node = Self::default();
        let places = &mut [
            Place::Optional("next", &mut node.next),
            Place::Optional("last", &mut node.last),
            Place::Optional("text", &mut node.text),
        ];
        reader.object("Node", places, &mut UnknownFields::default())?;
        Ok(node)
    }
}

impl<T: Encode> Encode for Node<T> {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        if let Some(text) = &self.text {
            writer.field("text", text);
        }
        if let Some(next) = &self.next {
            writer.field("next", next);
        }
        if let Some(last) = &self.last {
            writer.field("last", last);
        }
        writer.end_object();
    }
}

impl Decode for Tree {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        const NODE: Evidence = Evidence::OBJECT.known(&["last", "next", "text"]);
        static VARIANTS: Variants = Variants::new(&[NODE, NODE]);
        reader.union(&VARIANTS, |reader, variant| match variant {
            0 => Decode::decode(reader).map(Self::Left),
            1 => Decode::decode(reader).map(Self::Right),
            _ => Decode::decode(reader).map(Self::Unknown),
        })
    }
}

impl Encode for Tree {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Left(value) => value.encode(writer),
            Self::Right(value) => value.encode(writer),
            Self::Unknown(value) => value.encode(writer),
        }
    }
}

/// 100 levels of 10 kB each, with `last` at the end of each level.
fn nested(last: &str) -> String {
    let text = "x".repeat(10_000);
    let open = format!(r#"{{"text":"{text}","next":"#);
    let close = format!(r#","last":{last}}}"#);
    format!(r#"{}{{"last":1}}{}"#, open.repeat(100), close.repeat(100))
}

#[test]
fn unions_within_unions_take_no_longer_than_their_text_is_long() {
    for last in ["7", "99999999999", r#""no number""#] {
        let text = nested(last);
        let start = std::time::Instant::now();
        let tree: Tree = json::from_str(&text).unwrap();
        let took = start.elapsed();
        assert_eq!(matches!(tree, Tree::Unknown(_)), last != "7");
        assert!(
            json::to_string(&tree).unwrap() == text,
            "{last} is not whole"
        );
        eprintln!("1 MB at 100 levels, the last member {last}: {took:?}");
        assert!(took < std::time::Duration::from_secs(10), "{took:?}");
    }
}
