//! The texts of the files of this crate, for the generator, which makes them the module `runtime`
//! of every crate that it generates.

use std::collections::BTreeSet;
use std::sync::LazyLock;

pub use crate::part::Part;

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

/// The parts of every crate.
const EVERYWHERE: [Part; 3] = [Part::Core, Part::Serde, Part::Cli];

/// The files of a crate that needs these parts beside those which every crate needs, each with its path and its text.
/// What a face says of modules that are not there is left out.
pub fn embedded(parts: &BTreeSet<Part>) -> Vec<(&'static str, String)> {
    let is_there = |part: Part| {
        let is_common = part == Part::Formats && parts.iter().any(|part| part.is_format());
        let is_needed = || parts.iter().any(|wanted| wanted.needs().contains(&part));
        is_common || EVERYWHERE.contains(&part) || parts.contains(&part) || is_needed()
    };
    let (there, missing): (Vec<SourceFile>, Vec<SourceFile>) =
        sources().iter().partition(|file| is_there(file.part));
    let missing: Vec<&str> = missing.iter().map(|file| file.path).collect();
    let embedded = there.iter().map(|file| {
        let text = match file.path.strip_suffix("mod.rs") {
            Some(folder) => face(file.text, folder, &missing),
            None => file.text.to_owned(),
        };
        (file.path, text)
    });
    embedded.collect()
}

