use std::fmt;

use bytes::Bytes;

use super::TransportError;
use crate::boxed::{BoxFuture, MaybeSend};

/// The body of a request. It can be sent again, since a request can be.
#[derive(Clone, Default)]
pub struct Body(Content);

#[derive(Clone, Default)]
enum Content {
    #[default]
    None,
    Bytes(Bytes),
}

/// Where the body of an answer comes from, chunk by chunk.
pub trait ChunkSource: MaybeSend {
    /// The next chunk, without content codings; `None` at the end.
    ///
    /// # Errors
    /// When the connection fails, falls silent for too long, or ends before the body does.
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

impl Body {
    /// No body at all.
    pub const fn none() -> Self {
        Self(Content::None)
    }

    /// These bytes, even if they are none.
    pub fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self(Content::Bytes(bytes.into()))
    }

    /// Whether there is no body at all; one of no bytes is a body.
    pub fn is_none(&self) -> bool {
        match &self.0 {
            Content::None => true,
            Content::Bytes(_) => false,
        }
    }

    /// The bytes, if there is a body.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Content::None => None,
            Content::Bytes(bytes) => Some(bytes),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Content::None => formatter.write_str("Body(none)"),
            Content::Bytes(bytes) => write!(formatter, "Body({} bytes)", bytes.len()),
        }
    }
}

/// A body that is there already: one chunk.
impl ChunkSource for Option<Bytes> {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let chunk = self.take();
        Box::pin(async move { Ok(chunk) })
    }
}
