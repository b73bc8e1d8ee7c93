use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::head::says_its_head;
use super::pull::{Pull, Source, Step};
use super::{Framed, Framing, Splitter};
use crate::answer::{Answer, Head, Response};
use crate::boxed::BoxFuture;
use crate::call::{Call, Incoming};
use crate::error::{BodyError, DecodeFailure, Error, OperationError, Undecoded};
use crate::json::{self, Decode};

/// The items of an answer of JSON lines, or of a sequence of JSON texts, while they arrive. What is not asked for is not
/// read; dropping it gives up the rest.
///
/// The stream may last as long as it will: only the silence between two reads and the size of a single item, that of
/// `max_body_bytes`, are limited.
pub struct ItemStream<T> {
    head: Box<Head>,
    pull: Pull<Items>,
    decode: fn(&[u8]) -> Result<T, json::DecodeError>,
}

struct Items {
    incoming: Incoming,
    splitter: Splitter,
    arrived: Bytes,
    ended: bool,
}

impl Call {
    /// Sends it, and hands over the items of a success; `failure` decodes what the document says of other answers.
    /// Asks for the media types in `accept` only, if there are any.
    ///
    /// # Errors
    /// When there is no answer; `Api`, when it is not a success; `Decode`, when it is one of another media type.
    pub async fn items<T: Decode, E>(
        self,
        accept: Option<&'static str>,
        framing: Framing,
        failure: fn(&Answer) -> Option<Result<E, BodyError>>,
    ) -> Result<Response<ItemStream<T>>, OperationError<E>> {
        let opened = self.open(accept, framing.accepts()).await?;
        let incoming = opened.incoming(framing.expected(), failure)?;
        let head = Box::new(incoming.head().clone());
        let stream = ItemStream {
            head: head.clone(),
            pull: Pull::new(Items::new(incoming, framing)),
            decode: json::from_slice::<T>,
        };
        Ok(Response::new(head, stream))
    }
}

impl<T> ItemStream<T> {
    /// The next item; `None` at the end.
    ///
    /// # Errors
    /// `Decode`, when an item is not what was expected: the next one can be asked for all the same. `Transport`,
    /// `Timeout` or `TooLarge`, when the stream is lost: nothing comes after it.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let polled = self.pull.poll(context);
        polled.map(|next| next.map(|item| self.decoded(item?)))
    }

    fn decoded(&self, item: Framed) -> Result<T, Error> {
        let decoded = (self.decode)(&item.bytes);
        let error = match decoded {
            Ok(value) if !item.may_be_cut => return Ok(value),
            Ok(_) => BodyError::Truncated(item.bytes.len()),
            Err(error) => BodyError::Json(error),
        };
        let failure = DecodeFailure::new((*self.head).clone(), item.bytes, error);
        Err(OperationError::<Undecoded>::from(failure).into())
    }
}

impl<T> Stream for ItemStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl Items {
    fn new(incoming: Incoming, framing: Framing) -> Self {
        Self {
            splitter: Splitter::new(framing, incoming.limit()),
            incoming,
            arrived: Bytes::new(),
            ended: false,
        }
    }
}

impl Source for Items {
    type Item = Framed;

    fn step(&mut self) -> Result<Step<Framed>, Error> {
        let item = self.splitter.next(&mut self.arrived);
        let item = item.map_err(|_| self.incoming.too_large())?;
        let is_rest = item.is_none() && self.ended;
        let item = item.or_else(|| is_rest.then(|| self.splitter.finish()).flatten());
        Ok(match item {
            Some(item) => Step::Item(item),
            None if self.ended => Step::End,
            None => Step::Read,
        })
    }

    fn read(&mut self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async move {
            match self.incoming.chunk().await? {
                Some(chunk) => self.arrived = chunk,
                None => self.ended = true,
            }
            Ok(())
        })
    }
}

says_its_head!(ItemStream<T>);
