/// Whether two JSON numbers are the same, whatever the way in which they are written.
pub(super) fn same_number(one: &str, other: &str) -> bool {
    one == other || normal(one).is_some_and(|one| normal(other) == Some(one))
}

/// Sign, digits and exponent of a JSON number; zero has no digits, and no sign.
fn normal(text: &str) -> Option<(bool, String, i128)> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_end_matches('0');
    if significant.trim_start_matches('0').is_empty() {
        return Some((false, String::new(), 0));
    }
    let zeros = i128::try_from(digits.len() - significant.len()).ok()?;
    let behind_point = i128::try_from(fraction.len()).ok()?;
    let exponent: i128 = exponent.parse().ok()?;
    let exponent = exponent.checked_sub(behind_point)?.checked_add(zeros)?;
    let digits = significant.trim_start_matches('0').to_owned();
    Some((negative, digits, exponent))
}
