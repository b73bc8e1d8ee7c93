//! What a generated crate says about its API, as plain static data.

mod api;
mod operation;
mod parameter;
mod scheme;
mod server;

pub use api::Api;
pub use operation::{Operation, Scopes, Security};
pub use parameter::{Location, Parameter, Style};
pub use scheme::{Scheme, SchemeKind};
pub use server::ServerTemplate;
