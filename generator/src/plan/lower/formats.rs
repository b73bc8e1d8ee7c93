use std::collections::BTreeSet;

use super::types::Types;
use crate::config::{FormatChoice, Formats, Library};
use crate::ir::{Primitive, Shape, TypeId};
use crate::plan::{FormatType, LibraryType, RustType};
use crate::terms::{IntegerFormat, NumberFormat, TextFormat};

/// The type of values without parts; `written` is the format as the description writes it.
pub(super) fn of_primitive(
    primitive: Primitive,
    written: Option<&str>,
    formats: &Formats,
) -> RustType {
    let choice = |registered: &str| formats.choice(written.unwrap_or(registered), registered);
    match primitive {
        Primitive::Boolean => RustType::Bool,
        Primitive::Integer(format) => match choice(format.as_str()) {
            Some(FormatChoice::Plain) => RustType::I64,
            Some(_) | None => of_integer(format),
        },
        Primitive::Number(format) => match (choice(format.as_str()), format) {
            (Some(FormatChoice::Single), NumberFormat::Single) => RustType::F32,
            (Some(FormatChoice::Plain), _) | (_, NumberFormat::Single | NumberFormat::Double) => {
                RustType::F64
            }
            (_, NumberFormat::Exact) => RustType::Number,
        },
        Primitive::String => match written.and_then(|written| formats.choice(written, written)) {
            Some(FormatChoice::Like(format)) => {
                let as_that = formats.choice(format.as_str(), format.as_str());
                of_text(format, as_that)
            }
            Some(FormatChoice::Plain | FormatChoice::Single | FormatChoice::Library(_)) | None => {
                RustType::String
            }
        },
        Primitive::Text(format) => of_text(format, choice(format.as_str())),
    }
}

fn of_integer(format: IntegerFormat) -> RustType {
    match format {
        IntegerFormat::Width { bits, signed } => RustType::Integer { bits, signed },
        IntegerFormat::UnixTime(unit) => RustType::Format(FormatType::UnixTime(unit)),
    }
}

fn of_text(format: TextFormat, choice: Option<FormatChoice>) -> RustType {
    let own = RustType::Format(FormatType::Text(format));
    match choice {
        Some(FormatChoice::Plain) => RustType::String,
        Some(FormatChoice::Library(library)) => {
            of_library(format, library).map_or(own, RustType::Library)
        }
        Some(FormatChoice::Single | FormatChoice::Like(_)) | None => own,
    }
}

/// The type that a library has for what a text holds.
fn of_library(format: TextFormat, library: Library) -> Option<LibraryType> {
    let of_four = |types: [LibraryType; 4]| {
        let [date_time, date, time, duration] = types;
        match format {
            TextFormat::DateTime => Some(date_time),
            TextFormat::Date => Some(date),
            TextFormat::Time => Some(time),
            TextFormat::Duration => Some(duration),
            TextFormat::HttpDate
            | TextFormat::Uuid
            | TextFormat::Uri
            | TextFormat::Ip
            | TextFormat::Base64
            | TextFormat::Base64Url
            | TextFormat::Binary
            | TextFormat::Decimal
            | TextFormat::Password => None,
        }
    };
    match library {
        Library::Chrono => of_four([
            LibraryType::ChronoDateTime,
            LibraryType::ChronoDate,
            LibraryType::ChronoTime,
            LibraryType::ChronoDuration,
        ]),
        Library::Jiff => of_four([
            LibraryType::JiffDateTime,
            LibraryType::JiffDate,
            LibraryType::JiffTime,
            LibraryType::JiffDuration,
        ]),
        Library::Time => of_four([
            LibraryType::TimeDateTime,
            LibraryType::TimeDate,
            LibraryType::TimeTime,
            LibraryType::TimeDuration,
        ]),
        Library::Std if format == TextFormat::Ip => Some(LibraryType::StdIp),
        Library::Std => Some(LibraryType::StdDuration),
        Library::Uuid => Some(LibraryType::Uuid),
        Library::Url => Some(LibraryType::Url),
        Library::RustDecimal => Some(LibraryType::RustDecimal),
    }
}

/// The types of texts and numbers with a format, without repetition.
pub(super) fn needed(types: &Types<'_>) -> BTreeSet<RustType> {
    let is_primitive = |id: &TypeId| matches!(types.api.ty(*id).shape, Shape::Primitive(_));
    let all = types.api.type_ids().filter(is_primitive);
    let all = all.map(|id| types.shape(id));
    all.filter(|ty| matches!(ty, RustType::Format(_) | RustType::Library(_)))
        .collect()
}
