use http::HeaderMap;
use http::header::LINK;

/// The target of the link to the next page (RFC 8288): that of the first `Link` whose relation is
/// `next`, as it is written. Links from elsewhere than the answer itself (`anchor`) do not count.
pub fn next_link(headers: &HeaderMap) -> Option<String> {
    let fields = headers.get_all(LINK).into_iter();
    let mut texts = fields.map(|field| String::from_utf8_lossy(field.as_bytes()));
    texts.find_map(|text| next_of(&text))
}

fn next_of(field: &str) -> Option<String> {
    let mut rest = field;
    loop {
        let (_, behind) = rest.split_once('<')?;
        let (target, behind) = behind.split_once('>')?;
        let (is_next, behind) = parameters(behind);
        if is_next {
            return Some(target.trim().to_owned());
        }
        rest = behind;
    }
}

/// Reads the parameters of one link: whether they make it the next page's, and what comes behind.
fn parameters(mut rest: &str) -> (bool, &str) {
    let (mut relation, mut has_anchor) = (None, false);
    loop {
        rest = rest.trim_start();
        let Some(behind) = rest.strip_prefix(';') else {
            break;
        };
        let end = behind.find(['=', ';', ',']).unwrap_or(behind.len());
        let (name, behind) = behind.split_at(end);
        let name = name.trim();
        let value;
        (value, rest) = match behind.strip_prefix('=') {
            Some(behind) => self::value(behind.trim_start()),
            None => (String::new(), behind),
        };
        // Of several relations only the first counts (RFC 8288 §3.3).
        if name.eq_ignore_ascii_case("rel") {
            relation.get_or_insert(value);
        } else if name.eq_ignore_ascii_case("anchor") {
            has_anchor = true;
        }
    }
    let relation = relation.unwrap_or_default();
    let mut words = relation.split_ascii_whitespace();
    let is_next = words.any(|word| word.eq_ignore_ascii_case("next"));
    (is_next && !has_anchor, rest)
}

/// A token or a quoted string (RFC 9110 §5.6.4), and what comes behind.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        let (value, rest) = text.split_at(end);
        return (value.trim().to_owned(), rest);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, quoted.get(at + 1..).unwrap_or_default()),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            _ => value.push(character),
        }
    }
    (value, "")
}
