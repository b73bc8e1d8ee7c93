use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::source::{LoadError, Loader};

/// Loads the files of one folder and of the folders in it, and nothing outside, not even behind a link.
pub(super) struct FolderLoader {
    base: PathBuf,
    folder: PathBuf,
    named: Option<PathBuf>,
}

impl FolderLoader {
    /// A loader of what is in `folder`, by paths relative to `base`.
    ///
    /// The file `named` on the command line is loaded whatever it is: a link, a pipe.
    pub(super) fn new(base: &Path, folder: &Path, named: Option<&Path>) -> Self {
        Self {
            base: base.to_owned(),
            folder: plain(folder),
            named: named.map(plain),
        }
    }

    fn locate(&self, path: &str) -> Result<PathBuf, LoadError> {
        let full = plain(&self.base.join(path));
        if self.named.as_ref() == Some(&full) {
            return Ok(full);
        }
        if !full.starts_with(&self.folder) {
            return Err(LoadError::Outside);
        }
        let real = fs::canonicalize(&full).map_err(|error| told(&error))?;
        let folder = if self.folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            &self.folder
        };
        let folder = fs::canonicalize(folder).map_err(|error| told(&error))?;
        if !real.starts_with(folder) {
            return Err(LoadError::Outside);
        }
        // A pipe or a device may never end.
        if !fs::metadata(&real).map_err(|error| told(&error))?.is_file() {
            return Err(LoadError::Other("it is no file".to_owned()));
        }
        Ok(real)
    }
}

impl Loader for FolderLoader {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        let path = self.locate(path)?;
        fs::read(&path).map_err(|error| told(&error))
    }
}

/// A path without `.`.
pub(super) fn plain(path: &Path) -> PathBuf {
    path.components()
        .filter(|part| *part != Component::CurDir)
        .collect()
}

fn told(error: &std::io::Error) -> LoadError {
    if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) {
        LoadError::NotFound
    } else {
        LoadError::Other(error.to_string())
    }
}
