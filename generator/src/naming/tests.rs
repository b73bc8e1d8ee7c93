use super::{Case, FeatureScope, Ident, Scope, words};

#[track_caller]
pub(super) fn check(case: Case, text: &str, expected: &str) {
    let ident = Scope::new(case).claim(text);
    assert_eq!(ident.as_str(), expected, "{text:?}");
    assert_valid(&ident);
}

/// Rust's own rule: a letter or `_` first, no lone `_`, no keyword but with `r#`.
fn is_ident(ident: &Ident) -> bool {
    let mut characters = ident.unraw().chars();
    let first = characters
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    let shape = first && characters.all(unicode_ident::is_xid_continue) && ident.unraw() != "_";
    let never = ["self", "Self", "super", "crate"].contains(&ident.unraw());
    shape && !never && (ident.is_raw() == super::keyword::is_raw(ident.unraw()))
}

#[track_caller]
fn check_all(case: Case, texts: &[&str], expected: &[&str]) {
    let idents = Scope::new(case).claim_all(texts);
    assert_eq!(
        idents.iter().map(Ident::as_str).collect::<Vec<_>>(),
        expected
    );
}

#[track_caller]
pub(super) fn assert_valid(ident: &Ident) {
    assert!(is_ident(ident), "{ident} is no identifier");
}

#[test]
fn each_case_writes_names_its_own_way() {
    check(Case::Type, "get-user_by id", "GetUserById");
    check(Case::Variant, "IN_PROGRESS", "InProgress");
    check(Case::Value, "teamId", "team_id");
    check(Case::Module, "Sign In", "sign_in");
    check(Case::Constant, "maxRetries", "MAX_RETRIES");
    check(Case::Value, "oAuth2Token", "oauth2_token");
    check(Case::Type, "oAuth2Token", "OAuth2Token");
}

#[test]
fn digits_that_meet_stay_apart() {
    check(Case::Variant, "2.1", "N2_1");
    check(Case::Variant, "2022-11-28", "N2022_11_28");
    check(Case::Type, "v2.1", "V2_1");
    check(Case::Value, "100x100", "_100x100");
    check(Case::Variant, "1st", "N1st");
    check(Case::Constant, "1st", "N1ST");
}

#[test]
fn keywords_of_every_edition_are_raw() {
    for keyword in [
        "type", "gen", "async", "try", "dyn", "yield", "macro", "box", "mod", "r#fn",
    ] {
        let expected = format!("r#{}", keyword.trim_start_matches("r#"));
        check(Case::Value, keyword.trim_start_matches("r#"), &expected);
    }
    check(Case::Type, "type", "Type");
    check(Case::Value, "union", "union");
}

#[test]
fn keywords_that_cannot_be_raw_have_an_underscore() {
    check(Case::Value, "self", "self_");
    check(Case::Value, "super", "super_");
    check(Case::Value, "crate", "crate_");
    check(Case::Type, "Self", "Self_");
    check(Case::Variant, "self", "Self_");
    check(Case::Constant, "self", "SELF");
}

#[test]
fn modules_are_no_files_of_another_meaning() {
    check(Case::Module, "mod", "mod_");
    check(Case::Module, "aux", "aux_");
    check(Case::Module, "lib", "lib_");
    check(Case::Module, "type", "r#type");
    assert_eq!(Scope::new(Case::Module).claim("type").unraw(), "type");
}

#[test]
fn any_text_has_a_valid_name() {
    check(Case::Variant, "", "Empty");
    check(Case::Variant, "+1", "Plus1");
    check(Case::Variant, "-1", "Minus1");
    check(Case::Variant, "*", "Star");
    check(Case::Variant, ">=", "GreaterOrEqual");
    check(Case::Value, "_", "underscore");
    check(Case::Value, "ünï", "ünï");
    check(Case::Type, "日本", "日本");
    check(Case::Type, "🎉", "U1f389");
}

#[test]
fn long_names_are_cut_at_a_word_and_stay_others_than_those_that_begin_alike() {
    let long = vec!["word"; 60].join("_");
    let begin = vec!["word"; 18].join("_");
    check_all(
        Case::Value,
        &[&format!("{long}_a"), &format!("{long}_b")],
        &[&format!("{begin}_cdcafa"), &format!("{begin}_cdcf3c")],
    );
    for text in ["x".repeat(5000), "日本".repeat(5000)] {
        let ident = Scope::new(Case::Module).claim(&text);
        assert_valid(&ident);
        assert!(ident.as_str().len() < 140, "{ident}");
    }
}

