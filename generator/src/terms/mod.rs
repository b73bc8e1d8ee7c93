//! The closed words of HTTP and OpenAPI.

mod format;
mod framing;
mod media_type;
mod method;
mod parameter;
mod spelling;
mod status;
mod xml_node;

#[cfg(test)]
mod tests;

pub use format::{IntegerFormat, NumberFormat, TextFormat, TimeUnit};
pub use framing::Framing;
pub use media_type::MediaType;
pub use method::Method;
pub use parameter::{ParameterLocation, ParameterStyle};
pub use spelling::is_same_format;
pub use status::StatusPattern;
pub use xml_node::XmlNode;
