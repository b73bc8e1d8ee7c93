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

/// Characters that a name may have.
const LONGEST: usize = 100;

impl Case {
    /// The words as one name: never empty, an identifier unless it is a keyword.
    ///
    /// A name that cannot begin as it does, such as one with a digit first, has `_` before it where it is a value or a
    /// module, else `N`; one of digits only `n`.
    pub(super) fn join(self, words: &[String]) -> String {
        let words = shortened(words, LONGEST);
        let name = match self {
            Self::Type | Self::Variant => camel(&words),
            Self::Value | Self::Module => snake(&words),
            Self::Constant => snake(&words).to_uppercase(),
        };
        let name: String = name.nfc().filter(|&c| is_xid_continue(c)).collect();
        match name.chars().next() {
            Some(first) if is_xid_start(first) => name,
            Some(_) => format!("{}{name}", self.prefix(&name)),
            None => self.empty().to_owned(),
        }
    }

    /// The name with a number, for the second and further of the name: `status2`, `http2_2`; `self_` → `self2`.
    pub(super) fn numbered(name: &str, number: u32) -> String {
        let name = name.trim_end_matches('_');
        let apart = if name.ends_with(|last: char| last.is_ascii_digit()) {
            "_"
        } else {
            ""
        };
        format!("{name}{apart}{number}")
    }

    /// Digits alone are no name to a reader, whatever the compiler says of `_1`.
    fn prefix(self, name: &str) -> &'static str {
        let has_letter = name.contains(|c: char| c != '_' && !c.is_ascii_digit());
        match self {
            Self::Type | Self::Variant | Self::Constant => "N",
            Self::Value | Self::Module if has_letter => "_",
            Self::Value | Self::Module => "n",
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

/// The words, or, where they are longer than a name may be, as many as fit and a mark that tells them from others
/// that begin alike, whatever those are.
pub(super) fn shortened(words: &[String], longest: usize) -> Vec<String> {
    /// Bytes of the name of a file, with what stands behind it: some file systems have no room for more.
    const LONGEST_BYTES: usize = 130;
    let characters = |words: &[String]| words.iter().map(|word| word.chars().count() + 1).sum();
    let bytes = |words: &[String]| words.iter().map(|word| word.len() + 1).sum();
    let fits = |words: &[String], less: usize| {
        let (characters, bytes): (usize, usize) = (characters(words), bytes(words));
        characters + less <= longest && bytes + less <= LONGEST_BYTES
    };
    if fits(words, 0) {
        return words.to_vec();
    }
    let mark = mark(words);
    let mut kept = Vec::new();
    for word in words {
        kept.push(word.clone());
        if !fits(&kept, mark.len() + 1) {
            kept.pop();
            break;
        }
    }
    if let (Some(first), true) = (words.first(), kept.is_empty()) {
        kept.push(first.chars().take(longest / 4).collect());
    }
    kept.push(mark);
    kept
}

/// Six digits that are others for other words (FNV-1a, folded).
fn mark(words: &[String]) -> String {
    let hash = words.join(" ").bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{:06x}", (hash ^ (hash >> 24)) & 0x00ff_ffff)
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
