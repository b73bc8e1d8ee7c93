use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::server::{Answer, Server};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package is a folder of the workspace")
        .to_owned()
}

/// Runs cargo on the consumer, with these features and no others.
fn cargo(command: &str, features: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args([
            command,
            "--quiet",
            "--no-default-features",
            "--features",
            features,
        ])
        .arg("--target-dir")
        .arg(root().join("target/consumer"))
        .args(arguments)
        .current_dir(root().join("tests/consumer"))
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

/// The versions of the workspace serve the consumer too.
fn share_the_lock_file() {
    std::fs::copy(
        root().join("Cargo.lock"),
        root().join("tests/consumer/Cargo.lock"),
    )
    .expect("the lock file is there");
}

/// One test, since cargo lets only one of them work in the folder at a time.
#[tokio::test]
async fn a_crate_outside_the_workspace_builds_with_any_features_and_calls_the_api() {
    share_the_lock_file();
    let declared = features("generated/Cargo.toml");
    assert_eq!(
        features("tests/consumer/Cargo.toml"),
        declared,
        "the consumer offers what the generated crate has"
    );

    runs_with(
        "rustls,marketplace",
        &["PUT /v1/installations/icfg_1/resources/db-1"],
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
    let server = Server::start([Answer::json(r#"{"name":"orders"}"#)]).await;
    let url = server.url();
    let running = tokio::task::spawn_blocking(move || cargo("run", features, &["--", &url]));
    let output = running.await.expect("cargo does not panic");
    assert_success(features, &output);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "orders\n");
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
