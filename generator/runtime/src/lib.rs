//! The hand-written half of every crate that clientwright generates.
//!
//! [`description`] is what a generated crate says about its API, [`client`] and [`call`] send it,
//! [`style`] and [`security`] write values and credentials into a request, [`transport`] carries
//! it, [`retry`] repeats it, `paging` goes on to the next page, [`answer`] and [`error`] are what comes of it, and [`json`] is what
//! bodies are made of; `stream` reads them while they arrive. `cli` is the program that all of it can be used as.

#[cfg(feature = "client")]
pub mod answer;
#[cfg(feature = "blocking")]
pub mod blocking;
#[cfg(feature = "client")]
pub mod boxed;
#[cfg(feature = "serde")]
pub mod bridge;
#[cfg(feature = "client")]
pub mod call;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "client")]
pub mod description;
#[cfg(feature = "client")]
pub mod error;
#[cfg(feature = "client")]
pub mod form;
#[cfg(feature = "client")]
pub mod formats;
#[cfg(feature = "client")]
pub mod items;
#[cfg(feature = "client")]
pub mod json;
#[cfg(feature = "client")]
pub mod multipart;
#[cfg(feature = "client")]
pub mod oauth2;
#[cfg(feature = "client")]
pub mod paging;
#[cfg(feature = "client")]
pub mod retry;
#[cfg(feature = "client")]
pub mod security;
#[cfg(feature = "client")]
pub mod stream;
#[cfg(feature = "client")]
pub mod style;
#[cfg(feature = "client")]
pub mod transport;
#[cfg(feature = "client")]
pub mod upload;
#[cfg(feature = "client")]
pub mod xml;

#[cfg(feature = "client")]
pub use answer::{Answer, Response};
#[cfg(feature = "client")]
pub use boxed::{BoxError, BoxFuture};
#[cfg(feature = "client")]
pub use call::{Call, CallOptions, Request};
#[cfg(feature = "client")]
pub use client::{Client, ClientBuilder, Server};
#[cfg(feature = "client")]
pub use description::{
    Api, Location, Operation, Parameter, Scheme, SchemeKind, Security, ServerTemplate, Style,
};
#[cfg(feature = "client")]
pub use error::{
    Answered, AuthFailure, BodyError, CallError, CallResult, DecodeFailure, Error, Failure,
    OperationError, RequestFailure, TimeLimit, TimeoutFailure, TooLargeFailure, TransportFailure,
    Undecoded,
};
#[cfg(feature = "client")]
pub use multipart::{AddParts, FilePart, PartField, Parts};
#[cfg(feature = "client")]
pub use paging::{PageSource, PageTarget, PagedItems, Pages, Paging, PagingStyle};
#[cfg(feature = "client")]
pub use security::{Credential, Secret};
#[cfg(feature = "client")]
pub use transport::{
    Body, BodySource, ChunkSource, OpenBody, Player, Recorder, ReqwestTransport, Transport,
    TransportError, TransportErrorKind, TransportRequest, TransportResponse,
};
#[cfg(feature = "client")]
pub use xml::{Xml, XmlError, XmlMember, XmlNode, XmlType, XmlVariant};

#[cfg(feature = "client")]
pub use bytes::Bytes;
#[cfg(feature = "client")]
pub use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
#[cfg(feature = "client")]
pub use url::Url;

// For the generator only.
#[cfg(feature = "sources")]
pub mod package;
#[cfg(feature = "sources")]
mod part;
#[cfg(feature = "sources")]
pub mod sources;
