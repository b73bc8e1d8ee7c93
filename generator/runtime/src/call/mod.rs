//! A call, from what the application gives to the answer.

mod attempts;
mod credentials;
mod deadline;
mod exchange;
mod incoming;
mod member;
mod options;
mod paged;
mod prepare;
mod raw;
mod receive;
mod redirect;
mod span;
mod state;

pub use incoming::{Incoming, IsStream, Opened};
pub use options::CallOptions;
pub use raw::Request;
pub use redirect::follow;
pub use state::Call;
