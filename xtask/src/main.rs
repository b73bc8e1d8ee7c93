//! The chores of the repository.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::tidy;

/// The chores of the repository.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Check the rules of the house over our own sources
    Tidy,
}

fn main() -> ExitCode {
    match Arguments::parse().chore {
        Chore::Tidy => tidy_ours(),
    }
}

/// Prints what breaks a rule, one line each.
fn tidy_ours() -> ExitCode {
    let lines: Vec<String> = match tidy::check(&root()) {
        Ok(found) => found.iter().map(ToString::to_string).collect(),
        Err(error) => vec![format!("error: the sources cannot be read: {error}")],
    };
    for line in &lines {
        // If nobody can hear it, there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "{line}");
    }
    if lines.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The way to the root of the repository, as short as it is from here.
fn root() -> PathBuf {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = PathBuf::from(package)
        .parent()
        .map(PathBuf::from)
        .unwrap_or_default();
    if std::env::current_dir().is_ok_and(|here| here == root) {
        PathBuf::new()
    } else {
        root
    }
}
