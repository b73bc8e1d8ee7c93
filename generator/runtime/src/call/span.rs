//! What `tracing` is told of a call: names and numbers of the description and of HTTP, never a value.

use http::StatusCode;

use super::state::Route;
use crate::error::CallError;

/// The span of a call; nothing, without the feature `tracing`.
#[cfg(feature = "tracing")]
pub(super) struct CallSpan(tracing::Span);

/// The span of a call; nothing, without the feature `tracing`.
#[cfg(not(feature = "tracing"))]
pub(super) struct CallSpan;

#[cfg(feature = "tracing")]
impl CallSpan {
    pub(super) fn new(route: &Route) -> Self {
        let template = route.template.split(['?', '#']).next();
        Self(tracing::info_span!(
            "call",
            operation = &*route.name,
            method = route.method.as_str(),
            template,
            attempt = tracing::field::Empty,
            status = tracing::field::Empty,
            error = tracing::field::Empty,
        ))
    }

    /// What `work` comes to; what it does is within the span.
    pub(super) async fn around<T>(
        &self,
        work: impl Future<Output = Result<T, CallError>>,
    ) -> Result<T, CallError> {
        let result = tracing::Instrument::instrument(work, self.0.clone()).await;
        if let Err(error) = &result {
            self.0.record("error", error.word());
        }
        result
    }

    /// The number of the attempt that begins, the first being 1.
    pub(super) fn attempt(&self, number: u32) {
        self.0.record("attempt", number);
    }

    /// The status of an answer; that of the last attempt stays.
    pub(super) fn answered(&self, status: StatusCode) {
        self.0.record("status", status.as_u16());
    }
}

#[cfg(not(feature = "tracing"))]
impl CallSpan {
    pub(super) fn new(_route: &Route) -> Self {
        Self
    }

    pub(super) async fn around<T>(
        &self,
        work: impl Future<Output = Result<T, CallError>>,
    ) -> Result<T, CallError> {
        work.await
    }

    pub(super) fn attempt(&self, _number: u32) {}

    pub(super) fn answered(&self, _status: StatusCode) {}
}
