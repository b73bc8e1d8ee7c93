use std::fs;
use std::path::Path;

use super::refusal::Refusal;

/// How deep a folder of descriptions is searched.
const DEPTH: usize = 32;

struct Search<'a> {
    names: Vec<String>,
    remarks: &'a mut Vec<String>,
}

/// Searches a folder for files that may be descriptions: their names relative to it, in order.
///
/// What is passed over is remarked, one sentence each.
///
/// # Errors
///
/// When a folder cannot be read, or there is no such file.
pub(super) fn search(folder: &Path, remarks: &mut Vec<String>) -> Result<Vec<String>, Refusal> {
    let mut search = Search {
        names: Vec::new(),
        remarks,
    };
    search.enter(folder, "", 0)?;
    if search.names.is_empty() {
        let message = format!("`{}` holds no .yaml, .yml or .json file", folder.display());
        return Err(Refusal::new(message));
    }
    search.names.sort();
    Ok(search.names)
}

impl Search<'_> {
    /// Hidden folders and links to folders are passed over; so is whatever has a name that no reference can say.
    fn enter(&mut self, folder: &Path, prefix: &str, depth: usize) -> Result<(), Refusal> {
        for item in fs::read_dir(folder).map_err(|error| Refusal::io("read", folder, &error))? {
            let item = item.map_err(|error| Refusal::io("read", folder, &error))?;
            let kind = item
                .file_type()
                .map_err(|error| Refusal::io("look at", &item.path(), &error))?;
            let name = item.file_name();
            let Some(name) = name.to_str() else {
                self.remarks.push(format!(
                    "`{}` is passed over: its name is not text in UTF-8",
                    item.path().display()
                ));
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() && depth < DEPTH {
                self.enter(&item.path(), &format!("{prefix}{name}/"), depth + 1)?;
            } else if kind.is_dir() {
                self.remarks.push(format!(
                    "`{}` is passed over: it is too deep in the folder",
                    item.path().display()
                ));
            } else if is_description(name) && item.path().is_file() {
                self.names.push(format!("{prefix}{name}"));
            }
        }
        Ok(())
    }
}

/// Whether a file may be a description, by its name; whether it is one, its content says.
fn is_description(name: &str) -> bool {
    let extension = Path::new(name)
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default();
    ["yaml", "yml", "json"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}
