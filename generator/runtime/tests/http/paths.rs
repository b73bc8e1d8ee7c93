//! Path templates, and what they are appended to.

use clientwright_runtime::style::{PathValue, base_url, encode, fill, target};

fn path(template: &str, values: &[(&str, &str)]) -> Result<String, String> {
    let encoded: Vec<_> = values
        .iter()
        .map(|(name, text)| (*name, encode::whole(text)))
        .collect();
    let values: Vec<_> = encoded
        .iter()
        .map(|(name, text)| PathValue { name, text })
        .collect();
    match fill(template, &values) {
        Ok((path, query)) if query.is_empty() => Ok(path),
        Ok((path, query)) => Ok(format!("{path}?{query}")),
        Err(failure) => Err(failure.to_string()),
    }
}

fn check(template: &str, values: &[(&str, &str)], expected: &str) {
    assert_eq!(
        path(template, values).as_deref(),
        Ok(expected),
        "{template} {values:?}"
    );
}

fn check_refused(template: &str, values: &[(&str, &str)], expected: &str) {
    let failure = path(template, values).unwrap_err();
    assert_eq!(failure, expected, "{template} {values:?}");
}

#[test]
fn values_are_percent_encoded_whole() {
    check("/a/{id}", &[("id", "r_1")], "/a/r_1");
    check("/a/{id}/b", &[("id", "x/y")], "/a/x%2Fy/b");
    check(
        "/a/{id}",
        &[("id", "\\?#%;=,@: ")],
        "/a/%5C%3F%23%25%3B%3D%2C%40%3A%20",
    );
    check("/a/{id}", &[("id", "%2F")], "/a/%252F");
    check("/a/{id}", &[("id", "ü")], "/a/%C3%BC");
    check("/a/{id}", &[("id", "100%")], "/a/100%25");
    check("/a/{id}", &[("id", "...")], "/a/...");
    check("/a/{id}", &[("id", ".env")], "/a/.env");
}

#[test]
fn several_variables_can_share_a_segment() {
    let values = [("from", "1"), ("to", "2")];
    check("/d/{from}...{to}.diff", &values, "/d/1...2.diff");
    check("/d/{from}{to}:run", &values, "/d/12:run");
}

#[test]
fn a_value_that_would_reach_another_path_is_refused_by_name() {
    let dots = "`id` must not be `.` or `..` in a path";
    for value in [".", "..", "%2e", "%2E%2e", ".%2e", "%252e", "%25252e%2e"] {
        check_refused("/a/{id}/b", &[("id", value)], dots);
    }
    check_refused("/a/{id}", &[("id", "")], "`id` must not be empty in a path");
    check_refused("/a/{id}", &[], "`id` has no value, and the path needs one");
    check_refused("/a/.{id}", &[("id", "%2e")], dots);
    let together = "`b` makes its path segment `.` or `..`";
    let refused = fill(
        "/a/{a}{b}",
        &[
            PathValue {
                name: "a",
                text: "%2",
            },
            PathValue {
                name: "b",
                text: "e",
            },
        ],
    );
    assert_eq!(refused.unwrap_err().to_string(), together);
}

#[test]
fn the_text_between_variables_is_legal_and_otherwise_as_it_is() {
    check("/", &[], "/");
    check("", &[], "");
    check("//a//", &[], "//a//");
    check("/a b/ü/{", &[], "/a%20b/%C3%BC/%7B");
    check("/a%20b/c:d/@e", &[], "/a%20b/c:d/@e");
    check_refused("/a/../b", &[], "a path segment is `.` or `..`");
    check_refused("/a/%2e%2E/b", &[], "a path segment is `.` or `..`");
}

#[test]
fn a_template_can_bring_a_query_and_a_fragment_tells_operations_apart() {
    check("/a?action=List", &[], "/a?action=List");
    check("/{b}?acl", &[("b", "x")], "/x?acl");
    check("/a?b={b}&c=d", &[("b", "x&y")], "/a?b=x%26y&c=d");
    check("/a?b={b}", &[("b", "")], "/a?b=");
    check("/a/{b?}#c?d", &[("b?", "x")], "/a/x");
    check("/#X-Target=One", &[], "/");
}

fn check_target(base: &str, path: &str, query: &str, expected: &str) {
    let base = base_url(base).unwrap();
    assert_eq!(target(&base, path, query).unwrap().as_str(), expected);
}

#[test]
fn a_path_is_appended_whatever_the_slashes() {
    let expected = "https://h/v1/a";
    for (base, path) in [
        ("https://h/v1", "/a"),
        ("https://h/v1/", "/a"),
        ("https://h/v1/", "a"),
    ] {
        check_target(base, path, "", expected);
    }
    check_target("https://h", "/a", "", "https://h/a");
    check_target("https://h/", "/", "", "https://h/");
    check_target("https://h", "", "", "https://h/");
    check_target("https://h/v1", "", "x=1", "https://h/v1?x=1");
    check_target("https://h", "", "x=1", "https://h/?x=1");
    check_target("https://h/v1", "//a/", "", "https://h/v1//a/");
    check_target("http://H:80/v1", "/a", "", "http://h/v1/a");
    check_target("http://[::1]:8080", "/a", "", "http://[::1]:8080/a");
    check_target("https://h/v1?k=1", "/a", "", "https://h/v1/a?k=1");
    check_target(
        "https://h/v1/?k=1",
        "/a",
        "x=%C3%BC",
        "https://h/v1/a?k=1&x=%C3%BC",
    );
}

#[test]
fn path_and_query_are_kept_as_they_are_written() {
    let query = "a=%C3%BC&b=:/?[]@!$&()*+,;=&c=a%7Cb";
    check_target(
        "https://h",
        "/%2F%5C%2E.x",
        query,
        &format!("https://h/%2F%5C%2E.x?{query}"),
    );
    let base = base_url("https://h").unwrap();
    assert!(target(&base, "/a/../b", "").is_err());
    assert!(target(&base, "/a\\b", "").is_err());
}

#[test]
fn a_base_url_has_no_more_than_a_path_and_a_query() {
    for (text, expected) in [
        ("h/v1", "`base URL` is no absolute URL"),
        ("", "`base URL` is no absolute URL"),
        ("ftp://h", "`base URL` is neither http nor https"),
        (
            "https://u:secret@h",
            "`base URL` has a user or a password: give them as a credential",
        ),
        ("https://h/?key=secret#x", "`base URL` has a fragment"),
    ] {
        let failure = base_url(text).unwrap_err();
        assert_eq!(failure.to_string(), expected);
        assert!(!format!("{failure:?}").contains("secret"), "{failure:?}");
    }
}
