//! JSON: values, and the reader and writer that the codecs of a generated crate are written against.

mod at;
mod choose;
mod codec;
mod containers;
mod conversions;
mod decimal;
mod decode_error;
mod encode_error;
mod evidence;
mod fault;
mod floats;
pub mod forms;
mod listed;
mod members;
mod nullable;
mod number;
mod object;
mod object_writer;
mod open_map;
mod place;
mod places;
#[cfg(feature = "cli")]
mod raw;
mod reader;
mod scalars;
mod scan;
mod score;
mod skip;
mod strings;
mod texts;
mod tokens;
mod tuple;
mod union;
mod unknown;
mod value;
mod weigh;
mod writer;

pub(crate) use at::{array_at, decode_at};
pub use codec::{Decode, Decoded, Encode};
pub use containers::{Key, Map};
pub use decode_error::DecodeError;
pub use encode_error::EncodeError;
pub use evidence::{Constant, Evidence, Kinds, Variants};
pub use fault::Fault;
pub use listed::{Listed, Order};
pub use nullable::{IntoNullable, Nullable};
pub use number::Number;
pub use object::JsonObject;
pub use object_writer::{Member, Others};
pub use open_map::OpenMap;
pub use places::{Place, Rest, Slot};
#[cfg(feature = "cli")]
pub use raw::RawJson;
pub use reader::{Kind, ObjectStart, Reader};
#[cfg(feature = "cli")]
pub(crate) use texts::read;
pub use texts::{from_json, from_slice, from_str, from_texts, to_json, to_string, to_vec};
pub(crate) use texts::{from_plain, to_request_json, to_request_text};
pub use tuple::Items;
pub use unknown::{UnknownFields, UnknownJson, UnknownValue};
pub use value::Json;
pub use writer::Writer;
