use std::time::Duration;

use vercel_rest::{Client, ClientBuilder, json};

use crate::server::Server;

/// The credential of every call; no output of the client may show it.
pub(super) const TOKEN: &str = "s3cr3t-token";

/// A client of this server.
pub(super) fn client(server: &Server) -> Client {
    builder(server).build().expect("the client is complete")
}

/// A builder for this server, with the credential, and with short waits between attempts.
pub(super) fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .base_url(server.url())
        .bearer_token(TOKEN)
        .max_retry_delay(Duration::from_secs(2))
}

/// Decodes a text, and checks that encoding gives the same JSON again.
pub(super) fn round_trip<T: json::Decode + json::Encode>(text: &str) -> T {
    let value: T = json::from_str(text).expect("the text decodes");
    let back = json::to_string(&value).expect("the value encodes");
    assert_eq!(parsed(&back), parsed(text));
    value
}

/// A text as JSON, for comparisons that do not depend on white space or on the order of members.
pub(super) fn parsed(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("the text is JSON")
}
