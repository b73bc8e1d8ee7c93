use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use http::header::{HeaderValue, SET_COOKIE};

use super::recording::{Exchange, REDACTED, RecordedAnswer};
use super::{ChunkSource, Transport, TransportError, TransportRequest, TransportResponse};
use crate::boxed::BoxFuture;
use crate::json::Json;

/// A transport that keeps all that goes through it, for tests.
///
/// Credentials and whatever else is marked as secret are left out of what it keeps; the bodies are
/// kept as they are. Give the client a clone of an `Arc` of it, and write what
/// [`to_json`](Self::to_json) gives into a file that a [`Player`](super::Player) plays back.
#[derive(Debug)]
pub struct Recorder<T> {
    inner: T,
    exchanges: Tape,
}

type Tape = Arc<Mutex<Vec<Exchange>>>;

impl<T: Transport> Recorder<T> {
    /// Keeps what goes through this transport.
    pub fn new(inner: T) -> Self {
        Self {
            inner,
            exchanges: Tape::default(),
        }
    }

    /// What was kept so far, in the order in which the answers came.
    pub fn exchanges(&self) -> Vec<Exchange> {
        change(&self.exchanges, |exchanges| exchanges.clone())
    }

    /// The same as a text of JSON.
    pub fn to_json(&self) -> String {
        let exchanges = self.exchanges();
        let lines: Vec<String> = exchanges
            .iter()
            .map(|exchange| exchange.to_json().to_string())
            .collect();
        format!("[\n{}\n]\n", lines.join(",\n"))
    }
}

impl<T: Transport> Transport for Recorder<T> {
    fn send(
        &self,
        request: TransportRequest,
    ) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let mut exchange = Exchange {
            method: request.method.clone(),
            target: request.shown_target(),
            headers: without_secrets(&request.headers),
            body: request.body.as_bytes().cloned().unwrap_or_default(),
            answer: Err(super::TransportErrorKind::Broken),
        };
        let pending = self.inner.send(request);
        Box::pin(async move {
            let result = pending.await;
            exchange.answer = match &result {
                Ok(response) => Ok(RecordedAnswer::new(
                    response.status,
                    without_secrets(&response.headers),
                    Bytes::new(),
                )),
                Err(error) => Err(error.kind()),
            };
            let turn = change(&self.exchanges, |exchanges| {
                exchanges.push(exchange);
                exchanges.len() - 1
            });
            let mut response = result?;
            response.body = Box::new(Taped {
                inner: response.body,
                tape: Arc::clone(&self.exchanges),
                turn,
            });
            Ok(response)
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.inner.sleep(duration)
    }

    fn deadline(&self, limit: Duration) -> BoxFuture<'_, ()> {
        self.inner.deadline(limit)
    }
}

/// A body that is kept while it is read.
struct Taped {
    inner: Box<dyn ChunkSource>,
    tape: Tape,
    turn: usize,
}

impl ChunkSource for Taped {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async move {
            let read = self.inner.chunk().await;
            change(&self.tape, |exchanges| {
                let exchange = exchanges.get_mut(self.turn);
                if let Some(Ok(answer)) = exchange.map(|exchange| &mut exchange.answer) {
                    keep(answer, &read);
                }
            });
            read
        })
    }
}

fn keep(answer: &mut RecordedAnswer, read: &Result<Option<Bytes>, TransportError>) {
    match read {
        Ok(Some(chunk)) => {
            let mut body = BytesMut::from(std::mem::take(&mut answer.body));
            body.extend_from_slice(chunk);
            answer.body = body.freeze();
        }
        Ok(None) => {}
        Err(error) => answer.broken = Some(error.kind()),
    }
}

fn without_secrets(headers: &HeaderMap) -> HeaderMap {
    let mut kept = HeaderMap::with_capacity(headers.len());
    for (name, value) in headers {
        let is_secret = value.is_sensitive() || name == SET_COOKIE;
        let value = if is_secret {
            HeaderValue::from_static(REDACTED)
        } else {
            value.clone()
        };
        kept.append(name, value);
    }
    kept
}

/// A test that panicked while it held the lock has not broken what is kept.
pub(super) fn change<T, R>(tape: &Mutex<T>, change: impl FnOnce(&mut T) -> R) -> R {
    change(&mut tape.lock().unwrap_or_else(PoisonError::into_inner))
}

/// The exchanges of a text that a recorder gave.
pub(super) fn read(text: &str) -> Result<Vec<Exchange>, String> {
    let json: Json = text.parse().map_err(|error| format!("{error}"))?;
    let items = json.as_array().ok_or("an array is needed")?;
    let exchange = |(turn, item): (usize, &Json)| {
        Exchange::from_json(item).ok_or_else(|| format!("[{turn}] is no exchange"))
    };
    items.iter().enumerate().map(exchange).collect()
}
