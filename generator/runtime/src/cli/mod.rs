//! The program that a generated crate is under its feature `cli`.

mod completion;
mod flags;
mod program;
mod settings;

mod invoke;
mod perform;
mod session;

mod access;
mod arriving;
mod arriving_events;
mod arriving_items;
mod content;
mod given;
mod input;
mod parts;
mod reactor;

mod answer;
mod items;
mod line;
mod refusal;
mod reply;
mod shown;

mod codec;
mod command;
mod schemas;

pub use access::Login;
pub use arriving::{Arriving, streamed};
pub use codec::{Codec, codec};
pub use command::{Argument, Called, Command, Form, FormKind, Group};
pub use input::Input;
pub use parts::GivenParts;
pub use program::Program;
pub use refusal::Refusal;
pub use reply::{Reply, called};
pub use schemas::Schemas;
pub use settings::Settings;
pub use shown::{Shown, bytes, json, nothing, plain, text, undecoded};
