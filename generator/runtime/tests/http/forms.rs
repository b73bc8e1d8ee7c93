//! Forms: OAS 3.1.1 §4.8.15, WHATWG URL §5.2.

use clientwright_runtime::form::write;
use clientwright_runtime::json::Json;
use clientwright_runtime::{CallError, Method, Operation, Parameter, Style};

use super::server::{Reply, Server};

static SAVE: Operation = Operation::new("save", Method::POST, "/x");

fn json(text: &str) -> Json {
    text.parse().unwrap()
}

fn check(fields: &[Parameter], value: &str, expected: &str) {
    let written = write(fields, &json(value));
    assert_eq!(written.as_deref(), Some(expected), "{fields:?} of {value}");
}

/// The example of the standard (OAS 3.2.1 §4.15.4.1), in its words.
#[test]
fn an_object_in_a_form_is_a_json_text() {
    check(
        &[],
        r#"{"id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6","address":{"streetAddress":"123 Example Dr.","city":"Somewhere","state":"CA","zip":"99999+1234"}}"#,
        "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D",
    );
    check(
        &[Parameter::query("id").style(Style::Json)],
        r#"{"id":"f81d4fae"}"#,
        "id=%22f81d4fae%22",
    );
}

#[test]
fn members_are_pairs_in_their_order_and_items_are_pairs_of_one_name() {
    for (value, expected) in [
        ("{}", ""),
        (r#"{"n":1,"s":"x"}"#, "n=1&s=x"),
        (
            r#"{"b":true,"f":0.5,"big":9007199254740993}"#,
            "b=true&f=0.5&big=9007199254740993",
        ),
        (r#"{"a":"","b":null,"c":[]}"#, "a="),
        (r#"{"a":[1,null,"x y"]}"#, "a=1&a=x+y"),
        (r#"{"a":[{"k":1},[2]]}"#, "a=%7B%22k%22%3A1%7D&a=%5B2%5D"),
        (r#"{"a b&c":"d=e+f&g"}"#, "a+b%26c=d%3De%2Bf%26g"),
        (r#"{"é":"☃~*-._"}"#, "%C3%A9=%E2%98%83%7E*-._"),
        (r#"{"a":"1\r\n2"}"#, "a=1%0D%0A2"),
        (r#"{"name[]":["x"]}"#, "name%5B%5D=x"),
    ] {
        check(&[], value, expected);
    }
}

#[test]
fn a_member_with_a_style_is_written_like_a_parameter_of_a_query() {
    let field = || Parameter::query("a");
    for (parameter, value, expected) in [
        (field(), r#"{"a":["x","y z"]}"#, "a=x&a=y+z"),
        (field().explode(false), r#"{"a":["x","y,z"]}"#, "a=x,y%2Cz"),
        (field(), r#"{"a":{"R":100,"G":"x y"}}"#, "R=100&G=x+y"),
        (
            field().explode(false),
            r#"{"a":{"R":100,"G":200}}"#,
            "a=R,100,G,200",
        ),
        (
            field().style(Style::SpaceDelimited),
            r#"{"a":["x","y"]}"#,
            "a=x%20y",
        ),
        (
            field().style(Style::PipeDelimited),
            r#"{"a":["x","y"]}"#,
            "a=x%7Cy",
        ),
        (
            field().style(Style::TabDelimited),
            r#"{"a":["x","y"]}"#,
            "a=x%09y",
        ),
        (
            field().style(Style::DeepObject),
            r#"{"a":{"b":"c d","e":{"f":1},"g":[2,3]}}"#,
            "a%5Bb%5D=c+d&a%5Be%5D%5Bf%5D=1&a%5Bg%5D%5B0%5D=2&a%5Bg%5D%5B1%5D=3",
        ),
        (
            field().style(Style::Json),
            r#"{"a":[1,"x"]}"#,
            "a=%5B1%2C%22x%22%5D",
        ),
        (
            field().allow_reserved(),
            r#"{"a":"/x?y#z&b=1+2 %41%"}"#,
            "a=/x?y%23z%26b%3D1%2B2+%41%25",
        ),
        (field(), r#"{"a":null,"b":1}"#, "b=1"),
    ] {
        check(&[parameter], value, expected);
    }
}

#[tokio::test]
async fn a_form_is_sent_with_its_media_type() {
    let server = Server::start(vec![Reply::json(200, "")]).await;
    let client = server.client().build().unwrap();
    let media_type = "application/x-www-form-urlencoded";
    let mut call = client.call(&SAVE);
    call.form(media_type, &[], &json(r#"{"n":1,"s":"a b"}"#));
    call.execute().await.unwrap();
    let mut call = client.call(&SAVE);
    call.form(media_type, &[], &json("{}"));
    call.execute().await.unwrap();
    let heard = server.heard();
    assert_eq!(heard[0].header("content-type"), Some(media_type));
    assert_eq!(heard[0].body, b"n=1&s=a+b");
    assert_eq!(heard[1].header("content-length"), Some("0"));
}

#[tokio::test]
async fn what_has_no_members_is_no_form() {
    let server = Server::start(vec![Reply::json(200, "")]).await;
    let mut call = server.client().build().unwrap().call(&SAVE);
    call.form("application/x-www-form-urlencoded", &[], &json("[1]"));
    let error = call.execute().await.unwrap_err();
    assert!(matches!(error, CallError::Request(_)), "{error:?}");
    assert_eq!(server.lines(), Vec::<String>::new());
}
