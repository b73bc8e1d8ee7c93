use super::exceptions::{IRREGULAR, SAME, US, VOWEL_NOUNS};
use crate::naming::singular;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(singular(text), expected, "{text:?}");
}

#[test]
fn plurals_become_singulars() {
    for (plural, expected) in [
        ("products", "product"),
        ("properties", "property"),
        ("addresses", "address"),
        ("statuses", "status"),
        ("aliases", "alias"),
        ("indices", "index"),
        ("boxes", "box"),
        ("batches", "batch"),
        ("caches", "cache"),
        ("databases", "database"),
        ("responses", "response"),
        ("purchases", "purchase"),
        ("licenses", "license"),
        ("sizes", "size"),
        ("archives", "archive"),
        ("leaves", "leaf"),
        ("movies", "movie"),
        ("children", "child"),
        ("people", "person"),
        ("days", "day"),
        ("ties", "tie"),
        ("videos", "video"),
        ("heroes", "hero"),
        ("types", "type"),
        ("apis", "api"),
        ("cpus", "cpu"),
        ("schemas", "schema"),
        ("ids", "id"),
        ("urls", "url"),
        ("notes", "note"),
        ("viruses", "virus"),
        ("analyses", "analysis"),
        ("values", "value"),
        ("issues", "issue"),
        ("employees", "employee"),
        ("branches", "branch"),
        ("messages", "message"),
        ("domains", "domain"),
    ] {
        check(plural, expected);
    }
}

#[test]
fn what_is_no_plural_stays() {
    for text in [
        "status",
        "series",
        "data",
        "news",
        "address",
        "access",
        "analysis",
        "bus",
        "dns",
        "https",
        "alias",
        "canvas",
        "previous",
        "redis",
        "kubernetes",
        "settingsX",
        "item",
        "",
        "s",
        "S",
        "ß",
        "URLS",
        "yes",
        "items2",
        "größes",
    ] {
        check(text, text);
    }
}

#[test]
fn only_the_last_word_changes_and_keeps_its_case() {
    check("billingAddresses", "billingAddress");
    check("BillingAddresses", "BillingAddress");
    check("user_ids", "user_id");
    check("userIDs", "userID");
    check("People", "Person");
    check("team-members", "team-member");
}

#[test]
fn the_lists_are_sorted() {
    assert!(IRREGULAR.is_sorted());
    assert!(SAME.is_sorted() && US.is_sorted() && VOWEL_NOUNS.is_sorted());
}
