//! A server on loopback that says what it is told to and remembers what it heard.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use clientwright_runtime::{Api, ClientBuilder, Operation, Scheme};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub(crate) static TOKEN: Scheme = Scheme::bearer("bearerToken");
pub(crate) static KEY: Scheme = Scheme::api_key_query("apiKey", "key");
pub(crate) static API: Api = Api::new("test-api", "0.1.0");

/// What the server does with a connection after it has read a request.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Writes these bytes and closes the connection.
    Raw(Vec<u8>),
    /// Writes these bytes and then nothing more, without closing.
    Hang(Vec<u8>),
}

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

pub(crate) struct Server {
    address: SocketAddr,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Reply {
    /// An answer with a `Content-Length`.
    pub(crate) fn of(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status} Whatever\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        Self::Raw([head.as_bytes(), body].concat())
    }

    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self::of(status, "Content-Type: application/json\r\n", body)
    }
}

impl Heard {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(given, _)| given.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

impl Server {
    /// Gives these replies, one a request, and the last one again and again.
    pub(crate) async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let heard = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(serve(listener, replies, Arc::clone(&heard)));
        Self { address, heard }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A builder of clients of this server, whose retries do not wait.
    pub(crate) fn client(&self) -> ClientBuilder {
        ClientBuilder::new(&API)
            .base_url(self.url())
            .credential(&TOKEN, "s3cret")
    }

    pub(crate) fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.heard().into_iter().map(|heard| heard.line).collect()
    }
}

/// A static operation that sends no credentials.
pub(crate) fn leak(operation: Operation) -> &'static Operation {
    Box::leak(Box::new(operation))
}

async fn serve(listener: TcpListener, replies: Vec<Reply>, heard: Arc<Mutex<Vec<Heard>>>) {
    let mut hanging = Vec::new();
    for turn in 0.. {
        let (mut stream, _) = listener.accept().await.unwrap();
        let request = read(&mut stream).await;
        heard.lock().unwrap().push(request);
        match &replies[usize::min(turn, replies.len() - 1)] {
            Reply::Raw(bytes) => {
                // The client may go away before it has read all of it.
                let _ = stream.write_all(bytes).await;
                let _ = stream.shutdown().await;
            }
            Reply::Hang(bytes) => {
                let _ = stream.write_all(bytes).await;
                hanging.push(stream);
            }
        }
    }
}

async fn read(stream: &mut TcpStream) -> Heard {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        let mut chunk = [0; 4096];
        let length = stream.read(&mut chunk).await.unwrap();
        assert!(length > 0, "the client went away");
        bytes.extend_from_slice(&chunk[..length]);
    };
    let mut body = bytes.split_off(end + 4);
    let head = String::from_utf8(bytes).unwrap();
    let mut lines = head.trim_end().split("\r\n");
    let line = lines.next().unwrap().to_owned();
    let header = |line: &str| -> (String, String) {
        let (name, value) = line.split_once(':').unwrap();
        (name.to_owned(), value.trim().to_owned())
    };
    let mut heard = Heard {
        line,
        headers: lines.map(header).collect(),
        body: Vec::new(),
    };
    let length: usize = heard
        .header("content-length")
        .map_or(0, |text| text.parse().unwrap());
    while body.len() < length {
        let mut chunk = [0; 4096];
        let read = stream.read(&mut chunk).await.unwrap();
        body.extend_from_slice(&chunk[..read]);
    }
    heard.body = body;
    heard
}
