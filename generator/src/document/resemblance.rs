use serde_json::Value;

/// What a file that is no OpenAPI description looks like instead, in words that follow "it looks like", and where a
/// description is to be had from it.
///
/// Formats tell themselves apart by a few keys, or by how their text begins.
pub(super) fn resemblance(value: &Value, text: &str) -> Option<(&'static str, &'static str)> {
    of_text(text).or_else(|| of_value(value))
}

const EXPORT: &str = "export or convert it to OpenAPI";
const OTHER: &str = "name the OpenAPI description of the API instead";

/// By the beginning of the text, which may be no JSON and no YAML.
fn of_text(text: &str) -> Option<(&'static str, &'static str)> {
    let begun = text.trim_start().get(..1024.min(text.trim_start().len()));
    let begun = begun.unwrap_or_else(|| text.trim_start());
    let lower = begun.to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    if begins(&["<!doctype html", "<html", "<head", "<body"]) {
        return Some((
            "a web page",
            "a page that shows a description links to the file itself; save that",
        ));
    }
    if begins(&["<"]) {
        let is_wsdl = lower.contains("definitions") && lower.contains("wsdl");
        return Some(match is_wsdl {
            true => ("a WSDL document", EXPORT),
            false if lower.contains("edmx") => ("OData metadata", EXPORT),
            false if lower.contains("wadl") => ("a WADL document", EXPORT),
            false => ("XML", OTHER),
        });
    }
    if begins(&["#%raml"]) {
        return Some(("a RAML document", EXPORT));
    }
    if begins(&["syntax = \"proto", "syntax=\"proto"]) {
        return Some(("a Protocol Buffers file", OTHER));
    }
    if begins(&["format: 1a", "# group ", "host: "]) && lower.contains("\n# ") {
        return Some(("an API Blueprint document", EXPORT));
    }
    if is_graphql(&lower) {
        return Some(("a GraphQL schema", OTHER));
    }
    None
}

fn is_graphql(lower: &str) -> bool {
    let words = [
        "type ",
        "schema ",
        "schema{",
        "interface ",
        "scalar ",
        "directive @",
        "enum ",
        "input ",
    ];
    let mut lines = lower.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with(['#', '"']));
    first.is_some_and(|line| {
        words.iter().any(|word| line.starts_with(word)) && !line.contains(": ")
            || line.starts_with("type ") && line.contains('{')
    })
}

/// By the keys that only such files have.
fn of_value(value: &Value) -> Option<(&'static str, &'static str)> {
    let has = |names: &[&str]| names.iter().all(|name| value.get(name).is_some());
    let says = |pointer: &str, part: &str| {
        let text = value.pointer(pointer).and_then(Value::as_str);
        text.is_some_and(|text| text.contains(part))
    };
    let found = if has(&["asyncapi"]) {
        ("an AsyncAPI document", OTHER)
    } else if has(&["arazzo"]) {
        (
            "an Arazzo document",
            "name the description that its workflows are about",
        )
    } else if has(&["overlay", "actions"]) {
        (
            "an overlay",
            "name the description, and the overlay with `--overlay`",
        )
    } else if has(&["swaggerVersion"]) {
        ("a Swagger 1 document", "convert it to OpenAPI 3")
    } else if has(&["openrpc"]) {
        ("an OpenRPC document", OTHER)
    } else if says("/info/schema", "getpostman")
        || has(&["info", "item"])
        || has(&["collection", "item"])
    {
        ("a Postman collection", EXPORT)
    } else if has(&["_type", "resources"]) && says("/_type", "export") {
        ("an Insomnia export", EXPORT)
    } else if says("/kind", "discovery#") || has(&["rootUrl", "resources"]) {
        ("a Google discovery document", EXPORT)
    } else if has(&["smithy", "shapes"]) {
        ("a Smithy model", EXPORT)
    } else if value.pointer("/log/entries").is_some() {
        ("a HAR recording", OTHER)
    } else if has(&["apiVersion", "kind"]) {
        ("a Kubernetes manifest", OTHER)
    } else if has(&["__schema"]) || value.pointer("/data/__schema").is_some() {
        ("a GraphQL schema", OTHER)
    } else if has(&["name", "version"])
        && ["dependencies", "scripts", "main", "devDependencies"]
            .iter()
            .any(|name| has(&[name]))
    {
        ("a package.json", OTHER)
    } else {
        return of_parts(value);
    };
    Some(found)
}

