use std::{collections::BTreeSet, process::Output};

use crate::outside::{self, root, share_lock_file};
use crate::server::{Answer, Server};

/// Runs cargo on the consumer, with these features and no others.
fn cargo(command: &str, features: &str, arguments: &[&str]) -> Output {
    outside::cargo(&root().join("tests/consumer"))
        .args([
            command,
            "--quiet",
            "--no-default-features",
            "--features",
            features,
        ])
        .args(arguments)
        .env("VERCEL_TOKEN", "from-the-environment")
        .output()
        .expect("cargo can be run")
}

fn assert_success(features: &str, output: &Output) {
    assert!(
        output.status.success(),
        "{features}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The features that a manifest declares, except `default`.
fn features(manifest: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(manifest)).expect("the manifest can be read");
    let table: toml::Table = text.parse().expect("the manifest is TOML");
    let features = table["features"]
        .as_table()
        .expect("the manifest has features");
    let names: BTreeSet<&String> = features.keys().collect();
    names
        .into_iter()
        .filter(|name| *name != "default")
        .cloned()
        .collect()
}

/// One test, since cargo lets only one of them work in the folder at a time.
#[tokio::test]
async fn a_crate_outside_the_workspace_builds_with_any_features_and_calls_the_api() {
    share_lock_file(&root().join("tests/consumer"));
    let declared = features("generated/Cargo.toml");
    assert_eq!(
        features("tests/consumer/Cargo.toml"),
        declared,
        "the consumer offers what the generated crate has"
    );

    runs_with(
        "rustls,marketplace,blocking,tracing",
        &["PUT /v1/installations/icfg_1/resources/db-1"; 2],
    )
    .await;
    for feature in declared
        .iter()
        .map(String::as_str)
        .chain(["", &declared.join(",")])
    {
        assert_success(feature, &cargo("check", feature, &[]));
    }
}

async fn runs_with(features: &'static str, lines: &[&str]) {
    let answer = || Answer::json(r#"{"name":"orders"}"#);
    let server = Server::start([answer(), answer()]).await;
    let url = server.url();
    let running = tokio::task::spawn_blocking(move || cargo("run", features, &["--", &url]));
    let output = running.await.expect("cargo does not panic");
    assert_success(features, &output);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "orders\norders\n");
    let requests = server.requests();
    assert_eq!(
        requests
            .iter()
            .map(crate::server::Request::line)
            .collect::<Vec<_>>(),
        lines
    );
    assert_eq!(
        requests[0].header("authorization"),
        Some("Bearer from-the-environment")
    );
}
