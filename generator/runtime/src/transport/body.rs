use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use super::{TransportError, TransportErrorKind};
use crate::boxed::{BoxFuture, MaybeSend};

/// The body of a request: bytes, or what is opened for each attempt to send it.
#[derive(Clone, Default)]
pub struct Body(Content);

#[derive(Clone, Default)]
enum Content {
    #[default]
    None,
    Bytes(Bytes),
    Source(Arc<dyn BodySource>),
}

/// Where the bytes of a body come from, chunk by chunk.
pub trait ChunkSource: MaybeSend {
    /// The next chunk, without content codings; `None` at the end.
    ///
    /// # Errors
    /// When the connection fails, falls silent for too long, or ends before the body does.
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

/// A body that is not in memory. It is opened from its beginning each time that the request is sent.
pub trait BodySource: Send + Sync {
    /// How many bytes there will be, if that is known; then there must be as many.
    ///
    /// # Errors
    /// When it cannot be read, of the kind [`Body`](TransportErrorKind::Body).
    fn size(&self) -> BoxFuture<'_, Result<Option<u64>, TransportError>>;

    /// Opens it.
    ///
    /// # Errors
    /// When it cannot be read, of the kind [`Body`](TransportErrorKind::Body).
    fn open(&self) -> BoxFuture<'_, Result<Box<dyn ChunkSource>, TransportError>>;

    /// Whether it can be opened again. A request whose body cannot is sent once.
    fn is_repeatable(&self) -> bool {
        true
    }
}

/// A body that has been opened.
pub struct OpenBody {
    /// How many bytes there are, if that is known.
    pub size: Option<u64>,
    /// The bytes; if their number is known, there are neither fewer nor more, or an error says so.
    pub chunks: Box<dyn ChunkSource>,
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

    /// What this gives each time that it is opened.
    pub fn source(source: impl BodySource + 'static) -> Self {
        Self(Content::Source(Arc::new(source)))
    }

    /// Whether there is no body at all; one of no bytes is a body.
    pub fn is_none(&self) -> bool {
        match &self.0 {
            Content::None => true,
            Content::Bytes(_) | Content::Source(_) => false,
        }
    }

    /// Whether it is known that nothing goes over the wire: no body, or one of no bytes.
    pub fn is_empty(&self) -> bool {
        match &self.0 {
            Content::None => true,
            Content::Bytes(bytes) => bytes.is_empty(),
            Content::Source(_) => false,
        }
    }

    /// Whether it can be sent more than once.
    pub fn is_repeatable(&self) -> bool {
        match &self.0 {
            Content::None | Content::Bytes(_) => true,
            Content::Source(source) => source.is_repeatable(),
        }
    }

    /// The bytes, if there is a body and it is in memory.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Content::None | Content::Source(_) => None,
            Content::Bytes(bytes) => Some(bytes),
        }
    }

    /// How many bytes there are, if that is known.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn size(&self) -> Result<Option<u64>, TransportError> {
        match &self.0 {
            Content::None => Ok(Some(0)),
            Content::Bytes(bytes) => Ok(u64::try_from(bytes.len()).ok()),
            Content::Source(source) => source.size().await,
        }
    }

    /// Opens it from its beginning, to send it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn open(&self) -> Result<OpenBody, TransportError> {
        let size = self.size().await?;
        let chunks: Box<dyn ChunkSource> = match &self.0 {
            Content::None => Box::new(None),
            Content::Bytes(bytes) => Box::new(Some(bytes.clone())),
            Content::Source(source) => match (source.open().await?, size) {
                (chunks, Some(left)) => Box::new(Exactly { chunks, left }),
                (chunks, None) => chunks,
            },
        };
        Ok(OpenBody { size, chunks })
    }
}

/// A body of so many bytes: a length that was announced binds (RFC 9110 §8.6).
struct Exactly {
    chunks: Box<dyn ChunkSource>,
    left: u64,
}

impl ChunkSource for Exactly {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async move {
            let chunk = self.chunks.chunk().await?;
            let length = chunk.as_ref().map_or(0, Bytes::len);
            let left = u64::try_from(length).ok();
            let left = left.and_then(|length| self.left.checked_sub(length));
            let error = |reason: &str| Err(TransportError::new(TransportErrorKind::Body, reason));
            match (&chunk, left) {
                (_, None) => error("it is longer than it was said to be"),
                (None, Some(1..)) => error("it is shorter than it was said to be"),
                (_, Some(left)) => {
                    self.left = left;
                    Ok(chunk)
                }
            }
        })
    }
}

macro_rules! from {
    ($($of:ty),*) => {
        $(impl From<$of> for Body {
            fn from(bytes: $of) -> Self {
                Self::bytes(bytes)
            }
        })*
    };
}

from!(Bytes, Vec<u8>, String, &'static [u8], &'static str);

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Content::None => formatter.write_str("Body(none)"),
            Content::Bytes(bytes) => write!(formatter, "Body({} bytes)", bytes.len()),
            Content::Source(_) => formatter.write_str("Body(source)"),
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
