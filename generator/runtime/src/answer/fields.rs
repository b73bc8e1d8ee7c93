use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// Names under which services send the id of a request, the most deliberate ones first.
const REQUEST_ID: [&str; 12] = [
    "x-request-id",
    "request-id",
    "x-vercel-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-github-request-id",
    "x-goog-request-id",
    "x-correlation-id",
    "x-trace-id",
    "traceparent",
    "cf-ray",
];

/// The id under which the service knows a request, to be quoted to its support.
pub fn request_id(headers: &HeaderMap) -> Option<&str> {
    REQUEST_ID
        .iter()
        .find_map(|name| headers.get(*name)?.to_str().ok())
}

/// How long the service asks to wait: `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3).
///
/// A date counts from the answer's own `Date`, so that a wrong clock on this side does no harm;
/// one in the past is no time at all. More seconds than can be counted are as many as can be.
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let from = date(headers).or_else(now)?;
    Some(until.duration_since(from).unwrap_or_default())
}

fn date(headers: &HeaderMap) -> Option<SystemTime> {
    httpdate::parse_http_date(headers.get(DATE)?.to_str().ok()?).ok()
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
fn now() -> Option<SystemTime> {
    Some(SystemTime::now())
}

/// This platform has no clock that the standard library knows.
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
fn now() -> Option<SystemTime> {
    None
}
