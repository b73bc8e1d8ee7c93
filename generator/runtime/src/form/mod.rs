//! Bodies of names and values (`application/x-www-form-urlencoded`; OAS 3.1 §4.8.15, WHATWG URL §5).

mod body;
mod write;

pub use write::write;
