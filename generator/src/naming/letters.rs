use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_security::mixed_script::{
    AugmentedScriptSet, is_potential_mixed_script_confusable_char,
};
use unicode_security::{GeneralSecurityProfile, skeleton};

use super::Case;

/// The words with every letter that a reader could take for another, or the compiler warns of, spelled otherwise.
///
/// Rust's lints follow Unicode Technical Standard 39: characters that are no part of modern scripts, words that look
/// like ASCII ones without being it, and words of a script whose letters all look like another script's. A Latin letter
/// is written as the letters it looks like (`œ` → `oe`), any other as its code point (`u430`).
pub(super) fn plain(words: &[String]) -> Vec<String> {
    if words.iter().all(|word| word.is_ascii()) {
        return words.to_vec();
    }
    let known: Vec<String> = words.iter().map(|word| spelled(word, is_usual)).collect();
    let misleading = misleading(&known);
    known
        .iter()
        .map(|word| spelled(word, |letter| !misleading.contains(&letter)))
        .collect()
}

/// What a name looks like: the same for names that a reader, or a file system without case, takes for one.
pub(super) fn look(name: &str) -> String {
    if name.is_ascii() {
        name.to_owned()
    } else {
        skeleton(name).collect()
    }
}

/// The word in ASCII letters and digits: without its marks, other letters as their code points.
pub(super) fn in_ascii(word: &str) -> String {
    let plain = unmarked(word);
    spelled(if plain.is_empty() { word } else { &plain }, |_| false)
}

/// The word without the marks of its letters: `größe` → `grosse`.
pub(super) fn unmarked(word: &str) -> String {
    let plain: String = word.nfkd().filter(|&c| !is_combining_mark(c)).collect();
    // `ß` has two capitals.
    plain.to_uppercase().to_lowercase()
}

/// The word, the letters outside of ASCII that are not kept spelled.
fn spelled(word: &str, kept: impl Fn(char) -> bool) -> String {
    let mut text = String::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii() || kept(letter) {
            text.push(letter);
        } else {
            text.push_str(&spelling(letter));
        }
    }
    text
}

/// A letter in ASCII: as what it looks like if it is Latin, else as its code point.
fn spelling(letter: char) -> String {
    let latin = AugmentedScriptSet::for_char(letter) == AugmentedScriptSet::for_char('a');
    let alike: String = skeleton(letter.encode_utf8(&mut [0; 4])).collect();
    if latin && !alike.is_empty() && alike.chars().all(|c| c.is_ascii_lowercase()) {
        alike
    } else {
        format!("u{:x}", u32::from(letter))
    }
}

/// Whether a letter can be in identifiers, small and capital.
fn is_usual(letter: char) -> bool {
    let capital: String = letter.to_uppercase().collect();
    let allowed = |letter: char| GeneralSecurityProfile::identifier_allowed(letter);
    let has_capital = !letter.is_lowercase() || capital.chars().all(|c| !c.is_lowercase());
    allowed(letter) && capital.chars().all(allowed) && has_capital
}

/// The letters of words that cannot be kept: all of them, if in some case the words look like ASCII; else those of
/// scripts of which there is no letter that only this script has.
fn misleading(words: &[String]) -> Vec<char> {
    let forms = [Case::Value, Case::Type, Case::Constant].map(|case| case.join(words));
    let foreign = |text: &str| -> Vec<char> { text.chars().filter(|c| !c.is_ascii()).collect() };
    let all = foreign(&words.concat());
    if forms
        .iter()
        .any(|form| skeleton(form).all(|c| c.is_ascii()))
    {
        return all;
    }
    let latin = AugmentedScriptSet::for_char('a');
    let doubtful = |letter: char, form: &str| {
        let script = AugmentedScriptSet::for_char(letter);
        script != latin
            && foreign(form).into_iter().all(|other| {
                AugmentedScriptSet::for_char(other) != script
                    || is_potential_mixed_script_confusable_char(other)
            })
    };
    let is_doubtful = |letter: &char| {
        forms.iter().any(|form| {
            let capital = letter.to_uppercase().find(|c| form.contains(*c));
            let shown = if form.contains(*letter) {
                Some(*letter)
            } else {
                capital
            };
            shown.is_some_and(|shown| doubtful(shown, form))
        })
    };
    all.into_iter().filter(is_doubtful).collect()
}