#[test]
fn a_second_name_has_a_number() {
    let mut scope = Scope::new(Case::Value);
    let claimed: Vec<_> = ["foo", "foo", "Foo", "v2", "V2"]
        .map(|text| scope.claim(text).to_string())
        .into();
    assert_eq!(claimed, ["foo", "foo2", "foo3", "v2", "v2_2"]);
    assert!(!scope.is_free("FOO"));
    assert!(scope.is_free("bar"));
}

#[test]
fn reserved_names_are_taken() {
    let mut scope = Scope::new(Case::Value);
    scope.reserve("new");
    scope.reserve("r#type");
    assert_eq!(scope.claim("new").as_str(), "new2");
    assert_eq!(scope.claim("type").as_str(), "type2");
}

#[test]
fn names_that_every_crate_has_are_told_apart_by_a_word() {
    let mut scope = Scope::new(Case::Value).with_ours(&["timeout"], "parameter");
    let names = scope.claim_all(&["Timeout", "timeout", "time"]);
    assert_eq!(
        names.iter().map(Ident::as_str).collect::<Vec<_>>(),
        ["timeout_parameter", "timeout_parameter2", "time"]
    );
}

#[test]
fn numbers_stand_before_the_underscore_of_a_keyword() {
    check_all(Case::Variant, &["self", "Self"], &["Self_", "Self2"]);
    check_all(Case::Value, &["self", "Self"], &["self_", "self2"]);
}

#[test]
fn a_name_of_digits_has_a_letter() {
    check(Case::Value, "123", "n123");
    check(Case::Value, "1.2", "n1_2");
    check(Case::Module, "2nd", "_2nd");
}

#[test]
fn symbols_in_front_tell_names_apart() {
    check_all(Case::Value, &["id", "_id"], &["id", "underscore_id"]);
    check_all(
        Case::Value,
        &["@type", "type", "$type"],
        &["at_type", "r#type", "dollar_type"],
    );
    check_all(Case::Variant, &["name", "-name"], &["Name", "MinusName"]);
}

#[test]
fn names_written_as_identifiers_are_never_numbered() {
    check_all(
        Case::Type,
        &["foo-bar", "FooBar", "foo_bar"],
        &["FooBar2", "FooBar", "FooBar3"],
    );
    check_all(
        Case::Value,
        &["foo", "Foo", "foo2"],
        &["foo", "foo3", "foo2"],
    );
    check_all(
        Case::Value,
        &["Foo", "foo-2", "FOO"],
        &["foo", "foo_2", "foo2"],
    );
}

#[test]
fn adding_something_unrelated_changes_no_name() {
    let before = Scope::new(Case::Type).claim_all(&["a-b", "aB", "AB"]);
    let after = Scope::new(Case::Type).claim_all(&["Other", "a-b", "aB", "AB", "b"]);
    assert_eq!(before, after[1..4]);
}

#[test]
fn the_first_free_candidate_is_taken() {
    let mut scope = Scope::new(Case::Type);
    let candidates = ["Status".to_owned(), "ProductStatus".to_owned()];
    let claimed: Vec<_> = (0..3)
        .map(|_| scope.claim_first(&candidates).to_string())
        .collect();
    assert_eq!(claimed, ["Status", "ProductStatus", "ProductStatus2"]);
    assert_eq!(scope.claim_first(&[]).as_str(), "Empty");
}

#[test]
fn features_are_written_with_hyphens() {
    let mut features = FeatureScope::new(&["default", "serde"], "api");
    let claimed: Vec<_> = [
        "Sign In", "signIn", "serde", "default", "", "*", "Über", "日本",
    ]
    .map(|text| features.claim(text))
    .into();
    assert_eq!(
        claimed,
        [
            "sign-in",
            "sign-in2",
            "serde-api",
            "default-api",
            "empty",
            "star",
            "uber",
            "u65e5u672c"
        ]
    );
}

#[track_caller]
fn check_words(text: &str, expected: &str) {
    assert_eq!(words(text).join(" "), expected, "{text:?}");
}

