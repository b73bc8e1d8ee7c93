use std::time::Duration;

/// One answer of a script: what is sent, and how badly.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    chunked: bool,
    delay: Duration,
    cut: Option<usize>,
}

impl Answer {
    /// An answer without a body and without a content type.
    pub(crate) fn status(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            chunked: false,
            delay: Duration::ZERO,
            cut: None,
        }
    }

    /// `200 OK` with this JSON.
    pub(crate) fn json(body: impl Into<Vec<u8>>) -> Self {
        Self::status(200)
            .header("content-type", "application/json")
            .body(body)
    }

    /// The error shape of the API, with this status and code.
    pub(crate) fn error(status: u16, code: &str) -> Self {
        let body = format!(r#"{{"error":{{"code":"{code}","message":"It went wrong: {code}."}}}}"#);
        Self {
            status,
            ..Self::json(body)
        }
    }

    /// A redirect to this URL.
    pub(crate) fn redirect(status: u16, location: &str) -> Self {
        Self::status(status).header("location", location)
    }

    /// The connection is closed before anything is answered.
    pub(crate) fn hang_up() -> Self {
        Self {
            cut: Some(0),
            ..Self::status(200)
        }
    }

    /// Adds a header, as it is.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Replaces the body.
    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends the body in chunks, so that nobody knows its length beforehand.
    pub(crate) fn chunked(mut self) -> Self {
        self.chunked = true;
        self
    }

    /// Waits before the answer is begun.
    pub(crate) fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Closes the connection after this many bytes of the body, though more were announced.
    pub(crate) fn cut_at(mut self, bytes: usize) -> Self {
        self.cut = Some(bytes);
        self
    }

    pub(super) fn delay(&self) -> Duration {
        self.delay
    }

    /// Whether the connection ends with this answer.
    pub(super) fn closes(&self) -> bool {
        self.cut.is_some()
    }

    /// The answer as it goes over the wire.
    pub(super) fn bytes(&self) -> Vec<u8> {
        if self.cut == Some(0) {
            return Vec::new();
        }
        let mut bytes = self.head().into_bytes();
        let end = self.cut.unwrap_or(self.body.len()).min(self.body.len());
        if self.chunked {
            self.body[..end]
                .chunks(16 * 1024)
                .for_each(|chunk| push_chunk(&mut bytes, chunk));
            if self.cut.is_none() {
                push_chunk(&mut bytes, &[]);
            }
        } else {
            bytes.extend_from_slice(&self.body[..end]);
        }
        bytes
    }

    fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {} Scripted\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if self.chunked {
            head.push_str("transfer-encoding: chunked\r\n");
        } else if self.status != 204 && self.status != 304 {
            head.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        head + "\r\n"
    }
}

fn push_chunk(bytes: &mut Vec<u8>, chunk: &[u8]) {
    bytes.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
    bytes.extend_from_slice(chunk);
    bytes.extend_from_slice(b"\r\n");
}
