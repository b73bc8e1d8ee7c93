use serde_json::Value;

/// Whether two values are the same: numbers by what they are, not by how they are written.
pub fn same_value(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(_), Value::Number(_))
        | (Value::Array(_), Value::Array(_))
        | (Value::Object(_), Value::Object(_)) => canonical(left) == canonical(right),
        _ => left == right,
    }
}

/// The whole number that a value is, if it is one of 64 bits, however it is written.
pub fn whole_number(value: &Value) -> Option<i64> {
    /// Above it, numbers of double precision are not exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let exact = |number: f64| {
        let is_whole = number.fract() == 0.0 && number.abs() <= EXACT;
        is_whole.then_some(number as i64)
    };
    value.as_i64().or_else(|| value.as_f64().and_then(exact))
}

/// A text that two values share if they are the same.
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Number(number) => match (whole_number(value), value.as_f64()) {
            (Some(whole), _) => whole.to_string(),
            (None, Some(float)) if number.to_string().contains(['.', 'e', 'E']) => {
                format!("{float:e}")
            }
            (None, _) => number.to_string(),
        },
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(canonical).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let mut members: Vec<String> = members
                .iter()
                .map(|(name, value)| format!("{name:?}:{}", canonical(value)))
                .collect();
            members.sort();
            format!("{{{}}}", members.join(","))
        }
        Value::Null | Value::Bool(_) | Value::String(_) => value.to_string(),
    }
}
