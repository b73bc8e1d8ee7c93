use std::io;
use std::path::{Path, PathBuf};

use tokio::fs::{File, metadata};

use super::Reading;
use super::reader::unreadable;
use crate::boxed::BoxFuture;
use crate::transport::{Body, BodySource, ChunkSource, TransportError};

impl Body {
    /// The content of a file, read while it is sent, and again with each attempt. Needs tokio's runtime.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self::source(OfFile(path.into()))
    }
}

struct OfFile(PathBuf);

impl BodySource for OfFile {
    /// Only of files is it known how many bytes there are, not of pipes and devices.
    fn size(&self) -> BoxFuture<'_, Result<Option<u64>, TransportError>> {
        Box::pin(async move {
            let about = metadata(&self.0).await;
            let about = about.map_err(|error| with_path(&self.0, &error))?;
            Ok(about.is_file().then_some(about.len()))
        })
    }

    fn open(&self) -> BoxFuture<'_, Result<Box<dyn ChunkSource>, TransportError>> {
        Box::pin(async move {
            let file = File::open(&self.0).await;
            let file = file.map_err(|error| with_path(&self.0, &error))?;
            let reading: Box<dyn ChunkSource> = Box::new(Reading::new(file));
            Ok(reading)
        })
    }
}

fn with_path(path: &Path, error: &io::Error) -> TransportError {
    unreadable(format!("{}: {error}", path.display()))
}
