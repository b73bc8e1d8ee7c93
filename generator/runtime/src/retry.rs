//! Whether a request is sent again, and when.

use std::time::Duration;

use http::{Method, StatusCode};

use crate::transport::TransportErrorKind;

/// The longest that the first pause can be; it doubles with each attempt.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// The longest that a pause of our own choice can be.
const LONGEST_PAUSE: Duration = Duration::from_secs(8);

/// What came of an attempt that was no success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// An answer with this status, and how long it asks to wait.
    Answer(StatusCode, Option<Duration>),
    /// No answer.
    Failed(TransportErrorKind),
}

/// What holds for all attempts of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// The most attempts, the first one included.
    pub max_attempts: u32,
    /// Sending it twice does no more than sending it once, or is known to do no harm.
    pub repeatable: bool,
    /// The longest pause that a service can ask for.
    pub max_delay: Duration,
    /// What is left of the time that the call may take, as far as that is known: the pauses are
    /// taken off, not what the attempts took.
    pub time_left: Duration,
}

impl Policy {
    /// What holds after this pause.
    #[must_use]
    pub fn after(self, pause: Duration) -> Self {
        let time_left = self.time_left.saturating_sub(pause);
        Self { time_left, ..self }
    }
}

/// What to do after an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Hand over what came.
    Stop,
    /// Send it again after this time.
    Again(Duration),
}

/// Decides after the attempt of this number, the first being 1; `random` is in `0.0..1.0`.
///
/// A request that never reached the server is sent again whatever its method. Everything else is
/// sent again only if the call may be repeated: when the connection broke before an answer, and
/// after statuses that pass. The pause is what the service asks for, up to a limit beyond which its
/// answer is handed over at once; otherwise it is random below a limit that doubles. A pause for
/// which the call has no time is not begun.
pub fn decide(policy: &Policy, attempt: u32, outcome: Outcome, random: f64) -> Decision {
    if attempt >= policy.max_attempts || !is_worth_it(policy.repeatable, outcome) {
        return Decision::Stop;
    }
    let own = || pause(attempt, random).min(policy.max_delay);
    let pause = match outcome {
        Outcome::Answer(_, Some(asked)) if asked > policy.max_delay => return Decision::Stop,
        Outcome::Answer(_, Some(asked)) => asked,
        Outcome::Answer(_, None) | Outcome::Failed(_) => own(),
    };
    if pause < policy.time_left {
        Decision::Again(pause)
    } else {
        Decision::Stop
    }
}

/// Whether sending it twice does no more than sending it once (RFC 9110 §9.2.2, and `QUERY`, which
/// is as safe as `GET`), whatever the description and the application say.
pub fn is_idempotent(method: &Method) -> bool {
    method.is_idempotent() || method.as_str() == "QUERY"
}

/// Statuses that say nothing about the request itself and may be gone a little later.
pub fn is_transient(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
}

fn is_worth_it(repeatable: bool, outcome: Outcome) -> bool {
    match outcome {
        Outcome::Answer(status, _) => repeatable && is_transient(status),
        Outcome::Failed(TransportErrorKind::Connect | TransportErrorKind::ConnectTimeout) => true,
        Outcome::Failed(TransportErrorKind::Broken) => repeatable,
        // A whole time limit has passed already: the caller decides.
        Outcome::Failed(TransportErrorKind::Silent) => false,
        // It would be no other the next time.
        Outcome::Failed(TransportErrorKind::Body) => false,
    }
}

/// Exponential with full jitter.
pub(crate) fn pause(attempt: u32, random: f64) -> Duration {
    let doubled = 2u32.saturating_pow(attempt.saturating_sub(1));
    let longest = FIRST_PAUSE.saturating_mul(doubled).min(LONGEST_PAUSE);
    if (0.0..1.0).contains(&random) {
        longest.mul_f64(random)
    } else {
        longest
    }
}
