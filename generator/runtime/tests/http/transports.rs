//! A transport of the application's own.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use clientwright_runtime::{
    BoxFuture, ClientBuilder, HeaderMap, Method, Operation, StatusCode, Transport, TransportError,
    TransportErrorKind, TransportRequest, TransportResponse,
};

use super::server::API;

static POST: Operation = Operation::new("makeThing", Method::POST, "/x").retry();

/// Answers from memory, and takes down how long it would have waited.
#[derive(Default)]
struct Memory {
    requests: Mutex<Vec<TransportRequest>>,
    pauses: Mutex<Vec<Duration>>,
}

impl Transport for Memory {
    fn send(
        &self,
        request: TransportRequest,
    ) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let mut requests = self.requests.lock().unwrap();
        requests.push(request);
        let turn = requests.len();
        Box::pin(async move {
            match turn {
                1 => Err(TransportError::new(TransportErrorKind::Broken, "reset")),
                2 => Ok(answer(StatusCode::SERVICE_UNAVAILABLE, "3")),
                _ => Ok(answer(StatusCode::OK, "")),
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.pauses.lock().unwrap().push(duration);
        Box::pin(async {})
    }
}

fn answer(status: StatusCode, retry_after: &str) -> TransportResponse {
    let mut headers = HeaderMap::new();
    headers.insert("retry-after", retry_after.parse().unwrap());
    TransportResponse::new(status, headers, "body")
}

#[tokio::test]
async fn a_transport_can_answer_from_memory_and_keep_its_own_time() {
    let memory = Arc::new(Memory::default());
    let builder = ClientBuilder::new(&API).base_url("https://api.example");
    let client = builder.transport(Arc::clone(&memory)).build().unwrap();
    let mut call = client.call(&POST);
    call.text("text/plain", "mine");
    let answer = call.execute().await.unwrap();
    assert_eq!(answer.body(), "body");
    let requests = memory.requests.lock().unwrap();
    assert_eq!(requests.len(), 3);
    for request in requests.iter() {
        assert_eq!(request.url.as_str(), "https://api.example/x");
        assert_eq!(request.body.as_bytes().unwrap(), "mine");
    }
    let pauses = memory.pauses.lock().unwrap();
    assert!(pauses[0] < Duration::from_millis(500));
    assert_eq!(pauses[1], Duration::from_secs(3));
}
