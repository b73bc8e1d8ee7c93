use std::io;

use super::documents::Document;

/// The column of the paths, and the column of the numbers of operations, which need not be there.
const COLUMNS: (&str, &str) = ("path", "operations");

/// The documents that an `index.tsv` lists: values between tabs, the first line the names of the columns.
///
/// # Errors
///
/// When there is no column of paths.
pub(super) fn read_index(text: &str) -> io::Result<Vec<Document>> {
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |wanted| names.iter().position(|name| *name == wanted);
    let (paths, operations) = COLUMNS;
    let Some(paths) = column(paths) else {
        let message = format!("the index has no column `{paths}`");
        return Err(io::Error::new(io::ErrorKind::InvalidData, message));
    };
    let operations = column(operations);
    let document = |line: &str| {
        let values: Vec<&str> = line.split('\t').collect();
        let count = |column: usize| values.get(column)?.trim().parse().ok();
        Some(Document {
            operations: operations.and_then(count),
            ..Document::at(*values.get(paths)?)
        })
    };
    Ok(lines
        .filter(|line| !line.trim().is_empty())
        .filter_map(document)
        .collect())
}
