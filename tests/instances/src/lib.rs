//! Random instances of JSON Schemas, straight from what the files of a description hold.
//!
//! Nothing here knows what the generator makes of a schema: of its rooms only `source` is named, which reads files into
//! values. So what an instance shows is not what the generator believes. Each instance is checked by a judge that is
//! not ours either, the crate `jsonschema`; what does not fit is thrown away, and [`Sample`] counts it.
//!
//! ```
//! let file = serde_json::json!({
//!     "openapi": "3.0.3",
//!     "components": {"schemas": {"Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}},
//! });
//! let document = instances::Document::of_value(file);
//! let world = instances::World::new(&document, &[]);
//! for value in instances::Instances::of(&world, "Pet", 7).take(3) {
//!     assert!(value["name"].is_string());
//! }
//! ```

mod document;
mod judge;
mod make;
mod sample;
mod world;

#[cfg(test)]
mod shown;

pub use document::{Component, Dialect, Document, components};
pub use judge::Reading;
pub use make::Schema;
pub use sample::{Instances, Sample};
pub use world::World;
