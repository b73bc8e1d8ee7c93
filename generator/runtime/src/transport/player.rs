use std::collections::VecDeque;
use std::fmt;
use std::sync::Mutex;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{HeaderMap, Method, StatusCode};

use super::recorder::{change, read};
use super::recording::RecordedAnswer;
use super::{
    ChunkSource, Transport, TransportError, TransportErrorKind, TransportRequest, TransportResponse,
};
use crate::boxed::BoxFuture;
use crate::error::{CallError, Error, RequestFailure};

/// A transport that answers from memory and keeps what it was asked, for tests.
///
/// Pauses between attempts take no time, and time limits of calls never pass. Give the client a
/// clone of an `Arc` of it, so that it can be asked afterwards.
#[derive(Default)]
pub struct Player {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    script: VecDeque<Cue>,
    requests: Vec<TransportRequest>,
    pauses: Vec<Duration>,
}

/// An answer, and the request that it is for, unless it is for any.
struct Cue {
    wanted: Option<(Method, String)>,
    answer: Result<RecordedAnswer, TransportErrorKind>,
}

impl Player {
    /// Answers nothing yet: each call fails.
    pub fn new() -> Self {
        Self::default()
    }

    /// Plays what a [`Recorder`](super::Recorder) gave as JSON. A request is answered by the first
    /// exchange that has its method, path and query and was not played yet.
    ///
    /// # Errors
    /// When the text is no such recording.
    pub fn recorded(text: &str) -> Result<Self, Error> {
        let exchanges = read(text).map_err(|reason| {
            let failure = RequestFailure::new("the text is no recording of exchanges");
            Error::from(CallError::from(failure.with_source(reason)))
        })?;
        let cue = |exchange: super::Exchange| Cue {
            wanted: Some((exchange.method, exchange.target)),
            answer: exchange.answer,
        };
        let player = Self::default();
        change(&player.state, |state| {
            state.script = exchanges.into_iter().map(cue).collect();
        });
        Ok(player)
    }

    /// Answers the next request that has no answer yet with JSON, whatever it asks for.
    #[must_use]
    pub fn json(self, status: StatusCode, body: impl Into<Bytes>) -> Self {
        let json = HeaderValue::from_static("application/json");
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, json)]);
        self.answer(RecordedAnswer::new(status, headers, body))
    }

    /// Answers the next request that has no answer yet, whatever it asks for.
    #[must_use]
    pub fn answer(self, answer: RecordedAnswer) -> Self {
        self.cue(Ok(answer))
    }

    /// Fails the next request that has no answer yet.
    #[must_use]
    pub fn failure(self, kind: TransportErrorKind) -> Self {
        self.cue(Err(kind))
    }

    /// The requests so far, each attempt of a call, with their credentials.
    pub fn requests(&self) -> Vec<TransportRequest> {
        change(&self.state, |state| state.requests.clone())
    }

    /// How long would have been waited between attempts.
    pub fn pauses(&self) -> Vec<Duration> {
        change(&self.state, |state| state.pauses.clone())
    }

    /// How many answers were not asked for yet.
    pub fn left(&self) -> usize {
        change(&self.state, |state| state.script.len())
    }

    fn cue(self, answer: Result<RecordedAnswer, TransportErrorKind>) -> Self {
        let wanted = None;
        change(&self.state, |state| {
            state.script.push_back(Cue { wanted, answer });
        });
        self
    }
}

impl State {
    fn play(&mut self, request: TransportRequest) -> Result<TransportResponse, TransportError> {
        let asked = (request.method.clone(), request.shown_target());
        self.requests.push(request);
        let fits = |cue: &Cue| cue.wanted.as_ref().is_none_or(|wanted| *wanted == asked);
        let turn = self.script.iter().position(fits);
        let Some(cue) = turn.and_then(|turn| self.script.remove(turn)) else {
            // Without the query, which may hold what is nobody's business.
            let path = asked.1.split('?').next().unwrap_or_default();
            let missing = format!("there is no answer for {} {path}", asked.0);
            return Err(TransportError::new(TransportErrorKind::Broken, missing));
        };
        let answer = cue.answer.map_err(played)?;
        let body = Chunks {
            body: Some(answer.body),
            broken: answer.broken,
        };
        Ok(TransportResponse::streaming(
            answer.status,
            answer.headers,
            Box::new(body),
        ))
    }
}

impl Transport for Player {
    fn send(
        &self,
        request: TransportRequest,
    ) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let played = change(&self.state, |state| state.play(request));
        Box::pin(async move { played })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        change(&self.state, |state| state.pauses.push(duration));
        Box::pin(async {})
    }

    fn deadline(&self, _limit: Duration) -> BoxFuture<'_, ()> {
        Box::pin(std::future::pending())
    }
}

/// The body of a recorded answer.
struct Chunks {
    body: Option<Bytes>,
    broken: Option<TransportErrorKind>,
}

impl ChunkSource for Chunks {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let body = self.body.take();
        let chunk = match (body, self.broken) {
            (None, Some(kind)) => Err(played(kind)),
            (body, _) => Ok(body),
        };
        Box::pin(async move { chunk })
    }
}

fn played(kind: TransportErrorKind) -> TransportError {
    TransportError::new(kind, "a recorded failure")
}

impl fmt::Debug for Player {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Player")
            .field("requests", &self.requests())
            .field("left", &self.left())
            .finish_non_exhaustive()
    }
}
