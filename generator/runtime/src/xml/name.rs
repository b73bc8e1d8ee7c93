use super::XmlError;

/// Refuses what cannot be the name of an element or attribute (XML 1.0 §2.3, without the exotic gaps in the ranges).
pub(super) fn check(name: &str) -> Result<(), XmlError> {
    let begins = |character: char| {
        character.is_ascii_alphabetic() || "_:".contains(character) || !character.is_ascii()
    };
    let goes_on = |character: char| {
        begins(character) || character.is_ascii_digit() || "-.".contains(character)
    };
    let mut characters = name.chars();
    if characters.next().is_some_and(begins) && characters.all(goes_on) {
        return Ok(());
    }
    let shown: String = name.chars().take(40).flat_map(char::escape_debug).collect();
    Err(XmlError::new(format!("`{shown}` cannot be a name in XML")))
}

/// The part of a name behind its prefix.
pub(super) fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}
