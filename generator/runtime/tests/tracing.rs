//! What a subscriber is told of calls.
#![cfg(feature = "tracing")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use clientwright_runtime::{
    Api, BoxFuture, ClientBuilder, HeaderMap, Method, Operation, Parameter, Scheme, StatusCode,
    Transport, TransportError, TransportErrorKind, TransportRequest, TransportResponse,
};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static API: Api = Api::new("test-api", "0.1.0");
static KEY: Scheme = Scheme::api_key_query("key", "key");
static ID: Parameter = Parameter::path("id");
static Q: Parameter = Parameter::query("q");
static GET: Operation =
    Operation::new("getThing", Method::GET, "/things/{id}").security(&[&[&KEY]]);

/// Answers by its list of statuses; 0: the connection breaks.
struct Scripted(Mutex<Vec<u16>>);

impl Transport for Scripted {
    fn send(
        &self,
        _request: TransportRequest,
    ) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let status = self.0.lock().unwrap().remove(0);
        Box::pin(async move {
            match status {
                0 => Err(TransportError::new(TransportErrorKind::Broken, "gone")),
                status => {
                    let mut headers = HeaderMap::new();
                    headers.insert("retry-after", "0".parse().unwrap());
                    let status = StatusCode::from_u16(status).unwrap();
                    Ok(TransportResponse::new(status, headers, "s3cret body"))
                }
            }
        })
    }
}

/// Keeps the fields of each span, and everything that it was told.
#[derive(Clone, Default)]
struct Captured {
    spans: Arc<Mutex<Vec<BTreeMap<String, String>>>>,
    told: Arc<Mutex<String>>,
}

struct Fields<'a>(&'a mut BTreeMap<String, String>);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

impl Subscriber for Captured {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("clientwright_runtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = BTreeMap::new();
        span.record(&mut Fields(&mut fields));
        self.told.lock().unwrap().push_str(&format!("{span:?}"));
        let mut spans = self.spans.lock().unwrap();
        spans.push(fields);
        Id::from_u64(spans.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        self.told.lock().unwrap().push_str(&format!("{values:?}"));
        let mut spans = self.spans.lock().unwrap();
        values.record(&mut Fields(&mut spans[span.into_u64() as usize - 1]));
    }

    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.told.lock().unwrap().push_str(&format!("{event:?}"));
    }

    fn enter(&self, _span: &Id) {}

    fn exit(&self, _span: &Id) {}
}

async fn call(statuses: &[u16]) -> Captured {
    let captured = Captured::default();
    let client = ClientBuilder::new(&API)
        .base_url("https://api.example/s3cret?token=s3cret")
        .credential(&KEY, "s3cret")
        .header("x-secret", "s3cret")
        .transport(Scripted(Mutex::new(statuses.to_vec())))
        .build()
        .unwrap();
    let guard = tracing::subscriber::set_default(captured.clone());
    let mut call = client.call(&GET);
    call.parameter(&ID, &"s3cret".to_owned());
    call.parameter(&Q, &"s3cret".to_owned());
    call.max_attempts(2);
    let _ = call.execute().await;
    drop(guard);
    captured
}

fn fields(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    pairs.iter().map(pair).collect()
}

#[tokio::test]
async fn a_call_is_a_span_with_what_the_description_says_of_it() {
    let captured = call(&[503, 200]).await;
    let expected = fields(&[
        ("operation", "\"getThing\""),
        ("method", "\"GET\""),
        ("template", "\"/things/{id}\""),
        ("attempt", "2"),
        ("status", "200"),
    ]);
    assert_eq!(*captured.spans.lock().unwrap(), [expected]);
}

#[tokio::test]
async fn a_call_without_an_answer_says_why() {
    let captured = call(&[0, 0]).await;
    let spans = captured.spans.lock().unwrap();
    assert_eq!(spans[0]["error"], "\"transport\"");
    assert_eq!(spans[0]["attempt"], "2");
    assert!(!spans[0].contains_key("status"));
}

#[tokio::test]
async fn no_value_is_told() {
    for statuses in [&[200][..], &[404], &[0, 503]] {
        let captured = call(statuses).await;
        let told = captured.told.lock().unwrap();
        assert!(!told.contains("s3cret"), "{told}");
    }
}
