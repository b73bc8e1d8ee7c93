use std::collections::VecDeque;
use std::sync::Arc;

use bytes::Bytes;

use crate::boxed::BoxFuture;
use crate::transport::{Body, BodySource, ChunkSource, TransportError};

/// Bodies one after another: those in memory are one chunk each, the others are opened when it is their turn.
pub(super) struct Joined(Arc<[Body]>);

impl Joined {
    pub(super) fn new(bodies: Vec<Body>) -> Self {
        Self(bodies.into())
    }
}

impl BodySource for Joined {
    fn size(&self) -> BoxFuture<'_, Result<Option<u64>, TransportError>> {
        Box::pin(async move {
            let mut sum = Some(0_u64);
            for body in self.0.iter() {
                let size = body.size().await?;
                sum = sum.zip(size).and_then(|(sum, size)| sum.checked_add(size));
            }
            Ok(sum)
        })
    }

    fn open(&self) -> BoxFuture<'_, Result<Box<dyn ChunkSource>, TransportError>> {
        let waiting = self.0.iter().cloned().collect();
        let current = None;
        Box::pin(async move {
            let opened: Box<dyn ChunkSource> = Box::new(Opened { waiting, current });
            Ok(opened)
        })
    }

    fn is_repeatable(&self) -> bool {
        self.0.iter().all(Body::is_repeatable)
    }
}

struct Opened {
    waiting: VecDeque<Body>,
    current: Option<Box<dyn ChunkSource>>,
}

impl ChunkSource for Opened {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async move {
            loop {
                if let Some(current) = &mut self.current {
                    match current.chunk().await? {
                        Some(chunk) => return Ok(Some(chunk)),
                        None => self.current = None,
                    }
                }
                let Some(next) = self.waiting.pop_front() else {
                    return Ok(None);
                };
                self.current = Some(next.open().await?.chunks);
            }
        })
    }
}
