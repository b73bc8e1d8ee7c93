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

/// Declares the closed list of codes once: variant, name, severity, explanation. Each has its page in `pages/`.
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

            /// What the code means, what is done instead, and how to mend it: a text in Markdown.
            pub fn page(self) -> &'static str {
                match self {
                    $(Self::$variant => include_str!(concat!("pages/", $name, ".md")),)*
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
    FurtherDocuments = "further-documents" Warning "A file holds several YAML documents; only the first is read.";
    NotJson = "not-json" Warning "A file is no JSON but almost: with comments or trailing commas, or YAML under the name of JSON.";
    TooDeep = "too-deep" Warning "Values or schemas are nested too deeply; what is deeper is taken as any JSON.";
    // overlay
    InvalidOverlay = "invalid-overlay" Error "A file that is named as an overlay is none, or of a version that is not read.";
    InvalidOverlayAction = "invalid-overlay-action" Error "An action of an overlay cannot be applied.";
    IdleOverlayAction = "idle-overlay-action" Warning "An action of an overlay changes nothing.";
    OverlayExtends = "overlay-extends" Note "An overlay says that it is for another description; it is applied all the same.";
    UnappliedOverlay = "unapplied-overlay" Note "A file of the folder is an overlay that nothing asks to apply.";
    // document
    NotOpenapi = "not-openapi" Error "A file is no OpenAPI description.";
    UnsupportedVersion = "unsupported-version" Error "The description is of a version that is not read.";
    LaterVersion = "later-version" Warning "The description is of a later version than those that are known; it is read as the last of them.";
    UnresolvedReference = "unresolved-reference" Warning "A reference names nothing; any JSON stands in its place.";
    RemoteReference = "remote-reference" Error "A reference names a URL; nothing is fetched.";
    ReferenceOutside = "reference-outside" Warning "A reference names a file outside the folder that may be read.";
    Contradiction = "contradiction" Error "Two files of a folder say different things of the same name.";
    WrongType = "wrong-type" Warning "A value is not of the JSON type that the standard asks for here.";
    UnknownKeyword = "unknown-keyword" Warning "A keyword that the standard does not define here; it is ignored.";
    UnsupportedKeyword = "unsupported-keyword" Warning "A keyword of the standard that the client does not act on.";
    OlderKeyword = "older-keyword" Warning "A keyword of an earlier version of the standard than that of the description; it is taken as that version means it.";
    NewerKeyword = "newer-keyword" Warning "A keyword of a later version of the standard than that of the description; it is taken as that version means it.";
    AssumedMediaType = "assumed-media-type" Note "Nothing says the media type of a body; the usual one is assumed.";
    MissingKeyword = "missing-keyword" Warning "A keyword that the standard requires here is not there.";
    InvalidValue = "invalid-value" Warning "A value is none of those that the standard allows here.";
    DifferentInfo = "different-info" Warning "The files of a folder give the API another title or version; the first file's hold.";
    DuplicateTag = "duplicate-tag" Warning "A document describes a tag twice; the first one holds.";
    OddPath = "odd-path" Warning "A path does not begin with a slash, holds a query or a fragment, or a variable with an operator.";
    MissingType = "missing-type" Note "A schema says no type where its other keywords make sense of one only.";
    NullableWithoutType = "nullable-without-type" Warning "A schema says that it is nullable, and nothing else.";
    RequiredFlag = "required-flag" Warning "A schema says of itself that it is required, which only the object that has it can say.";
    // resolved
    InvalidPagination = "invalid-pagination" Warning "What is said of how an operation pages does not fit it, or cannot be made sense of; it is not paged.";
    UnmatchedSelection = "unmatched-selection" Warning "A pattern of the configuration chooses operations, and none fits.";
    AliasCycle = "alias-cycle" Warning "Components refer to each other and to nothing else; any JSON stands in their place.";
    DuplicateParameter = "duplicate-parameter" Warning "An operation declares a parameter twice; the first one holds.";
    MissingOperationId = "missing-operation-id" Note "Operations have no operationId; their methods are named after method and path.";
    DuplicateOperationId = "duplicate-operation-id" Warning "Two operations have the same operationId.";
    DuplicateValue = "duplicate-value" Warning "An enumeration lists a value twice; it is taken once.";
    OptionalPathParameter = "optional-path-parameter" Warning "A path parameter is not marked as required, which it always is.";
    UndeclaredPathParameter = "undeclared-path-parameter" Warning "A path names a parameter that nothing declares; it is taken as a required string.";
    UnusedPathParameter = "unused-path-parameter" Warning "A path parameter is declared that the path does not name; it is left out.";
    IgnoredHeader = "ignored-header" Note "A header is declared that other parts of the description decide; the standard says to ignore it.";
    IgnoredEncoding = "ignored-encoding" Note "An encoding says what means nothing for its media type, or is of a member that is not there; the standard says to ignore it.";
    UnexpectedBody = "unexpected-body" Warning "An operation has a request body to which HTTP gives no meaning with its method; it is sent all the same.";
    InvalidDefault = "invalid-default" Warning "The default of a schema is no value that the schema allows.";
    InvalidExample = "invalid-example" Warning "The example of a schema is no value that the schema allows.";
    NoServer = "no-server" Note "No server says which host answers; the client must be given a base URL.";
    UndeclaredServerVariable = "undeclared-server-variable" Warning "A server's URL names a variable that nothing declares; it is taken as an empty text.";
    UnknownSecurityScheme = "unknown-security-scheme" Warning "A security requirement names a scheme that nothing declares; it is left out.";
    ClashingCredentials = "clashing-credentials" Warning "An alternative of security asks for several credentials in the same place of a request, where there is room for one.";
    // ir
    InexpressibleSchema = "inexpressible-schema" Warning "A schema says something that no Rust type expresses.";
    UncheckedKeyword = "unchecked-keyword" Note "A schema says something that its Rust type does not express and that is not checked; nothing of a value is lost.";
    ContradictoryAllOf = "contradictory-all-of" Warning "The schemas of an `allOf` exclude each other; any JSON stands in their place.";
    UndeclaredProperty = "undeclared-property" Warning "An object requires a member that no property describes; it is taken as any JSON.";
    EnumValueOfOtherType = "enum-value-of-other-type" Warning "An enumeration lists a value that is not of the schema's type.";
    AmbiguousUnion = "ambiguous-union" Note "Two variants of a union cannot be told apart; the first one that fits is taken.";
    RelativeServer = "relative-server" Note "The first server is no absolute URL of HTTP; the application has to give a base URL.";
    UnsupportedMediaType = "unsupported-media-type" Warning "A body of a media type that is sent and received as bytes.";
    UnusedMediaType = "unused-media-type" Warning "A response has several media types; only one of them is asked for.";
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
