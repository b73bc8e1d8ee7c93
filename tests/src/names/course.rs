use std::path::Path;

use serde_json::{Map, Value, json};

/// A crate of the course.
pub(super) struct Course {
    pub(super) name: &'static str,
    pub(super) document: String,
    pub(super) config: String,
}

/// What is chosen for formats, crate by crate, so that every choice is compiled.
const CHOICES: &[(&str, &str)] = &[
    (
        "formats_chrono",
        r#"date-time = "chrono"
date = "chrono"
time = "chrono"
duration = "chrono"
uuid = "uuid"
decimal = "rust_decimal"
float = "f32""#,
    ),
    (
        "formats_jiff",
        r#"date-time = "jiff"
date = "jiff"
time = "jiff"
duration = "jiff"
ip = "std"
email = "uri"
unix-time = "integer""#,
    ),
    (
        "formats_time",
        r#"date-time = "time"
date = "time"
time = "time"
duration = "time"
uri = "url""#,
    ),
    (
        "formats_text",
        r#"date-time = "text"
date = "text"
time = "text"
duration = "std"
http-date = "text"
uuid = "text"
uri = "text"
ipv4 = "text"
byte = "text"
base64url = "text"
binary = "text"
decimal = "text"
password = "text""#,
    ),
];

/// All crates of the course.
pub(super) fn all() -> Vec<Course> {
    let plain = documents().into_iter().map(|(name, document)| Course {
        name,
        document,
        config: String::new(),
    });
    let chosen = CHOICES.iter().map(|(name, choices)| Course {
        name,
        document: case("formats.yaml"),
        config: format!("[package]\nname = \"{name}\"\n[formats]\n{choices}\n"),
    });
    plain.chain(chosen).collect()
}

/// The documents of the course: their names and texts.
fn documents() -> Vec<(&'static str, String)> {
    let mut documents: Vec<(&str, String)> =
        ["collisions", "few_formats", "formats", "letters", "texts"]
            .map(|name| (name, case(&format!("{name}.yaml"))))
            .into();
    documents.push(("words", words(&lines(&case("words.txt"))).to_string()));
    documents
}

fn case(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("cases/names")
        .join(file);
    std::fs::read_to_string(path).expect("the case can be read")
}

fn lines(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| !line.starts_with("# "))
        .collect()
}

/// A description in which each word stands wherever something can have a name.
fn words(words: &[&str]) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "words", "version": "1" },
        "paths": paths(words),
        "components": { "schemas": schemas(words), "securitySchemes": security_schemes(words) },
    })
}

fn schemas(words: &[&str]) -> Map<String, Value> {
    let text = json!({ "type": "string" });
    let object = |name: &str, of: &Value| json!({ "type": "object", "properties": { name: of } });
    let of_each = |schema: &dyn Fn(&str) -> Value| -> Map<String, Value> {
        words
            .iter()
            .map(|word| ((*word).to_owned(), schema(word)))
            .collect()
    };
    let variants: Vec<Value> = (words.iter())
        .map(|word| json!({ "type": "object", "title": word, "required": [word], "properties": { *word: text } }))
        .collect();
    let children = of_each(&|word| object(&format!("is {word}"), &json!({ "type": "boolean" })));
    let mut schemas = of_each(&|word| object(word, &text));
    schemas.extend([
        ("every value".to_owned(), json!({ "type": "string", "enum": words })),
        ("every field".to_owned(), json!({ "type": "object", "properties": of_each(&|_| text.clone()) })),
        (
            "every needed field".to_owned(),
            json!({ "type": "object", "required": words, "properties": of_each(&|_| text.clone()) }),
        ),
        ("every variant".to_owned(), json!({ "oneOf": variants })),
        ("every child".to_owned(), json!({ "type": "object", "properties": children })),
    ]);
    schemas
}

fn security_schemes(words: &[&str]) -> Map<String, Value> {
    let scheme = json!({ "type": "apiKey", "in": "header", "name": "X-Key" });
    words
        .iter()
        .map(|word| ((*word).to_owned(), scheme.clone()))
        .collect()
}

fn paths(words: &[&str]) -> Map<String, Value> {
    let done = json!({ "200": { "description": "done" } });
    let mut paths = Map::new();
    for (index, word) in words.iter().enumerate() {
        let parameter = word.replace(['/', '{', '}'], "_");
        paths.insert(
            format!("/all/{index}/{{{parameter}}}"),
            json!({ "post": calling(word, &parameter) }),
        );
        paths.insert(
            format!("/own/{index}"),
            json!({ "get": { "operationId": format!(" {word}"), "tags": [word], "responses": done } }),
        );
    }
    for location in ["query", "header", "cookie"] {
        for required in [true, false] {
            let parameters: Vec<Value> = (words.iter())
                .map(|word| json!({ "name": word, "in": location, "required": required, "schema": { "type": "string" } }))
                .collect();
            let id = format!("every {location} {required}");
            let operation = json!({ "operationId": id, "tags": ["every"], "parameters": parameters, "responses": done });
            paths.insert(
                format!("/every/{location}/{required}"),
                json!({ "get": operation }),
            );
        }
    }
    paths
}

/// An operation of the name with a parameter, a body and an answer of the name.
fn calling(word: &str, parameter: &str) -> Value {
    let text = json!({ "type": "string" });
    let reference = format!(
        "#/components/schemas/{}",
        word.replace('~', "~0").replace('/', "~1")
    );
    let body =
        json!({ "type": "object", "properties": { word: { "type": "string", "enum": [word] } } });
    json!({
        "operationId": word,
        "tags": ["all"],
        "parameters": [
            { "name": parameter, "in": "path", "required": true, "schema": text },
            { "name": word, "in": "query", "schema": text },
        ],
        "requestBody": { "content": { "application/json": { "schema": body } } },
        "responses": { "200": { "description": word, "content": { "application/json": { "schema": { "$ref": reference } } } } },
    })
}
