//! Percent-encoding (RFC 3986 §2.1).

use std::borrow::Cow;

use percent_encoding::{
    AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode,
};

/// What may stay: the unreserved characters of RFC 3986 §2.3.
const WHOLE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Besides, what neither begins a query nor ends a segment.
const SEGMENT: &AsciiSet = &WHOLE
    .remove(b':')
    .remove(b'[')
    .remove(b']')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// The same for a query; `'` is left out because URL parsers encode it there.
const QUERY: &AsciiSet = &SEGMENT.remove(b'/').remove(b'?').add(b'\'');

/// What would end the value of a cookie, or the header field (RFC 6265 §4.1.1).
const COOKIE: &AsciiSet = &CONTROLS.add(b';');

/// The same for a cookie that is percent-encoded otherwise.
const COOKIE_RESERVED: &AsciiSet = &SEGMENT.remove(b'/').remove(b'?').add(b';').add(b',');

/// The text of a path template between its variables.
const PATH: &AsciiSet = &SEGMENT.remove(b'/');

/// What stays in a form besides (WHATWG URL §5.2); a space becomes `+`.
const FORM: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'*')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b' ');

/// Besides, what means nothing in a form.
const RESERVED_IN_FORM: &AsciiSet = &QUERY
    .remove(b'\'')
    .add(b'&')
    .add(b'=')
    .add(b'+')
    .remove(b' ');

/// A name or value of a form (WHATWG URL §5.2).
pub fn form(text: &str) -> String {
    utf8_percent_encode(text, FORM)
        .to_string()
        .replace(' ', "+")
}

/// The same, but reserved characters stay, and so does what is encoded already, as far as they mean nothing there.
pub fn reserved_in_form(text: &str) -> String {
    reserved(text, RESERVED_IN_FORM).replace(' ', "+")
}

/// Everything but the unreserved characters.
pub fn whole(text: &str) -> String {
    utf8_percent_encode(text, WHOLE).to_string()
}

/// Reserved characters stay, and so does what is encoded already (RFC 6570 §3.2.3), but `/` and
/// `?`, which would change the path, and `#`, which would end it, do not.
pub fn reserved_in_path(text: &str) -> String {
    reserved(text, SEGMENT)
}

/// Reserved characters stay, and so does what is encoded already (RFC 6570 §3.2.3), but `#`, which
/// would end the query, does not.
pub fn reserved_in_query(text: &str) -> String {
    reserved(text, QUERY)
}

/// Everything stays (OAS 3.2 §4.12.3, `cookie`) but what would end the value or the header field.
pub fn in_cookie(text: &str) -> String {
    utf8_percent_encode(text, COOKIE).to_string()
}

/// Reserved characters stay, and so does what is encoded already (RFC 6570 §3.2.3), but not `;`, which would end the
/// cookie, nor `,`, which no cookie has.
pub fn reserved_in_cookie(text: &str) -> String {
    reserved(text, COOKIE_RESERVED)
}

/// The text of a path template between its variables: `/` stays as well.
pub fn literal(text: &str) -> String {
    reserved(text, PATH)
}

/// Whether a server could take this path segment for `.` or `..`, however often it decodes.
pub fn is_dots(segment: &str) -> bool {
    let mut segment = Cow::Borrowed(segment);
    // Each `25` in `%25252e` costs one round; no server decodes more than a few times.
    for _ in 0..8 {
        if segment == "." || segment == ".." {
            return true;
        }
        if !segment.contains('%') || segment.len() > 256 {
            return false;
        }
        let decoded = percent_decode_str(&segment)
            .decode_utf8_lossy()
            .into_owned();
        if decoded == segment {
            return false;
        }
        segment = Cow::Owned(decoded);
    }
    false
}

fn reserved(text: &str, set: &'static AsciiSet) -> String {
    let mut encoded = String::with_capacity(text.len());
    let mut pieces = text.split('%');
    encoded.extend(utf8_percent_encode(pieces.next().unwrap_or_default(), set));
    for piece in pieces {
        let is_triplet = matches!(
            piece.as_bytes(),
            [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit()
        );
        encoded.push_str(if is_triplet { "%" } else { "%25" });
        encoded.extend(utf8_percent_encode(piece, set));
    }
    encoded
}
