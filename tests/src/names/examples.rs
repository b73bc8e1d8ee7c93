use std::collections::BTreeMap;
use std::fmt::Write;

/// A program of all examples in the documentation of a crate and in its README, each in a module of its own, so that
/// they are compiled without being run one by one.
pub(crate) fn program(files: &BTreeMap<String, String>) -> String {
    let mut program = "//! The examples of the documentation.\n".to_owned();
    program.push_str("#![allow(dead_code, unused_variables, clippy::disallowed_names, reason = \"as in tests of documentation\")]\n\n");
    let texts = (files.iter()).filter(|(path, _)| path.ends_with(".rs") || *path == "README.md");
    let examples = texts.flat_map(|(_, text)| examples(text));
    for (number, example) in examples.enumerate() {
        let _ = writeln!(program, "mod example_{number} {{\n{example}}}\n");
    }
    program + "fn main() {}\n"
}

/// The code between ```` ```no_run ```` and its end, with the lines that documentation hides.
fn examples(text: &str) -> Vec<String> {
    let mut examples = Vec::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        let line = line.trim_start();
        let line = line
            .strip_prefix("///")
            .or(line.strip_prefix("//!"))
            .unwrap_or(line);
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (&mut open, line) {
            (None, "```no_run" | "```rust,no_run") => open = Some(String::new()),
            (Some(_), "```") => examples.extend(open.take()),
            (Some(code), line) => {
                code.push_str(line.strip_prefix("# ").unwrap_or(line));
                code.push('\n');
            }
            (None, _) => {}
        }
    }
    examples
}
