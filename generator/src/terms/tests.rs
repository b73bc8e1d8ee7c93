use super::{
    IntegerFormat, MediaType, Method, NumberFormat, ParameterLocation, ParameterStyle,
    StatusPattern, TextFormat,
};

#[test]
fn keys_of_responses_are_codes_ranges_or_default() {
    fn check(text: &str, expected: &str) {
        let pattern = StatusPattern::parse(text).map(|pattern| pattern.to_string());
        assert_eq!(pattern.as_deref().unwrap_or("-"), expected, "{text}");
    }
    check("200", "200");
    check("599", "599");
    check("4XX", "4XX");
    check("4xx", "4XX");
    check("5xX", "5XX");
    check("default", "default");
    for wrong in [
        "",
        "99",
        "600",
        "0200",
        "+200",
        "6XX",
        "4XXX",
        "4X",
        "Default",
        "２００",
        "200 ",
    ] {
        check(wrong, "-");
    }
}

#[test]
fn precise_patterns_come_first() {
    let mut patterns: Vec<_> = ["default", "2XX", "404", "200", "4XX"]
        .into_iter()
        .filter_map(StatusPattern::parse)
        .collect();
    patterns.sort();
    let text: Vec<String> = patterns.iter().map(ToString::to_string).collect();
    assert_eq!(text, ["200", "404", "2XX", "4XX", "default"]);
    let successes: Vec<String> = patterns
        .iter()
        .filter(|pattern| pattern.is_success())
        .map(ToString::to_string)
        .collect();
    assert_eq!(successes, ["200", "2XX"]);
}

#[test]
fn media_types_are_told_apart_by_their_essence() {
    fn check(text: &str, expected: &str) {
        let media_type = MediaType::new(text);
        let kinds = [
            (media_type.is_json(), "json"),
            (media_type.is_xml(), "xml"),
            (media_type.is_text(), "text"),
        ];
        let kinds: Vec<&str> = kinds
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, kind)| *kind)
            .collect();
        assert_eq!(kinds.join(" "), expected, "{text}");
    }
    check("application/json", "json");
    check("Application/JSON; charset=utf-8", "json");
    check("application/problem+json", "json");
    check("text/json", "json");
    check("application/x-ndjson", "");
    check("text/xml", "xml");
    check("image/svg+xml", "xml");
    check("text/plain;charset=utf-8", "text");
    check("application/octet-stream", "");
    check("*/*", "");
    check("", "");
}

#[test]
fn methods_and_styles_have_the_properties_of_the_standards() {
    let idempotent: Vec<&str> = Method::ALL
        .iter()
        .filter(|method| method.is_idempotent())
        .map(|method| method.as_str())
        .collect();
    assert_eq!(
        idempotent,
        ["GET", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "QUERY"]
    );
    let locations = [
        ParameterLocation::Path,
        ParameterLocation::Query,
        ParameterLocation::Header,
        ParameterLocation::Cookie,
    ];
    let styles = locations.map(|location| {
        (
            location.default_style().as_str(),
            location.default_style().default_explode(),
        )
    });
    assert_eq!(
        styles,
        [
            ("simple", false),
            ("form", true),
            ("simple", false),
            ("form", true)
        ]
    );
    assert!(!ParameterStyle::DeepObject.default_explode());
}

#[test]
fn methods_of_any_name_are_tokens() {
    let check = |name: &str, method: Option<Method>| assert_eq!(Method::of(name), method, "{name}");
    check("GET", Some(Method::Get));
    check("QUERY", Some(Method::Query));
    check("COPY", Some(Method::Other("COPY".into())));
    check("get", Some(Method::Other("get".into())));
    check("M-SEARCH", Some(Method::Other("M-SEARCH".into())));
    check("", None);
    check("TWO WORDS", None);
    check("GÄT", None);
}

#[test]
fn formats_are_known_in_the_spellings_that_descriptions_use() {
    fn text(format: &str, expected: &str) {
        let known = TextFormat::of(format).map_or("-", TextFormat::as_str);
        assert_eq!(known, expected, "{format}");
    }
    for spelling in [
        "date-time",
        "dateTime",
        "datetime",
        "DATE_TIME",
        "date-time,",
    ] {
        text(spelling, "date-time");
    }
    text("google-datetime", "date-time");
    text("google-duration", "duration");
    text("date-time-rfc1123", "http-date");
    text("GUID", "uuid");
    text("uuid4", "uuid");
    text("uri-reference", "uri");
    text("ip-address", "ip");
    text("base64", "byte");
    text("base64url", "base64url");
    text("int64", "decimal");
    for unknown in [
        "",
        "string",
        "uri-template",
        "bytes",
        "date-span",
        "ip/netmask",
        "ipv6/128",
        "email",
        "hostname",
        "MM/YYYY",
    ] {
        text(unknown, "-");
    }
}

#[test]
fn integers_are_of_the_width_that_is_named_and_else_of_the_widest() {
    fn check(format: &str, expected: &str) {
        assert_eq!(
            IntegerFormat::of(Some(format)).as_str(),
            expected,
            "{format}"
        );
    }
    for width in [
        "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    ] {
        check(width, width);
    }
    check("Int32", "int32");
    check("u-int32", "uint32");
    check("uint", "uint64");
    check("unixtime", "unix-time");
    check("unix-seconds", "unix-time");
    check("unix-milli", "unix-milli");
    for wide in [
        "",
        "long",
        "int",
        "int364",
        "date-time",
        "timestamp",
        "seconds",
    ] {
        check(wide, "int64");
    }
    assert_eq!(IntegerFormat::of(None), IntegerFormat::PLAIN);
}

#[test]
fn numbers_have_all_their_digits_where_a_double_would_lose_some() {
    fn check(format: &str, expected: NumberFormat) {
        assert_eq!(NumberFormat::of(Some(format)), expected, "{format}");
    }
    check("float", NumberFormat::Single);
    check("decimal", NumberFormat::Exact);
    check("int64", NumberFormat::Exact);
    for double in ["double", "int32", "unixtime", ""] {
        check(double, NumberFormat::Double);
    }
}
