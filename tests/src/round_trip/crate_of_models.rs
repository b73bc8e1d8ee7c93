use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::emit::generate;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package is a folder of the workspace")
        .to_owned()
}

/// Writes the text unless the file has it, so that nothing is compiled again for nothing.
fn write(path: &Path, text: &str) {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    let folder = path.parent().expect("a file is in a folder");
    std::fs::create_dir_all(folder).expect("the folder can be made");
    std::fs::write(path, text).expect("the file can be written");
}

/// The crate of the models, with a program beside it that uses them.
pub(super) struct Models {
    folder: PathBuf,
}

impl Models {
    /// Writes the crate; nothing is compiled before something is run.
    pub(super) fn written(program: &str) -> Self {
        let folder = root().join("target/round_trip");
        let document = include_str!("../../cases/round_trip/models.yaml");
        for (path, text) in generate(document) {
            let text = match path.as_str() {
                // TLS takes longer to compile than all the rest.
                "Cargo.toml" => text.replace("\"rustls\"]", "\"serde\"]") + "\n[workspace]\n",
                _ => text,
            };
            write(&folder.join(path), &text);
        }
        write(&folder.join("examples/usage.rs"), program);
        std::fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))
            .expect("the lock file is there");
        Self { folder }
    }

    /// Runs cargo with `input`.
    fn cargo(&self, arguments: &[&str], input: &str) -> Output {
        let mut running = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", root().join("target/consumer"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("cargo can be run");
        let mut given = running.stdin.take().expect("the input is ours");
        given.write_all(input.as_bytes()).expect("it is read");
        drop(given);
        running.wait_with_output().expect("cargo ends")
    }

    /// Gives the program of the crate these lines, and returns its answers.
    pub(super) fn invoke(&self, lines: &[String]) -> Vec<String> {
        let arguments = ["run", "--quiet", "--features", "cli", "--", "invoke"];
        let output = self.cargo(&arguments, &(lines.join("\n") + "\n"));
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
        let answers = String::from_utf8(output.stdout).expect("answers are text");
        answers.lines().map(str::to_owned).collect()
    }

    /// Runs the program that uses the models.
    pub(super) fn usage(&self) {
        let output = self.cargo(
            &["run", "--quiet", "--features", "cli", "--example", "usage"],
            "",
        );
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
    }
}
