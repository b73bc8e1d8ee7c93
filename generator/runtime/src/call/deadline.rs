use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use crate::boxed::BoxFuture;

/// What `work` comes to, unless the time has `passed` before.
pub(super) async fn within<T>(
    mut passed: BoxFuture<'_, ()>,
    work: impl Future<Output = T>,
) -> Option<T> {
    let mut work = pin!(work);
    poll_fn(|context| {
        if let Poll::Ready(result) = work.as_mut().poll(context) {
            return Poll::Ready(Some(result));
        }
        passed.as_mut().poll(context).map(|()| None)
    })
    .await
}
