use serde_json::{Value, json};

use super::tabled::{NEW, OLD, check, instances};

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn integers_reach_the_bounds_of_their_format_and_no_further() {
    let widths: [(&str, i128, i128); 4] = [
        ("int32", i32::MIN.into(), i32::MAX.into()),
        ("int64", i64::MIN.into(), i64::MAX.into()),
        ("uint64", 0, u64::MAX.into()),
        ("none", i64::MIN.into(), i64::MAX.into()),
    ];
    for (format, least, most) in widths {
        let schema = json!({"It": {"type": "integer", "format": format}});
        let numbers: Vec<i128> = instances(OLD, schema)
            .iter()
            .filter_map(|it| it.as_number()?.as_i128())
            .collect();
        assert_eq!(numbers.iter().min(), Some(&least), "{format}");
        assert_eq!(numbers.iter().max(), Some(&most), "{format}");
    }
}

#[test]
fn bounds_are_heeded_in_the_words_of_every_version() {
    let flag =
        json!({"It": {"type": "integer", "minimum": 0, "exclusiveMinimum": true, "maximum": 3}});
    let inside = |it: &Value| it.as_i64().is_some_and(|it| (1..=3).contains(&it));
    check(OLD, flag.clone(), inside, &[|it| it == 1, |it| it == 3]);
    check("2.0", flag, inside, &[]);
    let bound = json!({"It": {"type": "number", "exclusiveMinimum": 0, "maximum": 1.5}});
    let inside = |it: &Value| it.as_f64().is_some_and(|it| it > 0.0 && it <= 1.5);
    check(
        NEW,
        bound,
        inside,
        &[
            |it| it.to_string().contains('e'),
            |it| it.to_string().ends_with(".0"),
        ],
    );
    let steps = json!({"It": {"type": "number", "multipleOf": 0.07, "minimum": 0}});
    check(OLD, steps, Value::is_number, &[]);
}

#[test]
fn numbers_come_back_from_their_text() {
    let all = |it: &Value| {
        let text = it.to_string();
        text.parse::<f64>().is_ok_and(f64::is_finite)
    };
    let some: &[fn(&Value) -> bool] = &[
        |it| it.to_string().starts_with("1e"),
        |it| it.to_string().starts_with("-0"),
        |it| it.to_string().contains("e-"),
    ];
    check(OLD, json!({"It": {"type": "number"}}), all, some);
}

#[test]
fn texts_hold_every_class_of_characters() {
    let some: &[fn(&Value) -> bool] = &[
        |it| it == "",
        |it| text(it).contains('"') || text(it).contains('\\'),
        |it| text(it).chars().any(|c| c < ' '),
        |it| text(it).chars().any(|c| u32::from(c) > 0xffff),
        |it| text(it).contains('\u{2028}'),
        |it| text(it).len() > 200,
    ];
    check(
        OLD,
        json!({"It": {"type": "string"}}),
        Value::is_string,
        some,
    );
    let short = json!({"It": {"type": "string", "minLength": 2, "maxLength": 3}});
    check(
        OLD,
        short,
        |it| (2..=3).contains(&text(it).chars().count()),
        &[],
    );
}

#[test]
fn formats_are_those_that_the_judge_knows_in_all_their_forms() {
    for format in [
        "date",
        "time",
        "duration",
        "uuid",
        "uri",
        "uri-reference",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "byte",
        "base64url",
        "binary",
        "password",
        "decimal",
        "json-pointer",
        "regex",
        "http-date",
        "unheard-of",
    ] {
        let schema = json!({"It": {"type": "string", "format": format}});
        check(NEW, schema, Value::is_string, &[]);
    }
    let some: &[fn(&Value) -> bool] = &[
        |it| text(it).ends_with('Z'),
        |it| text(it).contains('+'),
        |it| text(it).contains('t') || text(it).contains('z'),
        |it| text(it).contains('.'),
        |it| text(it).len() > "2020-01-01T00:00:00.000000000Z".len(),
    ];
    let schema = json!({"It": {"type": "string", "format": "date-time"}});
    check(NEW, schema, Value::is_string, some);
}

#[test]
fn patterns_of_ecma_are_understood_and_what_only_looks_around_is_left_to_the_judge() {
    for pattern in [
        r"^[a-z]+$",
        r"^\d{3}-\d{2}$",
        r"^[\w.\-]+$",
        r"^(?!abc)[a-c]{3}$",
        r"a\/b",
        "^\\u0041[\\]\\[]$",
        r"x|^y$",
        r"^[^\s/]{1,64}$",
        r"^\p{L}+$",
        "",
        r"^([0-9a-f]{2}){1,1024}$",
        r"^[a-z&&]+$",
        r"\bword\b",
    ] {
        let schema = json!({"It": {"type": "string", "pattern": pattern}});
        check(NEW, schema, Value::is_string, &[]);
    }
}

