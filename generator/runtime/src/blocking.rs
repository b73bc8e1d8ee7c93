//! Calls that are waited for, in programs without `async`.

use std::sync::OnceLock;
use std::sync::mpsc::sync_channel;
use std::thread;

use tokio::runtime::{Builder, Handle};

use crate::error::{CallError, RequestFailure};

/// Sends a request and waits for it on this thread: `request.send_blocking()` instead of `request.await`.
///
/// It can be used anywhere, but in a task of an asynchronous program it keeps the other tasks of its thread from going
/// on, and with them, in a runtime of one thread, the connections that this client has opened there: await the request
/// there.
pub trait Blocking: IntoFuture {
    /// Sends the request, and waits for what comes of it.
    fn send_blocking(self) -> Self::Output;
}

impl<R, T, E> Blocking for R
where
    R: IntoFuture<Output = Result<T, E>, IntoFuture: Send + 'static>,
    T: Send + 'static,
    E: From<CallError> + Send + 'static,
{
    fn send_blocking(self) -> Result<T, E> {
        wait(self.into_future())
    }
}

/// Waits on this thread for any future of the client, such as `request.send_with_response()`.
///
/// # Errors
/// Those of the future, and when the thread that drives connections cannot be started.
pub fn wait<T, E>(future: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<CallError> + Send + 'static,
{
    let handle = match reactor() {
        Ok(handle) => handle,
        Err(failure) => return Err(CallError::from(failure.clone()).into()),
    };
    let (sender, receiver) = sync_channel(1);
    // Whoever waits does so until this is sent.
    handle.spawn(async move { drop(sender.send(future.await)) });
    receiver.recv().unwrap_or_else(|_| {
        let failure = RequestFailure::new("the call was given up before it had an answer");
        Err(CallError::from(failure).into())
    })
}

/// The runtime of all calls that are waited for, which drives their connections in a thread of its own.
fn reactor() -> Result<&'static Handle, &'static RequestFailure> {
    static REACTOR: OnceLock<Result<Handle, RequestFailure>> = OnceLock::new();
    let started = || {
        start().map_err(|error| {
            RequestFailure::new("no thread can be started to wait for calls").with_source(error)
        })
    };
    REACTOR.get_or_init(started).as_ref()
}

fn start() -> std::io::Result<Handle> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let thread = thread::Builder::new().name(concat!(env!("CARGO_PKG_NAME"), "-calls").to_owned());
    thread.spawn(move || runtime.block_on(std::future::pending::<()>()))?;
    Ok(handle)
}
