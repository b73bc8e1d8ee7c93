use std::collections::BTreeSet;

use crate::ir::{Api, Primitive, Shape};
use crate::plan::{FormatType, RustType};
use crate::terms::{IntegerFormat, NumberFormat, TextFormat, TimeUnit};

/// The type of values without parts.
pub(super) fn of_primitive(primitive: Primitive) -> RustType {
    match primitive {
        Primitive::Boolean => RustType::Bool,
        Primitive::Integer(IntegerFormat::Width { bits, signed }) => {
            RustType::Integer { bits, signed }
        }
        Primitive::Integer(IntegerFormat::UnixTime(unit)) => RustType::Format(of_unix_time(unit)),
        Primitive::Number(NumberFormat::Single | NumberFormat::Double) => RustType::F64,
        Primitive::Number(NumberFormat::Exact) => RustType::Number,
        Primitive::String => RustType::String,
        Primitive::Text(format) => RustType::Format(of_text(format)),
    }
}

fn of_text(format: TextFormat) -> FormatType {
    match format {
        TextFormat::DateTime => FormatType::DateTime,
        TextFormat::Date => FormatType::Date,
        TextFormat::Time => FormatType::Time,
        TextFormat::Duration => FormatType::Duration,
        TextFormat::HttpDate => FormatType::HttpDate,
        TextFormat::Uuid => FormatType::Uuid,
        TextFormat::Uri => FormatType::Uri,
        TextFormat::Ip => FormatType::Ip,
        TextFormat::Base64 => FormatType::Base64,
        TextFormat::Base64Url => FormatType::Base64Url,
        TextFormat::Binary => FormatType::Binary,
        TextFormat::Decimal => FormatType::Decimal,
        TextFormat::Password => FormatType::Password,
    }
}

fn of_unix_time(unit: TimeUnit) -> FormatType {
    match unit {
        TimeUnit::Second => FormatType::UnixSeconds,
        TimeUnit::Milli => FormatType::UnixMillis,
        TimeUnit::Micro => FormatType::UnixMicros,
        TimeUnit::Nano => FormatType::UnixNanos,
    }
}

/// The types of the runtime's `formats` that the API needs.
pub(super) fn needed(api: &Api) -> BTreeSet<FormatType> {
    let types = api.type_ids().filter_map(|id| match api.ty(id).shape {
        Shape::Primitive(primitive) => Some(of_primitive(primitive)),
        Shape::Any
        | Shape::Array(_)
        | Shape::Map(_)
        | Shape::Patterned(_)
        | Shape::Tuple(_)
        | Shape::Alias(_)
        | Shape::Struct(_)
        | Shape::Enum(_)
        | Shape::Union(_) => None,
    });
    let formats = types.filter_map(|ty| match ty {
        RustType::Format(format) => Some(format),
        RustType::Unit
        | RustType::Bool
        | RustType::Integer { .. }
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Number
        | RustType::Bytes
        | RustType::Json
        | RustType::JsonObject
        | RustType::Vec(_)
        | RustType::Map(_)
        | RustType::KeyedMap(..)
        | RustType::OpenMap(_)
        | RustType::Option(_)
        | RustType::Nullable(_)
        | RustType::Boxed(_)
        | RustType::Named(_)
        | RustType::Undecoded => None,
    });
    formats.collect()
}
