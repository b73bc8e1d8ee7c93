use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use super::plan::Entry;
use crate::cli::refusal::Refusal;
use crate::config::is_marked;
use crate::emit::File;

/// The end of the name of a file that is being written.
pub(super) const UNFINISHED: &str = ".clientwright-unfinished";

/// More than the longest first line that clientwright writes, in bytes.
const FIRST_LINE: u64 = 4096;

/// Looks at what stands in `root`: at the paths that were emitted, and wherever else a file of an earlier run may be.
///
/// # Errors
///
/// When the folder is neither empty nor clientwright's own, or cannot be read.
pub(crate) fn survey(root: &Path, emitted: &[File]) -> Result<BTreeMap<String, Entry>, Refusal> {
    check_paths(emitted)?;
    match fs::metadata(root) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(Refusal::new(format!("`{}` is no folder", root.display()))),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(Refusal::io("look at", root, &error)),
    }
    let owned = first_line_is_marked(&root.join("Cargo.toml")).unwrap_or(false);
    let paths: BTreeSet<&str> = emitted.iter().map(|file| file.path.as_str()).collect();
    let mut entries = BTreeMap::new();
    for path in &paths {
        if let Some(entry) = whole(&root.join(path))? {
            entries.insert((*path).to_owned(), entry);
        }
    }
    let mut walk = Walk {
        root,
        paths: &paths,
        owned,
        folders: vec![(PathBuf::new(), String::new())],
    };
    while let Some((folder, prefix)) = walk.folders.pop() {
        walk.enter(&folder, &prefix, &mut entries)?;
    }
    if owned
        || !entries
            .values()
            .any(|entry| matches!(entry, Entry::Foreign(_)))
    {
        Ok(entries)
    } else {
        Err(foreign_folder(root))
    }
}

/// A walk through the folder in search of files that earlier runs wrote.
struct Walk<'a> {
    root: &'a Path,
    paths: &'a BTreeSet<&'a str>,
    owned: bool,
    /// Folders still to be entered, relative to the root: as a path, and as text that ends with `/`.
    folders: Vec<(PathBuf, String)>,
}

impl Walk<'_> {
    /// Looks at everything in one folder.
    fn enter(
        &mut self,
        folder: &Path,
        prefix: &str,
        entries: &mut BTreeMap<String, Entry>,
    ) -> Result<(), Refusal> {
        let path = self.root.join(folder);
        for item in fs::read_dir(&path).map_err(|error| Refusal::io("read", &path, &error))? {
            let item = item.map_err(|error| Refusal::io("read", &path, &error))?;
            let kind = item
                .file_type()
                .map_err(|error| Refusal::io("look at", &item.path(), &error))?;
            let name = item.file_name();
            // What clientwright writes has a name in UTF-8, so anything else is somebody else's.
            let Some(name) = name.to_str() else {
                self.foreign()?;
                continue;
            };
            let relative = format!("{prefix}{name}");
            if kind.is_dir() {
                if name.starts_with('.') || relative == "target" {
                    continue;
                }
                if self.is_another_package(&item.path(), &relative) {
                    self.foreign()?;
                } else {
                    self.folders
                        .push((folder.join(name), format!("{relative}/")));
                }
            } else if !self.paths.contains(relative.as_str())
                && let Some(entry) = self.entry(&item.path(), name, &relative, kind.is_file())?
            {
                entries.insert(relative, entry);
            }
        }
        Ok(())
    }

    /// A package inside ours may be clientwright's work too, and is not ours to sweep.
    fn is_another_package(&self, folder: &Path, relative: &str) -> bool {
        folder.join("Cargo.toml").exists()
            && !self
                .paths
                .contains(format!("{relative}/Cargo.toml").as_str())
    }

    /// What a file is that was not emitted, when that matters.
    fn entry(
        &self,
        path: &Path,
        name: &str,
        relative: &str,
        is_file: bool,
    ) -> Result<Option<Entry>, Refusal> {
        if name.starts_with('.') || relative == "Cargo.lock" {
            return Ok((is_file && name.ends_with(UNFINISHED)).then_some(Entry::Leftover));
        }
        if is_file
            && first_line_is_marked(path).map_err(|error| Refusal::io("read", path, &error))?
        {
            return Ok(Some(Entry::Own(Vec::new())));
        }
        self.foreign()?;
        Ok(None)
    }

    /// A file of somebody else is nothing to care about in a folder of our own, and a reason to stop in any other.
    fn foreign(&self) -> Result<(), Refusal> {
        if self.owned {
            Ok(())
        } else {
            Err(foreign_folder(self.root))
        }
    }
}

/// Every path stays in the folder, and no two files have the same: anything else is a mistake of our own.
fn check_paths(emitted: &[File]) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for File { path, .. } in emitted {
        let wrong = if !stays_inside(path) {
            format!("`{path}` is outside the folder that is written")
        } else if !seen.insert(path) {
            format!("`{path}` is emitted twice")
        } else {
            continue;
        };
        return Err(Refusal::new(wrong).help("this is a mistake in clientwright: please report it"));
    }
    Ok(())
}

/// Whether a path names something in the folder that it is relative to.
fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

fn foreign_folder(root: &Path) -> Refusal {
    Refusal::new(format!(
        "`{}` holds files that clientwright did not write",
        root.display()
    ))
    .help("name a folder that is empty or missing, or one that clientwright wrote before")
}

/// What stands at a path that was emitted, with its whole text.
fn whole(path: &Path) -> Result<Option<Entry>, Refusal> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => {
            let bytes = fs::read(path).map_err(|error| Refusal::io("read", path, &error))?;
            Ok(Some(match bytes.is_empty() {
                true => Entry::Empty,
                false if is_marked(&bytes) => Entry::Own(bytes),
                false => Entry::Foreign(bytes),
            }))
        }
        Ok(_) => Ok(Some(Entry::NoFile)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(Refusal::io("look at", path, &error)),
    }
}

fn first_line_is_marked(path: &Path) -> std::io::Result<bool> {
    let mut start = Vec::new();
    fs::File::open(path)?
        .take(FIRST_LINE)
        .read_to_end(&mut start)?;
    Ok(is_marked(&start))
}
