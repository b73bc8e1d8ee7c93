//! What carries a request to a server and its answer back.

mod body;
mod error;
mod outgoing;
mod player;
mod recorder;
mod recording;
mod reqwest;
mod transport_trait;

pub use body::{Body, BodySource, ChunkSource, OpenBody};
pub use error::{TransportError, TransportErrorKind};
pub use player::Player;
pub use recorder::Recorder;
pub use recording::{Exchange, REDACTED, RecordedAnswer};
pub use reqwest::{ReqwestTimeouts, ReqwestTransport};
pub use transport_trait::{Transport, TransportRequest, TransportResponse};
