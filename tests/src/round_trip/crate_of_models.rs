use std::path::PathBuf;
use std::process::Command;

use crate::emit::generate;
use crate::outside::{self, root, share_lock_file, without_tls, write};

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
                "Cargo.toml" => without_tls(&text, &["serde"]) + "\n[workspace]\n",
                _ => text,
            };
            write(&folder.join(path), &text);
        }
        write(&folder.join("examples/usage.rs"), program);
        share_lock_file(&folder);
        Self { folder }
    }

    fn run(&self, arguments: &[&str]) -> Command {
        let mut command = outside::cargo(&self.folder);
        command.args(["run", "--quiet", "--features", "cli"]);
        command.args(arguments);
        command
    }

    /// Gives the program of the crate these lines, and returns its answers.
    pub(super) fn invoke(&self, lines: &[String]) -> Vec<String> {
        let lines = lines.join("\n") + "\n";
        outside::answers(&mut self.run(&["--", "invoke"]), &lines)
    }

    /// Runs the program that uses the models.
    pub(super) fn usage(&self) {
        outside::run(&mut self.run(&["--example", "usage"]), "");
    }
}
