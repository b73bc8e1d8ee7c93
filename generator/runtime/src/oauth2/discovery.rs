//! The document that says where tokens come from (OpenID Connect Discovery 1.0 §4, RFC 8414 §3).

use http::header::ACCEPT;
use http::{HeaderValue, Method};
use url::Url;

use super::endpoint::{read, send};
use super::{TokenError, TokenErrorKind};
use crate::json::{self, Json};
use crate::transport::{Transport, TransportRequest};

/// The token endpoint that the document at `url` names.
pub(super) async fn discover(transport: &dyn Transport, url: Url) -> Result<Url, TokenError> {
    let is_safe = url.scheme() == "https";
    let mut request = TransportRequest::new(Method::GET, url);
    let accepted = HeaderValue::from_static("application/json");
    request.headers.insert(ACCEPT, accepted);
    let mut response = send(transport, request, true).await?;
    if !response.status.is_success() {
        let kind = TokenErrorKind::Endpoint("the token endpoint was not found out");
        return Err(TokenError::answered(kind, response.status, None));
    }
    let body = read(&mut *response.body).await?;
    let named = json::from_slice::<Json>(&body).ok();
    let named = named
        .as_ref()
        .and_then(|document| document.get("token_endpoint")?.as_str());
    let url = named.and_then(|named| absolute(named, None).ok());
    let url = url.ok_or_else(|| refused("the document of the provider names no token endpoint"))?;
    if is_safe && url.scheme() != "https" {
        return Err(refused(
            "the document of the provider leads to a token endpoint without TLS",
        ));
    }
    Ok(url)
}

/// A URL of the document, which can be relative to where the API is (OAS 3.1 §4.6).
pub(super) fn absolute(text: &str, base: Option<&Url>) -> Result<Url, TokenError> {
    let url = match (Url::parse(text), base) {
        (Ok(url), _) => Ok(url),
        (Err(_), Some(base)) => base.join(text),
        (Err(error), None) => Err(error),
    };
    let url = url.map_err(|error| {
        let kind = TokenErrorKind::Endpoint("the URL of the token endpoint is no URL");
        TokenError::caused(kind, error)
    })?;
    match url.scheme() {
        "http" | "https" => Ok(url),
        _ => Err(refused(
            "the URL of the token endpoint is neither http nor https",
        )),
    }
}

fn refused(why: &'static str) -> TokenError {
    TokenError::new(TokenErrorKind::Endpoint(why))
}
