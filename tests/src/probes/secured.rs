use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::table::Probe;
use crate::outside;
use crate::server::{Answer, Request, Server};

/// Has no values: its operations are called.
pub(super) const P11: Probe = Probe {
    file: "p11_security",
    rows: &[],
};

/// An operation, the credentials that are given, and the credentials that arrive; none: nothing is sent.
type Row = (&'static str, &'static [&'static str], Option<&'static str>);

const ROWS: &[Row] = &[
    ("me", &["bearer"], Some("GET /me Bearer B - -")),
    ("me", &["basic", "key", "keyq", "oauth", "ck"], None),
    ("me", EVERY, Some("GET /me Bearer B - -")),
    ("login", EVERY, Some("POST /login - - -")),
    ("login", &[], Some("POST /login - - -")),
    ("admin", &["basic"], Some("GET /admin Basic dTpw - -")),
    ("admin", &["key", "keyq"], Some("GET /admin?key=Q - K -")),
    ("admin", &["key"], None),
    ("admin", &["key", "oauth"], Some("GET /admin Bearer O - -")),
    ("admin", &["bearer", "ck"], Some("GET /admin - - sid=C")),
    ("admin", EVERY, Some("GET /admin Basic dTpw - -")),
    ("admin", &[], None),
];

const EVERY: &[&str] = &["bearer", "basic", "key", "keyq", "oauth", "ck"];

fn credential(scheme: &str) -> &'static str {
    match scheme {
        "bearer" => "B",
        "basic" => "u:p",
        "key" => "K",
        "keyq" => "Q",
        "oauth" => "O",
        _ => "C",
    }
}

/// What is wrong with the calls of the program.
pub(super) fn wrong(program: &Path) -> Vec<String> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime can be made");
    let rows = ROWS.iter();
    let sent = rows.clone().filter(|row| row.2.is_some()).count();
    let server = runtime.block_on(Server::start(vec![Answer::status(200); sent]));
    let url = server.url();
    let line = |(operation, given, _): &Row| {
        let security: serde_json::Map<String, Value> = (given.iter())
            .map(|scheme| ((*scheme).to_owned(), credential(scheme).into()))
            .collect();
        let mut line = json!({ "operation": operation, "base_url": url });
        // Without the member, credentials are missing; as an empty object it says that none shall be sent.
        if !security.is_empty() {
            line["security"] = security.into();
        }
        line.to_string()
    };
    let lines: Vec<String> = rows.map(line).collect();
    let answers = outside::answers(
        Command::new(program).arg("invoke"),
        &(lines.join("\n") + "\n"),
    );
    let mut arrived = server.requests().into_iter();
    let mut wrong = Vec::new();
    for ((operation, given, expected), answer) in ROWS.iter().zip(&answers) {
        let is_refused = answer.contains(r#""kind":"auth""#);
        let found = (!is_refused)
            .then(|| arrived.next().as_ref().map(shown))
            .flatten();
        if found.as_deref() != *expected {
            wrong.push(format!("{operation} with {given:?}: {found:?}: {answer}"));
        }
    }
    if answers.len() != ROWS.len() {
        wrong.push(format!("{} answers", answers.len()));
    }
    wrong
}

fn shown(request: &Request) -> String {
    let header = |name: &str| request.header(name).unwrap_or("-").to_owned();
    let headers = ["authorization", "x-key", "cookie"].map(header);
    format!("{} {}", request.line(), headers.join(" "))
}
