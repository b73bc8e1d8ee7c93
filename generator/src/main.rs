//! The command `clientwright`.

use std::process::ExitCode;

use clientwright::cli::{Console, run};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    run(std::env::args_os(), &mut Console::terminal()).into()
}
