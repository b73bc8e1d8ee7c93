//! Request bodies as `reqwest` takes them.

use super::{Body, TransportError};

/// The body of a request; `None`: there is none.
#[cfg(not(target_family = "wasm"))]
pub(super) async fn outgoing(body: &Body) -> Result<Option<reqwest::Body>, TransportError> {
    match body.as_bytes() {
        _ if body.is_none() => Ok(None),
        Some(bytes) => Ok(Some(reqwest::Body::from(bytes.clone()))),
        None => {
            let streamed = streamed::Streamed::new(body.open().await?);
            Ok(Some(reqwest::Body::wrap(streamed)))
        }
    }
}

/// The browser takes a body in one piece.
#[cfg(target_family = "wasm")]
pub(super) async fn outgoing(body: &Body) -> Result<Option<reqwest::Body>, TransportError> {
    if body.is_none() {
        return Ok(None);
    }
    let mut opened = body.open().await?;
    let mut bytes = Vec::new();
    while let Some(chunk) = opened.chunks.chunk().await? {
        bytes.extend_from_slice(&chunk);
    }
    Ok(Some(reqwest::Body::from(bytes)))
}

#[cfg(not(target_family = "wasm"))]
mod streamed {
    use std::pin::Pin;
    use std::sync::{Mutex, PoisonError};
    use std::task::{Context, Poll, ready};

    use bytes::Bytes;
    use http_body::{Frame, SizeHint};

    use super::super::{ChunkSource, OpenBody, TransportError};
    use crate::boxed::BoxFuture;

    type Chunk = Result<Option<Bytes>, TransportError>;
    /// Waits for a chunk, and gives back where it came from.
    type Waiting = BoxFuture<'static, (Chunk, Box<dyn ChunkSource>)>;

    /// A body that is sent as it is read. What is behind the lock can move between threads, but not be shared.
    pub(super) struct Streamed {
        waiting: Mutex<Option<Waiting>>,
        left: Option<u64>,
    }

    impl Streamed {
        pub(super) fn new(OpenBody { size, chunks }: OpenBody) -> Self {
            Self {
                waiting: Mutex::new(Some(next(chunks))),
                left: size,
            }
        }
    }

    fn next(mut chunks: Box<dyn ChunkSource>) -> Waiting {
        Box::pin(async move {
            let chunk = chunks.chunk().await;
            (chunk, chunks)
        })
    }

    impl http_body::Body for Streamed {
        type Data = Bytes;
        type Error = TransportError;

        fn poll_frame(
            self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
            let this = self.get_mut();
            let waiting = this.waiting.get_mut();
            let waiting = waiting.unwrap_or_else(PoisonError::into_inner);
            let Some(pending) = waiting else {
                return Poll::Ready(None);
            };
            let (chunk, chunks) = ready!(pending.as_mut().poll(context));
            *waiting = matches!(chunk, Ok(Some(_))).then(|| next(chunks));
            let length = |bytes: &Bytes| u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            Poll::Ready(chunk.transpose().map(|chunk| {
                let bytes = chunk?;
                this.left = this.left.map(|left| left.saturating_sub(length(&bytes)));
                Ok(Frame::data(bytes))
            }))
        }

        fn size_hint(&self) -> SizeHint {
            self.left
                .map_or_else(SizeHint::default, SizeHint::with_exact)
        }
    }
}
