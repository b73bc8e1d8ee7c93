//! Every style with every shape: OAS 3.1.1 §4.8.12.6, RFC 6570 §3.2.

use clientwright_runtime::json::{Json, JsonObject};
use clientwright_runtime::{Location, Parameter, Style, style::expand};

fn color(location: Location, style: Style, explode: bool) -> Parameter {
    let parameter = match location {
        Location::Path => Parameter::path("color"),
        Location::Query => Parameter::query("color"),
        Location::QueryString => Parameter::querystring("color"),
        Location::Header => Parameter::header("color"),
        Location::Cookie => Parameter::cookie("color"),
    };
    parameter.style(style).explode(explode)
}

fn list(items: &[&str]) -> Json {
    Json::Array(items.iter().map(|item| text(item)).collect())
}

fn object(members: &[(&str, Json)]) -> Json {
    let members = members.iter().cloned();
    Json::Object(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<JsonObject>(),
    )
}

fn text(text: &str) -> Json {
    Json::String(text.to_owned())
}

fn number(text: &str) -> Json {
    text.parse().unwrap()
}

fn check(parameter: Parameter, value: &Json, expected: &str) {
    let expanded = expand(&parameter, value);
    let undefined = "(undefined)".to_owned();
    assert_eq!(
        expanded.unwrap_or(undefined),
        expected,
        "{parameter:?} of {value}"
    );
}

