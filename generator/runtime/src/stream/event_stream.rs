use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::event_source::Events;
use super::head::says_its_head;
use super::pull::{Pull, State};
use super::{Event, EventForm, Reconnect};
use crate::answer::{Answer, ContentType, Head, Response};
use crate::call::{Call, Incoming};
use crate::error::{BodyError, DecodeFailure, Error, OperationError, Undecoded};
use crate::json::{self, Decode, DecodeError};

/// The events of an answer of `text/event-stream` while they arrive. What is not asked for is not read; dropping it gives
/// up the rest.
///
/// A connection that is lost is opened again as [`Reconnect`] says. The stream may last as long as it will: only the
/// silence between two reads and the size of a single event, that of `max_body_bytes`, are limited.
pub struct EventStream<T> {
    head: Box<Head>,
    form: &'static EventForm,
    pull: Pull<Events>,
    last_event_id: String,
    item: fn(&EventForm, &Event) -> Result<T, DecodeError>,
}

/// Whether a body may be one of events.
fn is_event_stream(stated: &ContentType) -> bool {
    stated.essence() == "text/event-stream"
}

impl Call {
    /// Sends it, and hands over the events of a success; `failure` decodes what the document says of other answers.
    /// Asks for the media types in `accept` only, if there are any.
    ///
    /// # Errors
    /// When there is no answer; `Api`, when it is not a success; `Decode`, when it is one of another media type.
    pub async fn events<T: Decode, E>(
        self,
        accept: Option<&'static str>,
        form: &'static EventForm,
        failure: fn(&Answer) -> Option<Result<E, BodyError>>,
    ) -> Result<Response<EventStream<T>>, OperationError<E>> {
        let opened = self.open(accept, is_event_stream).await?;
        let incoming = opened.incoming("text/event-stream", failure)?;
        let head = Box::new(incoming.head().clone());
        let stream = EventStream::new(incoming, form, decoded::<T>);
        Ok(Response::new(head, stream))
    }
}

impl<T> EventStream<T> {
    fn new(
        incoming: Incoming,
        form: &'static EventForm,
        item: fn(&EventForm, &Event) -> Result<T, DecodeError>,
    ) -> Self {
        Self {
            head: Box::new(incoming.head().clone()),
            pull: Pull::new(Events::new(incoming, form)),
            form,
            last_event_id: String::new(),
            item,
        }
    }

    /// The next item; `None` at the end.
    ///
    /// # Errors
    /// `Decode`, when an event is not what was expected: the next one can be asked for all the same. `Transport`,
    /// `Timeout`, `TooLarge` or `Api`, when the stream is lost: nothing comes after it.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        std::future::poll_fn(|context| self.poll(context)).await
    }

    /// What is done when the connection is lost; it is resumed where it can be, unless this is called.
    #[must_use]
    pub fn reconnect(mut self, reconnect: Reconnect) -> Self {
        if let Some(events) = at_hand(&mut self.pull) {
            events.reconnect = reconnect;
        }
        self
    }

    /// The events themselves, whatever their data says: their names and ids too.
    pub fn into_events(self) -> EventStream<Event> {
        EventStream {
            head: self.head,
            form: self.form,
            pull: self.pull,
            last_event_id: self.last_event_id,
            item: |_, event| Ok(event.clone()),
        }
    }

    /// The id of the last item, or of the last before it that had one; empty, if there was none.
    pub fn last_event_id(&self) -> &str {
        &self.last_event_id
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let polled = self.pull.poll(context);
        polled.map(|next| {
            next.map(|event| {
                let event = event?;
                if let Some(events) = at_hand(&mut self.pull) {
                    events.last_event_id().clone_into(&mut self.last_event_id);
                }
                (self.item)(self.form, &event)
                    .map_err(|error| undecodable(&self.head, event, error))
            })
        })
    }
}

/// The source, unless it is reading or has come to its end.
fn at_hand(pull: &mut Pull<Events>) -> Option<&mut Events> {
    match &mut pull.0 {
        State::Idle(events) => Some(events),
        State::Reading(_) | State::Ended => None,
    }
}

fn decoded<T: Decode>(form: &EventForm, event: &Event) -> Result<T, DecodeError> {
    json::from_str(&form.text(event))
}

/// An event that is not what was expected, with its data.
fn undecodable(head: &Head, event: Event, error: DecodeError) -> Error {
    let failure = DecodeFailure::new(
        head.clone(),
        Bytes::from(event.data),
        BodyError::Json(error),
    );
    OperationError::<Undecoded>::from(failure).into()
}

impl<T> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

says_its_head!(EventStream<T>);
