/// The name of a symbol that stands alone.
pub(super) fn name(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        ' ' | '\u{a0}' => "space",
        '\t' => "tab",
        '\n' => "newline",
        '\r' => "return",
        '!' => "exclamation",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "ampersand",
        '\'' => "apostrophe",
        '(' => "open paren",
        ')' => "close paren",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' => "minus",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' => "open bracket",
        '\\' => "backslash",
        ']' => "close bracket",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' => "open brace",
        '|' => "pipe",
        '}' => "close brace",
        '~' => "tilde",
        '£' => "pound",
        '€' => "euro",
        '¥' => "yen",
        '°' => "degree",
        '±' => "plus minus",
        _ => return None,
    })
}

/// The name of symbols that are one operator.
pub(super) fn operator(symbols: &str) -> Option<&'static str> {
    Some(match symbols {
        "<" => "less",
        "<=" | "=<" | "≤" => "less or equal",
        ">" => "greater",
        ">=" | "≥" => "greater or equal",
        "=" | "==" | "===" => "equal",
        "!=" | "!==" | "<>" | "≠" => "not equal",
        "=~" | "~=" => "matches",
        "!~" => "not matches",
        "&&" => "and",
        "||" => "or",
        "->" | "=>" | "→" => "arrow",
        _ => return None,
    })
}

/// The name of the symbols before the first word: `-created`, `+1`, `>=10`, `!draft`.
pub(super) fn leading(symbols: &str) -> Option<&'static str> {
    match symbols {
        "+" => Some("plus"),
        "-" | "−" => Some("minus"),
        "!" => Some("not"),
        "*" | "*." | "*/" => Some("star"),
        other => operator(other),
    }
}

/// The name of the symbols after the last word: `A+`, `C++`, `C#`, `50%`, `read:*`.
pub(super) fn trailing(symbols: &str) -> Option<&'static str> {
    match symbols {
        "+" => Some("plus"),
        "++" => Some("plus plus"),
        "-" | "−" => Some("minus"),
        "#" => Some("sharp"),
        "%" => Some("percent"),
        _ if symbols.ends_with('*') => Some("star"),
        _ => None,
    }
}

/// The name of the symbols between two words, which mostly are only a separator: `GMT+1`, `a.*.b`.
pub(super) fn between(symbols: &str, digit_follows: bool) -> Option<&'static str> {
    if symbols.contains('*') {
        return Some("star");
    }
    if digit_follows && symbols.ends_with('+') {
        return Some("plus");
    }
    (digit_follows && symbols.chars().count() > 1 && symbols.ends_with(['-', '−']))
        .then_some("minus")
}
