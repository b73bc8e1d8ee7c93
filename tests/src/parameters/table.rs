use serde_json::{Map, Value, json};

/// A parameter, one of its values, and how that goes over the wire.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Where it goes.
    pub(super) location: &'static str,
    /// What is said of it besides, in JSON.
    pub(super) said: &'static str,
    /// Its schema, in JSON.
    pub(super) schema: &'static str,
    /// The value, in JSON.
    pub(super) value: &'static str,
    /// What arrives.
    pub(super) arrives: Arrives,
}

/// What arrives of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrives {
    /// In the path, in the query, in the field of the header or in that of cookies: this and nothing else.
    As(&'static str),
    /// Nothing, in a request.
    Absent,
    /// No request, for the parameter cannot be written so.
    Refused,
}

pub(super) use Arrives::{Absent, As, Refused};

/// The name of each parameter, as the standard has it.
pub(super) const NAME: &str = "color";

/// What is said of a style in a location.
pub(super) type Style = (&'static str, &'static str);

/// A row of the values of the standard.
pub(super) const fn row(
    (location, said): Style,
    (schema, value): (&'static str, &'static str),
    arrives: Arrives,
) -> Row {
    Row {
        location,
        said,
        schema,
        value,
        arrives,
    }
}

/// A document with these paths and an operation for each of the parameters, and the operation of each row.
pub(super) fn document(rows: &[Row], mut paths: Map<String, Value>) -> (Value, Vec<String>) {
    let mut keys: Vec<(&str, &str, &str)> = Vec::new();
    let mut operations = Vec::new();
    for row in rows {
        let key = (row.location, row.said, row.schema);
        let known = keys.iter().position(|known| *known == key);
        let index = known.unwrap_or(keys.len());
        let id = format!("row{index}");
        if known.is_none() {
            keys.push(key);
            let template = match row.location {
                "path" => format!("/{id}/{{{NAME}}}"),
                _ => format!("/{id}"),
            };
            paths.insert(template, item(row, &id));
        }
        operations.push(id);
    }
    let document = json!({
        "openapi": "3.2.0",
        "info": { "title": "Parameters", "version": "1.0.0" },
        "servers": [{ "url": "https://api.example" }],
        "paths": paths,
    });
    (document, operations)
}

fn item(row: &Row, id: &str) -> Value {
    let parse = |text| serde_json::from_str::<Value>(text).expect("a row holds JSON");
    let mut parameter = json!({ "name": NAME, "in": row.location });
    let members = parameter.as_object_mut().expect("it is an object");
    if row.location == "path" {
        members.insert("required".to_owned(), true.into());
    }
    let said = parse(row.said);
    for (name, value) in said.as_object().expect("it is an object") {
        members.insert(name.clone(), value.clone());
    }
    let schema = parse(row.schema);
    match members.get_mut("content") {
        Some(Value::String(media_type)) => {
            let content = json!({ media_type.clone(): { "schema": schema } });
            members.insert("content".to_owned(), content);
        }
        _ => _ = members.insert("schema".to_owned(), schema),
    }
    json!({
        "get": {
            "operationId": id,
            "parameters": [parameter],
            "responses": { "204": { "description": "Done." } },
        }
    })
}
