use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::head::says_its_head;
use super::pull::{Pull, Source, Step};
use crate::answer::{Answer, Head, Response};
use crate::boxed::BoxFuture;
use crate::call::{Call, Incoming};
use crate::error::{BodyError, Error, OperationError};

/// The body of an answer while it arrives, in pieces of whatever size. What is not asked for is not read; dropping it
/// gives up the rest. However much there is, no limit but that of the silence between two reads is set to it.
pub struct ByteStream {
    head: Head,
    pull: Pull<Chunks>,
}

struct Chunks {
    incoming: Incoming,
    arrived: Arrived,
}

enum Arrived {
    Nothing,
    Chunk(Bytes),
    End,
}

impl Call {
    /// Sends it, and hands over the bytes of a success; `failure` decodes what the document says of other answers.
    ///
    /// # Errors
    /// When there is no answer; `Api`, when it is not a success.
    pub async fn byte_stream<E>(
        self,
        failure: fn(&Answer) -> Option<Result<E, BodyError>>,
    ) -> Result<Response<ByteStream>, OperationError<E>> {
        let opened = self.open(None, |_| true).await?;
        let incoming = opened.incoming("bytes", failure)?;
        let head = incoming.head().clone();
        let response = Box::new(head.clone());
        let arrived = Arrived::Nothing;
        let pull = Pull::new(Chunks { incoming, arrived });
        Ok(Response::new(response, ByteStream { head, pull }))
    }
}

impl ByteStream {
    /// The next bytes, at least one; `None` at the end.
    ///
    /// # Errors
    /// `Transport` or `Timeout`, when the connection fails before the body is there. Nothing comes after it.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        self.pull.next().await
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().pull.poll(context)
    }
}

impl Source for Chunks {
    type Item = Bytes;

    fn step(&mut self) -> Result<Step<Bytes>, Error> {
        Ok(
            match std::mem::replace(&mut self.arrived, Arrived::Nothing) {
                Arrived::Nothing => Step::Read,
                Arrived::Chunk(chunk) => Step::Item(chunk),
                Arrived::End => Step::End,
            },
        )
    }

    fn read(&mut self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async move {
            self.arrived = match self.incoming.chunk().await? {
                Some(chunk) if chunk.is_empty() => Arrived::Nothing,
                Some(chunk) => Arrived::Chunk(chunk),
                None => Arrived::End,
            };
            Ok(())
        })
    }
}

says_its_head!(ByteStream);
