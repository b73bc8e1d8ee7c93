use super::sources::{SourceFile, line};
use super::violation::{Rule, Violation};

/// What a `mod.rs` holds besides its sentence, its modules and its exports.
pub(super) fn check(file: &SourceFile) -> Vec<Violation> {
    let Ok(syntax) = &file.syntax else {
        return Vec::new();
    };
    if !file.path.ends_with("/mod.rs") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut say = |line, message: String| {
        found.push(Violation {
            file: file.path.clone(),
            line,
            rule: Rule::Faces,
            message,
        });
    };
    if !syntax
        .attrs
        .iter()
        .any(|attribute| attribute.path().is_ident("doc"))
    {
        say(1, "no `//!` sentence says what the module is".to_owned());
    }
    for item in &syntax.items {
        let declares = matches!(item, syn::Item::Mod(module) if module.content.is_none());
        if !declares && !matches!(item, syn::Item::Use(_)) {
            say(line(item), "something is defined".to_owned());
        }
    }
    found
}
