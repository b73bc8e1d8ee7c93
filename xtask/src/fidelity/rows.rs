use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;

/// The lists of examples: of what is received, and of what is sent.
const LISTS: [&str; 2] = ["examples.tsv", "examples_request.tsv"];

/// An example of a document, and what somebody else thinks of it.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The path of the document in the folder.
    pub document: String,
    /// Where the example is: a JSON Pointer behind `#`, and before it the path of a file, if it is another one.
    pub example: String,
    /// Where its schema is, in the same way; empty if there is none.
    pub schema: String,
    /// Whether it fits the schema.
    pub mark: Mark,
}

/// Whether an example fits its schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Mark {
    /// It does.
    Yes,
    /// It is a text, and the JSON in it does.
    YesAsText,
    /// It was made to.
    Random,
    /// It does not.
    No,
    /// There is no schema.
    NoSchema,
    /// Nobody knows.
    Error,
}

impl Mark {
    /// The word for it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::YesAsText => "yes-as-text",
            Self::Random => "random",
            Self::No => "no",
            Self::NoSchema => "noschema",
            Self::Error => "error",
        }
    }

    /// Whether the value must be decoded.
    pub(super) fn must_fit(self) -> bool {
        match self {
            Self::Yes | Self::YesAsText | Self::Random => true,
            Self::No | Self::NoSchema | Self::Error => false,
        }
    }

    fn read(word: &str) -> Option<Self> {
        let known = [
            Self::Yes,
            Self::YesAsText,
            Self::No,
            Self::NoSchema,
            Self::Error,
        ];
        known.into_iter().find(|mark| mark.as_str() == word)
    }
}

/// The rows of the lists of a folder; a list that is not there has none.
///
/// # Errors
///
/// When a list cannot be read, or is not what it should be.
pub(super) fn rows(folder: &Path) -> io::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for list in LISTS {
        let path = folder.join(list);
        if path.exists() {
            rows.extend(parse(&fs::read_to_string(path)?)?);
        }
    }
    Ok(rows)
}

/// Reads a list: values between tabs, the first line the names of the columns.
pub(super) fn parse(text: &str) -> io::Result<Vec<Row>> {
    let wrong = |what: String| io::Error::new(io::ErrorKind::InvalidData, what);
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |wanted: &str| {
        let found = names.iter().position(|name| *name == wanted);
        found.ok_or_else(|| wrong(format!("the list has no column `{wanted}`")))
    };
    let (path, example) = (column("path")?, column("example")?);
    let (schema, valid) = (column("schema")?, column("valid")?);
    let mut rows = Vec::new();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        let values: Vec<&str> = line.split('\t').collect();
        let value = |column: usize| values.get(column).copied().unwrap_or_default();
        let mark = Mark::read(value(valid))
            .ok_or_else(|| wrong(format!("`{}` is no mark of an example", value(valid))))?;
        rows.push(Row {
            document: value(path).to_owned(),
            example: value(example).to_owned(),
            schema: value(schema).to_owned(),
            mark,
        });
    }
    Ok(rows)
}
