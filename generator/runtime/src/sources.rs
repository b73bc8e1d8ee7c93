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
    /// The command line.
    Cli,
}

/// What stands behind this line in the root of the crate is not embedded.
const END: &str = "// For the generator only.\n";

/// In the runtime's own crate, the generator builds the texts without what they need to be compiled.
const CLIENT: &str = "#[cfg(feature = \"client\")]\n";

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

/// The root as a module: all of it is there, and nothing that is for the generator.
fn root(text: &'static str) -> &'static str {
    let embedded = text.split_once(END).map_or(text, |(embedded, _)| embedded);
    embedded.replace(CLIENT, "").leak()
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
    Core "answer/charset.rs",
    Core "answer/content_type.rs",
    Core "answer/fields.rs",
    Core "answer/mod.rs",
    Core "answer/received.rs",
    Core "answer/response.rs",
    Core "boxed.rs",
    Serde "bridge/deserialize.rs",
    Serde "bridge/impls.rs",
    Serde "bridge/mod.rs",
    Serde "bridge/serialize.rs",
    Core "call/attempts.rs",
    Core "call/deadline.rs",
    Core "call/exchange.rs",
    Core "call/mod.rs",
    Core "call/options.rs",
    Core "call/prepare.rs",
    Core "call/raw.rs",
    Core "call/receive.rs",
    Core "call/redirect.rs",
    Core "call/state.rs",
    Cli "cli/answer.rs",
    Cli "cli/codec.rs",
    Cli "cli/invoke.rs",
    Cli "cli/line.rs",
    Cli "cli/mod.rs",
    Cli "cli/program.rs",
    Cli "cli/schemas.rs",
    Core "client/builder.rs",
    Core "client/mod.rs",
    Core "client/shared.rs",
    Core "description/api.rs",
    Core "description/mod.rs",
    Core "description/operation.rs",
    Core "description/parameter.rs",
    Core "description/scheme.rs",
    Core "error/broken.rs",
    Core "error/call_error.rs",
    Core "error/crate_error.rs",
    Core "error/decode.rs",
    Core "error/excerpt.rs",
    Core "error/failure.rs",
    Core "error/mod.rs",
    Core "error/operation_error.rs",
    Core "error/refused.rs",
    Core "json/choose.rs",
    Core "json/codec.rs",
    Core "json/containers.rs",
    Core "json/conversions.rs",
    Core "json/decimal.rs",
    Core "json/decode_error.rs",
    Core "json/encode_error.rs",
    Core "json/evidence.rs",
    Core "json/fault.rs",
    Core "json/floats.rs",
    Core "json/listed.rs",
    Core "json/members.rs",
    Core "json/mod.rs",
    Core "json/nullable.rs",
    Core "json/number.rs",
    Core "json/object.rs",
    Core "json/open_map.rs",
    Core "json/place.rs",
    Core "json/places.rs",
    Cli "json/raw.rs",
    Core "json/reader.rs",
    Core "json/scalars.rs",
    Core "json/scan.rs",
    Core "json/score.rs",
    Core "json/skip.rs",
    Core "json/strings.rs",
    Core "json/texts.rs",
    Core "json/tokens.rs",
    Core "json/tuple.rs",
    Core "json/union.rs",
    Core "json/unknown.rs",
    Core "json/value.rs",
    Core "json/weigh.rs",
    Core "json/writer.rs",
    Core "retry.rs",
    Core "security/choice.rs",
    Core "security/credential.rs",
    Core "security/mod.rs",
    Core "security/written.rs",
    Core "style/encode.rs",
    Core "style/expand.rs",
    Core "style/mod.rs",
    Core "style/target.rs",
    Core "style/template.rs",
    Core "style/text.rs",
    Core "transport/body.rs",
    Core "transport/error.rs",
    Core "transport/mod.rs",
    Core "transport/reqwest.rs",
    Core "transport/transport_trait.rs",
};
