//! From schemas to types: composition, nullability, unions.

mod ambiguity;
mod api;
mod choice;
mod classes;
mod enumeration;
mod forms;
mod incoming;
mod joined;
mod look;
mod merge;
mod multipart;
mod object;
mod operation;
mod paging;
mod part;
mod patched;
mod response;
mod same;
mod schema;
mod streams;
mod translator;
mod unacted;
mod wrapped;
mod xml;
mod xml_report;

pub use api::translate;
