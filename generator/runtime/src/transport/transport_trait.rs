use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use url::Url;

use super::{Body, ChunkSource, REDACTED, TransportError};
use crate::boxed::BoxFuture;

/// Sends one request and brings back one answer.
///
/// It follows no redirects, repeats nothing and judges no status: that is done above it.
/// It removes content codings (`gzip`) that it asked for. Implement it to answer from memory in
/// tests, or to use another HTTP stack.
pub trait Transport: Send + Sync {
    /// Sends `request` and returns as soon as the head of the answer is there.
    fn send(
        &self,
        request: TransportRequest,
    ) -> BoxFuture<'_, Result<TransportResponse, TransportError>>;

    /// Waits between two attempts.
    ///
    /// Waits by tokio's clock unless implemented otherwise, so a transport for another runtime
    /// must implement it.
    #[cfg(not(target_family = "wasm"))]
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }

    /// Waits between two attempts; not at all unless implemented, for tokio has no clock here.
    #[cfg(target_family = "wasm")]
    fn sleep(&self, _duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    /// Waits for the time limit of a call; as [`sleep`](Self::sleep) unless implemented otherwise.
    #[cfg(not(target_family = "wasm"))]
    fn deadline(&self, limit: Duration) -> BoxFuture<'_, ()> {
        self.sleep(limit)
    }

    /// Waits for the time limit of a call; for ever unless implemented, for tokio has no clock here.
    #[cfg(target_family = "wasm")]
    fn deadline(&self, _limit: Duration) -> BoxFuture<'_, ()> {
        Box::pin(std::future::pending())
    }
}

/// A shared transport, so that a test can keep hold of the one that it gives away.
impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: TransportRequest,
    ) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        (**self).send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        (**self).sleep(duration)
    }

    fn deadline(&self, limit: Duration) -> BoxFuture<'_, ()> {
        (**self).deadline(limit)
    }
}

/// A request that is ready to be sent.
#[derive(Clone)]
#[non_exhaustive]
pub struct TransportRequest {
    /// The request method.
    pub method: Method,
    /// Where to; its path and query are written exactly as they shall go over the wire.
    pub url: Url,
    /// All header fields but those that belong to the connection. Secret values are marked as
    /// sensitive.
    pub headers: HeaderMap,
    /// The body.
    pub body: Body,
    /// The names, percent-encoded, of those pairs of the query that hold a credential.
    pub secret_pairs: Vec<String>,
}

/// The head of an answer, and where its body comes from.
#[non_exhaustive]
pub struct TransportResponse {
    /// The status of the answer.
    pub status: StatusCode,
    /// Its header fields.
    pub headers: HeaderMap,
    /// Its body, not read yet.
    pub body: Box<dyn ChunkSource>,
}

impl TransportRequest {
    /// A request without header fields and body.
    pub fn new(method: Method, url: Url) -> Self {
        Self {
            method,
            url,
            headers: HeaderMap::new(),
            body: Body::none(),
            secret_pairs: Vec::new(),
        }
    }

    /// Path and query as they go over the wire, without the credentials in the query.
    pub fn shown_target(&self) -> String {
        let path = self.url.path();
        let Some(query) = self.url.query() else {
            return path.to_owned();
        };
        let shown = |pair: &str| match pair.split_once('=') {
            Some((name, _)) if self.secret_pairs.iter().any(|secret| secret == name) => {
                format!("{name}={REDACTED}")
            }
            Some(_) | None => pair.to_owned(),
        };
        let pairs: Vec<String> = query.split('&').map(shown).collect();
        format!("{path}?{}", pairs.join("&"))
    }
}

impl TransportResponse {
    /// An answer whose body is there already.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self::streaming(status, headers, Box::new(Some(body.into())))
    }

    /// An answer whose body is still to come.
    pub fn streaming(status: StatusCode, headers: HeaderMap, body: Box<dyn ChunkSource>) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }
}

/// Shows neither the query nor the values of header fields.
impl fmt::Debug for TransportRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TransportRequest")
            .field("method", &self.method)
            .field("origin", &self.url.origin().ascii_serialization())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

/// Shows no values of header fields.
impl fmt::Debug for TransportResponse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TransportResponse")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
