use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;

use crate::outside::{self, root};

/// What a run of the program came to.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The exit code.
    pub(super) code: i32,
    /// The standard output.
    pub(super) out: String,
    /// The standard error.
    pub(super) err: String,
}

/// Runs the program with these arguments, variables of the environment and input.
pub(super) fn run(arguments: &[&str], environment: &[(&str, &str)], input: &str) -> Outcome {
    let mut program = Command::new(program());
    program
        .args(arguments)
        .env_remove("VERCEL_TOKEN")
        .envs(environment.iter().copied());
    let Output {
        status,
        stdout,
        stderr,
    } = outside::output(&mut program, input);
    Outcome {
        code: status.code().expect("the program ends by itself"),
        out: String::from_utf8(stdout).expect("the output is text"),
        err: String::from_utf8(stderr).expect("what is said is text"),
    }
}

/// As [`run`], while a server of this test answers.
pub(super) async fn run_beside_a_server(
    arguments: &[&str],
    environment: &[(&str, &str)],
    input: &str,
) -> Outcome {
    let arguments: Vec<String> = arguments.iter().map(|&it| it.to_owned()).collect();
    let environment: Vec<(String, String)> = environment
        .iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let input = input.to_owned();
    let running = tokio::task::spawn_blocking(move || {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let environment = environment.iter();
        let environment: Vec<(&str, &str)> = environment
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        run(&arguments, &environment, &input)
    });
    running.await.expect("the run does not panic")
}

/// What the program answers to these lines.
pub(super) fn answers(lines: &[&str]) -> Vec<Value> {
    let outcome = run(&["invoke"], &[], &(lines.join("\n") + "\n"));
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let answers = outcome.out.lines();
    answers
        .map(|line| serde_json::from_str(line).expect("an answer is JSON"))
        .collect()
}

/// The program, which the first to ask for it builds.
fn program() -> &'static Path {
    static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
        let mut build = Command::new(env!("CARGO"));
        build
            .args(["build", "--quiet", "--message-format", "json"])
            .args(["--package", "vercel-rest", "--features", "cli"])
            .current_dir(root());
        let messages = outside::answers(&mut build, "");
        let messages = messages.iter().map(|line| {
            serde_json::from_str::<Value>(line).expect("cargo says in JSON what it built")
        });
        let built = messages
            .filter_map(|message| Some(PathBuf::from(message.get("executable")?.as_str()?)))
            .next_back();
        built.expect("the package is a program")
    });
    &PROGRAM
}
