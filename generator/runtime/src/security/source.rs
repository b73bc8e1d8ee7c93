use url::Url;

use super::Secret;
use crate::boxed::{BoxError, BoxFuture};
use crate::transport::Transport;

/// Where tokens come from that are renewed while the client lives.
pub trait TokenSource: Send + Sync {
    /// A token that serves for what is asked. It is asked for before each attempt, so it has to be kept.
    fn token<'a>(&'a self, asked: Asked<'a>) -> BoxFuture<'a, Result<Secret, BoxError>>;
}

/// What a token is asked for.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Asked<'a> {
    /// What carries requests of the client.
    pub transport: &'a dyn Transport,
    /// The base URL of the client, to which other URLs can be relative.
    pub base_url: Option<&'a Url>,
    /// The scopes that the operation needs.
    pub scopes: &'a [&'a str],
    /// A token that the server has just answered with 401: it must not come back.
    pub refused: Option<&'a Secret>,
}

impl<'a> Asked<'a> {
    /// A token without scopes.
    pub fn new(transport: &'a dyn Transport) -> Self {
        Self {
            transport,
            base_url: None,
            scopes: &[],
            refused: None,
        }
    }
}
