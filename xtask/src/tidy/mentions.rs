use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

use super::sources::SourceFile;

/// What a file names, with the line where it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The line, from 1.
    pub line: usize,
    /// What is named.
    pub what: What,
}

/// What can be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A path of at least two names, each branch of a `use` on its own: `crate::plan::Item`.
    Path(Vec<String>),
    /// A method that is called with nothing, or with a message.
    Call(String),
    /// A macro that is called.
    Macro(String),
    /// An attribute, as it is written in its brackets.
    Attribute(String),
}

/// Macros whose tokens are not our code but the code we emit.
const QUOTING: &[&str] = &["quote", "quote_spanned", "parse_quote", "macro_rules"];

/// Everything that a file names outside tests, the insides of macros included.
///
/// Tokens are searched and not syntax trees, so that what is written in a `format!` or a `matches!` is seen too.
pub(super) fn mentions(file: &SourceFile) -> Vec<Mention> {
    let mut found = Vec::new();
    for item in file.items() {
        let tokens: Vec<TokenTree> = item.to_token_stream().into_iter().collect();
        Search { found: &mut found }.run(&tokens);
    }
    found
}

struct Search<'a> {
    found: &'a mut Vec<Mention>,
}

impl Search<'_> {
    fn run(&mut self, tokens: &[TokenTree]) {
        let mut rest = tokens;
        while let Some((first, after)) = rest.split_first() {
            rest = match first {
                TokenTree::Ident(_) => self.name(rest),
                TokenTree::Punct(punct) if punct.as_char() == '.' => self.call(after),
                TokenTree::Punct(punct) if punct.as_char() == '#' => self.attribute(after),
                TokenTree::Group(group) => {
                    self.enter(group.stream());
                    after
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => after,
            };
        }
    }

    fn enter(&mut self, stream: TokenStream) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        self.run(&tokens);
    }

    fn say(&mut self, at: &TokenTree, what: What) {
        self.found.push(Mention {
            line: at.span().start().line,
            what,
        });
    }

    /// `a::b::{c, d::e}`, `name!(…)`, or a name alone.
    fn name<'t>(&mut self, tokens: &'t [TokenTree]) -> &'t [TokenTree] {
        let Path { names, rest, open } = Path::read(tokens);
        let Some(first) = tokens.first() else {
            return rest;
        };
        if names.len() > 1 && !(open && matches!(rest.first(), Some(TokenTree::Group(_)))) {
            self.say(first, What::Path(names.clone()));
        }
        match rest {
            [TokenTree::Group(group), after @ ..] if open => {
                self.branches(first, &names, group.stream());
                after
            }
            [TokenTree::Punct(bang), body @ ..]
                if bang.as_char() == '!' && bang.spacing() == Spacing::Alone =>
            {
                let name = names.last().cloned().unwrap_or_default();
                let quoting = QUOTING.contains(&name.as_str());
                self.say(first, What::Macro(name));
                if quoting { past_body(body) } else { body }
            }
            _ => rest,
        }
    }

    /// The branches of a `use`, each under the names before the brace.
    fn branches(&mut self, first: &TokenTree, prefix: &[String], stream: TokenStream) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        for branch in
            tokens.split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','))
        {
            let Path { names, rest, open } = Path::read(branch);
            let whole: Vec<String> = prefix.iter().cloned().chain(names).collect();
            match rest {
                [TokenTree::Group(group), ..] if open => {
                    self.branches(first, &whole, group.stream())
                }
                _ if branch.is_empty() => {}
                _ => self.say(branch.first().unwrap_or(first), What::Path(whole)),
            }
        }
    }

    /// `.name()` and `.name("…")`: a method of the same name that takes other things is somebody else's.
    fn call<'t>(&mut self, after: &'t [TokenTree]) -> &'t [TokenTree] {
        if let [
            name @ TokenTree::Ident(ident),
            TokenTree::Group(arguments),
            ..,
        ] = after
            && arguments.delimiter() == Delimiter::Parenthesis
        {
            match arguments.stream().into_iter().next() {
                None | Some(TokenTree::Literal(_)) => self.say(name, What::Call(ident.to_string())),
                Some(TokenTree::Ident(macro_name))
                    if macro_name == "concat" || macro_name == "format" =>
                {
                    self.say(name, What::Call(ident.to_string()));
                }
                Some(_) => {}
            }
            return after.get(1..).unwrap_or_default();
        }
        after
    }

    /// `#[…]` or `#![…]`. An `expect` with a reason covers what follows it, to its end.
    fn attribute<'t>(&mut self, after: &'t [TokenTree]) -> &'t [TokenTree] {
        let inner =
            matches!(after.first(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
        let tokens = if inner {
            after.get(1..).unwrap_or_default()
        } else {
            after
        };
        let [at @ TokenTree::Group(group), rest @ ..] = tokens else {
            return after;
        };
        let text = group.stream().to_string();
        self.say(at, What::Attribute(text.clone()));
        let panics = ["unwrap_used", "expect_used", "panic", "unreachable", "todo"];
        if text.starts_with("expect") && panics.iter().any(|lint| text.contains(lint)) {
            past(rest)
        } else {
            rest
        }
    }
}

/// Names that `::` joins.
struct Path<'t> {
    names: Vec<String>,
    /// What follows them.
    rest: &'t [TokenTree],
    /// Whether the last name has a `::` after it, so that what follows belongs to the path.
    open: bool,
}

impl<'t> Path<'t> {
    /// Reads the names at the start of `tokens`; generic arguments end a path.
    fn read(tokens: &'t [TokenTree]) -> Self {
        let mut path = Self {
            names: Vec::new(),
            rest: tokens,
            open: false,
        };
        while let [TokenTree::Ident(name), after @ ..] = path.rest {
            path.names.push(name.to_string());
            (path.rest, path.open) = match after {
                [TokenTree::Punct(one), TokenTree::Punct(two), after @ ..]
                    if one.as_char() == ':'
                        && one.spacing() == Spacing::Joint
                        && two.as_char() == ':' =>
                {
                    (after, true)
                }
                _ => (after, false),
            };
            if !path.open {
                break;
            }
        }
        path
    }
}

/// What follows the item or statement that `tokens` begin with.
fn past(tokens: &[TokenTree]) -> &[TokenTree] {
    let end = tokens.iter().position(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    });
    end.and_then(|end| tokens.get(end + 1..))
        .unwrap_or_default()
}

/// What follows the body of a macro; `macro_rules! name { … }` has a name before it.
fn past_body(tokens: &[TokenTree]) -> &[TokenTree] {
    let end = tokens
        .iter()
        .position(|token| matches!(token, TokenTree::Group(_)));
    end.and_then(|end| tokens.get(end + 1..))
        .unwrap_or_default()
}
