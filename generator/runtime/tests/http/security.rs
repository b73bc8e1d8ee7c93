//! Which credentials a request carries.

use clientwright_runtime::security::{Written, choose};
use clientwright_runtime::{HeaderMap, Scheme, Secret, Security};

static TOKEN: Scheme = Scheme::bearer("token");
static LOGIN: Scheme = Scheme::basic("login");
static KEY: Scheme = Scheme::api_key_header("key", "X-Key");
static APP: Scheme = Scheme::api_key_query("app", "app id");
static SESSION: Scheme = Scheme::api_key_cookie("session", "sid");
static DIGEST: Scheme = Scheme::http("digest", "Digest");

static ONE_OF_THREE: Security = &[&[&TOKEN], &[&KEY, &APP], &[&LOGIN]];
static ONE_OF_TWO: Security = &[&[&TOKEN], &[&KEY, &APP]];
static UNUSUAL: Security = &[&[&DIGEST]];
static OPTIONAL: Security = &[&[], &[&TOKEN]];

fn check(security: Security, at_hand: &[&Scheme], expected: Result<&[&Scheme], &str>) {
    let chosen = choose(security, &|scheme| at_hand.contains(&scheme));
    assert_eq!(chosen.as_deref().map_err(String::as_str), expected);
}

#[test]
fn the_first_alternative_that_is_wholly_at_hand_is_used() {
    check(ONE_OF_THREE, &[&TOKEN, &LOGIN], Ok(&[&TOKEN]));
    check(ONE_OF_THREE, &[&KEY, &LOGIN], Ok(&[&LOGIN]));
    check(ONE_OF_THREE, &[&KEY, &APP, &LOGIN], Ok(&[&KEY, &APP]));
}

#[test]
fn what_is_missing_is_said_by_name() {
    let expected = "`token` (bearer token), or `key` (header X-Key) and `app` (query app id)";
    check(ONE_OF_TWO, &[&KEY], Err(expected));
    check(UNUSUAL, &[], Err("`digest` (HTTP Digest)"));
}

#[test]
fn no_security_sends_nothing_and_optional_security_what_there_is() {
    check(&[], &[&TOKEN], Ok(&[]));
    check(OPTIONAL, &[&TOKEN], Ok(&[&TOKEN]));
    check(OPTIONAL, &[], Ok(&[]));
}

fn written(scheme: &Scheme, secret: Secret) -> Result<(HeaderMap, Option<String>), &'static str> {
    let mut written = Written::default();
    written.add(scheme, &secret)?;
    let mut headers = HeaderMap::new();
    written.apply(&mut headers);
    Ok((headers, written.query(Some("a=1"))))
}

fn check_header(scheme: &Scheme, secret: Secret, name: &str, expected: &str) {
    let (headers, query) = written(scheme, secret).unwrap();
    assert_eq!(headers[name], expected);
    assert!(headers[name].is_sensitive());
    assert_eq!(query.as_deref(), Some("a=1"));
}

#[test]
fn each_scheme_has_its_place() {
    check_header(&TOKEN, "t".into(), "authorization", "Bearer t");
    check_header(&DIGEST, "x=y".into(), "authorization", "Digest x=y");
    check_header(&KEY, "k".into(), "x-key", "k");
    check_header(&SESSION, "s/=".into(), "cookie", "sid=s/=");
    let aladdin = Secret::basic("Aladdin", "open sesame");
    check_header(
        &LOGIN,
        aladdin,
        "authorization",
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    );
    check_header(
        &LOGIN,
        Secret::basic("", ":ü"),
        "authorization",
        "Basic OjrDvA==",
    );
    let (headers, query) = written(&APP, "a&b".into()).unwrap();
    assert!(headers.is_empty());
    assert_eq!(query.as_deref(), Some("a=1&app%20id=a%26b"));
}

#[test]
fn a_secret_of_the_wrong_kind_or_with_illegal_characters_is_refused() {
    assert!(written(&TOKEN, Secret::basic("u", "p")).is_err());
    assert!(written(&LOGIN, "token".into()).is_err());
    assert!(written(&LOGIN, Secret::basic("a:b", "p")).is_err());
    for scheme in [&TOKEN, &KEY, &SESSION] {
        for secret in ["", "a\r\nX-Evil: 1", "a\0"] {
            assert!(
                written(scheme, secret.into()).is_err(),
                "{scheme} {secret:?}"
            );
        }
    }
    assert!(written(&SESSION, "a; b=c".into()).is_err());
}

#[test]
fn cookies_join_those_that_are_there() {
    let mut written = Written::default();
    written.add(&SESSION, &"s".into()).unwrap();
    let mut headers = HeaderMap::new();
    headers.insert("cookie", "a=1".parse().unwrap());
    written.apply(&mut headers);
    assert_eq!(headers["cookie"], "a=1; sid=s");
}

#[test]
fn a_key_that_is_in_the_query_already_is_not_added_again() {
    let mut written = Written::default();
    written.add(&APP, &"new".into()).unwrap();
    assert_eq!(
        written.query(Some("app%20id=old")).as_deref(),
        Some("app%20id=old")
    );
    assert_eq!(written.query(None).as_deref(), Some("app%20id=new"));
}

#[test]
fn two_credentials_for_one_header_field_are_refused() {
    let mut written = Written::default();
    written.add(&TOKEN, &"t".into()).unwrap();
    assert!(written.add(&LOGIN, &Secret::basic("u", "p")).is_err());
}
