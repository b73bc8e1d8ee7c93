use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::file::derive_in;

/// The runtime's codecs, and what stands there in the twin.
const JSON: &str = include_str!("runtime_json.txt");

/// What only its codecs need.
const CODEC_TRAITS: &str = "use crate::runtime::json::{Decode, Encode, Fault, Reader, Writer};\n";

/// A part of the runtime's codecs that the twin has too.
const NULLABLE: &str = "src/runtime/json/nullable.rs";

/// The line of the bridge that the twin does not need.
const BRIDGE: &str = "#[cfg(feature = \"serde\")]\npub mod bridge;\n";

/// What the twin does with what the description does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// As good as derives can: `#[serde(flatten)]` keeps unknown fields, an untagged variant unknown values.
    Keeping,
    /// As most are written: unknown fields are skipped, an unknown value is `#[serde(other)]`.
    Lossy,
}

impl Manner {
    /// The name of the package of the twin.
    pub(crate) fn package(self) -> &'static str {
        match self {
            Self::Keeping => "bench-keeping",
            Self::Lossy => "bench-lossy",
        }
    }
}

/// Makes the twin of the crate in a folder.
///
/// # Errors
///
/// When a file cannot be read, understood or written.
pub(crate) fn make_twin(from: &Path, to: &Path, manner: Manner) -> io::Result<()> {
    for entry in WalkDir::new(from.join("src")) {
        let entry = entry.map_err(io::Error::other)?;
        let path = entry.path();
        let Ok(below) = path.strip_prefix(from) else {
            continue;
        };
        if !entry.file_type().is_file() || is_left_out(below) {
            continue;
        }
        let text = fs::read_to_string(path)?;
        let is_runtime = below.starts_with("src/runtime");
        let text = match is_runtime || below == Path::new("src/lib.rs") {
            true => without_codecs(&text),
            false => text,
        };
        let text = match is_runtime {
            true => text.replace(CODEC_TRAITS, "").replace(BRIDGE, ""),
            false => derived(&text, manner).map_err(|error| about(path, &error))?,
        };
        write(&to.join(below), &text)?;
    }
    write(&to.join("src/runtime/json/mod.rs"), JSON)?;
    let manifest = manifest(&fs::read_to_string(from.join("Cargo.toml"))?, manner)?;
    write(&to.join("Cargo.toml"), &manifest)
}

/// What the twin has in another way, or behind a feature that nobody asks for.
const LEFT_OUT: &[&str] = &[
    "src/runtime/json",
    "src/runtime/bridge",
    "src/runtime/cli",
    "src/cli",
    "src/main.rs",
    "src/bin",
];

fn is_left_out(below: &Path) -> bool {
    below != Path::new(NULLABLE) && LEFT_OUT.iter().any(|path| below.starts_with(path))
}

/// Takes the codecs out of macros, and of what the runtime says of formats.
fn without_codecs(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = codec(rest) {
        let (before, codec) = rest.split_at(at);
        kept.push_str(before);
        rest = codec.get(body_end(codec)..).unwrap_or_default();
    }
    kept + rest
}

/// Where the next codec of a type begins.
fn codec(text: &str) -> Option<usize> {
    let mut at = 0;
    text.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        let begins = line.trim_start().starts_with("impl");
        let is_codec = line.contains("Decode for ") || line.contains("Encode for ");
        (begins && is_codec).then_some(start)
    })
}

/// Behind the first pair of braces.
fn body_end(text: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn derived(text: &str, manner: Manner) -> syn::Result<String> {
    let mut file = syn::parse_file(text)?;
    derive_in(&mut file, manner);
    Ok(prettyplease::unparse(&file))
}

fn about(path: &Path, error: &syn::Error) -> io::Error {
    io::Error::other(format!("{}: {error}", path.display()))
}

/// The twin needs serde always, and its derives.
fn manifest(text: &str, manner: Manner) -> io::Result<String> {
    let mut manifest: toml::Table = toml::from_str(text).map_err(io::Error::other)?;
    let mut within = |section: &str| match manifest.get_mut(section) {
        Some(toml::Value::Table(table)) => Ok(std::mem::take(table)),
        Some(_) | None => Err(io::Error::other(format!("the manifest has no {section}"))),
    };
    let (mut features, mut dependencies) = (within("features")?, within("dependencies")?);
    if let Some(toml::Value::Table(package)) = manifest.get_mut("package") {
        package.insert("name".to_owned(), manner.package().into());
    }
    features.insert("serde".to_owned(), toml::Value::Array(Vec::new()));
    if let Some(toml::Value::Array(default)) = features.get_mut("default") {
        default.push("serde".into());
    }
    for (name, wanted) in [
        ("serde", "derive"),
        ("serde_json", "preserve_order"),
        ("indexmap", "serde"),
    ] {
        let version = match name {
            "indexmap" => "2",
            _ => "1",
        };
        let entry = toml::toml! { version = version
        features = [wanted] };
        dependencies.insert(name.to_owned(), entry.into());
    }
    manifest.remove("bin");
    manifest.insert("features".to_owned(), features.into());
    manifest.insert("dependencies".to_owned(), dependencies.into());
    toml::to_string(&manifest).map_err(io::Error::other)
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
