use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::file::derive_in;

/// What the models have in place of the runtime's JSON.
const MODELS: &str = include_str!("models.txt");

/// Where that stands.
const MODELS_PATH: &str = "src/twin.rs";

/// How a file of models names the runtime's JSON, and how it names that.
const IMPORTS: [&str; 2] = ["use crate::runtime::json;", "use crate::twin as json;"];

/// What the crate has to bridge its codecs to serde.
const BRIDGE: &str = "macro_rules! bridge_to_serde";

/// The bridge of the twin, the other way round.
const BRIDGE_BACK: &str = "macro_rules! bridge_to_serde {
    ($($ty:ty),*) => {$(
        impl crate::runtime::json::Decode for $ty {
            fn decode(
                reader: &mut crate::runtime::json::Reader<'_>,
            ) -> crate::runtime::json::Decoded<Self> {
                crate::twin::decode(reader)
            }
        }

        impl crate::runtime::json::Encode for $ty {
            fn encode(&self, writer: &mut crate::runtime::json::Writer) {
                crate::twin::encode(self, writer);
            }
        }
    )*};
}";

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
        let text = if below.starts_with("src/runtime") {
            text
        } else if below == Path::new("src/lib.rs") {
            root(&text)
        } else {
            derived(&text.replace(IMPORTS[0], IMPORTS[1]), manner)
                .map_err(|error| about(path, &error))?
        };
        write(&to.join(below), &text)?;
    }
    write(&to.join(MODELS_PATH), MODELS)?;
    let manifest = manifest(&fs::read_to_string(from.join("Cargo.toml"))?, manner)?;
    write(&to.join("Cargo.toml"), &manifest)
}

/// What is behind a feature that nobody asks for.
const LEFT_OUT: &[&str] = &["src/runtime/cli", "src/cli", "src/main.rs", "src/bin"];

fn is_left_out(below: &Path) -> bool {
    LEFT_OUT.iter().any(|path| below.starts_with(path))
}

/// The root with the models' own JSON and the bridge to it.
fn root(text: &str) -> String {
    let text = without_codecs(text);
    let Some((before, behind)) = text.split_once(BRIDGE) else {
        return text;
    };
    let behind = behind.get(body_end(behind)..).unwrap_or_default();
    format!("{before}{BRIDGE_BACK}\n\npub mod twin;{behind}")
}

/// Takes the codecs out of macros.
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
