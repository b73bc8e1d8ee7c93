use crate::naming::words;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(words(text).join(" "), expected, "{text:?}");
}

#[test]
fn words_end_where_the_case_changes() {
    check("fooBar", "foo bar");
    check("FooBar", "foo bar");
    check("HTTPServer", "http server");
    check("getHTTPSUrl", "get https url");
    check("userID", "user id");
    check("ABC", "abc");
    check("aB", "a b");
    check("isX", "is x");
}

#[test]
fn a_plural_or_a_version_stays_with_its_acronym() {
    check("userIDs", "user ids");
    check("URLsOfUser", "urls of user");
    check("IPv4", "ipv4");
    check("IPv6Address", "ipv6 address");
    check("AsIs", "as is");
}

#[test]
fn digits_stay_with_the_word_before_them() {
    check("oAuth2Token", "o auth2 token");
    check("API_v2", "api v2");
    check("v2API", "v2 api");
    check("s3Bucket", "s3 bucket");
    check("base64encode", "base64encode");
    check("3DModel", "3d model");
    check("2FAToken", "2fa token");
    check("2023Report", "2023 report");
    check("1st", "1st");
    check("2.1", "2 1");
}

#[test]
fn symbols_between_words_separate_them() {
    check("foo-bar_baz.qux/quux", "foo bar baz qux quux");
    check("  foo   bar  ", "foo bar");
    check("application/vnd.api+json", "application vnd api json");
    check("Page<User>", "page user");
    check("List«Pet»", "list pet");
    check("filter[name][]", "filter name");
    check("$ref", "ref");
    check("@type", "type");
    check("_links", "links");
    check("/v3/teams/{teamId}", "v3 teams team id");
    check("don’t", "dont");
}

#[test]
fn symbols_that_mean_something_have_names() {
    check("+1", "plus 1");
    check("-1", "minus 1");
    check("-created_at", "minus created at");
    check(">=10", "greater or equal 10");
    check("!draft", "not draft");
    check("A+", "a plus");
    check("O-", "o minus");
    check("C++", "c plus plus");
    check("C#", "c sharp");
    check("50%", "50 percent");
    check("read:*", "read star");
    check("GMT+1", "gmt plus 1");
    check("UTC, -2", "utc minus 2");
}

#[test]
fn symbols_alone_have_names() {
    check("*", "star");
    check(">=", "greater or equal");
    check("_", "underscore");
    check("-", "minus");
    check(" ", "space");
    check("*/*", "star slash star");
    check("🎉", "u1f389");
}

#[test]
fn other_scripts_are_kept() {
    check("ünï", "ünï");
    check("u\u{308}n", "ün");
    check("ÜberKlasse", "über klasse");
    check("сорок два", "сорок два");
    check("日本 語", "日本 語");
    check("مرحبا بالعالم", "مرحبا بالعالم");
    check("ﬁle m²", "file m2");
    check("party 🎉 time", "party time");
}

#[test]
fn no_text_has_no_words() {
    check("", "");
    check("\u{200d}", "");
}
