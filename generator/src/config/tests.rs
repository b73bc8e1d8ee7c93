use super::{Config, FormatChoice, Library, Subject, check_crate_name, is_marked};

fn refused(text: &str) -> String {
    Config::parse(text)
        .expect_err("the configuration is refused")
        .to_string()
}

#[test]
fn an_empty_file_says_nothing() {
    let config = Config::parse("").expect("an empty configuration");
    assert!(
        config.package.name.is_none() && config.environment.is_empty() && config.error.is_none()
    );
}

#[test]
fn the_properties_of_the_error_keep_their_order() {
    let text = "[error]\nname = \"E\"\n[error.schema.properties]\nzebra = { type = \"string\" }\nant = { type = \"string\" }";
    let error = Config::parse(text)
        .expect("a configuration")
        .error
        .expect("an error shape");
    assert_eq!(
        error.schema.to_string(),
        r#"{"properties":{"zebra":{"type":"string"},"ant":{"type":"string"}}}"#
    );
}

#[test]
fn an_unknown_key_is_refused_where_it_stands() {
    insta::assert_snapshot!(refused("[package]\nnmae = \"pets\""), @r#"
    TOML parse error at line 2, column 1
      |
    2 | nmae = "pets"
      | ^^^^
    unknown field `nmae`, expected one of `name`, `version`, `description`, `license`, `repository`
      = help: there is `name`
    "#);
}

#[test]
fn a_value_that_cannot_be_used_is_refused_where_it_stands() {
    insta::assert_snapshot!(refused("[package]\nname = \"pet shop\""), @r#"
    TOML parse error at line 2, column 8
      |
    2 | name = "pet shop"
      |        ^^^^^^^^^^
    `pet shop` cannot be the name of a crate: ` ` is no letter, digit, `-` or `_`
    "#);
    insta::assert_snapshot!(refused("[package]\nversion = \"1.0\""), @r#"
    TOML parse error at line 2, column 11
      |
    2 | version = "1.0"
      |           ^^^^^
    `1.0` is no version in semver, as `0.1.0`: unexpected end of input while parsing minor version number
    "#);
    insta::assert_snapshot!(refused("[environment]\nkey = \"\""), @r"
    TOML parse error at line 1, column 1
      |
    1 | [environment]
      | ^^^^^^^^^^^^^
    `` cannot be the name of an environment variable
    ");
}

/// Which of some operations a pattern fits, written as in TOML.
fn fitted(pattern: &str) -> Vec<&'static str> {
    const ALL: [(&str, &str, &str, &str); 6] = [
        ("listTeams", "GET", "/v1/teams", "teams"),
        ("getTeam", "GET", "/v1/teams/{id}", "teams"),
        ("listMembers", "GET", "/v1/teams/{id}/members", "members"),
        ("addMember", "POST", "/v2/teams/{id}/members", "members"),
        ("repos/get", "GET", "/repos/{owner}/{repo}", "repos"),
        ("Pay a bill", "POST", "/v1/bills/[all]?now", "billing v1"),
    ];
    let text = format!("[operations]\ninclude = [{pattern}]");
    let config = Config::parse(&text).expect("a configuration");
    let pattern = config.operations.include.first().expect("a pattern");
    let fits = |(id, method, path, tag): (&'static str, &str, &str, &str)| {
        let tags = [tag.to_owned()];
        let subject = Subject {
            id: Some(id),
            method,
            path,
            tags: &tags,
        };
        pattern.fits(subject).then_some(id)
    };
    ALL.into_iter().filter_map(fits).collect()
}

#[test]
fn patterns_choose_operations() {
    for (pattern, expected) in [
        (r#""getTeam""#, &["getTeam"][..]),
        (r#""list*""#, &["listTeams", "listMembers"]),
        (r#""repos/*""#, &["repos/get"]),
        (r#""Pay a bill""#, &["Pay a bill"]),
        (r#""GET /v1/teams/*""#, &["getTeam"]),
        (r#""get  /v1/teams/*""#, &["getTeam"]),
        (r#""GET /v1/**""#, &["listTeams", "getTeam", "listMembers"]),
        (r#""* /v1/teams/{id}""#, &["getTeam"]),
        (r#""/v*/teams/*/members""#, &["listMembers", "addMember"]),
        (r#""**/members""#, &["listMembers", "addMember"]),
        (r#""/v1/bills/[all]?now""#, &["Pay a bill"]),
        (r#""/v1/teams/""#, &[]),
        (r#"{ tag = "members" }"#, &["listMembers", "addMember"]),
        (r#"{ tag = "billing v1" }"#, &["Pay a bill"]),
        (r#"{ tag = "b*" }"#, &["Pay a bill"]),
        (r#"{ tag = "members", method = "post" }"#, &["addMember"]),
        (r#"{ id = "*Team*", path = "/v1/teams" }"#, &["listTeams"]),
    ] {
        assert_eq!(fitted(pattern), expected, "{pattern}");
    }
}

#[test]
fn a_pattern_that_is_none_is_refused_where_it_stands() {
    insta::assert_snapshot!(refused("[operations]\ninclude = [\"getTeam\", {}]"), @r#"
    TOML parse error at line 2, column 23
      |
    2 | include = ["getTeam", {}]
      |                       ^^
    a pattern says at least one of `id`, `method`, `path` and `tag`
    "#);
    insta::assert_snapshot!(refused("[operations]\nexclude = [{ tags = \"a\" }]"), @r#"
    TOML parse error at line 2, column 14
      |
    2 | exclude = [{ tags = "a" }]
      |              ^^^^
    unknown field `tags`, expected one of `id`, `method`, `path`, `tag`
      = help: there is `tag`
    "#);
    insta::assert_snapshot!(refused("[operations]\nexclude = [{ path = \"v1/teams\" }]"), @r#"
    TOML parse error at line 2, column 12
      |
    2 | exclude = [{ path = "v1/teams" }]
      |            ^^^^^^^^^^^^^^^^^^^^^
    a path begins with `/`
    "#);
    insta::assert_snapshot!(refused("[operations]\nexclude = [1]"), @r"
    TOML parse error at line 2, column 12
      |
    2 | exclude = [1]
      |            ^
    invalid type: integer `1`, expected an operationId, `METHOD /path`, or a table of `id`, `method`, `path` and `tag`
    ");
    insta::assert_snapshot!(refused("[schemas]\nunreachable = \"drop\""), @r#"
    TOML parse error at line 2, column 15
      |
    2 | unreachable = "drop"
      |               ^^^^^^
    unknown variant `drop`, expected `emit` or `omit`
    "#);
}

#[test]
fn schemas_that_nothing_needs_are_left_out_where_operations_are_chosen() {
    let omits = |text: &str| {
        Config::parse(text)
            .expect("a configuration")
            .omits_unreachable()
    };
    assert!(!omits(""));
    assert!(omits("[operations]\nexclude = [\"a\"]"));
    assert!(omits("[schemas]\nunreachable = \"omit\""));
    assert!(!omits(
        "[operations]\ninclude = [\"a\"]\n[schemas]\nunreachable = \"emit\""
    ));
}

#[test]
fn names_of_crates_are_checked() {
    for good in [
        "pets",
        "vercel-rest",
        "a1_b",
        "type-1",
        "Self_",
        "string",
        "option",
    ] {
        assert_eq!(check_crate_name(good), Ok(()), "{good}");
    }
    for bad in [
        "",
        "1st",
        "type",
        "gen",
        "self",
        "-a",
        "pet shop",
        "käse",
        "a/b",
        "../x",
        &"a".repeat(65),
    ] {
        assert!(check_crate_name(bad).is_err(), "{bad}");
    }
}

#[test]
fn only_the_first_line_marks_a_file() {
    assert!(is_marked(
        b"# @generated by clientwright from spec\n[package]"
    ));
    assert!(!is_marked(b"[package]\n# @generated by clientwright"));
    assert!(!is_marked(b""));
}

#[test]
fn a_type_that_a_format_cannot_have_is_refused_with_those_that_it_can() {
    insta::assert_snapshot!(refused("[formats]\ndate = \"jiff\"\nuuid = \"chrono\""), @r#"
    TOML parse error at line 3, column 8
      |
    3 | uuid = "chrono"
      |        ^^^^^^^^
    `chrono` is no type of the format `uuid`, which can have `uuid`, `text`
    "#);
    insta::assert_snapshot!(refused("[formats]\nduration = \"crono\""), @r#"
    TOML parse error at line 2, column 12
      |
    2 | duration = "crono"
      |            ^^^^^^^
    `crono` is no type of the format `duration`, which can have `chrono`, `jiff`, `time`, `std`, `text`
      = help: there is `chrono`
    "#);
    insta::assert_snapshot!(refused("[formats]\nsnowflake = \"chrono\""), @r#"
    TOML parse error at line 2, column 13
      |
    2 | snowflake = "chrono"
      |             ^^^^^^^^
    `chrono` is no type of the format `snowflake`, which can have `date-time`, `date`, `time`, `duration`, `http-date`, `uuid`, `uri`, `ip`, `byte`, `base64url`, `binary`, `decimal`, `password`, `text`
    "#);
    insta::assert_snapshot!(refused("[formats]\ndate-time = 3"), @"
    TOML parse error at line 2, column 13
      |
    2 | date-time = 3
      |             ^
    invalid type: integer `3`, expected a string
    ");
}

#[test]
fn a_choice_holds_for_every_spelling_and_for_what_means_the_same() {
    let config = Config::parse("[formats]\ndate-time = \"jiff\"\ngoogle-datetime = \"text\"");
    let formats = config.expect("a configuration").formats;
    let chosen = |written: &str| formats.choice(written, "date-time");
    assert_eq!(
        chosen("DateTime"),
        Some(FormatChoice::Library(Library::Jiff))
    );
    assert_eq!(
        chosen("timestamp"),
        Some(FormatChoice::Library(Library::Jiff))
    );
    assert_eq!(chosen("google-datetime"), Some(FormatChoice::Plain));
    assert_eq!(formats.choice("date", "date"), None);
}
