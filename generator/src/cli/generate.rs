use std::path::Path;
use std::time::Instant;

use super::arguments::Generate;
use super::console::Console;
use super::exit::Exit;
use super::input::{Opened, open};
use super::origin::Origin;
use super::output::{Plan, apply, describe, survey};
use super::progress::Progress;
use super::refusal::Refusal;
use super::report::write_report;
use super::summary::{Tally, counted, spent};
use crate::diagnostic::Failed;
use crate::emit::File;
use crate::source::Sources;
use crate::{Generation, Options, Output, Report};

/// Writes the client crate of a description, or checks it.
pub fn generate(console: &mut Console<'_>, wanted: &Generate, origin: &Origin) -> Exit {
    attempt(console, wanted, origin).unwrap_or_else(|refusal| {
        console.refuse(&refusal);
        Exit::Failed
    })
}

fn attempt(console: &mut Console<'_>, wanted: &Generate, origin: &Origin) -> Result<Exit, Refusal> {
    let begun = Instant::now();
    let Opened {
        mut sources,
        config,
        remarks,
    } = open(&wanted.input)?;
    remarks.iter().for_each(|remark| console.warn(remark));
    let options = Options {
        keep_going: wanted.manner.keep_going,
        command: origin.header.clone(),
        origin: origin.name.clone(),
    };
    let progress = Progress::begin(console.live(), format!("generating from {}", origin.name));
    let made = crate::generate(&mut sources, &config, &options);
    drop(progress);
    match made {
        Ok(generation) => Delivery {
            console,
            wanted,
            origin,
            begun,
        }
        .settle(generation, &sources),
        Err(Failed { diagnostics }) => {
            console.draw(&diagnostics, &sources);
            if let Some(path) = &wanted.manner.report {
                write_report(console, path, &Report::failed(&diagnostics, &sources))?;
            }
            console.say(&format!(
                "{}, so nothing was written",
                Tally::of(&diagnostics)
            ));
            Ok(Exit::Failed)
        }
    }
}

/// What becomes of a generation.
struct Delivery<'a, 'c> {
    console: &'a mut Console<'c>,
    wanted: &'a Generate,
    origin: &'a Origin,
    begun: Instant,
}

/// What happened to the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Delivered {
    /// Errors, so it was not looked at.
    Withheld,
    /// It was brought up to date.
    Written { written: usize, removed: usize },
    /// It was checked, and is up to date.
    Fresh,
    /// It was checked, and is not.
    Stale,
}

impl Delivery<'_, '_> {
    fn settle(mut self, generation: Generation, sources: &Sources) -> Result<Exit, Refusal> {
        let Generation {
            files,
            diagnostics,
            mut report,
            operations,
            types,
        } = generation;
        self.console.draw(&diagnostics, sources);
        let tally = Tally::of(&diagnostics);
        let failed = tally.fails(self.wanted.manner.strict);
        let left_out = match report.operations.left_out {
            0 => String::new(),
            number => format!(" ({number} left out)"),
        };
        let counts = [
            format!("{}{left_out}", counted(operations, "operation")),
            counted(types, "type"),
            counted(files.len(), "file"),
        ]
        .join(", ");
        report.output = Output::of(&files);

        let writing = Instant::now();
        let withheld = failed && !self.wanted.manner.keep_going;
        let delivered = if withheld {
            Ok(Delivered::Withheld)
        } else {
            self.deliver(files)
        };
        report.timings_ms.write = writing.elapsed().as_secs_f64() * 1e3;

        // What is known is told even if the files could not be written.
        if let Some(path) = &self.wanted.manner.report {
            write_report(self.console, path, &report)?;
        }
        let delivered = delivered?;
        self.summarize(&counts, tally, delivered);
        Ok(if failed || delivered == Delivered::Stale {
            Exit::Failed
        } else {
            Exit::Fine
        })
    }

    /// Compares the files with the folder, then writes what differs or, for a check, says it.
    fn deliver(&mut self, files: Vec<File>) -> Result<Delivered, Refusal> {
        let out = &self.wanted.out;
        let existing = survey(out, &files)?;
        let plan = Plan::new(files, existing).map_err(|paths| in_the_way(out, &paths))?;
        if !self.wanted.manner.check {
            apply(out, &plan)?;
            return Ok(Delivered::Written {
                written: plan.write.len(),
                removed: plan.remove.len(),
            });
        }
        if plan.is_fresh() {
            return Ok(Delivered::Fresh);
        }
        let mut message = format!(
            "`{}` is not what `{}` makes",
            out.display(),
            self.origin.name
        );
        for line in describe(&plan) {
            message.push_str("\n  ");
            message.push_str(&line);
        }
        self.console
            .refuse(&Refusal::new(message).help(format!("run `{}`", self.origin.mend)));
        Ok(Delivered::Stale)
    }

    /// The last line: what was made, in what time, and what became of it.
    fn summarize(&mut self, counts: &str, tally: Tally, delivered: Delivered) {
        let fate = match delivered {
            Delivered::Withheld if tally.only_warnings() => {
                "nothing was written, as --strict asks".to_owned()
            }
            Delivered::Withheld => "nothing was written".to_owned(),
            Delivered::Written {
                written: 0,
                removed: 0,
            } => "nothing changed".to_owned(),
            Delivered::Written {
                written,
                removed: 0,
            } => format!("{written} written"),
            Delivered::Written { written, removed } => {
                format!("{written} written, {removed} removed")
            }
            Delivered::Fresh => "up to date".to_owned(),
            Delivered::Stale => "not up to date".to_owned(),
        };
        let said = tally.to_string();
        let separator = if said.is_empty() { "" } else { "; " };
        let time = spent(self.begun.elapsed());
        self.console
            .say(&format!("{counts}, {time} ({fate}{separator}{said})"));
    }
}

fn in_the_way(out: &Path, paths: &[String]) -> Refusal {
    let paths = paths
        .iter()
        .map(|path| format!("\n  {path}"))
        .collect::<String>();
    let message = format!(
        "in `{}` something that clientwright did not write is in the way{paths}",
        out.display()
    );
    Refusal::new(message).help("move it elsewhere, or remove it")
}
