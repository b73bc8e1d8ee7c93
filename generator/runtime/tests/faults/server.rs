//! A server on loopback that plays a script on each connection, badly, and sees what becomes of it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What the server does on a connection, one after the other; then it closes it.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// Reads one request whole.
    Read,
    /// Reads something of a request.
    ReadSome,
    /// Writes these bytes.
    Send(Vec<u8>),
    /// Writes these bytes one by one, with this pause before each.
    Drip(Vec<u8>, Duration),
    /// Writes these bytes again and again until the client goes away.
    Forever(Vec<u8>),
    /// Waits until the client goes away, and reads no more than one byte.
    Hold,
    /// Closes the connection with a reset, so that what was sent may be lost.
    Reset,
}

/// What happened so far.
#[derive(Debug, Default)]
struct Seen {
    opened: AtomicUsize,
    closed: AtomicUsize,
    requests: AtomicUsize,
}

pub(crate) struct Misbehaving {
    address: SocketAddr,
    seen: Arc<Seen>,
    listening: JoinHandle<()>,
}

impl Misbehaving {
    /// Plays the first script on the first connection and so on; the last one on all that follow.
    pub(crate) async fn start(scripts: Vec<Vec<Step>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Seen::default());
        let listening = tokio::spawn(listen(listener, scripts, Arc::clone(&seen)));
        Self {
            address,
            seen,
            listening,
        }
    }

    /// The same script on every connection: a request is read, then this is written.
    pub(crate) async fn answering(bytes: impl Into<Vec<u8>>) -> Self {
        Self::start(vec![vec![Step::Read, Step::Send(bytes.into())]]).await
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many connections were made.
    pub(crate) fn connections(&self) -> usize {
        self.seen.opened.load(Ordering::SeqCst)
    }

    /// How many requests arrived whole.
    pub(crate) fn requests(&self) -> usize {
        self.seen.requests.load(Ordering::SeqCst)
    }

    /// Waits until no connection is left.
    pub(crate) async fn is_left_alone(&self) {
        for _ in 0..200 {
            if self.seen.closed.load(Ordering::SeqCst) == self.connections() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the client holds a connection: {:?}", self.seen);
    }
}

impl Drop for Misbehaving {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// An answer with this head, as it is, and body; lines of the head end in `\n` here.
pub(crate) fn answer(head: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let head = format!("HTTP/1.1 {head}\n\n").replace('\n', "\r\n");
    [head.as_bytes(), body.as_ref()].concat()
}

async fn listen(listener: TcpListener, scripts: Vec<Vec<Step>>, seen: Arc<Seen>) {
    for turn in 0.. {
        let (stream, _) = listener.accept().await.unwrap();
        seen.opened.fetch_add(1, Ordering::SeqCst);
        let script = scripts[usize::min(turn, scripts.len() - 1)].clone();
        let seen = Arc::clone(&seen);
        tokio::spawn(async move {
            play(stream, script, &seen).await;
            seen.closed.fetch_add(1, Ordering::SeqCst);
        });
    }
}

/// Ends early when the client goes away.
async fn play(mut stream: TcpStream, script: Vec<Step>, seen: &Seen) {
    for step in script {
        let is_there = match step {
            Step::Read => read(&mut stream, seen).await,
            Step::ReadSome => matches!(stream.read(&mut [0; 512]).await, Ok(1..)),
            Step::Send(bytes) => stream.write_all(&bytes).await.is_ok(),
            Step::Drip(bytes, pause) => drip(&mut stream, &bytes, pause).await,
            Step::Forever(bytes) => {
                while stream.write_all(&bytes).await.is_ok() {}
                false
            }
            Step::Hold => {
                // Bytes that were sent before it went away are not of interest.
                let mut one = [0];
                while matches!(stream.read(&mut one).await, Ok(1)) {}
                false
            }
            Step::Reset => {
                stream.set_zero_linger().unwrap();
                false
            }
        };
        if !is_there {
            return;
        }
    }
    // A client that still sends would lose the answer by a reset.
    let _ = stream.shutdown().await;
    let mut rest = Vec::new();
    let drain = stream.read_to_end(&mut rest);
    let _ = tokio::time::timeout(Duration::from_secs(1), drain).await;
}

async fn drip(stream: &mut TcpStream, bytes: &[u8], pause: Duration) -> bool {
    for byte in bytes {
        tokio::time::sleep(pause).await;
        if stream.write_all(&[*byte]).await.is_err() {
            return false;
        }
    }
    true
}

/// Reads to the end of the head and as many bytes as it announces.
async fn read(stream: &mut TcpStream, seen: &Seen) -> bool {
    let mut bytes = Vec::new();
    loop {
        let head = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        if head.is_some_and(|end| bytes.len() >= end + 4 + announced(&bytes[..end])) {
            seen.requests.fetch_add(1, Ordering::SeqCst);
            return true;
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(length) if length > 0 => bytes.extend_from_slice(&chunk[..length]),
            Ok(_) | Err(_) => return false,
        }
    }
}

fn announced(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_lowercase();
    let value = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"));
    value.map_or(0, |value| value.trim().parse().unwrap())
}
