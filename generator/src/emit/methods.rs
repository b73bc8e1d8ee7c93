use indexmap::IndexMap;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use super::format::printed;

/// How many layouts are remembered.
const MANY: usize = 1 << 16;

/// Gives inherent methods their layout, and remembers it: most of what a crate consists of are setters, and most setters
/// come many times.
#[derive(Default)]
pub(super) struct Methods {
    known: IndexMap<String, String>,
}

impl Methods {
    /// An inherent `impl` with an empty line between its methods.
    pub(super) fn layout(&mut self, head: TokenStream, methods: Vec<TokenStream>) -> String {
        let empty = printed(quote!(#head {}));
        let mut text = empty.strip_suffix("}\n").unwrap_or(&empty).to_owned();
        for (index, method) in methods.into_iter().enumerate() {
            text.push_str(if index == 0 { "\n" } else { "\n\n" });
            text.push_str(self.method(method));
        }
        text.push_str("\n}\n");
        text
    }

    /// A method as it stands in an `impl`, without a line break behind.
    fn method(&mut self, method: TokenStream) -> &str {
        if self.known.len() > MANY {
            self.known.clear();
        }
        self.known.entry(method.to_string()).or_insert_with(|| {
            let text = printed(quote!(impl Self { #method }));
            let inside = text
                .split_once('\n')
                .map_or(text.as_str(), |(_, inside)| inside);
            let inside = inside.strip_suffix("}\n").unwrap_or(inside);
            inside.trim_end().to_owned()
        })
    }
}

/// Takes an inherent `impl` apart: what stands before its body, and its methods. What is something else comes back.
pub(super) fn split(tokens: TokenStream) -> Result<(TokenStream, Vec<TokenStream>), TokenStream> {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_word =
        |token: &TokenTree, word: &str| matches!(token, TokenTree::Ident(ident) if ident == word);
    let is_inherent = tokens.iter().any(|token| is_word(token, "impl"))
        && !tokens.iter().any(|token| {
            ["for", "struct", "enum"]
                .iter()
                .any(|word| is_word(token, word))
        });
    match tokens.pop() {
        Some(TokenTree::Group(body)) if is_inherent && body.delimiter() == Delimiter::Brace => {
            Ok((tokens.into_iter().collect(), methods(body.stream())))
        }
        last => {
            tokens.extend(last);
            Err(tokens.into_iter().collect())
        }
    }
}

/// What is in the body of an `impl`: methods end with a body of their own, constants with a semicolon.
fn methods(body: TokenStream) -> Vec<TokenStream> {
    let mut methods = Vec::new();
    let mut method = Vec::new();
    for token in body {
        let is_end = match &token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        method.push(token);
        if is_end {
            methods.push(std::mem::take(&mut method).into_iter().collect());
        }
    }
    if !method.is_empty() {
        methods.push(method.into_iter().collect());
    }
    methods
}
