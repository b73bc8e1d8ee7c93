use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::decode::decode;
use super::join::join;
use super::loader::InMemory;
use super::locate::locate;
use super::read::{Fault, Finding, FindingKind, read, relaxed};
use super::{FileId, LoadError, Loader, Place, Pointer, Trace};

/// The texts of a description and what they hold; each file is loaded, decoded and parsed once.
pub struct Sources {
    roots: Vec<String>,
    loader: Box<dyn Loader>,
    files: Vec<File>,
    by_path: BTreeMap<String, FileId>,
    overlays: Vec<FileId>,
    reading: Duration,
}

struct File {
    path: String,
    text: String,
    value: Value,
    findings: Vec<Finding>,
    fault: Option<ReadError>,
    /// The byte where the fault is; a faulty file has no value whose places could be looked up.
    fault_at: Option<usize>,
    /// Where the parts of the value were written, if they are not all in a text of this file.
    trace: Option<(FileId, Trace)>,
}

/// A file that could not be read.
///
/// The file has an id all the same: a report at its root shows the line of the fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// The file.
    pub file: FileId,
    /// What went wrong.
    pub kind: ReadErrorKind,
    /// What is so, in one sentence without a full stop.
    pub message: String,
    /// What the author can do.
    pub help: Option<String>,
}

/// What went wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// There is no such file.
    NotFound,
    /// The file is outside the folder that may be read.
    Outside,
    /// The file cannot be loaded, or is no text in UTF-8.
    Unreadable,
    /// The text is neither JSON nor YAML.
    Syntax,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for ReadError {}

impl Sources {
    /// Sources whose files come from `loader`; `roots` are the files of the description: one, or those of a folder in order.
    pub fn new(roots: Vec<String>, loader: Box<dyn Loader>) -> Self {
        Self {
            roots,
            loader,
            files: Vec::new(),
            by_path: BTreeMap::new(),
            overlays: Vec::new(),
            reading: Duration::ZERO,
        }
    }

    /// Files given as path and text, for tests; every file is a root unless [`Sources::with_roots`] says otherwise.
    pub fn in_memory<P: Into<String>, T: Into<String>>(
        files: impl IntoIterator<Item = (P, T)>,
    ) -> Self {
        let mut roots = Vec::new();
        let mut texts = BTreeMap::new();
        for (path, text) in files {
            let path = path.into();
            roots.push(path.clone());
            texts.insert(path, text.into().into_bytes());
        }
        Self::new(roots, Box::new(InMemory(texts)))
    }

    /// Names other roots.
    #[must_use]
    pub fn with_roots<P: Into<String>>(mut self, roots: impl IntoIterator<Item = P>) -> Self {
        self.roots = roots.into_iter().map(Into::into).collect();
        self
    }

    /// The files of the description: one, or those of a folder in order.
    pub fn roots(&self) -> &[String] {
        &self.roots
    }

    /// Reads a file, unless that was done before.
    ///
    /// # Errors
    ///
    /// The file cannot be loaded, is no text in UTF-8, or is neither JSON nor YAML.
    pub fn open(&mut self, path: &str) -> Result<FileId, ReadError> {
        let id = match self.by_path.get(path) {
            Some(&id) => id,
            None => {
                let begun = Instant::now();
                let file = self.load(path);
                self.reading += begun.elapsed();
                self.add(file)
            }
        };
        match self.file(id).and_then(|file| file.fault.clone()) {
            Some(fault) => Err(fault),
            None => Ok(id),
        }
    }

    /// Adds a file whose text was read elsewhere, such as what `clientwright.toml` holds.
    pub fn insert_value(&mut self, path: &str, text: String, value: Value) -> FileId {
        self.add(File {
            value,
            ..File::new(path, text)
        })
    }

    /// Adds a document that changes the description before it is read; in the order in which they are applied.
    pub fn add_overlay(&mut self, path: &str, bytes: Vec<u8>) {
        let file = self.parse(path, bytes);
        self.overlays.push(self.next_id());
        self.files.push(file);
    }

    /// The documents that change the description before it is read.
    pub fn overlays(&self) -> &[FileId] {
        &self.overlays
    }

    /// Puts a value in the place of a file's own, for whoever opens the file from now on.
    ///
    /// `trace` says where its parts were written, in `file` for the most part.
    pub fn replace(&mut self, file: FileId, value: Value, trace: Trace) -> FileId {
        self.add(File {
            value,
            trace: Some((file, trace)),
            ..File::new(self.path(file), String::new())
        })
    }

    /// Why a file could not be read, if so.
    pub fn fault(&self, file: FileId) -> Option<&ReadError> {
        self.file(file).and_then(|file| file.fault.as_ref())
    }

    /// The file whose text a file was read from: itself, unless it stands in the place of that one.
    pub fn written_in(&self, file: FileId) -> FileId {
        let trace = self.file(file).and_then(|file| file.trace.as_ref());
        trace.map_or(file, |(original, _)| *original)
    }

    /// Where a value was written: the place itself, unless something put the value of the file together.
    pub fn written(&self, place: &Place) -> Place {
        let trace = self.file(place.file).and_then(|file| file.trace.as_ref());
        trace.map_or_else(|| place.clone(), |(_, trace)| trace.place(&place.pointer))
    }

