use crate::source::Sources;

#[track_caller]
fn check(base: &str, reference: &str, expected: Option<&str>) {
    assert_eq!(
        Sources::join(base, reference).as_deref(),
        expected,
        "{base} + {reference}"
    );
}

#[test]
fn references_are_joined_to_the_folder_of_their_file() {
    check("a.yaml", "b.yaml", Some("b.yaml"));
    check("a.yaml", "./b.yaml#/x", Some("b.yaml"));
    check("x/a.yaml", "../b.yaml", Some("b.yaml"));
    check("x/a.yaml", "y/./z//b.yaml", Some("x/y/z/b.yaml"));
    check("x/a.yaml", "#/components", Some("x/a.yaml"));
    check("x/a.yaml", "", Some("x/a.yaml"));
    check("a.yaml", "b%20c.yaml", Some("b c.yaml"));
    check("a.yaml", ".\\x\\b.yaml", Some("x/b.yaml"));
}

#[test]
fn references_cannot_leave_the_root() {
    check("a.yaml", "../b.yaml", None);
    check("x/a.yaml", "%2e%2e/../b.yaml", None);
    check("a.yaml", "/etc/passwd", None);
    check("a.yaml", "\\\\host\\share", None);
    check("a.yaml", "https://example.com/b.yaml", None);
    check("a.yaml", "C:\\b.yaml", None);
    check("a.yaml", "%ff.yaml", None);
    check("a.yaml", "b%00.yaml", None);
    check("a.yaml", ".", None);
}
