//! Reads a description, whatever its version, into the words of OpenAPI 3.0.

mod read;

mod load;
mod resemblance;
mod version;

mod reader;
mod unite;

mod bundle;
mod reference;
mod references;
mod resource;

mod components;
mod encoding;
mod flows;
mod incoming;
mod info;
mod operation;
mod parameter;
mod paths;
mod response;
mod schema;
mod security;
mod swagger;

mod keyword;
mod kind;
mod node;
mod scalar;

mod dump;
pub mod extension;
mod further;
mod origins;

#[cfg(test)]
mod tests;

pub use further::{Further, Incoming, Operations};
pub use origins::{Document, Origins};
pub use read::read;
pub use references::References;
