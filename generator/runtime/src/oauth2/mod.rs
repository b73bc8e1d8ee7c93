//! Tokens of OAuth 2 (RFC 6749): asked for, kept, and renewed before they expire.

mod flow;

mod client_authentication;
mod grant;
mod tokens;

mod kept;
mod renewal;

mod discovery;
mod endpoint;
mod endpoints;

mod error;
mod moment;

pub use client_authentication::ClientAuthentication;
pub use endpoints::Endpoints;
pub use error::{TokenError, TokenErrorCode, TokenErrorKind};
pub use flow::{AuthorizationCode, AuthorizationRequest, ClientCredentials, ResourceOwnerPassword};
pub use tokens::{Issued, OAuth2};
