use crate::ir;
use crate::plan::{Answer, Stream, Success};

/// Methods that request builders have: those of pages first, those of streams last, and those that every one has
/// between them.
const ALL: &[&str] = &[
    "items",
    "pages",
    "send",
    "send_with_response",
    "into_future",
    "clone",
    "call_mut",
    "header",
    "query_pair",
    "accept",
    "timeout",
    "max_attempts",
    "max_body_bytes",
    "idempotency_key",
    "base_url",
    "server",
    "anonymous",
    "stream",
    "stream_bytes",
];

/// The methods of the request builder beside its setters.
pub(super) fn methods(
    operation: &ir::Operation,
    stream: Option<&Stream>,
    success: &Success,
) -> &'static [&'static str] {
    let streams = match success {
        Success::Stream => false,
        Success::One(Answer::Bytes) => true,
        Success::One(_) | Success::Several { .. } => stream.is_some(),
    };
    match (operation.pages.is_some(), streams, ALL) {
        (true, true, all) => all,
        (true, false, [others @ .., _, _]) => others,
        (false, true, [_, _, others @ ..]) => others,
        (false, false, [_, _, others @ .., _, _]) => others,
        (_, _, all) => all,
    }
}
