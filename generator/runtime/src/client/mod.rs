//! The client: what it is built from and what it keeps.

mod builder;
mod server;
mod shared;

pub use builder::ClientBuilder;
pub(crate) use builder::header_field;
pub use server::Server;
pub(crate) use server::Variables;
pub use shared::{Client, Limits};
