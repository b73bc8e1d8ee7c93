use std::fs;
use std::io;
use std::path::Path;

use clientwright::diagnostic::Code;

use super::sources::files_below;
use super::violation::{Rule, Violation};

/// Where the cases are, one for each diagnostic code: a file or a folder of its name.
const FAULTY: &str = "tests/cases/faulty";

/// The most lines of a snapshot.
const SNAPSHOT: usize = 400;

/// Diagnostic codes without a case.
///
/// # Errors
///
/// When the folder of cases cannot be read.
pub(super) fn check_cases(root: &Path) -> io::Result<Vec<Violation>> {
    let mut cases = Vec::new();
    let folder = root.join(FAULTY);
    if folder.is_dir() {
        for item in fs::read_dir(folder)? {
            let name = item?.file_name().to_string_lossy().into_owned();
            cases.push(name.split('.').next().unwrap_or_default().to_owned());
        }
    }
    let missing = Code::ALL
        .iter()
        .filter(|code| !cases.iter().any(|case| case == code.as_str()));
    let violation = |code: &Code| Violation {
        file: FAULTY.to_owned(),
        line: 1,
        rule: Rule::Cases,
        message: format!("`{code}` has no case"),
    };
    Ok(missing.map(violation).collect())
}

/// Snapshots that nobody accepted, and snapshots that nobody can read.
///
/// # Errors
///
/// When a snapshot cannot be read.
pub(super) fn check_snapshots(root: &Path) -> io::Result<Vec<Violation>> {
    let mut found = Vec::new();
    for file in ["generator", "tests", "xtask"]
        .iter()
        .map(|folder| files_below(root, folder))
    {
        for file in file? {
            let mut say = |line, message| {
                found.push(Violation {
                    file: file.clone(),
                    line,
                    rule: Rule::Snapshots,
                    message,
                })
            };
            if file.ends_with(".snap.new") || file.ends_with(".pending-snap") {
                say(1, "the snapshot is not accepted".to_owned());
            } else if file.ends_with(".snap") {
                let lines = fs::read_to_string(root.join(&file))?.lines().count();
                if lines > SNAPSHOT {
                    say(SNAPSHOT + 1, format!("the snapshot has {lines} lines"));
                }
            }
        }
    }
    Ok(found)
}
