use std::time::Duration;

use super::Call;
use crate::client::Server;

/// What every request builder can be told about its own call.
///
/// A trait, so that a parameter of the operation may have the name of an option: bring it into scope to use it.
pub trait CallOptions: Sized {
    /// The call that is being built.
    fn call_mut(&mut self) -> &mut Call;

    /// Adds a header field. Its value is never shown.
    #[must_use]
    fn header(mut self, name: &str, value: &str) -> Self {
        self.call_mut().header(name, value);
        self
    }

    /// Asks for one of these media types, as an `Accept` field writes them, instead of all that can be read.
    #[must_use]
    fn accept(mut self, media_types: &str) -> Self {
        self.call_mut().accept(media_types);
        self
    }

    /// Adds a parameter to the query.
    #[must_use]
    fn query_pair(mut self, name: &str, value: &str) -> Self {
        self.call_mut().query_pair(name, value);
        self
    }

    /// A time limit for the call as a whole, with all its attempts and pauses.
    #[must_use]
    fn timeout(mut self, timeout: Duration) -> Self {
        self.call_mut().timeout(timeout);
        self
    }

    /// How often the request may be sent at most; 1 sends it once.
    #[must_use]
    fn max_attempts(mut self, attempts: u32) -> Self {
        self.call_mut().max_attempts(attempts);
        self
    }

    /// How many bytes the body of the answer may have, after decompression.
    #[must_use]
    fn max_body_bytes(mut self, bytes: u64) -> Self {
        self.call_mut().max_body_bytes(bytes);
        self
    }

    /// A key by which the server knows a repeated request; it makes repeating safe, whatever the method is.
    #[must_use]
    fn idempotency_key(mut self, key: &str) -> Self {
        self.call_mut().idempotency_key(key);
        self
    }

    /// Sends no credentials, whatever the operation asks for.
    #[must_use]
    fn anonymous(mut self) -> Self {
        self.call_mut().anonymous();
        self
    }

    /// Where the request goes, whatever the client and the operation say.
    #[must_use]
    fn base_url(mut self, url: &str) -> Self {
        self.call_mut().base_url(url);
        self
    }

    /// The server that the request goes to, whatever the client and the operation say.
    #[must_use]
    fn server(mut self, server: impl Into<Server>) -> Self {
        self.call_mut().server(server.into());
        self
    }
}
