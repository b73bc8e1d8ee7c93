use super::table::{Absent, As, Refused, Row, Style, row};

const TEXT: &str = r#"{"type":"string"}"#;
const TEXTS: &str = r#"{"type":"array","items":{"type":"string"}}"#;
const RGB: &str = r#"{"type":"object","properties":{"R":{"type":"integer"},"G":{"type":"integer"},"B":{"type":"integer"}}}"#;
const NESTED: &str = r#"{"type":"object","properties":{"id":{"type":"integer"},"tags":{"type":"array","items":{"type":"string"}},"owner":{"type":"object","properties":{"name":{"type":"string"}}}}}"#;
const MAYBE: &str = r#"{"type":["string","null"]}"#;
const MAYBES: &str = r#"{"type":"array","items":{"type":["string","null"]}}"#;
const SIZE: &str = r#"{"type":"string","enum":["small","x large"]}"#;
const WHEN: &str = r#"{"type":"string","format":"date-time"}"#;
const FLAG: &str = r#"{"type":"boolean"}"#;
const NUMBER: &str = r#"{"type":"number"}"#;
const MAP: &str = r#"{"type":"object","additionalProperties":{"type":"string"}}"#;

// The values of the standard's own table (OAS 3.0.4 §4.8.12.4, 3.1.1 §4.8.12.6, 3.2.0 §4.12.6).
const EMPTY: (&str, &str) = (TEXT, r#""""#);
const BLUE: (&str, &str) = (TEXT, r#""blue""#);
const COLORS: (&str, &str) = (TEXTS, r#"["blue","black","brown"]"#);
const PARTS: (&str, &str) = (RGB, r#"{"R":100,"G":200,"B":150}"#);
const HELLO: (&str, &str) = (TEXT, r#""Hello World!/?#[]%é""#);
const NO_COLORS: (&str, &str) = (TEXTS, "[]");
const ODD: (&str, &str) = (TEXTS, r#"["a,b","c d","e|f"]"#);
const TREE: (&str, &str) = (
    NESTED,
    r#"{"id":1,"tags":["x","y"],"owner":{"name":"n m"}}"#,
);
const HOLES: (&str, &str) = (MAYBES, r#"["a",null,"b"]"#);
const KEYS: (&str, &str) = (MAP, r#"{"semi":";","dot":".","comma":","}"#);

const MATRIX: Style = ("path", r#"{"style":"matrix"}"#);
const MATRIX_EXPLODED: Style = ("path", r#"{"style":"matrix","explode":true}"#);
const LABEL: Style = ("path", r#"{"style":"label"}"#);
const LABEL_EXPLODED: Style = ("path", r#"{"style":"label","explode":true}"#);
const SIMPLE: Style = ("path", "{}");
const SIMPLE_EXPLODED: Style = ("path", r#"{"style":"simple","explode":true}"#);
const PATH_RESERVED: Style = ("path", r#"{"allowReserved":true}"#);
const PATH_JSON: Style = ("path", r#"{"content":"application/json"}"#);
const FORM: Style = ("query", r#"{"style":"form","explode":false}"#);
const FORM_EXPLODED: Style = ("query", "{}");
const SPACE: Style = ("query", r#"{"style":"spaceDelimited","explode":false}"#);
const PIPE: Style = ("query", r#"{"style":"pipeDelimited","explode":false}"#);
const DEEP: Style = ("query", r#"{"style":"deepObject","explode":true}"#);
const RESERVED: Style = ("query", r#"{"allowReserved":true}"#);
const EMPTY_ALLOWED: Style = ("query", r#"{"allowEmptyValue":true}"#);
const QUERY_JSON: Style = ("query", r#"{"content":"application/json"}"#);
const QUERY_TEXT: Style = ("query", r#"{"content":"text/plain"}"#);
const HEADER: Style = ("header", "{}");
const HEADER_EXPLODED: Style = ("header", r#"{"explode":true}"#);
const HEADER_JSON: Style = ("header", r#"{"content":"application/json"}"#);
const COOKIE: Style = ("cookie", r#"{"style":"cookie","explode":false}"#);
const COOKIE_EXPLODED: Style = ("cookie", r#"{"style":"cookie"}"#);
const COOKIE_FORM: Style = ("cookie", r#"{"explode":false}"#);
const COOKIE_JSON: Style = ("cookie", r#"{"content":"application/json"}"#);

/// Every row of the standard's table, then what it says in words, then what RFC 6570 shows.
pub(super) const ROWS: &[Row] = &[
    row(MATRIX, EMPTY, As(";color")),
    row(MATRIX, BLUE, As(";color=blue")),
    row(MATRIX, COLORS, As(";color=blue,black,brown")),
    row(MATRIX, PARTS, As(";color=R,100,G,200,B,150")),
    row(MATRIX_EXPLODED, EMPTY, As(";color")),
    row(MATRIX_EXPLODED, BLUE, As(";color=blue")),
    row(
        MATRIX_EXPLODED,
        COLORS,
        As(";color=blue;color=black;color=brown"),
    ),
    row(MATRIX_EXPLODED, PARTS, As(";R=100;G=200;B=150")),
    // A segment `.` is another path.
    row(LABEL, EMPTY, Refused),
    row(LABEL, BLUE, As(".blue")),
    row(LABEL, COLORS, As(".blue,black,brown")),
    row(LABEL, PARTS, As(".R,100,G,200,B,150")),
    row(LABEL_EXPLODED, BLUE, As(".blue")),
    row(LABEL_EXPLODED, COLORS, As(".blue.black.brown")),
    row(LABEL_EXPLODED, PARTS, As(".R=100.G=200.B=150")),
    row(SIMPLE, EMPTY, Refused),
    row(SIMPLE, BLUE, As("blue")),
    row(SIMPLE, COLORS, As("blue,black,brown")),
    row(SIMPLE, PARTS, As("R,100,G,200,B,150")),
    row(SIMPLE_EXPLODED, BLUE, As("blue")),
    row(SIMPLE_EXPLODED, COLORS, As("blue,black,brown")),
    row(SIMPLE_EXPLODED, PARTS, As("R=100,G=200,B=150")),
    row(HEADER, EMPTY, As("")),
    row(HEADER, BLUE, As("blue")),
    row(HEADER, COLORS, As("blue,black,brown")),
    row(HEADER, PARTS, As("R,100,G,200,B,150")),
    row(HEADER_EXPLODED, COLORS, As("blue,black,brown")),
    row(HEADER_EXPLODED, PARTS, As("R=100,G=200,B=150")),
    row(FORM, EMPTY, As("color=")),
    row(FORM, BLUE, As("color=blue")),
    row(FORM, COLORS, As("color=blue,black,brown")),
    row(FORM, PARTS, As("color=R,100,G,200,B,150")),
    row(FORM_EXPLODED, EMPTY, As("color=")),
    row(FORM_EXPLODED, BLUE, As("color=blue")),
    row(
        FORM_EXPLODED,
        COLORS,
        As("color=blue&color=black&color=brown"),
    ),
    row(FORM_EXPLODED, PARTS, As("R=100&G=200&B=150")),
    row(SPACE, COLORS, As("color=blue%20black%20brown")),
    row(SPACE, PARTS, As("color=R%20100%20G%20200%20B%20150")),
    row(PIPE, COLORS, As("color=blue%7Cblack%7Cbrown")),
    row(PIPE, PARTS, As("color=R%7C100%7CG%7C200%7CB%7C150")),
    row(
        DEEP,
        PARTS,
        As("color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ),
    row(COOKIE, EMPTY, As("color=")),
    row(COOKIE, BLUE, As("color=blue")),
    row(COOKIE, COLORS, As("color=blue,black,brown")),
    row(COOKIE, PARTS, As("color=R,100,G,200,B,150")),
    row(COOKIE_EXPLODED, BLUE, As("color=blue")),
    row(
        COOKIE_EXPLODED,
        COLORS,
        As("color=blue; color=black; color=brown"),
    ),
    row(COOKIE_EXPLODED, PARTS, As("R=100; G=200; B=150")),
    row(COOKIE_FORM, COLORS, As("color=blue,black,brown")),
    row(COOKIE_FORM, PARTS, As("color=R,100,G,200,B,150")),
    // Characters that mean something elsewhere (OAS 3.1.1 appendices C to E).
    row(
        SIMPLE,
        HELLO,
        As("Hello%20World%21%2F%3F%23%5B%5D%25%C3%A9"),
    ),
    row(
        PATH_RESERVED,
        HELLO,
        As("Hello%20World!%2F%3F%23[]%25%C3%A9"),
    ),
    row(
        FORM_EXPLODED,
        HELLO,
        As("color=Hello%20World%21%2F%3F%23%5B%5D%25%C3%A9"),
    ),
    row(RESERVED, HELLO, As("color=Hello%20World!/?%23[]%25%C3%A9")),
    row(
        COOKIE_FORM,
        HELLO,
        As("color=Hello%20World%21%2F%3F%23%5B%5D%25%C3%A9"),
    ),
    row(HEADER, (TEXT, r#""a b/c%""#), As("a b/c%")),
    row(HEADER, (TEXT, r#""a\r\nb""#), Refused),
    row(FORM, ODD, As("color=a%2Cb,c%20d,e%7Cf")),
    row(SPACE, ODD, As("color=a%2Cb%20c%20d%20e%7Cf")),
    row(
        FORM_EXPLODED,
        (TEXT, r#""a b&c=d+e""#),
        As("color=a%20b%26c%3Dd%2Be"),
    ),
    // What is not there is not sent.
    row(FORM_EXPLODED, NO_COLORS, Absent),
    row(FORM, NO_COLORS, Absent),
    row(SIMPLE, NO_COLORS, Refused),
    row(FORM_EXPLODED, (MAYBE, "null"), Absent),
    row(FORM_EXPLODED, (MAYBE, r#""""#), As("color=")),
    row(FORM_EXPLODED, HOLES, As("color=a&color=b")),
    row(HEADER, HOLES, As("a,b")),
    row(EMPTY_ALLOWED, (FLAG, r#""""#), As("color=")),
    row(EMPTY_ALLOWED, (FLAG, "null"), As("color=")),
    row(EMPTY_ALLOWED, (FLAG, "true"), As("color=true")),
    row(EMPTY_ALLOWED, NO_COLORS, As("color=")),
    // What is nested, where the standard leaves it open.
    row(
        DEEP,
        TREE,
        As(
            "color%5Bid%5D=1&color%5Btags%5D%5B0%5D=x&color%5Btags%5D%5B1%5D=y&color%5Bowner%5D%5Bname%5D=n%20m",
        ),
    ),
    row(
        FORM_EXPLODED,
        TREE,
        As("id=1&tags=x&tags=y&owner=%7B%22name%22%3A%22n%20m%22%7D"),
    ),
    // Values that have types of their own.
    row(FORM_EXPLODED, (SIZE, r#""x large""#), As("color=x%20large")),
    row(
        FORM_EXPLODED,
        (WHEN, r#""2025-01-01T00:00:00+02:00""#),
        As("color=2025-01-01T00%3A00%3A00%2B02%3A00"),
    ),
    row(
        SIMPLE,
        (WHEN, r#""2025-01-01T00:00:00Z""#),
        As("2025-01-01T00%3A00%3A00Z"),
    ),
    row(
        HEADER,
        (WHEN, r#""2025-01-01T00:00:00Z""#),
        As("2025-01-01T00:00:00Z"),
    ),
    row(
        COOKIE,
        (WHEN, r#""2025-01-01T00:00:00Z""#),
        As("color=2025-01-01T00:00:00Z"),
    ),
    row(FORM_EXPLODED, (FLAG, "false"), As("color=false")),
    row(FORM_EXPLODED, (NUMBER, "-1.5"), As("color=-1.5")),
    // RFC 6570 §3.2.2, §3.2.5, §3.2.7, §3.2.8.
    row(SIMPLE, KEYS, As("semi,%3B,dot,.,comma,%2C")),
    row(SIMPLE_EXPLODED, KEYS, As("semi=%3B,dot=.,comma=%2C")),
    row(LABEL_EXPLODED, KEYS, As(".semi=%3B.dot=..comma=%2C")),
    row(MATRIX, KEYS, As(";color=semi,%3B,dot,.,comma,%2C")),
    row(FORM_EXPLODED, KEYS, As("semi=%3B&dot=.&comma=%2C")),
    // Texts of a media type.
    row(
        QUERY_JSON,
        PARTS,
        As("color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
    ),
    row(
        PATH_JSON,
        COLORS,
        As("%5B%22blue%22%2C%22black%22%2C%22brown%22%5D"),
    ),
    row(HEADER_JSON, COLORS, As(r#"["blue","black","brown"]"#)),
    row(
        COOKIE_JSON,
        COLORS,
        As("color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D"),
    ),
    row(QUERY_JSON, BLUE, As("color=%22blue%22")),
    row(QUERY_TEXT, BLUE, As("color=blue")),
];
