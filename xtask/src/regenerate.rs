use std::path::Path;

use clientwright::cli::{Console, Exit, Generate, Input, Manner, Origin, generate};

/// The command that brings the generated crate up to date.
const COMMAND: &str = "cargo xtask generate";

/// What `clientwright generate` does, on the folders of the repository at `root`.
pub fn regenerate(console: &mut Console<'_>, root: &Path, manner: Manner) -> Exit {
    let input = Input {
        spec: root.join("spec"),
        config: None,
        overlays: Vec::new(),
        allow_root: None,
        name: None,
    };
    let wanted = Generate {
        input,
        out: root.join("generated"),
        manner,
    };
    let origin = Origin {
        name: "spec".to_owned(),
        header: COMMAND.to_owned(),
        mend: COMMAND.to_owned(),
    };
    generate(console, &wanted, &origin)
}
