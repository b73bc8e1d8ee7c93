use std::fmt;
use std::task::{Context, Poll};

use super::Paging;
use super::turn::{Stuck, Turn};
use crate::answer::Answer;
use crate::boxed::BoxFuture;
use crate::call::Call;
use crate::error::CallError;

/// Asks for one page after the other.
pub(super) struct Pager {
    paging: &'static Paging,
    state: State,
}

enum State {
    /// The page is asked for, and is still to come.
    Waiting(Turn, BoxFuture<'static, Result<Answer, CallError>>),
    /// The page before has come, and this one is not asked for yet.
    Ready(Turn),
    /// The page before has come, and this one cannot be asked for.
    Stuck(Stuck),
    /// There are no more pages.
    Done,
}

impl Pager {
    /// Asks for nothing before it is polled.
    pub(super) fn new(call: Call, paging: &'static Paging) -> Self {
        Self {
            paging,
            state: State::Ready(Turn::new(call)),
        }
    }

    /// The answer that has the next page, or that is no success; behind it comes nothing more.
    pub(super) fn poll_page(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Answer, Stuck>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Done) {
                State::Ready(turn) => {
                    let pending = turn.call().execute();
                    self.state = State::Waiting(turn, pending);
                }
                State::Waiting(turn, mut pending) => {
                    let Poll::Ready(result) = pending.as_mut().poll(context) else {
                        self.state = State::Waiting(turn, pending);
                        return Poll::Pending;
                    };
                    return Poll::Ready(Some(self.arrived(turn, result)));
                }
                State::Stuck(stuck) => return Poll::Ready(Some(Err(stuck))),
                State::Done => return Poll::Ready(None),
            }
        }
    }

    /// Asks for no further page.
    pub(super) fn stop(&mut self) {
        self.state = State::Done;
    }

    fn arrived(&mut self, turn: Turn, result: Result<Answer, CallError>) -> Result<Answer, Stuck> {
        let answer = result.map_err(Stuck::Call)?;
        if answer.status().is_success() {
            // What is wrong with the next page is said behind this one, which is whole.
            self.state = match turn.next(self.paging, &answer) {
                Ok(Some(next)) => State::Ready(next),
                Ok(None) => State::Done,
                Err(stuck) => State::Stuck(stuck),
            };
        }
        Ok(answer)
    }
}

impl fmt::Debug for Pager {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_done = matches!(self.state, State::Done);
        formatter
            .debug_struct("Pager")
            .field("paging", self.paging)
            .field("is_done", &is_done)
            .finish()
    }
}