/// A face without the lines about modules of its folder that are missing.
fn face(text: &str, folder: &str, missing: &[&str]) -> String {
    let is_missing = |line: &str| {
        let words = ["pub ", "pub(crate) "].iter();
        let line = words.fold(line, |line, word| line.strip_prefix(word).unwrap_or(line));
        let module = line
            .strip_prefix("mod ")
            .and_then(|rest| rest.strip_suffix(";\n"));
        let used = line
            .strip_prefix("use ")
            .and_then(|rest| rest.split_once("::"));
        let module = module.or(used.map(|(module, _)| module));
        module.is_some_and(|module| {
            let paths = [
                format!("{folder}{module}.rs"),
                format!("{folder}{module}/mod.rs"),
            ];
            paths.iter().any(|path| missing.contains(&path.as_str()))
        })
    };
    let lines = text.split_inclusive('\n');
    lines.filter(|line| !is_missing(line)).collect()
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
    Core "answer/choose.rs",
    Core "answer/content_type.rs",
    Headers "answer/declared.rs",
    Core "answer/fields.rs",
    Core "answer/mod.rs",
    Core "answer/plain.rs",
    Core "answer/received.rs",
    Core "answer/response.rs",
    Core "blocking.rs",
    Core "boxed.rs",
    Serde "bridge/deserialize.rs",
    Serde "bridge/impls.rs",
    Serde "bridge/mod.rs",
    Serde "bridge/serialize.rs",
    Core "call/attempts.rs",
    Core "call/credentials.rs",
    Core "call/deadline.rs",
    Core "call/exchange.rs",
    Streams "call/incoming.rs",
    Streams "call/member.rs",
    Core "call/mod.rs",
    Core "call/options.rs",
    Paging "call/paged.rs",
    Core "call/prepare.rs",
    Core "call/raw.rs",
    Core "call/receive.rs",
    Core "call/redirect.rs",
    Core "call/span.rs",
    Core "call/state.rs",
    Cli "cli/access.rs",
    Cli "cli/answer.rs",
    Cli "cli/arriving.rs",
    Events "cli/arriving_events.rs",
    Items "cli/arriving_items.rs",
    Cli "cli/codec.rs",
    Cli "cli/command.rs",
    Cli "cli/completion.rs",
    Cli "cli/content.rs",
    Cli "cli/flags.rs",
    Cli "cli/given.rs",
    Cli "cli/input.rs",
    Cli "cli/invoke.rs",
    Sent "cli/items.rs",
    Cli "cli/line.rs",
    Cli "cli/mod.rs",
    Multipart "cli/parts.rs",
    Cli "cli/perform.rs",
    Cli "cli/program.rs",
    Cli "cli/reactor.rs",
    Cli "cli/refusal.rs",
    Cli "cli/reply.rs",
    Cli "cli/schemas.rs",
    Cli "cli/session.rs",
    Cli "cli/settings.rs",
    Cli "cli/shown.rs",
    Core "client/builder.rs",
    Core "client/mod.rs",
    Core "client/server.rs",
    Core "client/shared.rs",
    Core "description/api.rs",
    Core "description/mod.rs",
    Core "description/operation.rs",
    Core "description/parameter.rs",
    Core "description/scheme.rs",
    Core "description/server.rs",
    Core "error/broken.rs",
    Core "error/call_error.rs",
    Core "error/crate_error.rs",
    Core "error/decode.rs",
    Core "error/excerpt.rs",
    Core "error/failure.rs",
    Core "error/mod.rs",
    Core "error/operation_error.rs",
    Core "error/refused.rs",
    Form "form/body.rs",
    Form "form/mod.rs",
    Form "form/write.rs",
    Base64 "formats/base64.rs",
    Binary "formats/binary.rs",
    Dates "formats/date.rs",
    Dates "formats/date_time.rs",
    Decimal "formats/decimal.rs",
    Dates "formats/duration.rs",
    Formats "formats/error.rs",
    HttpDate "formats/http_date.rs",
    Ip "formats/ip.rs",
    IsoDuration "formats/iso_duration.rs",
    Formats "formats/mod.rs",
    Moment "formats/moment.rs",
    Base64 "formats/octets.rs",
    Formats "formats/open_text.rs",
    Password "formats/password.rs",
    Pieces "formats/pieces.rs",
    Dates "formats/time.rs",
    UnixTime "formats/unix_time.rs",
    Uri "formats/uri.rs",
    Uuid "formats/uuid.rs",
    WithChrono "formats/with_chrono.rs",
    WithJiff "formats/with_jiff.rs",
    WithRustDecimal "formats/with_rust_decimal.rs",
    WithStd "formats/with_std.rs",
    WithTime "formats/with_time.rs",
    WithUrl "formats/with_url.rs",
    WithUuid "formats/with_uuid.rs",
    Sent "items/body.rs",
    Sent "items/mod.rs",
    Paging "json/at.rs",
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
    Core "json/forms.rs",
    Core "json/listed.rs",
    Core "json/members.rs",
    Core "json/mod.rs",
    Core "json/nullable.rs",
    Core "json/number.rs",
    Core "json/object.rs",
    Core "json/object_writer.rs",
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
    Multipart "multipart/boundary.rs",
    Multipart "multipart/call.rs",
    Multipart "multipart/description.rs",
    Multipart "multipart/file_part.rs",
    Multipart "multipart/heads.rs",
    Multipart "multipart/joined.rs",
    Multipart "multipart/mod.rs",
    Multipart "multipart/parts.rs",
    Multipart "multipart/values.rs",
    OAuth2 "oauth2/client_authentication.rs",
    OAuth2 "oauth2/discovery.rs",
    OAuth2 "oauth2/endpoint.rs",
    OAuth2 "oauth2/endpoints.rs",
    OAuth2 "oauth2/error.rs",
    OAuth2 "oauth2/flow.rs",
    OAuth2 "oauth2/grant.rs",
    OAuth2 "oauth2/kept.rs",
    OAuth2 "oauth2/mod.rs",
    OAuth2 "oauth2/moment.rs",
    OAuth2 "oauth2/renewal.rs",
    OAuth2 "oauth2/tokens.rs",
    Paging "paging/described.rs",
    Paging "paging/link.rs",
    Paging "paging/mod.rs",
    Paging "paging/pager.rs",
    Paging "paging/reading.rs",
    Paging "paging/streams.rs",
    Paging "paging/turn.rs",
    Core "retry.rs",
    Core "security/choice.rs",
    Core "security/credential.rs",
    Core "security/mod.rs",
    Core "security/source.rs",
    Core "security/written.rs",
    Streams "stream/byte_stream.rs",
    Events "stream/event.rs",
    Events "stream/event_form.rs",
    Events "stream/event_parser.rs",
    Events "stream/event_source.rs",
    Events "stream/event_stream.rs",
    Streams "stream/head.rs",
    Items "stream/item_stream.rs",
    Streams "stream/mod.rs",
    Streams "stream/pull.rs",
    Items "stream/splitter.rs",
    Core "style/encode.rs",
    Core "style/expand.rs",
    Core "style/mod.rs",
    Core "style/target.rs",
    Core "style/template.rs",
    Core "style/text.rs",
    Core "transport/body.rs",
    Core "transport/error.rs",
    Core "transport/mod.rs",
    Core "transport/outgoing.rs",
    Core "transport/player.rs",
    Core "transport/recorder.rs",
    Core "transport/recording.rs",
    Core "transport/reqwest.rs",
    Core "transport/transport_trait.rs",
    Upload "upload/mod.rs",
    Upload "upload/path.rs",
    Upload "upload/reader.rs",
    Xml "xml/body.rs",
    Xml "xml/choose.rs",
    Xml "xml/error.rs",
    Xml "xml/list.rs",
    Xml "xml/members.rs",
    Xml "xml/mod.rs",
    Xml "xml/name.rs",
    Xml "xml/parse.rs",
    Xml "xml/scalar.rs",
    Xml "xml/table.rs",
    Xml "xml/text.rs",
    Xml "xml/tree.rs",
    Xml "xml/value.rs",
    Xml "xml/write.rs",
};
