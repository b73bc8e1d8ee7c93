/// The strict and reserved keywords of every edition, sorted (The Rust Reference, "Keywords").
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot be identifiers, not even with `r#`.
const NEVER_RAW: &[&str] = &["Self", "crate", "self", "super"];

/// Module names whose files mean something: to Rust, or, as devices, to Windows.
const FILE_NAMES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lib",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "main", "mod", "nul",
    "prn",
];

/// Whether a name must be written with `r#`.
pub(super) fn is_raw(name: &str) -> bool {
    KEYWORDS.binary_search(&name).is_ok()
}

/// Whether a name is no identifier whatever is put before it.
pub(super) fn is_never_ident(name: &str) -> bool {
    NEVER_RAW.contains(&name)
}

/// Whether a module of the name would be a file of another meaning.
pub(super) fn is_file_name(name: &str) -> bool {
    FILE_NAMES.binary_search(&name).is_ok()
}
