use std::io;
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

/// Drives the connections in a thread of its own, so that one that the server closes between two calls is known to be
/// closed before it is used again.
#[derive(Debug)]
pub(super) struct Reactor {
    handle: Handle,
    /// The thread ends when this is gone.
    _ending: oneshot::Sender<()>,
}

impl Reactor {
    pub(super) fn new() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let (ending, end) = oneshot::channel::<()>();
        let thread = thread::Builder::new().name("connections".to_owned());
        // That the other side is gone is what is waited for.
        thread.spawn(move || drop(runtime.block_on(end)))?;
        Ok(Self {
            handle,
            _ending: ending,
        })
    }

    /// Waits for a future on this thread, which has the stack that values need.
    pub(super) fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.handle.block_on(future)
    }
}
