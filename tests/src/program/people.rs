//! The command line as people use it: flags in, JSON and an exit code out.

use super::running::{Outcome, run_beside_a_server};
use crate::server::{Answer, Server};

const BODY: &str = r#"{"productId":"iap_1","name":"orders","status":"pending"}"#;
const TOKEN: (&str, &str) = ("VERCEL_TOKEN", "from the environment");

/// Calls `importResource` with these further arguments, by a server that answers so.
async fn import(answer: Answer, further: &[&str], input: &str) -> (Server, Outcome) {
    import_with(answer, further, &[TOKEN], input).await
}

async fn import_with(
    answer: Answer,
    further: &[&str],
    environment: &[(&str, &str)],
    input: &str,
) -> (Server, Outcome) {
    let server = Server::start([answer]).await;
    let url = server.url();
    let mut arguments = vec!["marketplace", "import-resource", "--resource-id", "db-1"];
    arguments.extend(["--base-url", &url]);
    arguments.extend(further);
    let outcome = run_beside_a_server(&arguments, environment, input).await;
    (server, outcome)
}

fn success() -> Answer {
    Answer::json(r#"{"name":"orders"}"#)
}

const ID: [&str; 2] = ["--integration-configuration-id", "icfg_1"];

#[tokio::test]
async fn a_success_is_printed_and_its_exit_code_is_zero() {
    let (server, outcome) = import(success(), &[ID[0], ID[1], "--body", BODY], "").await;
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert_eq!(outcome.out, "{\n  \"name\": \"orders\"\n}\n");
    let request = server.request();
    assert_eq!(
        request.line(),
        "PUT /v1/installations/icfg_1/resources/db-1"
    );
    assert_eq!(request.text(), BODY);
}

#[tokio::test]
async fn a_failure_of_the_api_prints_its_body_and_its_exit_code_is_one() {
    let (_server, outcome) = import(Answer::error(404, "not_found"), &ID, "").await;
    assert_eq!(outcome.code, 1);
    assert_eq!(
        outcome.out,
        "{\n  \"error\": {\n    \"code\": \"not_found\",\n    \"message\": \"It went wrong: not_found.\"\n  }\n}\n"
    );
    assert_eq!(
        outcome.err,
        "vercel-rest: importResource: 404 Not Found: not_found: It went wrong: not_found.\n"
    );
}

#[tokio::test]
async fn what_makes_no_sense_is_not_sent_and_its_exit_code_is_two() {
    let cases: [(&[&str], &str); 5] = [
        (&[], "--integration-configuration-id <VALUE>"),
        (&[ID[0], ID[1], "--colour", "red"], "--colour"),
        (
            &[ID[0], ID[1], "--body", r#"{"productId":3}"#],
            "the body: productId: expected a string, found 3",
        ),
        (
            &[ID[0], ID[1], "--body", "@no/such/file"],
            "the body `@no/such/file`",
        ),
        (&[ID[0], "..", "--body", BODY], "integrationConfigurationId"),
    ];
    for (further, said) in cases {
        let (server, outcome) = import(success(), further, "").await;
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{further:?}");
        assert!(outcome.err.contains(said), "{}", outcome.err);
        assert!(server.requests().is_empty(), "{further:?}");
    }
}

#[tokio::test]
async fn a_body_comes_from_a_file_or_from_the_standard_input() {
    let file = tempfile::NamedTempFile::new().expect("a file can be made");
    std::fs::write(file.path(), BODY).expect("the file can be written");
    let at_file = format!("@{}", file.path().display());
    for (body, input) in [(at_file.as_str(), ""), ("-", BODY)] {
        let (server, outcome) = import(success(), &[ID[0], ID[1], "--body", body], input).await;
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        assert_eq!(server.request().text(), BODY);
    }
}

#[tokio::test]
async fn credentials_come_from_flags_or_else_from_the_environment() {
    let (server, _) = import(success(), &ID, "").await;
    let sent = server.request();
    assert_eq!(
        sent.header("authorization"),
        Some("Bearer from the environment")
    );

    let flag = [ID[0], ID[1], "--bearer-token", "from-a-flag"];
    let (server, _) = import(success(), &flag, "").await;
    let sent = server.request();
    assert_eq!(sent.header("authorization"), Some("Bearer from-a-flag"));

    let (server, outcome) = import_with(success(), &ID, &[], "").await;
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""));
    assert_eq!(
        outcome.err,
        "vercel-rest: importResource: no credential was given for `bearerToken` (bearer token)\n"
    );
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn the_path_of_a_base_url_stands_before_that_of_the_operation() {
    let server = Server::start([success()]).await;
    let url = server.url() + "/behind/a%20proxy/";
    let arguments = ["--base-url", &url, "marketplace", "importResource"];
    let further = [ID[0], ID[1], "--resource-id", "db-1"];
    let arguments = [arguments, further].concat();
    let outcome = run_beside_a_server(&arguments, &[TOKEN], "").await;
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert_eq!(
        server.request().line(),
        "PUT /behind/a%20proxy/v1/installations/icfg_1/resources/db-1"
    );
}
