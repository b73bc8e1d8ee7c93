/// What a description says of itself, in its outermost object.
const KEYS: [&str; 2] = ["openapi", "swagger"];

/// Whether a text in JSON or YAML says to be a description.
///
/// The letters are looked at and no parser is asked: what is searched may be hostile, and nothing guards this process.
pub(super) fn is_description(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        outermost_keys(text).any(|key| KEYS.contains(&key))
    } else {
        text.lines().any(|line| {
            let key = line.split(':').next().unwrap_or_default();
            line.contains(':') && KEYS.contains(&unquoted(key.trim_end()))
        })
    }
}

fn unquoted(key: &str) -> &str {
    let quotes = ['"', '\''];
    quotes
        .iter()
        .find_map(|quote| key.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(key)
}

/// The strings that stand right inside the first brace of a text, before a colon.
fn outermost_keys(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(['{', '}', '[', ']', '"'])?;
            let (mark, after) = rest.get(at..)?.split_at_checked(1)?;
            rest = after;
            match mark {
                "{" | "[" => depth += 1,
                "}" | "]" => depth = depth.saturating_sub(1),
                _ => {
                    let end = end_of_string(after)?;
                    let (string, after) = after.split_at_checked(end)?;
                    rest = after.strip_prefix('"')?;
                    if depth == 1 && rest.trim_start().starts_with(':') {
                        return Some(string);
                    }
                }
            }
        }
    })
}

/// Where the quote is that ends a string of JSON.
fn end_of_string(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.find(|character| {
        let ends = character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        ends
    })
}
