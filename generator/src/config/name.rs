use crate::naming::{Case, Scope};

/// The longest name of a crate that registries take, in characters.
const LONGEST: usize = 64;

/// Checks that Cargo takes `name` for a package and Rust takes it for a crate.
///
/// # Errors
///
/// Why it does not, in one sentence without a full stop.
pub fn check_crate_name(name: &str) -> Result<(), String> {
    if name.is_empty() {
        return Err("the name of a crate cannot be empty".to_owned());
    }
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err(format!(
            "`{name}` cannot be the name of a crate: it does not begin with a letter from a to z"
        ));
    }
    if let Some(wrong) = name
        .chars()
        .find(|&character| !character.is_ascii_alphanumeric() && !"-_".contains(character))
    {
        return Err(format!(
            "`{name}` cannot be the name of a crate: `{}` is no letter, digit, `-` or `_`",
            wrong.escape_debug()
        ));
    }
    if is_keyword(name) {
        return Err(format!(
            "`{name}` cannot be the name of a crate: it is a keyword of Rust"
        ));
    }
    if name.len() > LONGEST {
        return Err(format!(
            "`{name}` cannot be the name of a crate: it is longer than {LONGEST} characters"
        ));
    }
    Ok(())
}

/// Whether Rust code could not name the crate: a word in lower case that no scope gives as it is.
fn is_keyword(name: &str) -> bool {
    let is_word = name.bytes().all(|byte| byte.is_ascii_lowercase());
    is_word && Scope::new(Case::Value).claim(name).as_str() != name
}
