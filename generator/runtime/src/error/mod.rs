//! What can go wrong with a call, and what an answer that is not a success says.

mod broken;
mod call_error;
mod crate_error;
mod decode;
mod excerpt;
mod failure;
mod operation_error;
mod refused;

pub use broken::{TimeLimit, TimeoutFailure, TooLargeFailure, TransportFailure};
pub use call_error::CallError;
pub use crate_error::Error;
pub use decode::{BodyError, DecodeFailure};
pub use failure::{Failure, Undecoded};
pub use operation_error::{Answered, CallResult, OperationError};
pub use refused::{AuthFailure, RequestFailure};
