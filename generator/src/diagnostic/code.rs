use std::fmt;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// An operation or a type could not be emitted.
    Error,
    /// Emitted, but weaker than described, or guessed.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word that reports use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Declares the closed list of codes once: variant, name, severity, explanation.
macro_rules! codes {
    ($($variant:ident = $name:literal $severity:ident $doc:literal;)*) => {
        /// The closed list of things that can be said about a description.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $doc] $variant,)*
        }

        impl Code {
            /// Every code, in the order of their stages.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name that reports use.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How much a diagnostic of this code weighs.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)*
                }
            }

            /// What the code means, in one sentence.
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => $doc,)*
                }
            }
        }
    };
}

codes! {
    // source
    UnreadableFile = "unreadable-file" Error "A file cannot be read, or is not text in UTF-8.";
    SyntaxError = "syntax-error" Error "A file is neither JSON nor YAML.";
    DuplicateKey = "duplicate-key" Warning "An object says the same key twice; the last one holds.";
    // document
    NotOpenapi = "not-openapi" Error "A file is no OpenAPI description.";
    UnsupportedVersion = "unsupported-version" Error "The description is of a version that is not read.";
    UnresolvedReference = "unresolved-reference" Warning "A reference names nothing; any JSON stands in its place.";
    RemoteReference = "remote-reference" Error "A reference names a URL; nothing is fetched.";
    ReferenceOutside = "reference-outside" Error "A reference names a file outside the folder that may be read.";
    Contradiction = "contradiction" Error "Two files of a folder say different things of the same name.";
    WrongType = "wrong-type" Warning "A value is not of the JSON type that the standard asks for here.";
    UnknownKeyword = "unknown-keyword" Warning "A keyword that the standard does not define here; it is ignored.";
    UnsupportedKeyword = "unsupported-keyword" Warning "A keyword of the standard that the client does not act on.";
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
