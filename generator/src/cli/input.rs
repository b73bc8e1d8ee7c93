use std::fs;
use std::path::{Component, Path};

use super::arguments::Input;
use super::loader::FolderLoader;
use super::overlay::{is_one_of, overlays};
use super::refusal::Refusal;
use super::search::search;
use crate::config::Config;
use crate::source::Sources;

/// The configuration that is used when none is named.
const CONFIG: &str = "clientwright.toml";

/// A description that is ready to be read.
pub(super) struct Opened {
    /// Its files.
    pub sources: Sources,
    /// What goes with it.
    pub config: Config,
    /// What was passed over, one sentence each.
    pub remarks: Vec<String>,
}

/// Finds the files of a description and reads its configuration.
///
/// # Errors
///
/// When there is no such description, or its configuration cannot be used.
pub(super) fn open(input: &Input) -> Result<Opened, Refusal> {
    let spec = &input.spec;
    let found = fs::metadata(spec).map_err(|error| Refusal::io("read", spec, &error))?;
    let mut remarks = Vec::new();
    let (folder, mut names) = if found.is_dir() {
        (spec.as_path(), search(spec, &mut remarks)?)
    } else {
        let name = spec
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or_else(|| unnamable(spec))?;
        (
            spec.parent().unwrap_or(Path::new("")),
            vec![name.to_owned()],
        )
    };
    let mut config = configuration(input.config.as_deref(), folder)?;
    let overlays = overlays(input, &config, folder)?;
    if found.is_dir() {
        names.retain(|name| !is_one_of(&overlays, &folder.join(name)));
    }
    let (allowed, inner) = match &input.allow_root {
        Some(root) => (root.as_path(), below(root, folder)?),
        None => (folder, String::new()),
    };
    let view = View::of(allowed);
    let roots: Vec<String> = names
        .iter()
        .map(|name| format!("{}{inner}{name}", view.prefix))
        .collect();
    let named = roots.first().filter(|_| !found.is_dir());
    let named = named.map(|name| view.base.join(name));
    let loader = FolderLoader::new(view.base, allowed, named.as_deref());
    let mut sources = Sources::new(roots, Box::new(loader));
    for overlay in overlays {
        sources.add_overlay(&overlay.name, overlay.bytes);
    }
    if let Some(name) = &input.name {
        config.package.name = Some(name.clone());
    }
    Ok(Opened {
        sources,
        config,
        remarks,
    })
}

/// How the files of a folder are called in reports.
struct View<'a> {
    /// The folder that the names are relative to.
    base: &'a Path,
    /// What each name begins with: nothing, or the way to the folder with a `/` at its end.
    prefix: String,
}

impl<'a> View<'a> {
    /// A file below the current folder is called as it was typed, so that a terminal or an editor finds it;
    /// any other by its name below the folder that was named.
    fn of(folder: &'a Path) -> Self {
        let parts = folder
            .components()
            .filter(|part| *part != Component::CurDir);
        let names: Option<Vec<&str>> = parts
            .map(|part| match part {
                Component::Normal(name) => name.to_str(),
                Component::Prefix(_)
                | Component::RootDir
                | Component::CurDir
                | Component::ParentDir => None,
            })
            .collect();
        match names {
            Some(names) => Self {
                base: Path::new(""),
                prefix: names.iter().map(|name| format!("{name}/")).collect(),
            },
            None => Self {
                base: folder,
                prefix: String::new(),
            },
        }
    }
}

/// The way from the folder that may be read to that of the description, with a `/` at its end; empty if they are one.
fn below(root: &Path, folder: &Path) -> Result<String, Refusal> {
    let whole = |path: &Path| {
        let path = match path.as_os_str().is_empty() {
            true => Path::new("."),
            false => path,
        };
        fs::canonicalize(path).map_err(|error| Refusal::io("read", path, &error))
    };
    let (whole_root, whole_folder) = (whole(root)?, whole(folder)?);
    let inner = whole_folder.strip_prefix(&whole_root).map_err(|_| {
        let message = format!("the description is not in `{}`", root.display());
        Refusal::new(message).help("name a folder that holds the description, however deep")
    })?;
    inner
        .iter()
        .map(|name| {
            Ok(format!(
                "{}/",
                name.to_str().ok_or_else(|| unnamable(inner))?
            ))
        })
        .collect()
}

fn unnamable(path: &Path) -> Refusal {
    Refusal::new(format!(
        "the name of `{}` is not text in UTF-8",
        path.display()
    ))
    .help("rename the file")
}

/// The name of a description, whatever the way to it: emitted files must not depend on where they were made.
pub(super) fn name_of(spec: &Path) -> String {
    let whole = fs::canonicalize(spec).ok();
    let name = spec
        .file_name()
        .or_else(|| whole.as_deref().and_then(Path::file_name));
    name.map_or_else(
        || "spec".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn configuration(named: Option<&Path>, folder: &Path) -> Result<Config, Refusal> {
    let path = named.map_or_else(|| folder.join(CONFIG), Path::to_owned);
    if named.is_none() && !path.exists() {
        return Ok(Config::default());
    }
    let bytes = fs::read(&path).map_err(|error| Refusal::io("read", &path, &error))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Refusal::new(format!("`{}` is not text in UTF-8", path.display())))?;
    let config = Config::parse(&text).map_err(|error| {
        let told = error.to_string();
        Refusal::new(format!(
            "`{}` cannot be used\n{}",
            path.display(),
            told.trim_end()
        ))
    })?;
    Ok(Config {
        path: Some(path.to_string_lossy().into_owned()),
        ..config
    })
}
