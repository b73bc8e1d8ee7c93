use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::Paging;
use super::pager::Pager;
use super::turn::Stuck;
use crate::answer::{Answer, Response};
use crate::call::Call;
use crate::error::OperationError;
use crate::json::Decode;

/// The pages of an operation, one after the other; each is asked for when the stream is polled for
/// it.
///
/// It ends behind the last page, and behind the first error.
#[must_use = "no page is asked for before the stream is polled"]
pub struct Pages<P, E> {
    pager: Pager,
    read: Read<P, E>,
}

type Read<P, E> = fn(Answer) -> Result<Response<P>, OperationError<E>>;

/// The items of all pages of an operation; a page is asked for when the items of the one before are
/// used up.
///
/// It ends behind the last item, and behind the first error.
#[must_use = "no page is asked for before the stream is polled"]
pub struct PagedItems<T, E> {
    pager: Pager,
    place: &'static str,
    fail: Fail<E>,
    items: vec::IntoIter<T>,
}

type Fail<E> = fn(Answer) -> Option<OperationError<E>>;

impl<P, E> Pages<P, E> {
    /// The pages from that of `call` on, each read by `read`.
    pub fn new(call: Call, paging: &'static Paging, read: Read<P, E>) -> Self {
        let pager = Pager::new(call, paging);
        Self { pager, read }
    }

    /// The next page; `None` behind the last.
    pub async fn next(&mut self) -> Option<Result<P, OperationError<E>>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P, OperationError<E>>>> {
        let page = match ready!(self.pager.poll_page(context)) {
            None => None,
            Some(Ok(answer)) => Some((self.read)(answer).map(Response::into_body)),
            Some(Err(stuck)) => Some(Err(stuck.into())),
        };
        if matches!(page, Some(Err(_))) {
            self.pager.stop();
        }
        Poll::Ready(page)
    }
}

impl<T: Decode, E> PagedItems<T, E> {
    /// The items from the page of `call` on; `fail` is the error of an answer that is no success.
    pub fn new(call: Call, paging: &'static Paging, fail: Fail<E>) -> Self {
        Self {
            pager: Pager::new(call, paging),
            place: paging.items,
            fail,
            items: Vec::new().into_iter(),
        }
    }

    /// The next item; `None` behind the last.
    pub async fn next(&mut self) -> Option<Result<T, OperationError<E>>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, OperationError<E>>>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            let items = match ready!(self.pager.poll_page(context)) {
                None => return Poll::Ready(None),
                Some(Ok(answer)) => self.items_of(answer),
                Some(Err(stuck)) => Err(stuck.into()),
            };
            match items {
                Ok(items) => self.items = items.into_iter(),
                Err(error) => {
                    self.pager.stop();
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }

    fn items_of(&self, answer: Answer) -> Result<Vec<T>, OperationError<E>> {
        if !answer.status().is_success() {
            return (self.fail)(answer).map_or_else(|| Ok(Vec::new()), Err);
        }
        match answer.items_at(self.place) {
            Ok(items) => Ok(items),
            Err(error) => Err(answer.undecodable(error).into()),
        }
    }
}

impl<E> From<Stuck> for OperationError<E> {
    fn from(stuck: Stuck) -> Self {
        match stuck {
            Stuck::Call(error) => error.into(),
            Stuck::Body(failure) => Self::Decode(failure),
        }
    }
}

impl<P, E> Stream for Pages<P, E> {
    type Item = Result<P, OperationError<E>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

/// Nothing in it is pinned.
impl<T, E> Unpin for PagedItems<T, E> {}

impl<T: Decode, E> Stream for PagedItems<T, E> {
    type Item = Result<T, OperationError<E>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<P, E> fmt::Debug for Pages<P, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Pages").field(&self.pager).finish()
    }
}

impl<T, E> fmt::Debug for PagedItems<T, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PagedItems")
            .field("pager", &self.pager)
            .field("at_hand", &self.items.len())
            .finish_non_exhaustive()
    }
}
