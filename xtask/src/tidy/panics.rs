use super::mentions::{Mention, What, mentions};
use super::sources::SourceFile;
use super::violation::{Rule, Violation};

/// Methods that panic.
const CALLS: &[&str] = &["unwrap", "expect", "unwrap_err", "expect_err"];

/// Macros that panic.
const MACROS: &[&str] = &["panic", "todo", "unimplemented", "unreachable"];

/// What can panic, what silences a lint, and what depends on the order of a hash map.
///
/// The compiler checks most of this with types in hand; this check sees what is compiled for other features and systems.
pub(super) fn check(file: &SourceFile) -> Vec<Violation> {
    mentions(file)
        .into_iter()
        .filter_map(|mention| judge(file, mention))
        .collect()
}

fn judge(file: &SourceFile, Mention { line, what }: Mention) -> Option<Violation> {
    let (rule, message) = match what {
        What::Call(name) if CALLS.contains(&name.as_str()) => {
            (Rule::Panics, format!("`.{name}(…)`"))
        }
        What::Macro(name) if MACROS.contains(&name.as_str()) => {
            (Rule::Panics, format!("`{name}!`"))
        }
        What::Attribute(text) if silences(&text) => (Rule::Exceptions, format!("`#[{text}]`")),
        What::Path(names) => {
            let map = names
                .iter()
                .find(|name| matches!(name.as_str(), "HashMap" | "HashSet"))?;
            (Rule::Order, format!("`{map}`"))
        }
        What::Call(_) | What::Macro(_) | What::Attribute(_) => return None,
    };
    Some(Violation {
        file: file.path.clone(),
        line,
        rule,
        message,
    })
}

/// Whether an attribute switches a lint off without saying why.
fn silences(text: &str) -> bool {
    let name: String = text
        .chars()
        .take_while(|character| character.is_alphanumeric() || *character == '_')
        .collect();
    name == "allow" || (name == "expect" && !text.contains("reason"))
}
