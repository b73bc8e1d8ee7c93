use std::io;
use std::path::{Path, PathBuf};

use clientwright::source::{LoadError, Loader, Sources};
use instances::{Sample, World, components};
use serde_json::Value;

use super::rows::{Mark, Row};
use crate::corpus::Document;

/// A value that is sent through a type.
#[derive(Debug)]
pub(super) struct Case {
    /// Where it comes from: of an example its place, of a random instance that of its schema.
    pub origin: String,
    /// Where its schema is.
    pub schema: String,
    /// Whether it fits.
    pub mark: Mark,
    /// The value, or why there is none.
    pub value: Result<Value, String>,
}

struct Folder(PathBuf);

impl Loader for Folder {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        std::fs::read(self.0.join(path)).map_err(|error| LoadError::Other(error.to_string()))
    }
}

/// The files of a document, as the generator reads them.
fn sources(document: &Document) -> (Sources, String) {
    let file = document.file();
    let folder = file.parent().unwrap_or(Path::new("")).to_owned();
    let name = file.file_name().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    (
        Sources::new(vec![name.clone()], Box::new(Folder(folder))),
        name,
    )
}

/// The values of rows.
pub(super) fn examples(document: &Document, rows: &[&Row]) -> Vec<Case> {
    let (mut sources, root) = sources(document);
    let found = rows.iter().map(|row| {
        let value = value(&mut sources, &root, &row.example);
        Case {
            origin: row.example.clone(),
            schema: row.schema.clone(),
            mark: row.mark,
            value: value.and_then(|value| meant(value, row.mark)),
        }
    });
    found.collect()
}

fn value(sources: &mut Sources, root: &str, place: &str) -> Result<Value, String> {
    let (path, pointer) = place.split_once('#').unwrap_or((place, ""));
    let path = if path.is_empty() { root } else { path };
    let file = sources.open(path).map_err(|error| error.to_string())?;
    let found = sources.value(file).pointer(pointer);
    found
        .cloned()
        .ok_or_else(|| format!("nothing is at `{place}`"))
}

/// What an example means: where it is only JSON within a text, that JSON.
fn meant(value: Value, mark: Mark) -> Result<Value, String> {
    match value.as_str() {
        Some(text) if mark == Mark::YesAsText => {
            serde_json::from_str(text).map_err(|error| format!("the text is no JSON: {error}"))
        }
        _ => Ok(value),
    }
}

/// Random instances of every component, and how many components have none.
///
/// # Errors
///
/// When the document cannot be read.
pub(super) fn random(
    document: &Document,
    count: usize,
    seed: u64,
) -> io::Result<(Vec<Case>, usize)> {
    let (mut sources, _) = sources(document);
    let document = instances::Document::of_sources(&mut sources).map_err(io::Error::other)?;
    let world = World::new(&document, &[]);
    let mut cases = Vec::new();
    let mut barren = 0;
    for component in components(&document) {
        let sample = Sample::of(&world, &component.name, seed, count);
        barren += usize::from(sample.values.is_empty());
        cases.extend(sample.values.into_iter().map(|value| Case {
            origin: component.pointer.clone(),
            schema: component.pointer.clone(),
            mark: Mark::Random,
            value: Ok(value),
        }));
    }
    Ok((cases, barren))
}
