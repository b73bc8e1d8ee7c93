use std::io::Write;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long a run goes on in silence, and how often the line is renewed afterwards.
const SILENCE: Duration = Duration::from_secs(1);

/// A line on the terminal that says that the work goes on; it appears after a second and is wiped when dropped.
#[derive(Debug)]
pub(super) struct Progress {
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to watch the time, if somebody is `live` at a terminal.
    pub(super) fn begin(live: bool, work: String) -> Self {
        let (end, ended) = channel();
        let thread = live.then(|| std::thread::spawn(move || tell(&work, &ended)));
        Self {
            end: Some(end),
            thread,
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end = None;
        if let Some(thread) = self.thread.take() {
            // A progress line that failed is no reason to fail.
            let _ = thread.join();
        }
    }
}

fn tell(work: &str, ended: &Receiver<()>) {
    let begun = Instant::now();
    let mut err = std::io::stderr();
    let mut told = false;
    while ended.recv_timeout(SILENCE) == Err(RecvTimeoutError::Timeout) {
        told = write!(err, "\r{work} … {} s", begun.elapsed().as_secs())
            .and_then(|()| err.flush())
            .is_ok();
    }
    if told {
        let _ = write!(err, "\r\x1b[2K").and_then(|()| err.flush());
    }
}
