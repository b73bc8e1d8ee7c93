use std::future::poll_fn;
use std::mem;
use std::task::{Context, Poll};

use crate::boxed::{BoxFuture, MaybeSend};
use crate::error::Error;

/// What a source has at hand.
pub(super) enum Step<T> {
    /// An item.
    Item(T),
    /// Nothing, unless more is read.
    Read,
    /// Nothing more at all.
    End,
}

/// Makes items of what arrives.
pub(super) trait Source: MaybeSend + 'static {
    /// What it makes.
    type Item;

    /// The next item, if it can be had without reading.
    fn step(&mut self) -> Result<Step<Self::Item>, Error>;

    /// Reads once.
    fn read(&mut self) -> BoxFuture<'_, Result<(), Error>>;
}

/// Asks a source for its items, and reads only when it is asked itself. An error is the end.
pub(super) struct Pull<S>(pub(super) State<S>);

/// Where the source is.
pub(super) enum State<S> {
    /// At hand.
    Idle(Box<S>),
    /// Lent to a read.
    Reading(BoxFuture<'static, Read<S>>),
    /// Gone.
    Ended,
}

/// A read that came to its end, and the source that it was lent.
pub(super) type Read<S> = (Box<S>, Result<(), Error>);

impl<S: Source> Pull<S> {
    pub(super) fn new(source: S) -> Self {
        Self(State::Idle(Box::new(source)))
    }

    pub(super) async fn next(&mut self) -> Option<Result<S::Item, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<S::Item, Error>>> {
        loop {
            let (next, outcome) = match mem::replace(&mut self.0, State::Ended) {
                State::Ended => return Poll::Ready(None),
                State::Idle(source) => step(source),
                State::Reading(reading) => proceed(reading, context),
            };
            self.0 = next;
            if let Some(outcome) = outcome {
                return outcome;
            }
        }
    }
}

/// What is next, and what there is to say for now.
type Next<S> = (
    State<S>,
    Option<Poll<Option<Result<<S as Source>::Item, Error>>>>,
);

fn step<S: Source>(mut source: Box<S>) -> Next<S> {
    match source.step() {
        Ok(Step::Item(item)) => (State::Idle(source), Some(Poll::Ready(Some(Ok(item))))),
        Ok(Step::Read) => (State::Reading(Box::pin(read(source))), None),
        Ok(Step::End) => (State::Ended, Some(Poll::Ready(None))),
        Err(error) => (State::Ended, Some(Poll::Ready(Some(Err(error))))),
    }
}

fn proceed<S: Source>(
    mut reading: BoxFuture<'static, Read<S>>,
    context: &mut Context<'_>,
) -> Next<S> {
    match reading.as_mut().poll(context) {
        Poll::Pending => (State::Reading(reading), Some(Poll::Pending)),
        Poll::Ready((source, Ok(()))) => (State::Idle(source), None),
        Poll::Ready((_, Err(error))) => (State::Ended, Some(Poll::Ready(Some(Err(error))))),
    }
}

async fn read<S: Source>(mut source: Box<S>) -> Read<S> {
    let result = source.read().await;
    (source, result)
}

/// An item has more bytes than may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;
