use serde_json::{Number, Value};

/// The number that a YAML 1.2 float is, with every digit it was written with; text where JSON has no such number (`.inf`, `.nan`).
pub(super) fn float(written: &str) -> Value {
    json_form(written)
        .parse::<Number>()
        .map_or_else(|_| Value::String(written.to_owned()), Value::Number)
}

/// YAML allows `+1.5`, `.5`, `1.` and `01.5`, JSON does not (RFC 8259 §6).
fn json_form(written: &str) -> String {
    let (sign, rest) = match written.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", written.strip_prefix('+').unwrap_or(written)),
    };
    let exponent_at = rest.find(['e', 'E']).unwrap_or(rest.len());
    let (mantissa, exponent) = rest.split_at(exponent_at);
    let (whole, fraction) = mantissa
        .split_once('.')
        .map_or((mantissa, None), |(whole, fraction)| {
            (whole, Some(fraction))
        });
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    match fraction {
        Some("") => format!("{sign}{whole}.0{exponent}"),
        Some(fraction) => format!("{sign}{whole}.{fraction}{exponent}"),
        None => format!("{sign}{whole}{exponent}"),
    }
}
