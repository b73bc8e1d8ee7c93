/// A pattern of ECMA-262 in the words of the crate `regex`, without what only looks around: the judge sees to that.
pub(super) fn translated(pattern: &str) -> String {
    let characters: Vec<char> = pattern.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    let mut in_class = false;
    while let Some(&character) = characters.get(at) {
        let rest = characters.get(at..).unwrap_or_default();
        if character == '\\' {
            at += escape(rest, in_class, &mut out);
            continue;
        }
        if !in_class && character == '(' && is_lookaround(rest) {
            at += group_length(rest);
            continue;
        }
        match (character, in_class) {
            ('[', true) => out.push_str("\\["),
            ('&' | '~', true) => {
                out.push('\\');
                out.push(character);
            }
            // An empty class is none, its opposite is all.
            ('[', false) if rest.starts_with(&['[', '^', ']']) => {
                out.push_str("(?s:.)");
                at += 2;
            }
            _ => out.push(character),
        }
        in_class = match character {
            '[' if !rest.starts_with(&['[', '^', ']']) => true,
            ']' => false,
            _ => in_class,
        };
        at += 1;
    }
    out
}

/// Writes one escape, and says how many characters it has.
fn escape(rest: &[char], in_class: bool, out: &mut String) -> usize {
    let class = |inside: &str| match in_class {
        true => inside.to_owned(),
        false => format!("[{inside}]"),
    };
    let next = rest.get(1).copied().unwrap_or('\\');
    let hex = |from: usize, length: usize| {
        let digits: String = rest.get(from..from + length)?.iter().collect();
        u32::from_str_radix(&digits, 16).ok()
    };
    let (text, length) = match next {
        'd' => (class("0-9"), 2),
        'w' => (class("0-9A-Za-z_"), 2),
        's' => (class(" \\t\\n\\r"), 2),
        'D' if !in_class => ("[^0-9]".to_owned(), 2),
        'W' if !in_class => ("[^0-9A-Za-z_]".to_owned(), 2),
        'S' if !in_class => ("[^ \\t\\n\\r]".to_owned(), 2),
        'b' if in_class => ("\\x08".to_owned(), 2),
        'u' => match hex(2, 4) {
            Some(code) => (format!("\\x{{{code:x}}}"), 6),
            None if rest.get(2) == Some(&'{') => ("\\x".to_owned(), 2),
            None => ("u".to_owned(), 2),
        },
        'x' => match hex(2, 2) {
            Some(code) => (format!("\\x{{{code:x}}}"), 4),
            None => ("x".to_owned(), 2),
        },
        'b' | 'B' | 'D' | 'W' | 'S' | 't' | 'n' | 'r' | 'v' | 'f' | 'p' | 'P' | 'k' => {
            (format!("\\{next}"), 2)
        }
        '0' => ("\\x00".to_owned(), 2),
        next if next.is_ascii_alphabetic() => (next.to_string(), 2),
        next if next.is_ascii_punctuation() => (format!("\\{next}"), 2),
        next => (next.to_string(), 2),
    };
    out.push_str(&text);
    length
}

fn is_lookaround(rest: &[char]) -> bool {
    let starts: [&[char]; 4] = [
        &['(', '?', '='],
        &['(', '?', '!'],
        &['(', '?', '<', '='],
        &['(', '?', '<', '!'],
    ];
    starts.iter().any(|start| rest.starts_with(start))
}

/// How many characters a group has, with its parentheses.
fn group_length(rest: &[char]) -> usize {
    let (mut depth, mut in_class, mut escaped) = (0_usize, false, false);
    for (at, character) in rest.iter().enumerate() {
        match character {
            _ if escaped => {
                escaped = false;
                continue;
            }
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => depth += 1,
            ')' if !in_class => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    rest.len()
}
