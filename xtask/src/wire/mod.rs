//! Makes the calls that servers of others judge, through the clients that are generated, and says which are right.

mod arguments;
mod run;

mod cases;
mod echoed;

mod crates;
mod line;
mod program;
mod reply;

mod process;
mod servers;

mod arrived;
mod echo;
mod spector;
mod verdict;

mod report;

#[cfg(test)]
mod tests;

pub use arguments::Wire;
pub use run::wire;
