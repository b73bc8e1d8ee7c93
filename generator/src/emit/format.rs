use proc_macro2::TokenStream;

use crate::config::MARK;

/// The text of a Rust file: its mark, its documentation, its items.
pub(super) fn rust(notice: &str, docs: &[String], items: &[TokenStream]) -> String {
    head(notice, docs) + &layout(items)
}

/// What stands before the items of a file: its mark and its documentation.
pub(super) fn head(notice: &str, docs: &[String]) -> String {
    let mut text = format!("// {MARK} {notice}.\n");
    if !docs.is_empty() {
        text.push('\n');
        for line in docs {
            text.push_str(if line.is_empty() { "//!" } else { "//! " });
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// Items with an empty line before each, but for lines of one kind, such as `use`, that follow each other.
pub(super) fn layout(items: &[TokenStream]) -> String {
    let mut text = String::new();
    let mut before = String::new();
    for item in items.iter().filter(|item| !item.is_empty()) {
        let item = self::item(item);
        if !(is_line(&before) && is_line(&item) && first_word(&before) == first_word(&item)) {
            text.push('\n');
        }
        text.push_str(&item);
        before = item;
    }
    text
}

/// One item, or several that belong together, in the usual layout.
fn item(tokens: &TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => spaced(&prettyplease::unparse(&file)),
        // Cannot happen; a compiler would say where, so it must see what was emitted.
        Err(_) => format!("{tokens}\n"),
    }
}

/// Puts an empty line between items that stand below each other, and between those of an `impl`.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 16);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        spaced.push_str(line);
        spaced.push('\n');
        if lines.peek().is_some_and(|next| stand_apart(line, next)) {
            spaced.push('\n');
        }
    }
    spaced
}

/// Whether an item ends with a line and another one begins with the next.
fn stand_apart(line: &str, next: &str) -> bool {
    let more_follows = !next.trim().is_empty() && !next.trim_start().starts_with('}');
    let ends_block = line == "}" || line == "    }";
    let ends_type = line.ends_with(';') && next.starts_with("    fn ");
    more_follows && (ends_block || ends_type)
}

/// A single line without documentation, such as `use` and `mod`.
fn is_line(item: &str) -> bool {
    item.lines().count() == 1 && !item.starts_with("//")
}

fn first_word(item: &str) -> Option<&str> {
    item.split_whitespace().find(|word| *word != "pub")
}
