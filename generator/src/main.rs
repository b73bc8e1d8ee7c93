//! The command `clientwright`.

use std::process::ExitCode;

use clientwright::cli::{Console, run};

fn main() -> ExitCode {
    run(std::env::args_os(), &mut Console::terminal()).into()
}
