//! Crates outside the workspace: where they are, and how cargo and their programs are run on them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package is a folder of the workspace")
        .to_owned()
}

/// The target folder that all of these crates share, so that their dependencies are compiled once.
pub(crate) fn target() -> PathBuf {
    root().join("target/consumer")
}

/// Cargo in a folder, on the shared target folder.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target());
    command
}

/// Writes the text unless the file has it, so that nothing is compiled again for nothing.
pub(crate) fn write(path: &Path, text: &str) {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    let folder = path.parent().expect("a file is in a folder");
    std::fs::create_dir_all(folder).expect("the folder can be made");
    std::fs::write(path, text).expect("the file can be written");
}

/// Writes a workspace of these members, with the versions of this one.
pub(crate) fn write_workspace(folder: &Path, members: &[&str]) {
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    write(&folder.join("Cargo.toml"), &manifest);
    share_lock_file(folder);
}

/// The versions of this workspace serve others too.
pub(crate) fn share_lock_file(folder: &Path) {
    std::fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))
        .expect("the lock file is there");
}

/// The manifest of a generated crate that has these features by default and no TLS, which takes longer to compile than
/// all the rest.
pub(crate) fn without_tls(manifest: &str, features: &[&str]) -> String {
    let list: String = features.iter().map(|name| format!("{name:?}, ")).collect();
    let list = list.trim_end_matches(", ");
    manifest.replace("\"rustls\"]", &format!("{list}]"))
}

/// The manifest of a generated crate whose examples run in tokio.
pub(crate) fn with_examples(manifest: &str) -> String {
    let tokio = r#"tokio = { version = "1", features = ["macros", "rt"] }"#;
    let manifest = without_tls(manifest, &[]);
    format!("{manifest}\n[dev-dependencies]\n{tokio}\n")
}

/// Runs a command that reads `input` and succeeds.
pub(crate) fn run(command: &mut Command, input: &str) -> Output {
    let output = output(command, input);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// Runs a command that reads `input`, whatever comes of it.
pub(crate) fn output(command: &mut Command, input: &str) -> Output {
    let mut running = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command can be run");
    let mut given = running.stdin.take().expect("the input is ours");
    let input = input.to_owned();
    // What it answers may fill the pipe before it has read all.
    let writer = std::thread::spawn(move || given.write_all(input.as_bytes()));
    let output = running.wait_with_output().expect("the command ends");
    let written = writer.join().expect("the writer ends");
    if output.status.success() {
        written.expect("the input is read");
    }
    output
}

/// The lines that a command writes which reads `input`.
pub(crate) fn answers(command: &mut Command, input: &str) -> Vec<String> {
    let answers = String::from_utf8(run(command, input).stdout).expect("answers are text");
    answers.lines().map(str::to_owned).collect()
}
