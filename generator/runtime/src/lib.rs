//! The hand-written half of every crate that clientwright generates.
//!
//! [`description`] is what a generated crate says about its API, [`client`] and [`call`] send it,
//! [`style`] and [`security`] write values and credentials into a request, [`transport`] carries
//! it, [`retry`] repeats it, [`answer`] and [`error`] are what comes of it, and [`json`] is what
//! bodies are made of.

pub mod answer;
pub mod boxed;
#[cfg(feature = "serde")]
pub mod bridge;
pub mod call;
pub mod client;
pub mod description;
pub mod error;
pub mod json;
pub mod retry;
pub mod security;
pub mod style;
pub mod transport;

pub use answer::{Answer, Response};
pub use boxed::{BoxError, BoxFuture};
pub use call::{Call, Request};
pub use client::{Client, ClientBuilder};
pub use description::{Api, Location, Operation, Parameter, Scheme, SchemeKind, Security, Style};
pub use error::{
    AuthFailure, BodyError, CallError, DecodeFailure, Error, Failure, OperationError,
    RequestFailure, TimeLimit, TimeoutFailure, TooLargeFailure, TransportFailure, Undecoded,
};
pub use security::{Credential, Secret};
pub use transport::{
    Body, ChunkSource, ReqwestTransport, Transport, TransportError, TransportErrorKind,
    TransportRequest, TransportResponse,
};

pub use bytes::Bytes;
pub use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
pub use url::Url;

// For the generator only.
#[cfg(feature = "sources")]
pub mod sources;
