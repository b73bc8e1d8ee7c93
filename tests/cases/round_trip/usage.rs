//! How models are used by those who build values and look at them.

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};

use models::Client;
use models::json::{self, Nullable};
use models::runtime::{
    BoxFuture, Transport, TransportError, TransportRequest, TransportResponse,
};
use models::types::keyed::KeyedKey;
use models::types::tree::One;
use models::types::{
    Constant, Integers, Keyed, Many, Mixed, NullText, Presence, Sent, Text, Tree, Typed,
};

fn written(value: &impl json::Encode) -> String {
    json::to_string(value).expect("it can be written")
}

/// What may be `null` takes what it holds, and what says `null`.
fn presence() {
    let patch = Presence::new("a", None).with_on("b").with_o("c");
    assert_eq!(written(&patch), r#"{"r":"a","rn":null,"o":"c","on":"b"}"#);
    for null in [patch.clone().with_on(None), patch.clone().with_on(Nullable::Null)] {
        assert_eq!(written(&null), r#"{"r":"a","rn":null,"o":"c","on":null}"#);
    }
    let absent = patch.with_on(Nullable::Absent).with_d(3);
    assert_eq!(written(&absent), r#"{"r":"a","rn":null,"o":"c","d":3}"#);
    assert!(absent.on.is_absent());

    assert_eq!(absent.d_or_default(), 3);
    let bare = Presence::new("a", "b".to_owned());
    assert_eq!((bare.d_or_default(), bare.d), (7, None));
    assert_eq!(written(&Sent::new("s")), r#"{"secret":"s"}"#);
    assert_eq!(written(&Constant::default()), r#"{"kind":"constant"}"#);

    let mut typed = Typed::new().with_n(1);
    typed.additional_properties.insert("x".to_owned(), 2);
    assert_eq!(written(&typed), r#"{"n":1,"x":2}"#);
}

/// Values of enums are made of what they are on the wire, and tell it.
fn enums() {
    assert_eq!(Text::from("b-c").as_str(), "b-c");
    assert_eq!("".parse(), Ok(Text::Empty));
    assert_eq!(Text::from("new").to_string(), "new");
    let mut texts = Text::VALUES.iter().map(Text::as_str);
    assert!(texts.all(|text| Text::from(text).as_str() == text && known(&Text::from(text))));

    assert_eq!(Integers::from(2).as_i64(), Some(2));
    assert_eq!("-3".parse(), Ok(Integers::Minus3));
    assert!("three".parse::<Integers>().is_err());
    assert_eq!(Integers::from(7).to_string(), "7");

    assert_eq!(Mixed::from("a").as_str(), Some("a"));
    assert_eq!(Mixed::from(1), Mixed::N1);
    assert_eq!(Mixed::from(true).as_bool(), Some(true));
    assert_eq!((Mixed::N1_5.as_f64(), Mixed::N1_5.as_i64()), (Some(1.5), None));
    assert_eq!(Mixed::from("new").to_string(), "new");
    assert_eq!(Mixed::VALUES.len(), 6);
    assert_ne!(Mixed::from("1"), Mixed::from(1));

    assert_eq!(NullText::VALUES, [NullText::A]);
    assert!(Many::VALUES.iter().all(|listed| Many::from(listed.as_str()) == *listed));
    assert_ne!(Many::from("v65"), Many::from("V65"));
}

fn known(text: &Text) -> bool {
    Text::VALUES.contains(text)
}

/// Names of members that are listed are the keys of maps.
fn keys() {
    let rates: Keyed = [(KeyedKey::Eur, 1.5), (KeyedKey::from("gbp"), 2.0)].into_iter().collect();
    assert_eq!(rates.get(&KeyedKey::Eur), Some(&1.5));
    assert_eq!(written(&rates), r#"{"eur":1.5,"gbp":2}"#);
}

#[derive(Clone, Default)]
struct Recorded(Arc<Mutex<Vec<String>>>);

impl Transport for Recorded {
    fn send(
        &self,
        request: TransportRequest,
    ) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let body = request.body.as_bytes().expect("the body is at hand");
        let body = String::from_utf8(body.to_vec()).expect("it is a text");
        self.0.lock().expect("nothing panicked").push(body);
        let answer = TransportResponse::new(
            models::StatusCode::NO_CONTENT,
            models::HeaderMap::new(),
            models::Bytes::new(),
        );
        Box::pin(async move { Ok(answer) })
    }
}

/// What was received is sent without what is never sent, however deep it is.
async fn requests() {
    let text = r#"{"id":"a","name":"n","children":[{"id":"b","new":{"id":"c"}}],"by":{"k":{"id":null}},"one":{"id":"e"}}"#;
    let tree: Tree = json::from_str(text).expect("it is a tree");
    assert_eq!(written(&tree), text);
    assert!(matches!(tree.one, Some(One::Tree(_))));
    let recorded = Recorded::default();
    let client = Client::builder().transport(recorded.clone()).build().expect("it is a client");
    client.operations().put_thing(tree).await.expect("it is sent");
    let sent = r#"{"name":"n","children":[{"new":{"id":"c"}}],"by":{"k":{}},"one":{}}"#;
    assert_eq!(*recorded.0.lock().expect("nothing panicked"), [sent]);
}

fn main() {
    presence();
    enums();
    keys();
    let mut requests = pin!(requests());
    // Nothing waits for anything: the answers are there at once.
    let mut context = Context::from_waker(Waker::noop());
    assert!(requests.as_mut().poll(&mut context).is_ready());
}
