//! Building a client.

use clientwright_runtime::{
    Api, ClientBuilder, Credential, Method, Operation, ReqwestTransport, Scheme, Server,
    ServerTemplate,
};
use std::time::Duration;

use super::server::{API, TOKEN, leak};

static LOGIN: Scheme = Scheme::basic("login");

fn check(builder: ClientBuilder, expected: &str) {
    let error = builder.build().map(|_| ()).unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
}

#[test]
fn what_is_not_legal_is_named() {
    let builder = || ClientBuilder::new(&API);
    check(
        builder().base_url("nowhere"),
        "`base URL` is no absolute URL",
    );
    check(
        builder().base_url("https://u:s3cret@h"),
        "`base URL` has a user or a password: give them as a credential",
    );
    check(
        builder().header("a b", "x"),
        "`a b` is no legal name of a header field",
    );
    check(
        builder().header("x-a", "s3cret\n"),
        "`x-a` has characters that a header field cannot carry",
    );
    check(
        builder().user_agent("a\r\nb"),
        "`User-Agent` has characters that a header field cannot carry",
    );
    check(
        builder().credential(&TOKEN, "s3cret\r\n"),
        "the credential of `bearerToken` (bearer token): it has characters that a header field cannot carry",
    );
    check(
        builder().credential(&LOGIN, "s3cret"),
        "the credential of `login` (user and password): a user and a password are needed, not a token",
    );
    let transport = ReqwestTransport::from_client(clientwright_runtime_reqwest());
    check(
        builder()
            .transport(transport)
            .read_timeout(Duration::from_secs(1)),
        "connect_timeout and read_timeout do nothing for a transport of your own",
    );
}

fn clientwright_runtime_reqwest() -> reqwest::Client {
    reqwest::Client::new()
}

#[tokio::test]
async fn without_a_base_url_nothing_can_be_called() {
    let client = ClientBuilder::new(&API).build().unwrap();
    assert!(client.base_url().is_none());
    let call = client.call(leak(Operation::new("op", Method::GET, "/")));
    let error = clientwright_runtime::Error::from(call.execute().await.unwrap_err());
    let expected = "op: no base URL was given, and the description of the API has none";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_base_url_is_the_applications_or_the_documents() {
    static WITH: Api = Api::new("a", "1").server(ServerTemplate::new("https://api.example/v1"));
    let of = |builder: ClientBuilder| builder.build().unwrap().base_url().unwrap().to_string();
    assert_eq!(of(ClientBuilder::new(&WITH)), "https://api.example/v1");
    assert_eq!(
        of(ClientBuilder::new(&WITH).server("https://eu/")),
        "https://eu/"
    );
    assert_eq!(
        of(ClientBuilder::new(&WITH).base_url("http://localhost:1")),
        "http://localhost:1/"
    );
}

#[test]
fn credentials_do_not_show() {
    let builder = ClientBuilder::new(&API)
        .credential(&TOKEN, "s3cret")
        .credential(&LOGIN, Credential::basic("s3cret", "s3cret"));
    let shown = format!(
        "{builder:?} {:?} {:?}",
        builder.clone().build(),
        Credential::token("s3cret")
    );
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(shown.contains("bearerToken"), "{shown}");
}

#[test]
fn clients_are_shared_between_threads() {
    fn shared<T: Clone + Send + Sync + 'static>() {}
    shared::<clientwright_runtime::Client>();
    fn sent<T: Clone + Send + 'static>() {}
    sent::<clientwright_runtime::Call>();
}

static REGIONS: Api = Api::new("a", "1")
    .server(
        ServerTemplate::new("https://{region}.example/{base}")
            .variables(&[("region", "eu"), ("base", "v1")]),
    )
    .server_variables(&["region", "base", "endpoint"]);
static SELF_HOSTED: ServerTemplate =
    ServerTemplate::new("{endpoint}/api").variables(&[("endpoint", "")]);

#[test]
fn variables_of_servers_are_filled_in_where_they_are_nearest() {
    let of = |builder: ClientBuilder| builder.build().unwrap().base_url().unwrap().to_string();
    let builder = || ClientBuilder::new(&REGIONS);
    assert_eq!(of(builder()), "https://eu.example/v1");
    assert_eq!(
        of(builder().server_variable("region", "us")),
        "https://us.example/v1"
    );
    let named = Server::of(SELF_HOSTED).variable("endpoint", "http://h:1/x");
    assert_eq!(of(builder().server(named.clone())), "http://h:1/x/api");
    let given = builder().server_variable("endpoint", "http://other");
    assert_eq!(
        of(given.clone().server(Server::of(SELF_HOSTED))),
        "http://other/api"
    );
    assert_eq!(of(given.server(named)), "http://h:1/x/api");
    assert_eq!(of(builder().server("http://h/?key=1")), "http://h/?key=1");
}

#[test]
fn a_server_without_what_it_needs_is_refused_and_its_values_are_not_shown() {
    let refused = |builder: ClientBuilder| builder.build().unwrap_err().to_string();
    let builder = || ClientBuilder::new(&REGIONS);
    assert_eq!(
        refused(builder().server_variable("Region", "us")),
        "`Region` is no variable of the server"
    );
    assert_eq!(
        refused(builder().server(Server::url("http://h").variable("region", "us"))),
        "`region` is no variable of the server"
    );
    assert_eq!(
        refused(builder().server(Server::of(SELF_HOSTED).variable("endpoint", "s3cret"))),
        "the server `{endpoint}/api` is no absolute URL with the values of `endpoint`: give a base URL"
    );
    let client = builder().server_variable("base", "s3cret").build().unwrap();
    assert!(!format!("{client:?}").contains("s3cret"), "{client:?}");
}
