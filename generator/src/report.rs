use serde::Serialize;

use crate::diagnostic::{Code, Diagnostic, Row, rows};
use crate::emit::File;
use crate::resolved::Info;
use crate::source::Sources;

/// Name and version of the generator.
pub(crate) const GENERATOR: &str = concat!("clientwright ", env!("CARGO_PKG_VERSION"));

/// What there is to say about a run, for programs.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Name and version of the generator.
    pub generator: String,
    /// What the description says of itself.
    pub document: Document,
    /// The operations of the description and of the crate.
    pub operations: Tally,
    /// The components of the description and of the crate.
    pub schemas: Tally,
    /// What no type expresses.
    pub untyped: Vec<Untyped>,
    /// What the stages said.
    pub diagnostics: Vec<Row>,
    /// How long the stages took, in milliseconds.
    pub timings_ms: Timings,
    /// How much was emitted.
    pub output: Output,
}

/// What a description says of itself; nothing if it could not be read.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Document {
    /// The name of the API.
    pub title: String,
    /// Its version.
    pub version: String,
    /// The version of OpenAPI.
    pub openapi: String,
}

impl Report {
    /// The report of a run that ended at an error: what was said, and nothing else.
    pub fn failed(diagnostics: &[Diagnostic], sources: &Sources) -> Self {
        Self {
            generator: GENERATOR.to_owned(),
            document: Document::default(),
            operations: Tally::default(),
            schemas: Tally::default(),
            untyped: untyped(diagnostics),
            diagnostics: rows(diagnostics, sources),
            timings_ms: Timings::of(sources),
            output: Output::default(),
        }
    }
}

impl Document {
    pub(crate) fn of(info: &Info, openapi: &str) -> Self {
        Self {
            title: info.title.clone(),
            version: info.version.clone(),
            openapi: openapi.to_owned(),
        }
    }
}

/// How many there are, and how many of them were emitted.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Tally {
    /// In the description.
    pub declared: usize,
    /// Left out because the configuration asks for it.
    pub left_out: usize,
    /// In the crate.
    pub emitted: usize,
}

/// A schema that is any JSON, or any JSON in part.
#[derive(Debug, Clone, Serialize)]
pub struct Untyped {
    /// Where it is (RFC 6901).
    pub pointer: String,
    /// Why.
    pub reason: String,
}

/// The schemas of which the diagnostics say that no type expresses them.
pub(crate) fn untyped(diagnostics: &[Diagnostic]) -> Vec<Untyped> {
    let codes = [
        Code::InexpressibleSchema,
        Code::ContradictoryAllOf,
        Code::UnresolvedReference,
        Code::AliasCycle,
        Code::TooDeep,
    ];
    diagnostics
        .iter()
        .filter(|diagnostic| codes.contains(&diagnostic.code))
        .map(|diagnostic| Untyped {
            pointer: diagnostic.place.pointer.as_str().to_owned(),
            reason: diagnostic.message.clone(),
        })
        .collect()
}

/// How long the stages took, in milliseconds.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Timings {
    /// Reading texts; part of `document`.
    pub read: f64,
    /// Reading the description.
    pub document: f64,
    /// Resolving references.
    pub resolved: f64,
    /// Translating schemas.
    pub ir: f64,
    /// Deciding about the crate.
    pub plan: f64,
    /// Making the texts.
    pub emit: f64,
    /// Writing files, or comparing them.
    pub write: f64,
}

impl Timings {
    /// What reading took, and nothing yet of the stages.
    pub(crate) fn of(sources: &Sources) -> Self {
        Self {
            read: sources.reading().as_secs_f64() * 1e3,
            ..Self::default()
        }
    }
}

/// How much was emitted.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Output {
    /// Files.
    pub files: usize,
    /// Lines in them.
    pub lines: usize,
    /// Bytes in them.
    pub bytes: usize,
}

impl Output {
    /// Counts the files.
    pub fn of(files: &[File]) -> Self {
        Self {
            files: files.len(),
            lines: files.iter().map(|file| file.text.lines().count()).sum(),
            bytes: files.iter().map(|file| file.text.len()).sum(),
        }
    }
}
