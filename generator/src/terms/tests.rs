use super::{MediaType, Method, ParameterLocation, ParameterStyle, StatusPattern};

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
