//! The chores of the repository.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use clientwright::cli::{Console, Exit, Manner};
use xtask::bench::{Bench, bench};
use xtask::corpus::{Corpus, corpus};
use xtask::fidelity::{Fidelity, fidelity};
use xtask::wire::{Wire, wire};
use xtask::{regenerate, tidy};

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
    /// Write the crate in generated/ from the descriptions in spec/, or check that it is up to date
    Generate(Manner),
    /// Generate the crate of every description of a folder, and say what went wrong
    Corpus(Corpus),
    /// Send examples of a folder of descriptions through the types that are generated, and look whether they come back whole
    Fidelity(Fidelity),
    /// Make the calls that servers of others judge, through the clients that are generated
    Wire(Wire),
    /// Measure generated crates against twins of them that use serde's derives
    Bench(Bench),
    /// Check the rules of the house over our own sources
    Tidy,
}

fn main() -> ExitCode {
    let mut console = Console::terminal();
    match Arguments::parse().chore {
        Chore::Generate(manner) => regenerate(&mut console, &root(), manner),
        Chore::Corpus(wanted) => corpus(&mut console, &root(), &wanted),
        Chore::Fidelity(wanted) => fidelity(&mut console, &root(), &wanted),
        Chore::Wire(wanted) => wire(&mut console, &root(), &wanted),
        Chore::Bench(wanted) => bench(&mut console, &root(), &wanted),
        Chore::Tidy => tidy_ours(&mut console),
    }
    .into()
}

/// Prints what breaks a rule, one line each.
fn tidy_ours(console: &mut Console<'_>) -> Exit {
    match tidy::check(&root()) {
        Ok(found) if found.is_empty() => Exit::Fine,
        Ok(found) => {
            found
                .iter()
                .for_each(|violation| console.say(&violation.to_string()));
            Exit::Failed
        }
        Err(error) => {
            console.say(&format!("error: the sources cannot be read: {error}"));
            Exit::Failed
        }
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
