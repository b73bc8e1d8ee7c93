use std::path::{Path, PathBuf};
use std::process::Command;

use clientwright::cli::Refusal;

/// Builds the command line as its users have it, and says where it is.
///
/// # Errors
///
/// When it does not build.
pub(crate) fn build(root: &Path) -> Result<PathBuf, Refusal> {
    let mut command = Command::new("cargo");
    command.args(["build", "--release", "--quiet", "--package", "clientwright"]);
    // The folder where it is built is not for whoever runs us to choose.
    command.env("CARGO_TARGET_DIR", "target");
    if !root.as_os_str().is_empty() {
        command.current_dir(root);
    }
    let built = command
        .status()
        .map_err(|error| Refusal::new(format!("cannot start cargo: {error}")))?;
    if !built.success() {
        return Err(Refusal::new("the generator does not build"));
    }
    Ok(root.join("target/release/clientwright"))
}
