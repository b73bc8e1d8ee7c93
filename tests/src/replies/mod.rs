//! What comes back of every kind of answer: a generated crate against a server on loopback.

mod consumer;
mod script;
