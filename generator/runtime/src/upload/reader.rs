use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use tokio::io::{AsyncRead, ReadBuf};

use crate::boxed::{BoxError, BoxFuture};
use crate::transport::{Body, BodySource, ChunkSource, TransportError, TransportErrorKind};

/// How many bytes are read at once.
const CHUNK: usize = 64 * 1024;

impl Body {
    /// What can be read, once: the request is sent once and never again, whatever comes of it.
    ///
    /// Its length is announced if it is given, and then there must be as many bytes.
    pub fn reader(reader: impl AsyncRead + Send + 'static, size: Option<u64>) -> Self {
        let reader = Mutex::new(Some(Reading::new(reader)));
        Self::source(Once { reader, size })
    }
}

/// What a reader gives, in chunks.
pub struct Reading(Pin<Box<dyn AsyncRead + Send>>);

impl Reading {
    /// Reads this.
    pub fn new(reader: impl AsyncRead + Send + 'static) -> Self {
        Self(Box::pin(reader))
    }
}

impl ChunkSource for Reading {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async move {
            let mut bytes = vec![0; CHUNK];
            let mut buffer = ReadBuf::new(&mut bytes);
            let read = poll_fn(|context| self.0.as_mut().poll_read(context, &mut buffer)).await;
            read.map_err(unreadable)?;
            let length = buffer.filled().len();
            bytes.truncate(length);
            Ok((length > 0).then(|| Bytes::from(bytes)))
        })
    }
}

struct Once {
    reader: Mutex<Option<Reading>>,
    size: Option<u64>,
}

impl BodySource for Once {
    fn size(&self) -> BoxFuture<'_, Result<Option<u64>, TransportError>> {
        Box::pin(async move { Ok(self.size) })
    }

    fn open(&self) -> BoxFuture<'_, Result<Box<dyn ChunkSource>, TransportError>> {
        let reader = self.reader.lock();
        let reader = reader.unwrap_or_else(PoisonError::into_inner).take();
        Box::pin(async move {
            let read = || unreadable(io::Error::other("it has been read already"));
            let reader: Box<dyn ChunkSource> = Box::new(reader.ok_or_else(read)?);
            Ok(reader)
        })
    }

    fn is_repeatable(&self) -> bool {
        false
    }
}

/// Why a body could not be read.
pub(super) fn unreadable(error: impl Into<BoxError>) -> TransportError {
    TransportError::new(TransportErrorKind::Body, error)
}
