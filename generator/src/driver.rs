use std::time::Instant;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Failed};
use crate::report::{
    Document as DocumentReport, GENERATOR, Output, Report, Tally, Timings, untyped,
};
use crate::source::Sources;
use crate::{diagnostic, document, emit, ir, overlay, plan, resolved};

/// How a crate is generated.
#[derive(Debug, Clone)]
pub struct Options {
    /// Errors do not stop the next stage.
    pub keep_going: bool,
    /// The command that makes the crate, as its files name it.
    pub command: String,
    /// What the description is called, as the crate's files name it.
    pub origin: String,
}

/// A generated crate, and what there is to say about it.
#[derive(Debug)]
pub struct Generation {
    /// Its files, in the order of their paths.
    pub files: Vec<emit::File>,
    /// What the stages said, in their order.
    pub diagnostics: Vec<Diagnostic>,
    /// The same and more, for programs.
    pub report: Report,
    /// How many operations it has.
    pub operations: usize,
    /// How many types it has.
    pub types: usize,
}

/// Generates a crate from a description.
///
/// # Errors
///
/// When a stage reported an error, unless the options say to keep going: then only when nothing could be read at all.
pub fn generate(
    sources: &mut Sources,
    config: &Config,
    options: &Options,
) -> Result<Generation, Failed> {
    stacker::grow(STACK, || stages(sources, config, options)).map_err(|it| it.written(sources))
}

/// Descriptions nest, and so do the calls that follow them, more deeply than the stack of a thread may allow.
/// Bytes of address space; only what is used takes memory.
const STACK: usize = 1 << 28;

fn stages(sources: &mut Sources, config: &Config, options: &Options) -> Result<Generation, Failed> {
    let mut cx = Diagnostics::new(options.keep_going);
    let mut clock = Clock::start();
    overlay::apply(&mut cx, sources);
    cx.fence()?;
    let Some(document) = document::read(&mut cx, sources, config) else {
        return Err(all(cx));
    };
    cx.fence()?;
    let document_ms = clock.lap();
    let resolved = resolved::resolve(&mut cx, &document, config);
    cx.fence()?;
    let resolved_ms = clock.lap();
    let api = ir::translate(&mut cx, &resolved);
    cx.fence()?;
    let described = Described::of(&document, &resolved, &api);
    // Each form of a large description takes as much memory as the next one, which can have it.
    drop((document, resolved));
    let ir_ms = clock.lap();
    let plan = plan::lower(&api, config, &options.origin, &options.command);
    drop(api);
    let plan_ms = clock.lap();
    let files = emit::emit(&plan);
    let emit_ms = clock.lap();

    let diagnostics = diagnostic::written(cx.into_all(), sources);
    let operations = plan.groups.iter().map(|group| group.operations.len()).sum();
    let report = Report {
        generator: GENERATOR.to_owned(),
        document: described.document,
        operations: Tally {
            emitted: operations,
            ..described.operations
        },
        schemas: Tally {
            emitted: plan.types.len(),
            ..described.schemas
        },
        untyped: untyped(&diagnostics),
        diagnostics: diagnostic::rows(&diagnostics, sources),
        timings_ms: Timings {
            document: document_ms,
            resolved: resolved_ms,
            ir: ir_ms,
            plan: plan_ms,
            emit: emit_ms,
            ..Timings::of(sources)
        },
        output: Output::of(&files),
    };
    Ok(Generation {
        operations,
        types: type_count(&plan),
        files,
        diagnostics,
        report,
    })
}

/// What a report says of a description.
struct Described {
    document: DocumentReport,
    operations: Tally,
    schemas: Tally,
}

impl Described {
    fn of(document: &document::Document, resolved: &resolved::Document, api: &ir::Api) -> Self {
        let components = resolved.components.len();
        Self {
            document: DocumentReport::of(&resolved.info, &document.openapi.openapi),
            operations: Tally {
                declared: resolved.operations.len() + resolved.left_out,
                left_out: resolved.left_out,
                emitted: 0,
            },
            schemas: Tally {
                declared: components,
                left_out: components.saturating_sub(api.component_count()),
                emitted: 0,
            },
        }
    }
}

/// The types that the crate declares for the description.
fn type_count(plan: &plan::Crate) -> usize {
    let components: usize = plan
        .types
        .iter()
        .map(|module| 1 + module.inline.len())
        .sum();
    let shared: usize = plan.shared.iter().map(|module| module.items.len()).sum();
    let operations = plan.groups.iter().flat_map(|group| &group.operations);
    let inline: usize = operations.map(|operation| operation.items.len()).sum();
    components + shared + inline
}

/// A stage whose outcome can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// What was read, in OpenAPI 3.0's words.
    Document,
    /// What was read, with nothing left to look up.
    Resolved,
    /// What the API means.
    Ir,
    /// What will be emitted.
    Plan,
}

/// What a stage made of a description, as a short stable text; with `only`, of what has that name.
///
/// # Errors
///
/// When an earlier stage reported an error.
pub fn explain(
    sources: &mut Sources,
    config: &Config,
    stage: Stage,
    only: Option<&str>,
) -> Result<String, Failed> {
    let explained = stacker::grow(STACK, || explained(sources, config, stage, only));
    explained.map_err(|it| it.written(sources))
}

fn explained(
    sources: &mut Sources,
    config: &Config,
    stage: Stage,
    only: Option<&str>,
) -> Result<String, Failed> {
    let mut cx = Diagnostics::default();
    overlay::apply(&mut cx, sources);
    cx.fence()?;
    let Some(document) = document::read(&mut cx, sources, config) else {
        return Err(all(cx));
    };
    cx.fence()?;
    if stage == Stage::Document {
        return Ok(only.map_or_else(|| document.dump(), |name| document.dump_only(name)));
    }
    let resolved = resolved::resolve(&mut cx, &document, config);
    cx.fence()?;
    if stage == Stage::Resolved {
        return Ok(blocks(&resolved.dump(), only));
    }
    let api = ir::translate(&mut cx, &resolved);
    cx.fence()?;
    if stage == Stage::Ir {
        return Ok(ir::dump(&api, only));
    }
    Ok(plan::dump(&plan::lower(&api, config, "", ""), only))
}

/// The blocks of a dump whose first line names what is asked for; a block begins with a line that is not indented.
fn blocks(dump: &str, only: Option<&str>) -> String {
    let Some(only) = only else {
        return dump.to_owned();
    };
    let mut text = String::new();
    let mut shown = false;
    for line in dump.lines() {
        if !line.starts_with([' ', '}', ']']) {
            shown = line
                .split(|c: char| c.is_whitespace() || c == ':')
                .any(|word| word == only);
        }
        if shown {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

fn all(cx: Diagnostics) -> Failed {
    Failed {
        diagnostics: cx.into_all(),
    }
}

/// Measures one stage after the other, in milliseconds.
struct Clock(Instant);

impl Clock {
    fn start() -> Self {
        Self(Instant::now())
    }

    fn lap(&mut self) -> f64 {
        let begun = std::mem::replace(&mut self.0, Instant::now());
        begun.elapsed().as_secs_f64() * 1e3
    }
}
