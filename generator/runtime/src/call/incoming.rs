use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::Call;
use super::attempts::{attempts, in_time};
use super::prepare::{Prepared, prepare};
use super::receive::{arrived, failed, has_no_body, receive};
use super::state::State;
use crate::answer::{Answer, ContentType, Head};
use crate::boxed::BoxFuture;
use crate::error::{BodyError, CallError, OperationError, TooLargeFailure};
use crate::retry;
use crate::transport::ChunkSource;

/// What a call that asked for a stream was answered by.
pub enum Opened {
    /// A success whose body is read while it arrives.
    Streaming(Incoming),
    /// Anything else, its body read.
    Whole(Answer),
}

/// Says of a media type whether a body of it can be read while it arrives.
pub type IsStream = fn(&ContentType) -> bool;

/// A success of which the head is there and the body is still to come.
pub struct Incoming {
    prepared: Box<Prepared>,
    is_stream: IsStream,
    head: Box<Head>,
    source: Box<dyn ChunkSource>,
}

impl Call {
    /// Sends it as [`execute`](Self::execute) does, and returns as soon as the head of the answer is there; a time limit
    /// of the call ends there too. Asks for these media types, if any are given, instead of all of the operation.
    ///
    /// # Errors
    /// When there is no answer. One that is not a success is no error here.
    pub fn open(
        mut self,
        accept: Option<&'static str>,
        is_stream: IsStream,
    ) -> BoxFuture<'static, Result<Opened, CallError>> {
        self.0.route.accept = accept.unwrap_or(self.0.route.accept);
        Box::pin(open(*self.0, is_stream))
    }
}

async fn open(state: State, is_stream: IsStream) -> Result<Opened, CallError> {
    let prepared = Box::new(prepare(state)?);
    Ok(match connect(&prepared, is_stream).await? {
        Connected::Streaming(head, source) => Opened::Streaming(Incoming {
            prepared,
            is_stream,
            head,
            source,
        }),
        Connected::Whole(answer) => Opened::Whole(answer),
    })
}

impl Opened {
    /// What is to come of a success; `failure` decodes what the document says of other answers.
    ///
    /// # Errors
    /// `Api`, when the answer is not a success; `Decode`, when it is not `expected`.
    pub fn incoming<E>(
        self,
        expected: &'static str,
        failure: fn(&Answer) -> Option<Result<E, BodyError>>,
    ) -> Result<Incoming, OperationError<E>> {
        match self {
            Self::Streaming(incoming) => Ok(incoming),
            Self::Whole(answer) if answer.status().is_success() => {
                Err(no_stream(answer, expected).into())
            }
            Self::Whole(answer) => Err(answer.failure(failure)),
        }
    }
}

/// A success of another media type than that of a stream.
fn no_stream(answer: Answer, expected: &'static str) -> crate::error::DecodeFailure {
    let stated = answer.content_type();
    let found = stated.as_ref().map_or("", ContentType::essence);
    let error = BodyError::content_type(expected, found);
    answer.undecodable(error)
}

impl Incoming {
    /// Status and header fields.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The next bytes; `None` at the end.
    ///
    /// # Errors
    /// When the connection fails or falls silent for too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, CallError> {
        let chunk = self.source.chunk().await;
        chunk.map_err(|error| failed(&self.prepared, Some(self.head.status), error))
    }

    /// The most bytes that may be kept at once.
    pub fn limit(&self) -> usize {
        usize::try_from(self.prepared.state.limits.max_body_bytes).unwrap_or(usize::MAX)
    }

    /// An item has more bytes than may be kept at once.
    pub fn too_large(&self) -> CallError {
        let Head {
            operation, status, ..
        } = &*self.head;
        let limit = self.prepared.state.limits.max_body_bytes;
        TooLargeFailure::new(operation.clone(), *status, limit).into()
    }

    /// Sending the request again does no harm, as far as its method says.
    pub fn is_repeatable(&self) -> bool {
        let route = &self.prepared.state.route;
        route.method.is_safe() || route.retry
    }

    /// The most times in a row that the stream may be opened.
    pub fn max_attempts(&self) -> u32 {
        self.prepared.state.limits.max_attempts
    }

    /// Waits before the attempt after that of this number: as long as was `asked`, or by our own choice.
    pub async fn pause(&mut self, attempt: u32, asked: Option<Duration>) {
        let state = &self.prepared.state;
        let pause = asked.unwrap_or_else(|| retry::pause(attempt, fastrand::f64()));
        let pause = pause.min(state.limits.max_retry_delay);
        state.client.shared().transport.sleep(pause).await;
    }

    /// Sends the request again, with a header field more or another value of it.
    ///
    /// An answer that is no stream comes back.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn reopen(
        &mut self,
        name: HeaderName,
        value: Option<HeaderValue>,
    ) -> Result<Option<Answer>, CallError> {
        // The broken connection is given up first.
        self.source = Box::new(None::<Bytes>);
        if let Some(value) = value {
            self.prepared.request.headers.insert(name, value);
        }
        match connect(&self.prepared, self.is_stream).await? {
            Connected::Streaming(head, source) => {
                (self.head, self.source) = (head, source);
                Ok(None)
            }
            Connected::Whole(answer) => Ok(Some(answer)),
        }
    }
}

enum Connected {
    Streaming(Box<Head>, Box<dyn ChunkSource>),
    Whole(Answer),
}

async fn connect(prepared: &Prepared, is_stream: IsStream) -> Result<Connected, CallError> {
    let work = async {
        let exchanged = attempts(prepared).await?;
        let is_stream = exchanged.as_ref().is_ok_and(|response| {
            response.status.is_success()
                && stated(&response.headers).is_none_or(|of| is_stream(&of))
        });
        if !is_stream {
            return receive(prepared, exchanged).await.map(Connected::Whole);
        }
        let response = arrived(prepared, exchanged)?;
        let head = Box::new(Head {
            operation: prepared.state.route.name.clone(),
            status: response.status,
            headers: response.headers,
        });
        let source = if has_no_body(&prepared.state.route.method, head.status) {
            Box::new(None::<Bytes>)
        } else {
            response.body
        };
        Ok(Connected::Streaming(head, source))
    };
    in_time(prepared, work).await
}

/// The media type that the header fields state.
fn stated(headers: &HeaderMap) -> Option<ContentType> {
    let text = headers.get(CONTENT_TYPE)?.as_bytes();
    let stated = ContentType::parse(&String::from_utf8_lossy(text));
    (!stated.essence().is_empty()).then_some(stated)
}
