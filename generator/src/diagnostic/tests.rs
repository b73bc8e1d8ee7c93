use super::{Code, Diagnostic, render, rows, suggest};
use crate::source::{Place, Pointer, Sources};

const TEAMS: &str = "openapi: 3.0.3
paths:
  /v3/teams/{teamId}/members:
    get:
      tags: [teams, 12]
      responses: {'200': {description: fine}}
";

#[track_caller]
fn opened(text: &str) -> (Sources, crate::source::FileId) {
    let mut sources = Sources::in_memory([("spec/teams.yaml", text)]);
    let file = match sources.open("spec/teams.yaml") {
        Ok(file) => file,
        Err(error) => error.file,
    };
    (sources, file)
}

fn place(file: crate::source::FileId, pointer: &str) -> Place {
    Place::new(file, Pointer::parse(pointer).unwrap())
}

#[track_caller]
fn check(text: &str, pointer: &str, expected: &str) {
    let (sources, file) = opened(text);
    let diagnostic =
        Diagnostic::new(Code::WrongType, place(file, pointer), "it is so").label("here");
    let drawn = render(&[diagnostic], &sources, false);
    assert_eq!(drawn.trim_end(), expected.trim(), "\n{drawn}");
}

#[test]
fn a_report_shows_the_line_and_the_label() {
    check(
        TEAMS,
        "/paths/~1v3~1teams~1{teamId}~1members",
        "
warning[wrong-type]: it is so
 --> spec/teams.yaml:3:3
  |
3 |   /v3/teams/{teamId}/members:
  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ here
",
    );
}

#[test]
fn a_missing_member_is_shown_at_its_holder() {
    check(
        TEAMS,
        "/paths/~1v3~1teams~1{teamId}~1members/get/parameters/3",
        "
warning[wrong-type]: it is so
 --> spec/teams.yaml:4:5
  |
4 |     get:
  |     ^^^^ here
",
    );
}

#[test]
fn help_and_related_places_follow() {
    let (sources, file) = opened(TEAMS);
    let diagnostic = Diagnostic::new(Code::Contradiction, place(file, "/openapi"), "two versions")
        .label("this one")
        .help("say one of them")
        .related(place(file, "/paths"), "the other is said here");
    let drawn = render(&[diagnostic.clone(), diagnostic], &sources, false);
    let one = "\
error[contradiction]: two versions
 --> spec/teams.yaml:1:1
  |
1 | openapi: 3.0.3
  | ^^^^^^^^^^^^^^ this one
  |
  = help: say one of them
note: the other is said here
 --> spec/teams.yaml:2:1
  |
2 | paths:
  | ------
";
    assert_eq!(drawn, format!("{one}\n{one}"), "\n{drawn}");
}

#[test]
fn colours_are_drawn_only_when_asked_for() {
    let (sources, file) = opened(TEAMS);
    let diagnostics = [Diagnostic::new(
        Code::WrongType,
        place(file, ""),
        "it is so",
    )];
    assert!(render(&diagnostics, &sources, true).contains("\u{1b}["));
    assert!(!render(&diagnostics, &sources, false).contains('\u{1b}'));
}

#[test]
fn a_file_without_text_is_only_named() {
    let mut sources = Sources::in_memory::<&str, &str>([]);
    let error = sources.open("none.yaml").unwrap_err();
    let diagnostic = Diagnostic::new(Code::UnreadableFile, place(error.file, ""), error.message);
    assert_eq!(
        render(&[diagnostic], &sources, false),
        "error[unreadable-file]: `none.yaml` cannot be read: there is no such file\n--> none.yaml\n"
    );
}

#[test]
fn a_syntax_error_is_shown_where_it_is() {
    check(
        "a: 1\nb: [1, 2\nc: 3\n",
        "/anything",
        "
warning[wrong-type]: it is so
 --> spec/teams.yaml:3:2
  |
3 | c: 3
  |  ^ here
",
    );
}

#[test]
fn what_has_no_end_is_shown_where_it_begins() {
    check(
        "a: 1\nb: 'two\nc: 3\n",
        "",
        "
warning[wrong-type]: it is so
 --> spec/teams.yaml:2:4
  |
2 | b: 'two
  |    ^ here
",
    );
}

#[test]
fn long_lines_are_cropped_around_the_place() {
    let members: Vec<String> = (0..5000).map(|n| format!("\"key{n}\":{n}")).collect();
    let (sources, file) = opened(&format!("{{{}}}", members.join(",")));
    let drawn = render(
        &[Diagnostic::new(
            Code::WrongType,
            place(file, "/key4000"),
            "it is so",
        )],
        &sources,
        false,
    );
    assert!(drawn.contains("\"key4000\":4000"), "{drawn}");
    assert!(drawn.contains("spec/teams.yaml:1:57782"), "{drawn}");
    assert!(
        drawn.lines().all(|line| line.chars().count() < 200),
        "{drawn}"
    );
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let (sources, file) = opened("{\"a\u{202e}\": \"\\u001b\", \"b\u{7f}\": 1}");
    let diagnostic = Diagnostic::new(
        Code::WrongType,
        place(file, "/b\u{7f}"),
        "see \u{1b}[31m\nhere\u{9b}",
    )
    .label("\u{1b}c")
    .help("\r\u{8}");
    let drawn = render(&[diagnostic], &sources, false);
    assert!(
        drawn
            .chars()
            .all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}')),
        "{drawn}"
    );
}

#[test]
fn rows_hold_line_and_column() {
    let (sources, file) = opened(TEAMS);
    let rows = rows(
        &[Diagnostic::new(
            Code::WrongType,
            place(file, "/paths/~1v3~1teams~1{teamId}~1members/get/tags/1"),
            "no text",
        )],
        &sources,
    );
    let text = serde_json::to_string(&rows).unwrap();
    assert_eq!(
        text,
        r#"[{"code":"wrong-type","severity":"warning","file":"spec/teams.yaml","line":5,"column":21,"pointer":"/paths/~1v3~1teams~1{teamId}~1members/get/tags/1","message":"no text"}]"#
    );
}

#[test]
fn near_names_are_suggested() {
    let known = ["parameters", "responses", "requestBody", "in"];
    assert_eq!(suggest("parameter", known), Some("parameters"));
    assert_eq!(suggest("repsonses", known), Some("responses"));
    assert_eq!(suggest("request-body", known), Some("requestBody"));
    assert_eq!(suggest("IN", known), Some("in"));
    assert_eq!(suggest("it", known), None);
    assert_eq!(suggest("summary", known), None);
}
