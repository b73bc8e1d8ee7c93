use super::Ident;
use super::case::Case;
use super::keyword;
use super::letters;
use super::names::Names;
use super::words::{words, words_with_leading_symbols};

/// A place in which every name must be another: the fields of a struct, the items of a module.
///
/// Whatever text is wanted, what comes out is a valid identifier in the scope's case that nothing else in it has.
/// A second `foo` is `foo2`, a third `foo3`; `$foo` beside `foo` is `dollar_foo`.
#[derive(Debug, Clone)]
pub struct Scope {
    case: Case,
    names: Names,
    ours: &'static [&'static str],
    suffix: &'static str,
}

impl Scope {
    /// A scope without names.
    pub fn new(case: Case) -> Self {
        Self {
            case,
            names: Names::default(),
            ours: &[],
            suffix: "",
        }
    }

    /// Keeps names that every emitted crate has at this place. What would be called so has the suffix behind its name,
    /// whatever else is in the scope: `timeout` → `timeout_parameter`.
    #[must_use]
    pub fn with_ours(self, ours: &'static [&'static str], suffix: &'static str) -> Self {
        Self {
            ours,
            suffix,
            ..self
        }
    }

    /// Takes a name, written as in code, that the emitted code needs itself.
    pub fn reserve(&mut self, name: &str) {
        self.names.take(name.strip_prefix("r#").unwrap_or(name));
    }

    /// An identifier for the text.
    pub fn claim(&mut self, wanted: &str) -> Ident {
        let name = match self.names.first_free(&self.candidates(wanted)) {
            Some(name) => name,
            None => self.names.numbered(&self.natural(wanted)),
        };
        ident(name)
    }

    /// Identifiers for texts that stand beside each other, in their order.
    ///
    /// A text that is already written as its identifier gets it, then the first of each name; only the others are
    /// spelled out or numbered. So something new among them changes no name but those like its own.
    pub fn claim_all(&mut self, wanted: &[&str]) -> Vec<Ident> {
        let naturals: Vec<String> = wanted.iter().map(|text| self.natural(text)).collect();
        let mut names: Vec<Option<String>> = vec![None; wanted.len()];
        for exact in [true, false] {
            for ((name, natural), text) in names.iter_mut().zip(&naturals).zip(wanted) {
                if name.is_none() && (!exact || natural == text) {
                    *name = self.names.first_free(std::slice::from_ref(natural));
                }
            }
        }
        names
            .into_iter()
            .zip(wanted)
            .map(|(name, text)| name.map_or_else(|| self.claim(text), ident))
            .collect()
    }

    /// The first of the texts whose identifier is free, else the last one's with a number.
    pub fn claim_first(&mut self, candidates: &[String]) -> Ident {
        let naturals: Vec<String> = candidates.iter().map(|text| self.natural(text)).collect();
        match self.names.first_free(&naturals) {
            Some(name) => ident(name),
            None => self.claim(candidates.last().map_or("", String::as_str)),
        }
    }

    /// Whether the text would get its identifier without a number.
    pub fn is_free(&self, wanted: &str) -> bool {
        self.names.is_free(&self.natural(wanted))
    }

    /// The name of the text in the scope's case, whether it is free or not; a keyword only if `r#` makes it a name.
    fn natural(&self, wanted: &str) -> String {
        self.allowed(&words(wanted))
    }

    /// The names to try before numbers: the natural one, then the one that spells out the symbols in front.
    fn candidates(&self, wanted: &str) -> [String; 2] {
        [
            self.natural(wanted),
            self.allowed(&words_with_leading_symbols(wanted)),
        ]
    }

    /// The words as a name. One that every crate has already has the scope's suffix; one that is no identifier, or whose
    /// file would be another, has a `_` behind.
    fn allowed(&self, words: &[String]) -> String {
        let mut words = match self.case {
            // A module is a file, which the compiler finds by names in ASCII only.
            Case::Module => words.iter().map(|word| letters::in_ascii(word)).collect(),
            Case::Type | Case::Variant | Case::Value | Case::Constant => letters::plain(words),
        };
        let mut name = self.case.join(&words);
        if self.ours.contains(&name.as_str()) {
            words.push(self.suffix.to_owned());
            name = self.case.join(&words);
        }
        let is_file_name = match self.case {
            Case::Module => keyword::is_file_name(&name),
            Case::Type | Case::Variant | Case::Value | Case::Constant => false,
        };
        if is_file_name || keyword::is_never_ident(&name) {
            format!("{name}_")
        } else {
            name
        }
    }
}

fn ident(name: String) -> Ident {
    let raw = keyword::is_raw(&name);
    Ident::new(name, raw)
}
