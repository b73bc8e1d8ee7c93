use std::path::{Path, PathBuf};
use std::{fs, io};

use super::arguments::Input;
use super::loader::plain;
use super::refusal::Refusal;
use crate::config::Config;

/// An overlay that was asked for.
pub(super) struct Overlay {
    /// The file, without links on the way.
    path: PathBuf,
    /// What reports call it.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl Overlay {
    fn open(path: &Path) -> io::Result<Self> {
        Ok(Self {
            path: fs::canonicalize(path)?,
            name: plain(path).to_string_lossy().into_owned(),
            bytes: fs::read(path)?,
        })
    }
}

/// The overlays of the configuration, then those of the command line.
///
/// # Errors
///
/// When one of them cannot be read.
pub(super) fn overlays(
    input: &Input,
    config: &Config,
    folder: &Path,
) -> Result<Vec<Overlay>, Refusal> {
    let beside = match &input.config {
        Some(config) => config.parent().unwrap_or(Path::new("")),
        None => folder,
    };
    let configured = config.overlays.iter().map(|name| beside.join(name));
    let mut overlays = Vec::new();
    for path in configured.chain(input.overlays.iter().cloned()) {
        let overlay = Overlay::open(&path);
        overlays.push(overlay.map_err(|error| Refusal::io("read the overlay", &path, &error))?);
    }
    Ok(overlays)
}

/// Whether a file is an overlay that was asked for.
pub(super) fn is_one_of(overlays: &[Overlay], path: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|path| overlays.iter().any(|overlay| overlay.path == path))
}