    /// How long it took so far to load, decode and parse files.
    pub fn reading(&self) -> Duration {
        self.reading
    }

    /// What a file holds; null if it could not be read.
    pub fn value(&self, file: FileId) -> &Value {
        static NOTHING: Value = Value::Null;
        self.file(file).map_or(&NOTHING, |file| &file.value)
    }

    /// The path of a file, relative to the root folder, `/`-separated.
    pub fn path(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.path)
    }

    /// The text of a file, without byte order mark.
    pub fn text(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.text)
    }

    /// What reading a file passed over, by pointers into the value that its text holds. See [`Sources::written_in`].
    pub fn findings(&self, file: FileId) -> &[Finding] {
        self.file(self.written_in(file))
            .map_or(&[], |file| &file.findings)
    }

    /// The bytes of a place in its file's text: within one line, a member with its key. See [`Sources::spans`].
    pub fn span(&self, place: &Place) -> Option<Range<usize>> {
        self.spans(place.file, &[&place.pointer]).pop().flatten()
    }

    /// The bytes of many places of a file, found in one pass over its text.
    ///
    /// A place that the text does not show, such as a missing member, has the bytes of what holds it.
    /// None if the file has no text.
    pub fn spans(&self, file: FileId, pointers: &[&Pointer]) -> Vec<Option<Range<usize>>> {
        let Some(file) = self.file(file).filter(|file| !file.text.is_empty()) else {
            return vec![None; pointers.len()];
        };
        if file.fault.is_some() {
            let character = |at| {
                file.text
                    .get(at..)
                    .and_then(|rest: &str| rest.chars().next())
            };
            let span = file
                .fault_at
                .map(|at| at..at + character(at).map_or(0, char::len_utf8));
            return vec![span; pointers.len()];
        }
        let is_relaxed = |finding: &Finding| finding.kind == FindingKind::RelaxedJson;
        let strict = file
            .findings
            .iter()
            .any(is_relaxed)
            .then(|| relaxed(&file.text));
        let text = strict
            .flatten()
            .map_or(Cow::Borrowed(&file.text), Cow::Owned);
        locate(&file.path, &text, pointers)
            .into_iter()
            .map(Some)
            .collect()
    }

    /// The path of the file that `reference`, written in the file `base`, names: percent-decoded, without `.` and `..`.
    ///
    /// A fragment is passed over. `None` when it leaves the root or is no relative reference.
    pub fn join(base: &str, reference: &str) -> Option<String> {
        join(base, reference)
    }

    fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(usize::try_from(id.0).ok()?)
    }

    fn next_id(&self) -> FileId {
        FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX))
    }

    fn add(&mut self, file: File) -> FileId {
        let id = self.next_id();
        self.by_path.insert(file.path.clone(), id);
        self.files.push(file);
        id
    }

    fn load(&self, path: &str) -> File {
        match self.loader.load(path) {
            Ok(bytes) => self.parse(path, bytes),
            Err(error) => {
                let fault = load_fault(path, &error);
                File::new(path, String::new()).faulty(self.next_id(), fault, None)
            }
        }
    }

    /// Decodes and parses the file that is added next.
    fn parse(&self, path: &str, bytes: Vec<u8>) -> File {
        let id = self.next_id();
        let text = match decode(bytes) {
            Ok(text) => text,
            Err(wrong) => {
                let help = "save the file in UTF-8".to_owned();
                let fault = (ReadErrorKind::Unreadable, wrong.message, Some(help));
                return File::new(path, wrong.text).faulty(id, fault, Some(wrong.at));
            }
        };
        match read(path, &text) {
            Ok((value, findings)) => File {
                value,
                findings,
                ..File::new(path, text)
            },
            Err(Fault { message, help, at }) => {
                File::new(path, text).faulty(id, (ReadErrorKind::Syntax, message, help), at)
            }
        }
    }
}

fn load_fault(path: &str, error: &LoadError) -> (ReadErrorKind, String, Option<String>) {
    let kind = match error {
        LoadError::NotFound => ReadErrorKind::NotFound,
        LoadError::Outside => ReadErrorKind::Outside,
        LoadError::Other(_) => ReadErrorKind::Unreadable,
    };
    (kind, format!("`{path}` cannot be read: {error}"), None)
}

impl File {
    fn new(path: &str, text: String) -> Self {
        let (path, value, findings) = (path.to_owned(), Value::Null, Vec::new());
        Self {
            path,
            text,
            value,
            findings,
            fault: None,
            fault_at: None,
            trace: None,
        }
    }

    fn faulty(
        self,
        file: FileId,
        fault: (ReadErrorKind, String, Option<String>),
        at: Option<usize>,
    ) -> Self {
        let (kind, message, help) = fault;
        Self {
            fault: Some(ReadError {
                file,
                kind,
                message,
                help,
            }),
            fault_at: at,
            ..self
        }
    }
}

impl fmt::Debug for Sources {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files: Vec<_> = self.files.iter().map(|file| &file.path).collect();
        formatter
            .debug_struct("Sources")
            .field("roots", &self.roots)
            .field("files", &files)
            .finish_non_exhaustive()
    }
}
