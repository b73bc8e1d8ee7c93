use unicode_ident::is_xid_continue;
use unicode_normalization::UnicodeNormalization;

use super::symbol;

/// The words of a text in lower case: `HTTPServer` → `http`, `server`; `API_v2` → `api`, `v2`.
///
/// Words end at symbols and at changes of case; digits stay with the word before them. A plural or a version stays with
/// its acronym (`IDs`, `IPv4`). Symbols are named where they mean something (`+1` → `plus`, `1`; `*` → `star`;
/// `>=` → `greater`, `or`, `equal`), and where there is nothing else. No text, no words.
pub fn words(text: &str) -> Vec<String> {
    // Rust compares identifiers in NFC; NFKC also makes plain letters of `ﬁ`, `²` and `Ａ`.
    let text: Vec<char> = if text.is_ascii() {
        text.chars().collect()
    } else {
        text.nfkc().filter(|&c| !is_apostrophe(c)).collect()
    };
    let parts = parts(&text);
    if !parts.iter().any(|part| matches!(part, Part::Word(_))) {
        return symbol_words(&text);
    }
    let mut words = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Word(word) => split_at_case(word, &mut words),
            Part::Symbols(symbols) => {
                let name = named(symbols, at == 0, parts.get(at + 1));
                words.extend(
                    name.into_iter()
                        .flat_map(str::split_whitespace)
                        .map(str::to_owned),
                );
            }
        }
    }
    words
}

/// The words of a text, the symbols before its first word among them: `$id` → `dollar`, `id`.
pub(super) fn words_with_leading_symbols(text: &str) -> Vec<String> {
    let leading: Vec<char> = text.chars().take_while(|&c| !is_word(c)).collect();
    let rest = text
        .get(leading.iter().map(|c| c.len_utf8()).sum()..)
        .unwrap_or_default();
    let mut words = symbol_words(&leading);
    words.extend(self::words(rest));
    words
}

enum Part {
    Word(Vec<char>),
    Symbols(String),
}

fn is_word(character: char) -> bool {
    character != '_' && is_xid_continue(character)
}

/// `don't` is one word.
fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '’' | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{feff}'
    )
}

/// Runs of word characters and runs of others, by turns.
fn parts(text: &[char]) -> Vec<Part> {
    let mut parts = Vec::new();
    for &character in text {
        match (parts.last_mut(), is_word(character)) {
            (Some(Part::Word(word)), true) => word.push(character),
            (Some(Part::Symbols(symbols)), false) => symbols.push(character),
            (_, true) => parts.push(Part::Word(vec![character])),
            (_, false) => parts.push(Part::Symbols(character.to_string())),
        }
    }
    parts
}

/// The name of symbols beside words, if they are more than a separator.
fn named(symbols: &str, first: bool, next: Option<&Part>) -> Option<&'static str> {
    match next {
        Some(_) if first => symbol::leading(symbols.trim_start()),
        Some(Part::Word(next)) => {
            symbol::between(symbols, next.first().is_some_and(char::is_ascii_digit))
        }
        Some(Part::Symbols(_)) | None => symbol::trailing(symbols.trim()),
    }
}

/// The names of symbols among which there is no word.
fn symbol_words(symbols: &[char]) -> Vec<String> {
    let whole: String = symbols.iter().collect();
    let names = match symbol::operator(whole.trim()) {
        Some(name) => name.to_owned(),
        None => symbols
            .iter()
            .map(|&symbol| symbol_name(symbol))
            .collect::<Vec<_>>()
            .join(" "),
    };
    names.split_whitespace().map(str::to_owned).collect()
}

/// What has no name has its code point: `u1f600`.
fn symbol_name(symbol: char) -> String {
    symbol::name(symbol).map_or_else(|| format!("u{:x}", u32::from(symbol)), str::to_owned)
}

/// Splits a run of word characters where its case says that a word begins.
fn split_at_case(run: &[char], words: &mut Vec<String>) {
    let mut word: Vec<char> = Vec::new();
    for (at, &character) in run.iter().enumerate() {
        let rest = run.get(at + 1..).unwrap_or_default();
        if begins_word(&word, character, rest) {
            words.push(lower(&word));
            word.clear();
        }
        word.push(character);
    }
    words.push(lower(&word));
}

/// Whether a word begins with `character`, after the characters of `word` and before those of `rest`.
fn begins_word(word: &[char], character: char, rest: &[char]) -> bool {
    let Some(&before) = word.last() else {
        return false;
    };
    if !character.is_uppercase() {
        return false;
    }
    let followed_by_lower =
        rest.first().is_some_and(|next| next.is_lowercase()) && !is_acronym_tail(rest);
    if before.is_ascii_digit() {
        // `md5Hash`, `v2API` begin a word; `2FA`, `3DModel` do not.
        return followed_by_lower || !word.iter().all(char::is_ascii_digit);
    }
    if before.is_uppercase() {
        // The last capital of `HTTPServer` begins a word.
        return followed_by_lower;
    }
    true
}

/// A plural `s` (`IDs`, `URLsOf`) or a version (`IPv4`) that belongs to the capitals before it.
fn is_acronym_tail(rest: &[char]) -> bool {
    match rest {
        ['s'] => true,
        ['s', next, ..] => next.is_uppercase() || next.is_ascii_digit(),
        ['v', next, ..] => next.is_ascii_digit(),
        _ => false,
    }
}

fn lower(word: &[char]) -> String {
    word.iter().collect::<String>().to_lowercase()
}
