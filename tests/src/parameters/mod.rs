//! What parameters are on the wire: documents, values, and the request that arrives at a server.

mod course;
mod probed;
mod standard;
mod table;
mod templates;