/// The rows of the standard's table, with the values that it uses.
#[test]
fn the_table_of_the_standard_is_followed_to_the_letter() {
    let array = list(&["blue", "black", "brown"]);
    let rgb = object(&[
        ("R", number("100")),
        ("G", number("200")),
        ("B", number("150")),
    ]);
    let undefined = "(undefined)";
    let rows: [(Location, Style, bool, [&str; 4]); 20] = [
        (
            Location::Path,
            Style::Matrix,
            false,
            [
                ";color",
                ";color=blue",
                ";color=blue,black,brown",
                ";color=R,100,G,200,B,150",
            ],
        ),
        (
            Location::Path,
            Style::Matrix,
            true,
            [
                ";color",
                ";color=blue",
                ";color=blue;color=black;color=brown",
                ";R=100;G=200;B=150",
            ],
        ),
        (
            Location::Path,
            Style::Label,
            false,
            [".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
        ),
        (
            Location::Path,
            Style::Label,
            true,
            [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
        ),
        (
            Location::Path,
            Style::Simple,
            false,
            ["", "blue", "blue,black,brown", "R,100,G,200,B,150"],
        ),
        (
            Location::Header,
            Style::Simple,
            true,
            ["", "blue", "blue,black,brown", "R=100,G=200,B=150"],
        ),
        (
            Location::Query,
            Style::Form,
            false,
            [
                "color=",
                "color=blue",
                "color=blue,black,brown",
                "color=R,100,G,200,B,150",
            ],
        ),
        (
            Location::Query,
            Style::Form,
            true,
            [
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "R=100&G=200&B=150",
            ],
        ),
        (
            Location::Query,
            Style::SpaceDelimited,
            false,
            [
                "color=",
                "color=blue",
                "color=blue%20black%20brown",
                "color=R%20100%20G%20200%20B%20150",
            ],
        ),
        (
            Location::Query,
            Style::PipeDelimited,
            false,
            [
                "color=",
                "color=blue",
                "color=blue%7Cblack%7Cbrown",
                "color=R%7C100%7CG%7C200%7CB%7C150",
            ],
        ),
        (
            Location::Query,
            Style::TabDelimited,
            false,
            [
                "color=",
                "color=blue",
                "color=blue%09black%09brown",
                "color=R%09100%09G%09200%09B%09150",
            ],
        ),
        (
            Location::Path,
            Style::PipeDelimited,
            false,
            [
                "",
                "blue",
                "blue%7Cblack%7Cbrown",
                "R%7C100%7CG%7C200%7CB%7C150",
            ],
        ),
        (
            Location::Header,
            Style::TabDelimited,
            false,
            ["", "blue", "blue\tblack\tbrown", "R\t100\tG\t200\tB\t150"],
        ),
        (
            Location::Query,
            Style::DeepObject,
            true,
            [
                "color=",
                "color=blue",
                "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
            ],
        ),
        (
            Location::Path,
            Style::Simple,
            true,
            ["", "blue", "blue,black,brown", "R=100,G=200,B=150"],
        ),
        (
            Location::Header,
            Style::Simple,
            false,
            ["", "blue", "blue,black,brown", "R,100,G,200,B,150"],
        ),
        (
            Location::Cookie,
            Style::Cookie,
            false,
            [
                "color=",
                "color=blue",
                "color=blue,black,brown",
                "color=R,100,G,200,B,150",
            ],
        ),
        (
            Location::Cookie,
            Style::Cookie,
            true,
            [
                "color=",
                "color=blue",
                "color=blue; color=black; color=brown",
                "R=100; G=200; B=150",
            ],
        ),
        (
            Location::Cookie,
            Style::Form,
            false,
            [
                "color=",
                "color=blue",
                "color=blue,black,brown",
                "color=R,100,G,200,B,150",
            ],
        ),
        (
            Location::Cookie,
            Style::Form,
            true,
            [
                "color=",
                "color=blue",
                "color=blue; color=black; color=brown",
                "R=100; G=200; B=150",
            ],
        ),
    ];
    for (location, style, explode, [empty, single, of_array, of_object]) in rows {
        let parameter = color(location, style, explode);
        check(parameter, &text(""), empty);
        check(parameter, &text("blue"), single);
        check(parameter, &array, of_array);
        check(parameter, &rgb, of_object);
        check(parameter, &Json::Null, undefined);
        check(parameter, &list(&[]), undefined);
        check(parameter, &object(&[]), undefined);
        check(parameter, &object(&[("R", Json::Null)]), undefined);
    }
}

#[test]
fn exploded_delimited_arrays_and_objects_are_as_form() {
    for style in [
        Style::SpaceDelimited,
        Style::PipeDelimited,
        Style::TabDelimited,
    ] {
        let parameter = color(Location::Query, style, true);
        check(parameter, &list(&["a", "b"]), "color=a&color=b");
        check(parameter, &object(&[("R", number("1"))]), "R=1");
    }
}

/// RFC 6570 §3.2.2 to §3.2.8, with its own variables.
#[test]
fn the_examples_of_uri_templates_hold() {
    let keys = object(&[
        ("semi", text(";")),
        ("dot", text(".")),
        ("comma", text(",")),
    ]);
    let hello = text("Hello World!");
    let path = |name, style, explode| Parameter::path(name).style(style).explode(explode);
    check(
        path("hello", Style::Simple, false),
        &hello,
        "Hello%20World%21",
    );
    check(path("half", Style::Simple, false), &text("50%"), "50%25");
    check(
        path("keys", Style::Simple, false),
        &keys,
        "semi,%3B,dot,.,comma,%2C",
    );
    check(
        path("keys", Style::Simple, true),
        &keys,
        "semi=%3B,dot=.,comma=%2C",
    );
    check(
        path("keys", Style::Label, false),
        &keys,
        ".semi,%3B,dot,.,comma,%2C",
    );
    check(
        path("keys", Style::Label, true),
        &keys,
        ".semi=%3B.dot=..comma=%2C",
    );
    check(
        path("who", Style::Matrix, false),
        &text("fred"),
        ";who=fred",
    );
    check(
        path("keys", Style::Matrix, false),
        &keys,
        ";keys=semi,%3B,dot,.,comma,%2C",
    );
    check(
        path("keys", Style::Matrix, true),
        &keys,
        ";semi=%3B;dot=.;comma=%2C",
    );
    let query = |name, explode| Parameter::query(name).explode(explode);
    check(query("keys", false), &keys, "keys=semi,%3B,dot,.,comma,%2C");
    check(query("keys", true), &keys, "semi=%3B&dot=.&comma=%2C");
    let reserved = |name| Parameter::query(name).allow_reserved();
    check(reserved("path"), &text("/foo/bar"), "path=/foo/bar");
    check(reserved("half"), &text("50%"), "half=50%25");
    check(reserved("done"), &text("a%2Fb%zz"), "done=a%2Fb%25zz");
    check(
        reserved("base"),
        &text("http://example.com/home/"),
        "base=http://example.com/home/",
    );
}

#[test]
fn values_are_percent_encoded_whole() {
    let parameter = Parameter::query("a b");
    check(parameter, &text("-._~"), "a%20b=-._~");
    check(
        parameter,
        &text("a b&c=d+e#f"),
        "a%20b=a%20b%26c%3Dd%2Be%23f",
    );
    check(
        parameter,
        &text("ü€😀\u{0}\n"),
        "a%20b=%C3%BC%E2%82%AC%F0%9F%98%80%00%0A",
    );
    check(
        parameter.explode(false),
        &list(&["a,b", "c"]),
        "a%20b=a%2Cb,c",
    );
}

#[test]
fn reserved_characters_never_end_a_query_or_change_a_path() {
    let all = text(":/?#[]@!$&()*+,;=");
    check(
        Parameter::query("q").allow_reserved(),
        &all,
        "q=:/?%23[]@!$&()*+,;=",
    );
    check(
        Parameter::path("p").allow_reserved(),
        &all,
        ":%2F%3F%23[]@!$&()*+,;=",
    );
}

/// OAS 3.2 §4.12.3: whoever gives the value has escaped it; what would make two cookies of it is escaped all the same.
#[test]
fn the_style_of_cookies_encodes_nothing_but_what_would_end_them() {
    let cookie = Parameter::cookie("c");
    check(cookie, &text("a b/%41\"é"), "c=a%20b%2F%2541%22%C3%A9");
    let plain = cookie.style(Style::Cookie);
    check(plain, &text("a b/%41\"="), "c=a b/%41\"=");
    check(plain, &text("a; admin=1\r\n"), "c=a%3B admin=1%0D%0A");
    check(
        cookie.allow_reserved(),
        &text("a/b?c=d%41;,"),
        "c=a/b?c=d%41%3B%2C",
    );
}

#[test]
fn header_fields_are_not_percent_encoded() {
    let parameter = Parameter::header("X-Ids");
    check(parameter, &text("a b/c%"), "a b/c%");
    check(parameter, &list(&["a b", "c"]), "a b,c");
    check(
        parameter,
        &object(&[("R", number("1")), ("G", number("2"))]),
        "R,1,G,2",
    );
}

#[test]
fn scalars_of_every_kind_are_texts() {
    for (value, expected) in [
        (Json::Bool(true), "true"),
        (number("-12"), "-12"),
        (number("1.5"), "1.5"),
        (number("18446744073709551615"), "18446744073709551615"),
    ] {
        check(Parameter::path("v"), &value, expected);
    }
}

#[test]
fn null_items_and_members_are_left_out() {
    let items = Json::Array(vec![text("a"), Json::Null, text("b")]);
    check(Parameter::query("q"), &items, "q=a&q=b");
    check(Parameter::query("q").explode(false), &items, "q=a,b");
    check(
        Parameter::query("q"),
        &object(&[("a", Json::Null), ("b", text(""))]),
        "b=",
    );
}

#[test]
fn nested_values_that_the_standard_leaves_open_are_kept() {
    let nested = object(&[
        ("id", number("1")),
        ("tags", list(&["x", "y"])),
        ("owner", object(&[("name", text("n"))])),
    ]);
    let deep = Parameter::query("q").style(Style::DeepObject).explode(true);
    let expected = "q%5Bid%5D=1&q%5Btags%5D%5B0%5D=x&q%5Btags%5D%5B1%5D=y&q%5Bowner%5D%5Bname%5D=n";
    check(deep, &nested, expected);
    let expected = "id=1&tags=x&tags=y&owner=%7B%22name%22%3A%22n%22%7D";
    check(Parameter::query("q"), &nested, expected);
}

#[test]
fn json_content_is_a_text_of_json() {
    let value = object(&[("a", list(&["b", "c"]))]);
    let encoded = "%7B%22a%22%3A%5B%22b%22%2C%22c%22%5D%7D";
    check(
        Parameter::query("q").style(Style::Json),
        &value,
        &format!("q={encoded}"),
    );
    check(Parameter::path("p").style(Style::Json), &value, encoded);
    check(
        Parameter::header("X-H").style(Style::Json),
        &value,
        r#"{"a":["b","c"]}"#,
    );
    check(
        Parameter::query("q").style(Style::Json),
        &Json::Null,
        "q=null",
    );
}

/// OAS 3.2 §4.12.1: the name of the parameter is no part of a whole query.
#[test]
fn a_whole_query_is_its_value_and_nothing_else() {
    let members = object(&[
        ("q", text("a&b")),
        ("n", Json::Array(vec![number("1"), number("2")])),
        ("empty", text("")),
        ("none", Json::Null),
    ]);
    let form = Parameter::querystring("filter");
    check(form, &members, "q=a%26b&n=1&n=2&empty=");
    check(form, &text("$.a[?(@.b)]"), "%24.a%5B%3F%28%40.b%29%5D");
    let json = form.style(Style::Json);
    check(json, &object(&[("q", number("1"))]), "%7B%22q%22%3A1%7D");
}
