//! Credentials, which of them a request needs, and how they are written into it.

mod choice;
mod credential;
mod source;
mod written;

pub use choice::{at_hand, choose};
pub use credential::{Credential, Secret};
pub use source::{Asked, TokenSource};
pub use written::Written;
