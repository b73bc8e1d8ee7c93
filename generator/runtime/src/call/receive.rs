use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, Entry, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use super::exchange::Exchanged;
use super::prepare::Prepared;
use crate::answer::{Answer, Head};
use crate::error::{CallError, TimeoutFailure, TooLargeFailure};
use crate::transport::{ChunkSource, TransportError, TransportResponse};

/// Reads the body of the last attempt's answer.
pub(super) async fn receive(
    prepared: &Prepared,
    exchanged: Exchanged,
) -> Result<Answer, CallError> {
    let mut response = arrived(prepared, exchanged)?;
    let operation = prepared.state.route.name.clone();
    let status = response.status;
    let limit = limit(prepared, status);
    let collected = body(prepared, &mut response, limit).await?;
    if status.is_success() && !collected.is_whole {
        return Err(TooLargeFailure::new(operation, status, limit).into());
    }
    let headers = response.headers;
    let head = Head {
        operation,
        status,
        headers,
    };
    Ok(Answer::new(head, collected.bytes).truncated(!collected.is_whole))
}

/// The answer of the last attempt, its cookies marked as secret.
pub(super) fn arrived(
    prepared: &Prepared,
    exchanged: Exchanged,
) -> Result<TransportResponse, CallError> {
    let mut response = exchanged.map_err(|error| failed(prepared, None, error))?;
    if let Entry::Occupied(mut cookies) = response.headers.entry(SET_COOKIE) {
        let hide = |cookie: &mut HeaderValue| cookie.set_sensitive(true);
        cookies.iter_mut().for_each(hide);
    }
    Ok(response)
}

fn limit(prepared: &Prepared, status: StatusCode) -> u64 {
    let limits = &prepared.state.limits;
    if status.is_success() {
        limits.max_body_bytes
    } else {
        limits.max_error_body_bytes
    }
}

async fn body(
    prepared: &Prepared,
    response: &mut TransportResponse,
    limit: u64,
) -> Result<Collected, CallError> {
    let status = response.status;
    if has_no_body(&prepared.state.route.method, status) {
        return Ok(Collected::whole(Bytes::new()));
    }
    // What is not going to be used is not worth reading.
    if status.is_success() && announced(&response.headers).is_some_and(|size| size > limit) {
        return Ok(Collected::beginning(Bytes::new()));
    }
    let collected = collect(&mut *response.body, limit).await;
    collected.map_err(|error| failed(prepared, Some(status), error))
}

pub(super) fn failed(
    prepared: &Prepared,
    status: Option<StatusCode>,
    error: TransportError,
) -> CallError {
    match TimeoutFailure::transport(prepared.state.route.name.clone(), status, error) {
        Ok(timeout) => timeout.into(),
        Err(failure) => failure.into(),
    }
}

/// RFC 9110 §6.4.1, §15.3.5, §15.3.6.
pub(super) fn has_no_body(method: &Method, status: StatusCode) -> bool {
    method == Method::HEAD || matches!(status.as_u16(), 204 | 205 | 304)
}

/// The size of a body that has no content coding.
fn announced(headers: &HeaderMap) -> Option<u64> {
    if headers.contains_key(CONTENT_ENCODING) {
        return None;
    }
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// A body, or its beginning.
struct Collected {
    bytes: Bytes,
    is_whole: bool,
}

impl Collected {
    fn whole(bytes: Bytes) -> Self {
        Self {
            bytes,
            is_whole: true,
        }
    }

    fn beginning(bytes: Bytes) -> Self {
        Self {
            bytes,
            is_whole: false,
        }
    }
}

/// Reads until the end or until there is more than `limit`, and keeps no more than that. A body of
/// one chunk is not copied.
async fn collect(source: &mut dyn ChunkSource, limit: u64) -> Result<Collected, TransportError> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let Some(mut first) = source.chunk().await? else {
        return Ok(Collected::whole(Bytes::new()));
    };
    if first.len() > limit {
        first.truncate(limit);
        return Ok(Collected::beginning(first));
    }
    let Some(mut next) = source.chunk().await? else {
        return Ok(Collected::whole(first));
    };
    let mut bytes = BytesMut::from(first);
    loop {
        let room = limit - bytes.len();
        if next.len() > room {
            next.truncate(room);
            bytes.extend_from_slice(&next);
            return Ok(Collected::beginning(bytes.freeze()));
        }
        bytes.extend_from_slice(&next);
        match source.chunk().await? {
            Some(chunk) => next = chunk,
            None => return Ok(Collected::whole(bytes.freeze())),
        }
    }
}
