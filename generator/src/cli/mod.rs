//! The command line: with `xtask` the only room that reads and writes files and speaks to a terminal.

mod arguments;
mod console;
mod exit;
mod explain;
mod generate;
mod input;
mod loader;
mod origin;
mod output;
mod overlay;
mod progress;
mod refusal;
mod report;
mod run;
mod search;
mod summary;
#[cfg(test)]
mod tests;

pub use arguments::{Arguments, Command, Explain, Generate, Input, Look, Manner, StageName};
pub use console::Console;
pub use exit::Exit;
pub use generate::generate;
pub use origin::Origin;
pub use refusal::Refusal;
pub use run::run;
