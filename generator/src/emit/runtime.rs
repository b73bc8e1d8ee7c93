use std::collections::BTreeSet;

use clientwright_runtime::sources::{self, Part};

use super::File;
use crate::config::MARK;
use crate::plan::{
    Answer, Body, BodyKind, Crate, FormatType, LibraryType, Operation, RustType, StreamItems,
    Success,
};
use crate::terms::TextFormat;

/// `src/runtime/…`: the hand-written half, as it stands in the runtime's own crate, with its paths one module deeper.
pub(super) fn runtime(plan: &Crate) -> Vec<File> {
    sources::embedded(&parts(plan))
        .into_iter()
        .map(|(path, text)| embedded(plan, path, &text))
        .collect()
}

/// The parts of the runtime that not every crate needs.
pub(super) fn parts(plan: &Crate) -> BTreeSet<Part> {
    let oauth2 = plan.client.has_flows().then_some(Part::OAuth2);
    let xml = (!plan.xml.bodies.is_empty()).then_some(Part::Xml);
    let operations = || plan.groups.iter().flat_map(|group| &group.operations);
    let pages = operations().any(|operation| operation.paging.is_some());
    let headers = plan.has_headers().then_some(Part::Headers);
    let others = [oauth2, xml, pages.then_some(Part::Paging), headers];
    let others = others.into_iter().flatten();
    let others = others.chain(operations().flat_map(of_operation));
    let formats = plan.formats.iter().filter_map(part).chain(others);
    let bodies = operations().flat_map(|operation| &operation.bodies);
    formats.chain(bodies.filter_map(of_body)).collect()
}

/// What a request body needs.
fn of_body(body: &Body) -> Option<Part> {
    match &body.kind {
        BodyKind::Form { .. } => Some(Part::Form),
        BodyKind::Multipart(..) => Some(Part::Multipart),
        BodyKind::Items(..) => Some(Part::Sent),
        BodyKind::Bytes => Some(Part::Upload),
        BodyKind::Json(_) | BodyKind::Xml(..) | BodyKind::Plain(_) | BodyKind::Text => None,
    }
}

/// What reading an answer while it arrives needs.
fn of_operation(operation: &Operation) -> Vec<Part> {
    let mut parts = Vec::new();
    if matches!(operation.success, Success::One(Answer::Bytes)) {
        parts.push(Part::Streams);
    }
    if let Some(stream) = &operation.stream {
        parts.push(Part::Streams);
        parts.push(match stream.items {
            StreamItems::Texts { .. } => Part::Items,
            StreamItems::Events { .. } => Part::Events,
        });
    }
    parts
}

fn part(of: &RustType) -> Option<Part> {
    match of {
        RustType::Format(format) => Some(of_format(*format)),
        RustType::Library(library) => Some(of_library(*library)),
        RustType::Unit
        | RustType::Bool
        | RustType::Integer { .. }
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Number
        | RustType::Bytes
        | RustType::Body
        | RustType::Json
        | RustType::JsonObject
        | RustType::Vec(_)
        | RustType::Map(_)
        | RustType::OpenMap(_)
        | RustType::KeyedMap(..)
        | RustType::Option(_)
        | RustType::Nullable(_)
        | RustType::Boxed(_)
        | RustType::Named(_)
        | RustType::Undecoded => None,
    }
}

fn of_library(of: LibraryType) -> Part {
    match of {
        LibraryType::ChronoDateTime
        | LibraryType::ChronoDate
        | LibraryType::ChronoTime
        | LibraryType::ChronoDuration => Part::WithChrono,
        LibraryType::JiffDateTime
        | LibraryType::JiffDate
        | LibraryType::JiffTime
        | LibraryType::JiffDuration => Part::WithJiff,
        LibraryType::TimeDateTime
        | LibraryType::TimeDate
        | LibraryType::TimeTime
        | LibraryType::TimeDuration => Part::WithTime,
        LibraryType::StdDuration | LibraryType::StdIp => Part::WithStd,
        LibraryType::Uuid => Part::WithUuid,
        LibraryType::Url => Part::WithUrl,
        LibraryType::RustDecimal => Part::WithRustDecimal,
    }
}

fn of_format(of: FormatType) -> Part {
    match of {
        FormatType::Text(format) => of_text(format),
        FormatType::UnixTime(_) => Part::UnixTime,
    }
}

fn of_text(of: TextFormat) -> Part {
    match of {
        TextFormat::DateTime | TextFormat::Date | TextFormat::Time | TextFormat::Duration => {
            Part::Dates
        }
        TextFormat::HttpDate => Part::HttpDate,
        TextFormat::Uuid => Part::Uuid,
        TextFormat::Uri => Part::Uri,
        TextFormat::Ip => Part::Ip,
        TextFormat::Base64 | TextFormat::Base64Url => Part::Base64,
        TextFormat::Binary => Part::Binary,
        TextFormat::Decimal => Part::Decimal,
        TextFormat::Password => Part::Password,
    }
}

fn embedded(plan: &Crate, path: &str, text: &str) -> File {
    let text = text.replace("crate::", "crate::runtime::");
    File {
        path: format!("src/runtime/{path}"),
        text: format!("// {MARK} {}.\n\n{text}", plan.notice),
    }
}