/// Keys that schemas have and little else.
const SCHEMA: &[&str] = &[
    "$schema",
    "$defs",
    "properties",
    "definitions",
    "allOf",
    "oneOf",
    "anyOf",
    "enum",
    "items",
];

/// Keys of descriptions, path items, operations and lists of components.
const PARTS: &[&str] = &[
    "paths",
    "components",
    "schemas",
    "responses",
    "parameters",
    "get",
    "post",
    "put",
    "patch",
    "delete",
    "in",
    "content",
    "$ref",
];

/// Parts of descriptions, and values that are nothing in particular.
fn of_parts(value: &Value) -> Option<(&'static str, &'static str)> {
    let has = |name: &str| value.get(name).is_some();
    let within = |member: &Value| {
        let version = member.get("openapi").or_else(|| member.get("swagger"));
        version.is_some_and(Value::is_string)
    };
    if value
        .as_object()
        .is_some_and(|members| members.values().any(within))
    {
        return Some((
            "a description within another object",
            "save the inner object as a file of its own",
        ));
    }
    if SCHEMA.iter().any(|name| has(name)) {
        return Some((
            "a JSON Schema",
            "refer to it from a description: `$ref: ./name.json`",
        ));
    }
    if PARTS.iter().any(|name| has(name)) {
        return Some((
            "a part of a description",
            "name the file that refers to it, or begin with the version: `openapi: 3.0.3`",
        ));
    }
    match value {
        Value::Object(members) if !members.is_empty() => Some(("plain data", OTHER)),
        Value::Array(_) => Some(("a list", OTHER)),
        Value::String(_) | Value::Number(_) | Value::Bool(_) => Some(("plain text", OTHER)),
        Value::Null | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::resemblance;
    use crate::source::Sources;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut sources = Sources::in_memory([("a", text)]);
        let value = sources.open("a").map(|file| sources.value(file).clone());
        let found = resemblance(&value.unwrap_or_default(), text);
        assert_eq!(
            found.map(|(words, _)| words).unwrap_or_default(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn formats_are_told_apart() {
        check(
            r#"{"info": {"schema": "https://schema.getpostman.com/json/collection/v2.1.0/"}}"#,
            "a Postman collection",
        );
        check("asyncapi: 3.0.0", "an AsyncAPI document");
        check("#%RAML 1.0\ntitle: T", "a RAML document");
        check("<!DOCTYPE html>\n<html></html>", "a web page");
        check(
            "<?xml version='1.0'?><wsdl:definitions/>",
            "a WSDL document",
        );
        check("syntax = \"proto3\";", "a Protocol Buffers file");
        check("\"\"\"\nA text\n\"\"\"\ntype Query {\n  a: Int\n}", "");
        check("type Query { a: Int }", "a GraphQL schema");
        check("schema {\n  query: Query\n}", "a GraphQL schema");
        check(
            r#"{"log": {"version": "1.2", "entries": []}}"#,
            "a HAR recording",
        );
        check("apiVersion: v1\nkind: Pod", "a Kubernetes manifest");
        check(
            r#"{"name": "x", "version": "1.0.0", "scripts": {}}"#,
            "a package.json",
        );
        check(
            r#"{"$schema": "http://json-schema.org/draft-07/schema#"}"#,
            "a JSON Schema",
        );
        check("type: object\nproperties: {}", "a JSON Schema");
        check("swaggerVersion: '1.2'", "a Swagger 1 document");
        check(
            "data: {openapi: 3.0.0}",
            "a description within another object",
        );
        check("components: {}", "a part of a description");
        check(r#"{"error": "not found"}"#, "plain data");
        check("[1]", "a list");
        check("hello", "plain text");
        check("", "");
    }
}
