use super::cargo::CargoTold;
use super::documents::Document;
use super::entry::Entry;
use super::expected::Expected;
use super::failure::{Class, Failure};
use super::index::read_index;
use super::parallel::in_parallel;
use super::readme::with_table;
use super::sniff::is_description;

#[test]
fn a_description_is_known_by_its_outermost_keys() {
    let check =
        |text: &str, expected| assert_eq!(is_description(text.as_bytes()), expected, "{text}");
    check("openapi: 3.0.3\n", true);
    check("# a remark\n---\ninfo: {}\nswagger: '2.0'", true);
    check("\u{feff}\"openapi\" : 3.1.0", true);
    check(
        "{\"info\": {\"title\": \"}\\\"{\"}, \"openapi\": \"3.0.3\"}",
        true,
    );
    check("\n  {\"swagger\":\"2.0\"}", true);
    check("schemas:\n  openapi: 3.0.3\n", false);
    check("{\"x\": {\"openapi\": \"3.0.3\"}}", false);
    check("{\"title\": \"openapi\"}", false);
    check("openapi", false);
    check("{\"openapi", false);
    check("", false);
}

#[test]
fn an_index_lists_documents_and_may_count_their_operations() {
    let found =
        read_index("openapi\tpath\toperations\n3.0\ta/b.json\t12\n3.1\tc.yaml\t\n\n").unwrap();
    let found: Vec<_> = found
        .into_iter()
        .map(|it| (it.path, it.operations))
        .collect();
    assert_eq!(
        found,
        [
            ("a/b.json".to_owned(), Some(12)),
            ("c.yaml".to_owned(), None)
        ]
    );
    assert!(read_index("file\n").is_err());
}

#[test]
fn a_document_belongs_to_the_folders_that_it_is_in() {
    let check = |path: &str, expected| {
        let folder = "somewhere/probes".into();
        let document = Document {
            folder,
            ..Document::at(path)
        };
        assert_eq!(document.family(), expected);
    };
    check("a/b/c/d.json", "a/b");
    check("a/d.json", "a");
    check("d.json", "probes");
}

#[test]
fn work_is_shared_and_its_results_keep_their_order() {
    let mut seen = 0;
    let doubled = in_parallel(3, &[1, 2, 3, 4, 5], |_, one| one * 2, |_| seen += 1);
    assert_eq!((doubled, seen), (vec![2, 4, 6, 8, 10], 5));
}

#[test]
fn what_the_compiler_complains_of_is_told_by_code() {
    let text = [
        r#"{"reason":"compiler-artifact","target":{"name":"http"},"fresh":false}"#,
        r#"{"reason":"compiler-artifact","target":{"name":"a_crate"},"fresh":false}"#,
        r#"{"reason":"compiler-message","message":{"code":{"code":"E0308"},"level":"error","message":"mismatched types","spans":[{"file_name":"src/a.rs","line_start":3,"is_primary":true}]}}"#,
        r#"{"reason":"compiler-message","message":{"code":{"code":"E0308"},"level":"error","message":"mismatched types","spans":[]}}"#,
        r#"{"reason":"compiler-message","message":{"code":{"code":"unused_macros"},"level":"error","message":"unused","spans":[]}}"#,
        r#"{"reason":"compiler-message","message":{"code":null,"level":"error","message":"aborting due to 3 errors","spans":[]}}"#,
        r#"{"reason":"build-finished","success":false}"#,
    ]
    .join("\n");
    let told = CargoTold::read(&text, "a-crate");
    assert!(told.others_compiled);
    assert_eq!(
        told.errors.iter().filter(|error| error.is_lint()).count(),
        1
    );
    insta::assert_snapshot!(told.digest(), @r"
    2 × E0308: mismatched types (src/a.rs:3)
    1 × unused_macros: unused
    ");
}

#[test]
fn an_expected_refusal_is_no_failure_and_its_absence_is_one() {
    let list = "[[expected]]\ndocuments = '**/wrong/*.json'\ncode = 'unsupported-version'\nreason = 'a version to come'";
    let expected = Expected::parse(list).unwrap();
    let judged = |path: &str, generated, errors: &[&str]| {
        let refused = Failure::new(Class::Refused, "said");
        let mut entry = Entry {
            path: path.to_owned(),
            generated,
            errors: errors.iter().map(|&code| code.to_owned()).collect(),
            failures: if generated { Vec::new() } else { vec![refused] },
            ..Entry::default()
        };
        expected.judge(&mut entry);
        entry.failures.first().map(|failure| failure.class)
    };
    let code = ["unsupported-version"];
    assert_eq!(judged("a/wrong/x.json", false, &code), None);
    assert_eq!(
        judged("a/wrong/x.json", false, &["syntax-error"]),
        Some(Class::Unexpected)
    );
    assert_eq!(judged("a/wrong/x.json", true, &[]), Some(Class::Unexpected));
    assert_eq!(judged("a/right/x.json", false, &code), Some(Class::Refused));
    assert_eq!(judged("a/right/x.json", true, &[]), None);
    assert!(Expected::parse("[[expected]]\ndocuments = 'x'").is_err());
}

#[test]
fn a_table_replaces_the_one_between_the_marks() {
    let text = "before\n<!-- corpus -->\nold\n<!-- /corpus -->\nafter\n";
    let expected = "before\n<!-- corpus -->\nnew\n<!-- /corpus -->\nafter\n";
    assert_eq!(with_table(text, "new\n").as_deref(), Some(expected));
    assert_eq!(with_table("before\n", "new\n"), None);
}
