use super::crate_of_models::Models;
use super::tables::{ARRAYS, ENUMS, OBJECTS, Outcome, PRESENCE, Row};

/// What the answer to a row must be, if it is not what it must be.
fn differs(row: &Row, answer: &str) -> Option<String> {
    let (model, text, outcome) = row;
    let expected = match outcome {
        Outcome::Same => format!(r#"{{"ok":true,"value":{text}}}"#),
        Outcome::As(other) => format!(r#"{{"ok":true,"value":{other}}}"#),
        Outcome::No(path) => format!(r#""path":"{path}""#),
    };
    let fits = match outcome {
        Outcome::Same | Outcome::As(_) => *answer == *expected,
        Outcome::No(_) => answer.contains(&expected),
    };
    (!fits).then(|| format!("{model} {text}\n  expected {expected}\n  answered {answer}"))
}

/// One test, for cargo works in a target folder once at a time.
#[test]
fn a_consumer_gets_out_of_models_what_goes_into_them() {
    let models = Models::written(include_str!("../../cases/round_trip/usage.rs"));
    let rows: Vec<&Row> = [ENUMS, PRESENCE, OBJECTS, ARRAYS]
        .into_iter()
        .flatten()
        .collect();
    let line = |(model, text, _): &&Row| format!(r#"{{"schema":"{model}","value":{text}}}"#);
    let lines: Vec<String> = rows.iter().map(line).collect();
    let answers = models.invoke(&lines);
    assert_eq!(answers.len(), rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .zip(&answers)
        .filter_map(|(row, answer)| differs(row, answer))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    models.usage();
}
