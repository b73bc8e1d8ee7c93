use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, Entry, SET_COOKIE};
use http::{HeaderMap, Method, StatusCode};

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
    let operation = &prepared.state.route.name;
    let TransportResponse {
        status,
        mut headers,
        mut body,
    } = exchanged.map_err(|error| failed(prepared, None, error))?;
    if let Entry::Occupied(mut cookies) = headers.entry(SET_COOKIE) {
        cookies
            .iter_mut()
            .for_each(|value| value.set_sensitive(true));
    }
    let limits = &prepared.state.limits;
    let limit = if status.is_success() {
        limits.max_body_bytes
    } else {
        limits.max_error_body_bytes
    };
    let too_large = || CallError::from(TooLargeFailure::new(operation.clone(), status, limit));
    let is_bodiless = has_no_body(&prepared.state.route.method, status);
    if status.is_success() && !is_bodiless && announced(&headers).is_some_and(|size| size > limit) {
        return Err(too_large());
    }
    let collected = if is_bodiless {
        Collected {
            bytes: Bytes::new(),
            is_whole: true,
        }
    } else {
        let collected = collect(&mut *body, limit).await;
        collected.map_err(|error| failed(prepared, Some(status), error))?
    };
    if status.is_success() && !collected.is_whole {
        return Err(too_large());
    }
    let head = Head {
        operation: operation.clone(),
        status,
        headers,
    };
    Ok(Answer::new(head, collected.bytes).truncated(!collected.is_whole))
}

fn failed(prepared: &Prepared, status: Option<StatusCode>, error: TransportError) -> CallError {
    match TimeoutFailure::transport(prepared.state.route.name.clone(), status, error) {
        Ok(timeout) => timeout.into(),
        Err(failure) => failure.into(),
    }
}

/// RFC 9110 §6.4.1, §15.3.5, §15.3.6.
fn has_no_body(method: &Method, status: StatusCode) -> bool {
    method == Method::HEAD || matches!(status.as_u16(), 204 | 205 | 304)
}

/// The size of a body that has no content coding.
fn announced(headers: &HeaderMap) -> Option<u64> {
    if headers.contains_key(CONTENT_ENCODING) {
        return None;
    }
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

struct Collected {
    bytes: Bytes,
    is_whole: bool,
}

/// Reads until the end or until there is more than `limit`, and keeps no more than that.
async fn collect(source: &mut dyn ChunkSource, limit: u64) -> Result<Collected, TransportError> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let Some(mut first) = source.chunk().await? else {
        return Ok(Collected {
            bytes: Bytes::new(),
            is_whole: true,
        });
    };
    if first.len() > limit {
        first.truncate(limit);
        return Ok(Collected {
            bytes: first,
            is_whole: false,
        });
    }
    let Some(mut next) = source.chunk().await? else {
        return Ok(Collected {
            bytes: first,
            is_whole: true,
        });
    };
    let mut bytes = BytesMut::from(first);
    loop {
        let room = limit - bytes.len();
        if next.len() > room {
            next.truncate(room);
            bytes.extend_from_slice(&next);
            return Ok(Collected {
                bytes: bytes.freeze(),
                is_whole: false,
            });
        }
        bytes.extend_from_slice(&next);
        match source.chunk().await? {
            Some(chunk) => next = chunk,
            None => {
                return Ok(Collected {
                    bytes: bytes.freeze(),
                    is_whole: true,
                });
            }
        }
    }
}
