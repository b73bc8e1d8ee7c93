use std::time::Duration;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};

use super::pull::{Source, Step};
use super::{Event, EventForm, EventParser};
use crate::boxed::BoxFuture;
use crate::call::{Incoming, Opened};
use crate::error::{BodyError, CallError, DecodeFailure, Error, OperationError, Undecoded};

/// What is done when the connection of a stream of events is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reconnect {
    /// Nothing: it is an error.
    Never,
    /// The stream is resumed behind the last event, if that has an id and the request may be repeated because its method
    /// is safe. A stream that the server ends is at its end.
    #[default]
    Resume,
    /// As browsers do: whatever the method is, and also when the server ends the stream, until it answers with the
    /// status 204. Without an id of an event, the stream begins anew.
    Always,
}

/// Events that arrive, over as many connections as it takes.
pub(super) struct Events {
    incoming: Incoming,
    parser: EventParser,
    form: &'static EventForm,
    arrived: Bytes,
    pub(super) reconnect: Reconnect,
    /// How often the stream was opened since the last event.
    attempts: u32,
    ended: bool,
}

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

impl Events {
    pub(super) fn new(incoming: Incoming, form: &'static EventForm) -> Self {
        Self {
            parser: EventParser::new(incoming.limit()),
            incoming,
            form,
            arrived: Bytes::new(),
            reconnect: Reconnect::default(),
            attempts: 1,
            ended: false,
        }
    }

    pub(super) fn last_event_id(&self) -> &str {
        self.parser.last_event_id()
    }

    async fn advance(&mut self) -> Result<(), Error> {
        match self.incoming.chunk().await {
            Ok(Some(chunk)) => self.arrived = chunk,
            Ok(None) if self.begins_again() => self.again(None).await?,
            Ok(None) if self.parser.is_within_character() => {
                return Err(self.undecodable(BodyError::Text("utf-8")));
            }
            Ok(None) => self.ended = true,
            Err(error) if self.resumes(&error) => self.again(Some(error)).await?,
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Whether the end of a body is not that of the stream.
    fn begins_again(&self) -> bool {
        match self.reconnect {
            Reconnect::Never | Reconnect::Resume => false,
            Reconnect::Always => self.incoming.head().status != StatusCode::NO_CONTENT,
        }
    }

    /// Whether the loss of a connection is not that of the stream.
    fn resumes(&self, error: &CallError) -> bool {
        let is_lost = match error {
            CallError::Transport(_) => true,
            // A whole time limit has passed already: the caller decides.
            CallError::Timeout(_) => false,
            CallError::Request(_) | CallError::Auth(_) | CallError::TooLarge(_) => false,
        };
        is_lost
            && match self.reconnect {
                Reconnect::Never => false,
                Reconnect::Resume => {
                    self.incoming.is_repeatable() && !self.last_event_id().is_empty()
                }
                Reconnect::Always => true,
            }
    }

    /// Opens the stream again, behind the last event, unless that has been tried too often without any.
    async fn again(&mut self, lost: Option<CallError>) -> Result<(), Error> {
        if self.attempts >= self.incoming.max_attempts() {
            self.ended = true;
            return lost.map_or(Ok(()), |error| Err(error.into()));
        }
        let asked = self.parser.reconnection_time().map(Duration::from_millis);
        self.incoming.pause(self.attempts, asked).await;
        self.attempts = self.attempts.saturating_add(1);
        self.parser.restart();
        self.arrived = Bytes::new();
        match self
            .incoming
            .reopen(LAST_EVENT_ID, self.resume_at())
            .await?
        {
            None => Ok(()),
            Some(answer) => Opened::Whole(answer)
                .incoming::<Undecoded>("text/event-stream", |_| None)
                .map(drop)
                .map_err(Error::from),
        }
    }

    /// The value of `Last-Event-ID`. An id that no header field can carry is like none.
    fn resume_at(&self) -> Option<HeaderValue> {
        let id = self.last_event_id();
        (!id.is_empty()).then(|| HeaderValue::from_bytes(id.as_bytes()).ok())?
    }

    fn undecodable(&self, error: BodyError) -> Error {
        let head = self.incoming.head().clone();
        let failure = DecodeFailure::new(head, Bytes::new(), error);
        OperationError::<Undecoded>::from(failure).into()
    }
}

impl Source for Events {
    type Item = Event;

    fn step(&mut self) -> Result<Step<Event>, Error> {
        loop {
            if self.ended {
                return Ok(Step::End);
            }
            let event = self.parser.next(&mut self.arrived);
            let Some(event) = event.map_err(|_| self.incoming.too_large())? else {
                return Ok(Step::Read);
            };
            self.attempts = 1;
            if self.form.is_end(&event) {
                return Ok(Step::End);
            }
            if self.form.is_nothing(&event) {
                continue;
            }
            self.ended = self.form.is_last(&event);
            return Ok(Step::Item(event));
        }
    }

    fn read(&mut self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(self.advance())
    }
}
