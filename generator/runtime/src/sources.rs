//! The texts of the files of this crate, for the generator, which makes them the module `runtime`
//! of every crate that it generates.

use std::sync::LazyLock;

/// A file of the runtime.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile {
    /// Its path within the folder `runtime`, with slashes; the root of the crate is `mod.rs`.
    pub path: &'static str,
    /// Its text, in which `crate::` stands for the runtime.
    pub text: &'static str,
    /// What it belongs to.
    pub part: Part,
}

/// A part of the runtime that a generated crate may do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What every crate needs.
    Core,
    /// The bridge to `serde`.
    Serde,
}

/// What stands behind this line in the root of the crate is not embedded.
const END: &str = "// For the generator only.\n";

static SOURCES: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let mut sources = vec![SourceFile {
        path: "mod.rs",
        text: root(include_str!("lib.rs")),
        part: Part::Core,
    }];
    sources.extend_from_slice(FILES);
    sources
});

/// All files of the runtime in the order of their paths, but for the root, which is the first.
pub fn sources() -> &'static [SourceFile] {
    &SOURCES
}

fn root(text: &'static str) -> &'static str {
    text.split_once(END).map_or(text, |(embedded, _)| embedded)
}

macro_rules! files {
    ($($part:ident $path:literal,)*) => {
        &[$(SourceFile {
            path: $path,
            text: include_str!($path),
            part: Part::$part,
        }),*]
    };
}

const FILES: &[SourceFile] = files! {
    Core "json/choose.rs",
    Core "json/codec.rs",
    Core "json/containers.rs",
    Core "json/conversions.rs",
    Core "json/decimal.rs",
    Core "json/decode_error.rs",
    Core "json/encode_error.rs",
    Core "json/evidence.rs",
    Core "json/fault.rs",
    Core "json/members.rs",
    Core "json/mod.rs",
    Core "json/nullable.rs",
    Core "json/number.rs",
    Core "json/object.rs",
    Core "json/place.rs",
    Core "json/reader.rs",
    Core "json/scalars.rs",
    Core "json/scan.rs",
    Core "json/strings.rs",
    Core "json/texts.rs",
    Core "json/tokens.rs",
    Core "json/unknown.rs",
    Core "json/value.rs",
    Core "json/writer.rs",
};
