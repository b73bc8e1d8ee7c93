use std::error::Error;
use std::time::Duration;

use bytes::Bytes;

use super::{
    ChunkSource, Transport, TransportError, TransportErrorKind, TransportRequest, TransportResponse,
};
use crate::boxed::BoxFuture;

/// The transport that is used unless another is given.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

/// How long a connection may take and how long it may be silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReqwestTimeouts {
    /// For the connection with its TLS handshake. 10 seconds.
    pub connect: Duration,
    /// Between two reads, also while waiting for the head of the answer. 30 seconds.
    pub read: Duration,
}

impl Default for ReqwestTimeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            read: Duration::from_secs(30),
        }
    }
}

impl ReqwestTransport {
    /// A client of our own, which follows no redirects by itself.
    ///
    /// # Errors
    /// When TLS or the name resolver of the system cannot be set up.
    #[cfg(not(target_family = "wasm"))]
    pub fn new(timeouts: ReqwestTimeouts) -> Result<Self, TransportError> {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(timeouts.connect)
            .read_timeout(timeouts.read)
            .build()
            .map_err(transport_error)?;
        Ok(Self { client })
    }

    /// The client of the browser, which has its own timeouts and follows redirects by itself.
    ///
    /// # Errors
    /// None on this platform.
    #[cfg(target_family = "wasm")]
    pub fn new(_timeouts: ReqwestTimeouts) -> Result<Self, TransportError> {
        Ok(Self {
            client: reqwest::Client::new(),
        })
    }

    /// A client of the application's, with its own timeouts, proxies and certificates.
    ///
    /// Build it with `redirect::Policy::none()`: a client that follows redirects by itself carries
    /// credentials in header fields of their own to wherever it is sent.
    pub fn from_client(client: reqwest::Client) -> Self {
        Self { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: TransportRequest,
    ) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let mut outgoing = reqwest::Request::new(request.method, request.url);
        *outgoing.headers_mut() = request.headers;
        Box::pin(async move {
            *outgoing.body_mut() = super::outgoing::outgoing(&request.body).await?;
            let response = self.client.execute(outgoing).await;
            let mut response = response.map_err(transport_error)?;
            let headers = std::mem::take(response.headers_mut());
            let status = response.status();
            Ok(TransportResponse::streaming(
                status,
                headers,
                Box::new(Incoming::new(response)),
            ))
        })
    }
}

#[cfg(not(target_family = "wasm"))]
struct Incoming(reqwest::Response);

#[cfg(not(target_family = "wasm"))]
impl Incoming {
    fn new(response: reqwest::Response) -> Self {
        Self(response)
    }
}

#[cfg(not(target_family = "wasm"))]
impl ChunkSource for Incoming {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async move { self.0.chunk().await.map_err(transport_error) })
    }
}

/// The browser hands a body over in one piece.
#[cfg(target_family = "wasm")]
struct Incoming(Option<reqwest::Response>);

#[cfg(target_family = "wasm")]
impl Incoming {
    fn new(response: reqwest::Response) -> Self {
        Self(Some(response))
    }
}

#[cfg(target_family = "wasm")]
impl ChunkSource for Incoming {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let response = self.0.take();
        Box::pin(async move {
            match response {
                Some(response) => response.bytes().await.map(Some).map_err(transport_error),
                None => Ok(None),
            }
        })
    }
}

/// Keeps the URL out of the message: its query may hold a secret.
fn transport_error(error: reqwest::Error) -> TransportError {
    #[cfg(not(target_family = "wasm"))]
    let connecting = error.is_connect();
    #[cfg(target_family = "wasm")]
    let connecting = false;
    let kind = match (connecting, error.is_timeout()) {
        _ if is_of_body(&error) => TransportErrorKind::Body,
        (true, true) => TransportErrorKind::ConnectTimeout,
        (true, false) => TransportErrorKind::Connect,
        (false, true) => TransportErrorKind::Silent,
        (false, false) => TransportErrorKind::Broken,
    };
    TransportError::new(kind, error.without_url())
}

/// Whether what failed was our own body.
fn is_of_body(error: &reqwest::Error) -> bool {
    let mut source = error.source();
    while let Some(error) = source {
        let own = error.downcast_ref::<TransportError>();
        if own.is_some_and(|own| own.kind() == TransportErrorKind::Body) {
            return true;
        }
        source = error.source();
    }
    false
}