#[test]
fn arrays_are_empty_long_unique_and_tuples() {
    let strings = json!({"It": {"type": "array", "items": {"type": "string"}}});
    let length = |it: &Value| it.as_array().map_or(0, Vec::len);
    check(
        OLD,
        strings,
        Value::is_array,
        &[
            |it| it == &json!([]),
            |it| it.as_array().is_some_and(|it| it.len() > 8),
        ],
    );
    let unique = json!({"It": {"type": "array", "uniqueItems": true, "minItems": 2, "maxItems": 3, "items": {"type": "integer", "minimum": 1, "maximum": 4}}});
    check(OLD, unique, Value::is_array, &[]);
    let tuple = json!({"It": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false, "minItems": 1}});
    check(
        NEW,
        tuple,
        Value::is_array,
        &[|it| it[1].is_number(), |it| it.get(1).is_none()],
    );
    let contains = json!({"It": {"type": "array", "contains": {"const": 7}, "minContains": 2}});
    let sevens = |it: &Value| {
        it.as_array()
            .is_some_and(|it| it.iter().filter(|it| *it == 7).count() >= 2)
    };
    check(NEW, contains, sevens, &[]);
    assert!(length(&json!([1])) == 1);
}

#[test]
fn maps_have_odd_names_and_those_that_patterns_and_enumerations_give() {
    let map = json!({"It": {"type": "object", "additionalProperties": {"type": "integer", "nullable": true}}});
    check(
        OLD,
        map,
        Value::is_object,
        &[
            |it| {
                it.as_object()
                    .is_some_and(|it| it.keys().any(String::is_empty))
            },
            |it| {
                it.as_object()
                    .is_some_and(|it| it.keys().any(|name| !name.is_ascii()))
            },
            |it| {
                it.as_object()
                    .is_some_and(|it| it.values().any(Value::is_null))
            },
            |it| it == &json!({}),
        ],
    );
    let patterns = json!({"It": {"type": "object", "patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": false}});
    let all = |it: &Value| {
        it.as_object()
            .is_some_and(|it| it.keys().all(|name| name.starts_with("x-")))
    };
    check(
        NEW,
        patterns,
        all,
        &[|it| it.as_object().is_some_and(|it| !it.is_empty())],
    );
    let named = json!({"It": {"type": "object", "propertyNames": {"enum": ["a", "ö"]}, "additionalProperties": {"type": "boolean"}, "minProperties": 1}});
    check(NEW, named, Value::is_object, &[|it| it.get("ö").is_some()]);
    let dependent = json!({"It": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "dependentRequired": {"a": ["b"]}}});
    check(
        NEW,
        dependent,
        |it| it.get("a").is_none() || it.get("b").is_some(),
        &[|it| it.get("a").is_some()],
    );
}

#[test]
fn enumerations_of_every_type_show_each_value() {
    let mixed = json!({"It": {"enum": ["a", 1, 1.5, true, null, {"a": 1}, [1]]}});
    check(
        NEW,
        mixed,
        |_| true,
        &[
            |it| it == "a",
            |it| it == 1,
            |it| it == 1.5,
            |it| it == true,
            Value::is_null,
            Value::is_object,
            Value::is_array,
        ],
    );
    let nullable = json!({"It": {"type": "string", "nullable": true, "enum": ["x", "y"]}});
    check(
        OLD,
        nullable,
        |it| it.is_null() || it == "x" || it == "y",
        &[Value::is_null, |it| it == "x"],
    );
    check(
        NEW,
        json!({"It": {"const": {"a": []}}}),
        |it| it == &json!({"a": []}),
        &[],
    );
}

#[test]
fn types_of_newer_versions_are_each_seen() {
    let types = json!({"It": {"type": ["string", "integer", "null"]}});
    check(
        NEW,
        types,
        |it| !it.is_object(),
        &[Value::is_string, Value::is_number, Value::is_null],
    );
    check(
        NEW,
        json!({"It": true}),
        |_| true,
        &[
            Value::is_object,
            Value::is_array,
            Value::is_string,
            Value::is_null,
        ],
    );
    check(
        OLD,
        json!({"It": {}}),
        |_| true,
        &[
            Value::is_object,
            Value::is_array,
            Value::is_number,
            Value::is_boolean,
        ],
    );
}
