use serde_json::{Number, Value};

/// What becomes of a value: a component, its JSON, and how it comes back.
pub(super) type Row = (&'static str, &'static str, Outcome);

/// How a value comes back.
#[derive(Debug, Clone, Copy)]
pub(super) enum Outcome {
    /// As it was.
    Same,
    /// Not at all, for what is wrong at this place.
    Fails(&'static str),
}

pub(super) use Outcome::{Fails, Same};

/// A probe with what is asked of it.
pub(super) struct Probe {
    /// The name of its file, without `.yaml`.
    pub(super) file: &'static str,
    pub(super) rows: &'static [Row],
}

/// What is wrong with an answer, if anything is.
pub(super) fn wrong(
    (schema, sent, outcome): (&str, &str, Outcome),
    answer: &Value,
) -> Option<String> {
    let told = match outcome {
        Outcome::Same => {
            let value = serde_json::from_str(sent).expect("the row holds JSON");
            let back = answer
                .get("value")
                .is_some_and(|back| is_same(&value, back));
            (!back).then(|| "comes back as".to_owned())
        }
        Outcome::Fails(path) => {
            let fails = answer["kind"] == "decode" && answer["path"] == path;
            (!fails).then(|| format!("is to fail at `{path}`, but gives"))
        }
    };
    told.map(|told| format!("{schema}: {sent} {told} {answer}"))
}

/// Whether two values are the same; numbers are, if they are the same number.
pub(crate) fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => digits(one) == digits(other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| is_same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let fits = |(name, one)| other.get(name).is_some_and(|other| is_same(one, other));
            one.len() == other.len() && one.iter().all(fits)
        }
        (one, other) => one == other,
    }
}

/// The digits of a number without zeros at their ends, and the power of ten that they stand for.
fn digits(number: &Number) -> (String, i64) {
    let text = number.to_string().to_ascii_lowercase();
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i64 = exponent.parse().expect("the exponent is small");
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let sign = if whole.starts_with('-') { "-" } else { "" };
    let all = format!("{}{fraction}", whole.trim_start_matches('-'));
    let shown = all.trim_start_matches('0').trim_end_matches('0');
    if shown.is_empty() {
        return ("0".to_owned(), 0);
    }
    let zeros = all.len() - all.trim_end_matches('0').len();
    let power = exponent - fraction.len() as i64 + zeros as i64;
    (format!("{sign}{shown}"), power)
}

#[test]
fn a_number_is_the_same_however_it_is_written() {
    let same = |one: &str, other: &str| {
        let [one, other] =
            [one, other].map(|text| serde_json::from_str(text).expect("it is a number"));
        is_same(&one, &other)
    };
    assert!(same("1000", "1e3") && same("1.50", "15e-1") && same("0", "-0.0"));
    assert!(!same("9007199254740993", "9007199254740992") && !same("1", "-1") && !same("1", "10"));
}
