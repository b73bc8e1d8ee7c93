use super::deadline::within;
use super::exchange::{Exchanged, exchange};
use super::prepare::{Prepared, prepare};
use super::receive::receive;
use super::state::State;
use crate::answer::{Answer, retry_after};
use crate::error::{CallError, TimeoutFailure};
use crate::retry::{self, Decision, Outcome};

/// Sends a call and reads its answer, in the time that it may take.
pub(super) async fn execute(state: State) -> Result<Answer, CallError> {
    let prepared = prepare(state)?;
    let work = async { receive(&prepared, attempts(&prepared).await?).await };
    in_time(&prepared, work).await
}

/// What `work` comes to in the time that the call may take.
pub(super) async fn in_time<T>(
    prepared: &Prepared,
    work: impl Future<Output = Result<T, CallError>>,
) -> Result<T, CallError> {
    let state = &prepared.state;
    let Some(limit) = state.limits.timeout else {
        return prepared.span.around(work).await;
    };
    let passed = state.client.shared().transport.deadline(limit);
    let in_time = async {
        let result = within(passed, work).await;
        let late = || Err(TimeoutFailure::call(state.route.name.clone(), limit).into());
        result.unwrap_or_else(late)
    };
    prepared.span.around(in_time).await
}

/// Sends a call until there is an answer to keep, or nothing more to hope for.
pub(super) async fn attempts(prepared: &Prepared) -> Result<Exchanged, CallError> {
    let transport = &prepared.state.client.shared().transport;
    let mut attempt = 1;
    let mut policy = prepared.policy;
    loop {
        prepared.span.attempt(attempt);
        let exchanged = exchange(prepared).await?;
        if let Ok(response) = &exchanged {
            prepared.span.answered(response.status);
        }
        match retry::decide(&policy, attempt, outcome(&exchanged), fastrand::f64()) {
            Decision::Stop => return Ok(exchanged),
            Decision::Again(pause) => {
                // The connection is given back before the pause, not after it.
                drop(exchanged);
                transport.sleep(pause).await;
                policy = policy.after(pause);
            }
        }
        attempt = attempt.saturating_add(1);
    }
}

fn outcome(exchanged: &Exchanged) -> Outcome {
    match exchanged {
        Ok(response) => Outcome::Answer(response.status, retry_after(&response.headers)),
        Err(error) => Outcome::Failed(error.kind()),
    }
}
