use std::io::{ErrorKind, IsTerminal, Write};

use clap::builder::styling::{AnsiColor, Style};

use super::refusal::Refusal;
use crate::diagnostic::{Diagnostic, render};
use crate::source::Sources;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// Where the command speaks: its result to one stream, everything about it to the other.
pub struct Console<'a> {
    out: Box<dyn Write + 'a>,
    err: Box<dyn Write + 'a>,
    colour: bool,
    live: bool,
}

impl Console<'static> {
    /// The streams of the process. Colour only on a terminal, and not where `NO_COLOR` or `TERM=dumb` ask for none.
    pub fn terminal() -> Self {
        let err = std::io::stderr();
        let colour = anstream::AutoStream::choice(&err) != anstream::ColorChoice::Never;
        let live = err.is_terminal();
        Self {
            out: Box::new(std::io::stdout()),
            err: Box::new(anstream::AutoStream::auto(err)),
            colour,
            live,
        }
    }
}

impl<'a> Console<'a> {
    /// Two buffers, without colour: for tests.
    pub fn captured(out: &'a mut Vec<u8>, err: &'a mut Vec<u8>) -> Self {
        Self {
            out: Box::new(out),
            err: Box::new(err),
            colour: false,
            live: false,
        }
    }

    /// Whether reports are drawn in colour.
    pub fn colour(&self) -> bool {
        self.colour
    }

    /// Whether somebody watches.
    pub fn live(&self) -> bool {
        self.live
    }

    /// Prints a result.
    ///
    /// # Errors
    ///
    /// When it cannot be written. That nobody reads on (`… | head`) is no error.
    pub fn print(&mut self, text: &str) -> Result<(), Refusal> {
        match self
            .out
            .write_all(text.as_bytes())
            .and_then(|()| self.out.flush())
        {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Refusal::new(format!("cannot write the result: {error}")))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Says something about the run. If nobody can hear it, there is nobody to tell.
    pub fn say(&mut self, text: &str) {
        let _ = writeln!(self.err, "{text}");
    }

    /// Draws what was said about a description.
    pub fn draw(&mut self, diagnostics: &[Diagnostic], sources: &Sources) {
        if !diagnostics.is_empty() {
            let drawn = render(diagnostics, sources, self.colour);
            self.say(&drawn);
        }
    }

    /// Says why the command cannot do what it was asked.
    pub fn refuse(&mut self, refusal: &Refusal) {
        self.marked(ERROR, "error", &refusal.to_string());
    }

    /// Says what the user should know of the run.
    pub fn warn(&mut self, text: &str) {
        self.marked(WARNING, "warning", text);
    }

    fn marked(&mut self, style: Style, word: &str, text: &str) {
        if self.colour {
            self.say(&format!("{style}{word}{style:#}: {text}"));
        } else {
            self.say(&format!("{word}: {text}"));
        }
    }
}
