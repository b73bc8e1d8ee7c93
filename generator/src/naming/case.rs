use heck::ToUpperCamelCase;
use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;

/// How the names of one kind of thing are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// `UpperCamel`: structs, enums, traits, type aliases.
    Type,
    /// `UpperCamel`: variants.
    Variant,
    /// `snake_case`: fields, functions, parameters.
    Value,
    /// `snake_case`: modules, whose names are files too.
    Module,
    /// `SCREAMING_SNAKE_CASE`: constants.
    Constant,
}

/// Characters that a name may have: what follows is cut off, at a word if there is one.
const LONGEST: usize = 100;
/// Bytes that a name may have: it can be a file's.
const LONGEST_BYTES: usize = 200;

impl Case {
    /// The words as one name: never empty, an identifier unless it is a keyword.
    ///
    /// A name that cannot begin as it does, such as one with a digit first, has `_` before it where it is a value or a
    /// module, else `N`.
    pub(super) fn join(self, words: &[String]) -> String {
        let words = shortened(words);
        let name = match self {
            Self::Type | Self::Variant => camel(&words),
            Self::Value | Self::Module => snake(&words),
            Self::Constant => snake(&words).to_uppercase(),
        };
        let name: String = name.nfc().filter(|&c| is_xid_continue(c)).collect();
        match name.chars().next() {
            Some(first) if is_xid_start(first) => name,
            Some(_) => format!("{}{name}", self.prefix()),
            None => self.empty().to_owned(),
        }
    }

    /// The name with a number, for the second and further of the name: `status2`, `http2_2`.
    pub(super) fn numbered(name: &str, number: u32) -> String {
        let apart = if name.ends_with(|last: char| last.is_ascii_digit()) {
            "_"
        } else {
            ""
        };
        format!("{name}{apart}{number}")
    }

    fn prefix(self) -> &'static str {
        match self {
            Self::Type | Self::Variant | Self::Constant => "N",
            Self::Value | Self::Module => "_",
        }
    }

    fn empty(self) -> &'static str {
        match self {
            Self::Type | Self::Variant => "Empty",
            Self::Value | Self::Module => "empty",
            Self::Constant => "EMPTY",
        }
    }
}

/// As many of the words as a name may have; at least the beginning of the first.
pub(super) fn shortened(words: &[String]) -> Vec<String> {
    let (mut characters, mut bytes) = (0, 0);
    let fits = |word: &&String| {
        characters += word.chars().count() + 1;
        bytes += word.len() + 1;
        characters <= LONGEST && bytes <= LONGEST_BYTES
    };
    let whole: Vec<String> = words.iter().take_while(fits).cloned().collect();
    match words.first() {
        Some(first) if whole.is_empty() => vec![first.chars().take(LONGEST / 2).collect()],
        Some(_) | None => whole,
    }
}

/// `Foo` `Bar` → `FooBar`; digits next to digits stay apart: `V2_1`.
fn camel(words: &[String]) -> String {
    let mut name = String::new();
    for word in words {
        let digits_meet = name.ends_with(|last: char| last.is_ascii_digit())
            && word.starts_with(|first: char| first.is_ascii_digit());
        if digits_meet {
            name.push('_');
        }
        name.push_str(&word.to_upper_camel_case());
    }
    name
}

fn snake(words: &[String]) -> String {
    let mut name = String::new();
    let mut before = "";
    for word in words {
        // Everybody writes `oauth2_token`, though the type is `OAuth2Token`.
        let is_oauth = before == "o" && word.starts_with("auth");
        if !name.is_empty() && !is_oauth {
            name.push('_');
        }
        name.push_str(word);
        before = word;
    }
    name
}
