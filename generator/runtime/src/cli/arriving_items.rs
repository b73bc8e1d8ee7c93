use http::{HeaderMap, StatusCode};

use crate::boxed::BoxFuture;
use crate::cli::{Arriving, Refusal, Shown, json};
use crate::json::Encode;
use crate::stream::ItemStream;

impl<T: Encode + 'static> Arriving for ItemStream<T> {
    fn head(&self) -> (StatusCode, &HeaderMap) {
        (self.status(), self.headers())
    }

    fn item(&mut self) -> BoxFuture<'_, Option<Result<Shown, Refusal>>> {
        Box::pin(async move {
            let item = self.next().await?;
            let refused = |error: crate::error::Error| Refusal::error(error.kind(), None);
            Some(item.map(|item| json(&item)).map_err(refused))
        })
    }
}
