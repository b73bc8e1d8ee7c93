use super::case::shortened;
use super::letters::unmarked;
use super::{keyword, words};

/// Characters that a package may have where packages are published.
const LONGEST: usize = 64;

/// Crates that are there without being named, those that an emitted crate can depend on, and names that Cargo keeps for
/// itself.
pub(super) const TAKEN: &[&str] = &[
    "alloc",
    "base64",
    "build",
    "bytes",
    "chrono",
    "clap",
    "clap-complete",
    "core",
    "deps",
    "examples",
    "fastrand",
    "futures-core",
    "http",
    "http-body",
    "httpdate",
    "incremental",
    "indexmap",
    "itoa",
    "jiff",
    "percent-encoding",
    "proc-macro",
    "quick-xml",
    "reqwest",
    "rust-decimal",
    "serde",
    "std",
    "test",
    "time",
    "tokio",
    "tracing",
    "url",
    "uuid",
];

/// A title as the name of a package: ASCII letters, digits and hyphens, a letter first, and neither a keyword nor the
/// name of a device or of another crate that a program has anyway.
pub fn package(title: &str) -> String {
    let ascii: Vec<String> = words(title)
        .iter()
        .map(|word| unmarked(word))
        .filter(|word| !word.is_empty() && word.is_ascii())
        .collect();
    let name = shortened(&ascii, LONGEST - "-client".len()).join("-");
    let module = name.replace('-', "_");
    let is_taken = TAKEN.contains(&name.as_str())
        || keyword::is_raw(&module)
        || keyword::is_file_name(&module);
    match name.chars().next() {
        Some(_) if is_taken => format!("{name}-client"),
        Some(first) if first.is_ascii_alphabetic() => name,
        Some(_) => format!("api-{name}"),
        None => "api-client".to_owned(),
    }
}
