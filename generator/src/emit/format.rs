use proc_macro2::TokenStream;

use super::File;
use super::methods::{Methods, split};
use crate::config::MARK;

/// A Rust file before it has a layout.
pub(super) struct Draft {
    /// Where it belongs in the crate.
    pub(super) path: String,
    /// Lines of documentation.
    pub(super) docs: Vec<String>,
    /// Its items.
    pub(super) items: Vec<TokenStream>,
}

/// Gives files their layout.
pub(super) struct Layout<'a> {
    notice: &'a str,
    methods: Methods,
}

impl<'a> Layout<'a> {
    /// For files that say `notice` behind their mark.
    pub(super) fn new(notice: &'a str) -> Self {
        Self {
            notice,
            methods: Methods::default(),
        }
    }

    /// A Rust file: its mark, its documentation, its items.
    pub(super) fn file(&mut self, draft: Draft) -> File {
        File {
            text: head(self.notice, &draft.docs) + &self.items(draft.items),
            path: draft.path,
        }
    }

    /// Items with an empty line before each, but for lines of one kind, such as `use`, that follow each other.
    pub(super) fn items(&mut self, items: Vec<TokenStream>) -> String {
        let mut text = String::new();
        let mut before = String::new();
        for item in items.into_iter().filter(|item| !item.is_empty()) {
            let item = self.item(item);
            if !(is_line(&before) && is_line(&item) && first_word(&before) == first_word(&item)) {
                text.push('\n');
            }
            text.push_str(&item);
            before = item;
        }
        text
    }

    /// One item, or several that belong together, in the usual layout.
    fn item(&mut self, tokens: TokenStream) -> String {
        match split(tokens) {
            Ok((head, methods)) => self.methods.layout(head, methods),
            Err(tokens) => spaced(tight(printed(tokens))),
        }
    }
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

/// Tokens as `prettyplease` prints them.
pub(super) fn printed(tokens: TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => prettyplease::unparse(&file),
        // Cannot happen; whoever compiles the crate must hear of it.
        Err(error) => format!("compile_error!({:?});\n", error.to_string()),
    }
}

/// Types within macros as they are written elsewhere.
fn tight(text: String) -> String {
    let names_types = ["variant!(", "request!("];
    if !names_types.iter().any(|name| text.starts_with(name)) {
        return text;
    }
    [("crate ::", "crate::"), (" < ", "<"), (" >", ">")]
        .iter()
        .fold(text, |text, (loose, tight)| text.replace(loose, tight))
}

/// Puts an empty line between items that stand below each other, and between those of an `impl`.
fn spaced(text: String) -> String {
    // Most texts are one item with one body in it, which shows without looking at each line.
    let several = ["\n}\n", "\n    }\n    ", ";\n    fn "];
    if !several
        .iter()
        .any(|between| text.trim_end().contains(between))
    {
        return text;
    }
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
    !item.trim_end().contains('\n') && !item.starts_with("//")
}

fn first_word(item: &str) -> Option<&str> {
    item.split_whitespace().find(|word| *word != "pub")
}
