/// JSON as some editors take it, with blanks where it has comments and trailing commas: every byte keeps its place.
///
/// `None` if it has neither.
pub(in crate::source) fn relaxed(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let mut last_comma = None;
    let mut at = 0;
    let mut changed = false;
    while let Some(&byte) = bytes.get(at) {
        let end = match (byte, bytes.get(at + 1)) {
            (b'"', _) => end_of_string(&bytes, at),
            (b'/', Some(b'/')) => end_of(&bytes, at, b"\n"),
            (b'/', Some(b'*')) => end_of(&bytes, at + 2, b"*/") + 2,
            _ => at + 1,
        };
        let end = end.min(bytes.len());
        if byte == b'/' && end > at + 1 {
            blank(&mut bytes, at, end);
            changed = true;
        } else if matches!(byte, b'}' | b']')
            && let Some(comma) = last_comma.take()
        {
            blank(&mut bytes, comma, comma + 1);
            changed = true;
        }
        if byte == b',' {
            last_comma = Some(at);
        } else if byte != b'/' && !byte.is_ascii_whitespace() {
            last_comma = None;
        }
        at = end;
    }
    // Whole comments and single commas were replaced, so that this is text still.
    String::from_utf8(bytes).ok().filter(|_| changed)
}

/// The byte after the string that begins at `at`.
fn end_of_string(bytes: &[u8], at: usize) -> usize {
    let mut at = at + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

/// Where `mark` is next; the end, if it is not.
fn end_of(bytes: &[u8], from: usize, mark: &[u8]) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let found = rest.windows(mark.len()).position(|window| window == mark);
    found.map_or(bytes.len(), |found| from + found)
}

/// Writes blanks over a span, except where lines end.
fn blank(bytes: &mut [u8], from: usize, to: usize) {
    let span = bytes.get_mut(from..to).unwrap_or_default();
    for byte in span
        .iter_mut()
        .filter(|byte| !matches!(byte, b'\n' | b'\r'))
    {
        *byte = b' ';
    }
}

#[cfg(test)]
mod tests {
    use super::relaxed;

    #[test]
    fn comments_and_trailing_commas_become_blanks() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(relaxed(text).as_deref(), expected, "{text}");
        };
        check("{\"a\": [1, 2]}", None);
        check("{\"a//\": \"/* , ] \\\" // \"}", None);
        check(
            "// é\n{\"a\": 1, /* x\n*/ }",
            Some("     \n{\"a\": 1      \n   }"),
        );
        check("[1,// c\r\n]", Some("[1     \r\n]"));
        check("[,]", Some("[ ]"));
        check("[1, 2,\n]", Some("[1, 2 \n]"));
        check("[1] /* no end", Some("[1]          "));
        check("[\"no end", None);
        check("/", None);
    }
}