#[test]
fn words_end_where_the_case_changes() {
    check_words("fooBar", "foo bar");
    check_words("FooBar", "foo bar");
    check_words("HTTPServer", "http server");
    check_words("getHTTPSUrl", "get https url");
    check_words("userID", "user id");
    check_words("ABC", "abc");
    check_words("aB", "a b");
    check_words("isX", "is x");
}

#[test]
fn a_plural_or_a_version_stays_with_its_acronym() {
    check_words("userIDs", "user ids");
    check_words("URLsOfUser", "urls of user");
    check_words("IPv4", "ipv4");
    check_words("IPv6Address", "ipv6 address");
    check_words("AsIs", "as is");
}

#[test]
fn digits_stay_with_the_word_before_them() {
    check_words("oAuth2Token", "o auth2 token");
    check_words("API_v2", "api v2");
    check_words("v2API", "v2 api");
    check_words("s3Bucket", "s3 bucket");
    check_words("base64encode", "base64encode");
    check_words("3DModel", "3d model");
    check_words("2FAToken", "2fa token");
    check_words("2023Report", "2023 report");
    check_words("1st", "1st");
    check_words("2.1", "2 1");
}

#[test]
fn symbols_between_words_separate_them() {
    check_words("foo-bar_baz.qux/quux", "foo bar baz qux quux");
    check_words("  foo   bar  ", "foo bar");
    check_words("application/vnd.api+json", "application vnd api json");
    check_words("Page<User>", "page user");
    check_words("List«Pet»", "list pet");
    check_words("filter[name][]", "filter name");
    check_words("$ref", "ref");
    check_words("@type", "type");
    check_words("_links", "links");
    check_words("/v3/teams/{teamId}", "v3 teams team id");
    check_words("don’t", "dont");
}

#[test]
fn symbols_that_mean_something_have_names() {
    check_words("+1", "plus 1");
    check_words("-1", "minus 1");
    check_words("-created_at", "minus created at");
    check_words(">=10", "greater or equal 10");
    check_words("!draft", "not draft");
    check_words("A+", "a plus");
    check_words("O-", "o minus");
    check_words("C++", "c plus plus");
    check_words("C#", "c sharp");
    check_words("50%", "50 percent");
    check_words("read:*", "read star");
    check_words("GMT+1", "gmt plus 1");
    check_words("UTC, -2", "utc minus 2");
}

#[test]
fn symbols_alone_have_names() {
    check_words("*", "star");
    check_words(">=", "greater or equal");
    check_words("_", "underscore");
    check_words("-", "minus");
    check_words(" ", "space");
    check_words("*/*", "star slash star");
    check_words("🎉", "u1f389");
}

#[test]
fn other_scripts_are_kept() {
    check_words("ünï", "ünï");
    check_words("u\u{308}n", "ün");
    check_words("ÜberKlasse", "über klasse");
    check_words("сорок два", "сорок два");
    check_words("日本 語", "日本 語");
    check_words("مرحبا بالعالم", "مرحبا بالعالم");
    check_words("ﬁle m²", "file m2");
    check_words("party 🎉 time", "party time");
}

#[test]
fn no_text_has_no_words() {
    check_words("", "");
    check_words("\u{200d}", "");
}

#[test]
fn titles_become_names_of_packages() {
    for (title, expected) in [
        ("Pet Store", "pet-store"),
        ("Büchér 日本 🎉", "bucher"),
        ("日本", "api-client"),
        ("2023 Report", "api-2023-report"),
        ("HTTP", "http-client"),
        ("Type", "type-client"),
        ("std", "std-client"),
        ("", "api-client"),
        ("Menu123", "menu123"),
    ] {
        assert_eq!(super::package(title), expected, "{title:?}");
    }
    assert!(super::package(&"word ".repeat(100)).len() <= 64);
}

#[test]
fn no_package_is_called_like_its_dependencies() {
    use clientwright_runtime::package::{DEPENDENCIES, DEPENDENCIES_OF_PARTS};
    let of_parts = DEPENDENCIES_OF_PARTS.iter().map(|(_, line)| *line);
    for line in DEPENDENCIES.lines().chain(of_parts) {
        let name = line.split_once(" = ").map_or(line, |(name, _)| name);
        let expected = format!("{}-client", name.replace('_', "-"));
        assert_eq!(super::package(name), expected);
    }
}
