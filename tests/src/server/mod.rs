//! A real HTTP server on loopback that answers by a script and keeps the bytes that arrived.

mod answer;
mod listen;
mod request;
#[cfg(test)]
mod tests;

pub(crate) use answer::Answer;
pub(crate) use listen::Server;
pub(crate) use request::Request;
