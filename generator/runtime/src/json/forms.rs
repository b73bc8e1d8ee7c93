//! What tells texts with one format from those with another: a glance at their form, not a check.

use std::net::IpAddr;

/// `2030-01-31T12:00`, and whatever follows; a space or `t` will do.
pub fn date_time(text: &str) -> bool {
    match text.as_bytes().split_at_checked(10) {
        Some((day, [b'T' | b't' | b' ', clock @ ..])) => {
            is_like("0000-00-00", day) && is_clock(clock)
        }
        Some(_) | None => false,
    }
}

/// `2030-01-31`
pub fn date(text: &str) -> bool {
    is_like("0000-00-00", text.as_bytes())
}

/// `12:00`, and whatever follows.
pub fn time(text: &str) -> bool {
    is_clock(text.as_bytes())
}

/// `PT1H`, `1h30m`
pub fn duration(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '+']);
    match text.as_bytes() {
        [b'P' | b'p', rest @ ..] => rest.iter().any(u8::is_ascii_digit),
        [b'0'..=b'9', .., b's' | b'm' | b'h' | b'd'] => is_compact(text),
        _ => false,
    }
}

/// `Thu, 31 Jan 2030 12:00:00 GMT`
pub fn http_date(text: &str) -> bool {
    text.ends_with("GMT") && text.contains(", ")
}

/// `0194b6c0-7c00-7000-8000-000000000000`
pub fn uuid(text: &str) -> bool {
    is_like("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", text.as_bytes())
}

/// `https:`, `urn:`, and whatever follows.
pub fn uri(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(is_scheme)
}

/// An address of either version.
pub fn ip(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
}

/// `-1.50`
pub fn decimal(text: &str) -> bool {
    text.parse().is_ok_and(f64::is_finite)
}

/// `12:00`, and whatever follows.
fn is_clock(text: &[u8]) -> bool {
    text.get(..5).is_some_and(|clock| is_like("00:00", clock))
}

fn is_compact(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_digit() || byte == b'.' || byte.is_ascii_lowercase();
    text.bytes().all(is_part)
}

/// Whether a text has a digit wherever the model has `0`, a hexadecimal one where it has `x`, and the same elsewhere.
fn is_like(model: &str, text: &[u8]) -> bool {
    let fits = |(model, byte): (u8, &u8)| match model {
        b'0' => byte.is_ascii_digit(),
        b'x' => byte.is_ascii_hexdigit(),
        same => *byte == same,
    };
    model.len() == text.len() && model.bytes().zip(text).all(fits)
}
