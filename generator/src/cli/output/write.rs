use std::fs;
use std::path::{Path, PathBuf};

use super::folder::UNFINISHED;
use super::plan::{Change, Plan};
use crate::cli::refusal::Refusal;

/// A text that stands beside the file it will become.
struct Unfinished<'a> {
    change: &'a Change,
    path: PathBuf,
}

/// Carries out a plan: first every text is written beside its file, then all of them get their names.
///
/// # Errors
///
/// When a text cannot be written: then the folder is as it was. When a name cannot be given: then the next run mends it.
pub(crate) fn apply(root: &Path, plan: &Plan) -> Result<(), Refusal> {
    let existed = root.exists();
    let mut unfinished = Vec::new();
    for change in &plan.write {
        match write_beside(root, change) {
            Ok(path) => unfinished.push(Unfinished { change, path }),
            Err(refusal) => {
                undo(root, existed, &unfinished);
                return Err(refusal.help("nothing was changed"));
            }
        }
    }
    for Unfinished { change, path } in &unfinished {
        let name = root.join(&change.path);
        fs::rename(path, &name).map_err(|error| Refusal::io("write", &name, &error))?;
    }
    for path in plan.remove.iter().chain(&plan.leftover) {
        remove(root, path)?;
    }
    Ok(())
}

/// Writes the text beside the file, under a name that says so.
fn write_beside(root: &Path, change: &Change) -> Result<PathBuf, Refusal> {
    let path = root.join(&change.path);
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(UNFINISHED);
    let beside = path.with_file_name(name);
    let folder = beside.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(|error| Refusal::io("make the folder", folder, &error))?;
    fs::write(&beside, &change.text).map_err(|error| {
        // A full disk leaves a part of the text; there is nothing more to do if even that cannot be removed.
        let _ = fs::remove_file(&beside);
        Refusal::io("write", &path, &error)
    })?;
    Ok(beside)
}

/// Takes away what was written so far. What cannot be taken away is swept by the next run.
fn undo(root: &Path, existed: bool, unfinished: &[Unfinished<'_>]) {
    for Unfinished { change, path } in unfinished {
        if fs::remove_file(path).is_ok() {
            prune(root, &change.path);
        }
    }
    if !existed {
        let _ = fs::remove_dir(root);
    }
}

fn remove(root: &Path, path: &str) -> Result<(), Refusal> {
    let file = root.join(path);
    fs::remove_file(&file).map_err(|error| Refusal::io("remove", &file, &error))?;
    prune(root, path);
    Ok(())
}

/// Removes the folders that held `path`, from the innermost to the first that still holds something.
fn prune(root: &Path, path: &str) {
    let folders = Path::new(path)
        .ancestors()
        .skip(1)
        .filter(|folder| !folder.as_os_str().is_empty());
    for folder in folders {
        // Only an empty folder can be removed: the failure is the sign to stop.
        if fs::remove_dir(root.join(folder)).is_err() {
            return;
        }
    }
}
