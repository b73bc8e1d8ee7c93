//! A request to the token endpoint, and what it answers (RFC 6749 §5).

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, StatusCode};
use url::{Url, form_urlencoded};

use super::tokens::Settings;
use super::{ClientAuthentication, TokenError, TokenErrorCode, TokenErrorKind};
use crate::answer::retry_after;
use crate::json::{self, Json};
use crate::retry::{self, Decision, Outcome, Policy};
use crate::transport::{Body, ChunkSource, Transport, TransportRequest, TransportResponse};

/// The most bytes that an answer may have.
const LARGEST: usize = 1 << 20;

/// The most attempts of a request that may be repeated.
const MAX_ATTEMPTS: u32 = 3;

/// What the token endpoint hands out.
pub(super) struct Answered {
    pub(super) access: String,
    pub(super) refresh: Option<String>,
    pub(super) life: Option<Duration>,
    pub(super) scope: Option<String>,
}

/// Asks for a token.
pub(super) async fn ask(
    settings: &Settings,
    transport: &dyn Transport,
    url: Url,
    parameters: &[(&str, &str)],
    is_repeatable: bool,
) -> Result<Answered, TokenError> {
    let request = request(settings, url, parameters)?;
    let mut response = send(transport, request, is_repeatable).await?;
    let status = response.status;
    let body = read(&mut *response.body).await?;
    let answer = json::from_slice::<Json>(&body).ok();
    if !status.is_success() {
        return Err(refused(status, answer.as_ref()));
    }
    answered(answer.as_ref())
}

/// Sends a request, and sends it again after what passes.
pub(super) async fn send(
    transport: &dyn Transport,
    request: TransportRequest,
    is_repeatable: bool,
) -> Result<TransportResponse, TokenError> {
    let policy = Policy {
        max_attempts: MAX_ATTEMPTS,
        repeatable: is_repeatable,
        max_delay: Duration::from_secs(30),
        time_left: Duration::MAX,
    };
    let mut attempt = 1;
    loop {
        let sent = transport.send(request.clone()).await;
        let outcome = match &sent {
            Ok(response) => Outcome::Answer(response.status, retry_after(&response.headers)),
            Err(error) => Outcome::Failed(error.kind()),
        };
        match retry::decide(&policy, attempt, outcome, fastrand::f64()) {
            Decision::Stop => {
                return sent.map_err(|error| TokenError::caused(TokenErrorKind::Transport, error));
            }
            Decision::Again(pause) => {
                drop(sent);
                transport.sleep(pause).await;
            }
        }
        attempt += 1;
    }
}

/// The whole body.
pub(super) async fn read(source: &mut dyn ChunkSource) -> Result<Bytes, TokenError> {
    let mut bytes = Vec::new();
    loop {
        let chunk = source.chunk().await;
        let chunk = chunk.map_err(|error| TokenError::caused(TokenErrorKind::Transport, error))?;
        let Some(chunk) = chunk else {
            return Ok(bytes.into());
        };
        if bytes.len() + chunk.len() > LARGEST {
            return Err(malformed("is too large"));
        }
        bytes.extend_from_slice(&chunk);
    }
}

fn request(
    settings: &Settings,
    url: Url,
    parameters: &[(&str, &str)],
) -> Result<TransportRequest, TokenError> {
    let mut request = TransportRequest::new(Method::POST, url);
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(parameters);
    if let Some((id, secret)) = &settings.client {
        match (settings.authentication, secret) {
            (ClientAuthentication::Basic, Some(secret)) => {
                let value = basic(id, secret)?;
                request.headers.insert(AUTHORIZATION, value);
            }
            (ClientAuthentication::Body, Some(secret)) => {
                body.append_pair("client_id", id);
                body.append_pair("client_secret", secret);
            }
            (_, None) => {
                body.append_pair("client_id", id);
            }
        }
    }
    body.extend_pairs(&settings.parameters);
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    request.headers.insert(CONTENT_TYPE, form);
    let accepted = HeaderValue::from_static("application/json");
    request.headers.insert(ACCEPT, accepted);
    request.body = Body::bytes(body.finish());
    Ok(request)
}

/// RFC 6749 §2.3.1: both are encoded as in a form before they are joined.
fn basic(id: &str, secret: &str) -> Result<HeaderValue, TokenError> {
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let text = STANDARD.encode(format!("{}:{}", encoded(id), encoded(secret)));
    let value = HeaderValue::from_str(&format!("Basic {text}"));
    let mut value = value.map_err(|error| {
        TokenError::caused(
            TokenErrorKind::Endpoint("the client cannot be named"),
            error,
        )
    })?;
    value.set_sensitive(true);
    Ok(value)
}

/// RFC 6749 §5.2. Some servers answer so with other statuses than 400 and 401.
fn refused(status: StatusCode, answer: Option<&Json>) -> TokenError {
    let text = |name: &str| answer?.get(name)?.as_str();
    let kind = match text("error").and_then(TokenErrorCode::read) {
        Some(code) => TokenErrorKind::Refused(code),
        None => TokenErrorKind::Status,
    };
    let description = text("error_description").map(str::to_owned);
    TokenError::answered(kind, status, description)
}

/// RFC 6749 §5.1. A missing type is taken for that of nearly all tokens.
fn answered(answer: Option<&Json>) -> Result<Answered, TokenError> {
    let answer = answer.ok_or_else(|| malformed("is no JSON"))?;
    let text = |name: &str| answer.get(name).and_then(Json::as_str);
    // Some refuse with 200.
    if let Some(code) = text("error").and_then(TokenErrorCode::read) {
        let description = text("error_description").map(str::to_owned);
        let kind = TokenErrorKind::Refused(code);
        return Err(TokenError::answered(kind, StatusCode::OK, description));
    }
    let access = text("access_token").filter(|token| !token.is_empty());
    let access = access.ok_or_else(|| malformed("has no `access_token`"))?;
    match text("token_type") {
        Some(ty) if !ty.eq_ignore_ascii_case("bearer") => {
            return Err(TokenError::new(TokenErrorKind::TokenType));
        }
        Some(_) | None => {}
    }
    Ok(Answered {
        access: access.to_owned(),
        refresh: text("refresh_token").map(str::to_owned),
        life: answer.get("expires_in").and_then(seconds),
        scope: text("scope").map(str::to_owned),
    })
}

/// A number of seconds, which some write as a text. One that is none says nothing.
fn seconds(value: &Json) -> Option<Duration> {
    let number = match value.as_str() {
        Some(text) => text.trim().parse().ok(),
        None => value.as_f64(),
    };
    Duration::try_from_secs_f64(number?).ok()
}

fn malformed(why: &'static str) -> TokenError {
    TokenError::new(TokenErrorKind::Malformed(why))
}
