use serde_json::{Value, json};

use super::table::Arrives::{self, As, Refused};

/// An operation, the parameters of a line, and the request line that arrives.
pub(super) type Template = (&'static str, &'static str, Arrives);

/// Paths that say more than a value in each segment, and header fields that others decide.
pub(super) fn paths() -> Value {
    json!({
        "/compare/{base}...{head}": { "get": operation("compare", &["base in path", "head in path"]) },
        "/things/{id}.json": { "get": operation("asJson", &["id in path"]) },
        "/things/{id}:cancel": { "post": operation("cancel", &["id in path"]) },
        "/things?fixed=true": { "get": operation("fixed", &["q in query"]) },
        // The order of the path holds, not that of the list.
        "/{lat},{lon}": { "get": operation("point", &["lon in path", "lat in path"]) },
        "/negotiated": {
            "get": operation("negotiated", &["Accept in header", "content-type in header", "Authorization in header", "X-Plain in header"]),
        },
    })
}

fn operation(id: &str, parameters: &[&str]) -> Value {
    let parameters = parameters.iter().map(|parameter| {
        let (name, location) = parameter.split_once(" in ").expect("it says where");
        let required = location == "path";
        json!({ "name": name, "in": location, "required": required, "schema": { "type": "string" } })
    });
    let text = json!({ "schema": { "type": "string" } });
    json!({
        "operationId": id,
        "parameters": parameters.collect::<Vec<_>>(),
        "responses": { "200": { "description": "Done.", "content": { "text/plain": text, "text/csv": text } } },
    })
}

pub(super) const TEMPLATES: &[Template] = &[
    (
        "compare",
        r#"{"path":{"base":"v1.0","head":"feature/x"}}"#,
        As("GET /compare/v1.0...feature%2Fx"),
    ),
    ("asJson", r#"{"path":{"id":"7"}}"#, As("GET /things/7.json")),
    (
        "cancel",
        r#"{"path":{"id":"a:b"}}"#,
        As("POST /things/a%3Ab:cancel"),
    ),
    (
        "fixed",
        r#"{"query":{"q":"x y"}}"#,
        As("GET /things?fixed=true&q=x%20y"),
    ),
    ("fixed", "{}", As("GET /things?fixed=true")),
    (
        "point",
        r#"{"path":{"lat":"1.5","lon":"-2"}}"#,
        As("GET /1.5,-2"),
    ),
    ("compare", r#"{"path":{"base":"","head":"x"}}"#, Refused),
    ("cancel", "{}", Refused),
];
