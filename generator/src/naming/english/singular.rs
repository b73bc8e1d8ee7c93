use super::exceptions::{IRREGULAR, SAME, US};

/// The singular of a text whose last word is an English plural: `billingAddresses` → `billingAddress`.
///
/// The same text when it is unsure.
pub fn singular(text: &str) -> String {
    let (before, last) = text.split_at(last_word(text));
    if last == "s" && before.ends_with(|c: char| c.is_ascii_uppercase()) {
        return before.to_owned();
    }
    let lower = last.to_ascii_lowercase();
    match singular_word(&lower) {
        // All but the first letter of the last word is lower case already.
        Some(word) => format!("{before}{}", with_first_of(last, &word)),
        None => text.to_owned(),
    }
}

/// Where the last word begins: small letters, and a capital if one is before them. At the end if there is no such word.
fn last_word(text: &str) -> usize {
    let stem = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    if stem.len() == text.len() {
        return text.len();
    }
    let plural_of_acronym = text.len() - stem.len() == 1 && text.ends_with('s');
    match stem.chars().next_back() {
        Some(letter) if letter.is_ascii_uppercase() && !plural_of_acronym => stem.len() - 1,
        // A letter of another script: the word is no English one.
        Some(letter) if letter.is_alphabetic() && !letter.is_ascii() => text.len(),
        Some(_) | None => stem.len(),
    }
}

fn with_first_of(model: &str, word: &str) -> String {
    let capital = model.starts_with(|first: char| first.is_ascii_uppercase());
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if capital => first.to_ascii_uppercase().to_string() + letters.as_str(),
        Some(_) | None => word.to_owned(),
    }
}

/// The singular of a word in small letters, if it surely is a plural.
fn singular_word(word: &str) -> Option<String> {
    if let Ok(at) = IRREGULAR.binary_search_by(|(plural, _)| plural.cmp(&word)) {
        return IRREGULAR
            .get(at)
            .map(|(_, singular)| (*singular).to_owned());
    }
    if SAME.binary_search(&word).is_ok() || word.len() < 4 {
        return None;
    }
    let without = |ending: &str| word.strip_suffix(ending).filter(|stem| !stem.is_empty());
    if let Some(stem) = without("ies") {
        return Some(if stem.len() <= 1 {
            format!("{stem}ie")
        } else {
            format!("{stem}y")
        });
    }
    if let Some(stem) = without("es") {
        let whole_es = ["ss", "sh", "ch", "x", "zz", "o"]
            .iter()
            .any(|end| stem.ends_with(end))
            || US.binary_search(&stem).is_ok();
        return Some(if whole_es {
            stem.to_owned()
        } else {
            format!("{stem}e")
        });
    }
    let stem = without("s")?;
    let unsure = ["s", "u", "i", "a"].iter().any(|end| stem.ends_with(end)) && !is_vowel_noun(stem);
    (!unsure).then(|| stem.to_owned())
}

/// `cpus`, `apis`, `schemas`: few nouns that end in these vowels take an `s`; `status`, `basis`, `alias` end in one.
fn is_vowel_noun(stem: &str) -> bool {
    super::exceptions::VOWEL_NOUNS.binary_search(&stem).is_ok()
}
