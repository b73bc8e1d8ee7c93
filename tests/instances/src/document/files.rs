use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clientwright::source::{LoadError, Loader, ReadError, Sources};
use serde_json::Value;

use super::Site;

/// The values that the files of a description hold.
#[derive(Debug, Clone)]
pub struct Document {
    roots: Vec<String>,
    files: BTreeMap<String, Value>,
}

/// Which words of JSON Schema a description is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Draft 4 as Swagger 2.0 and OpenAPI 3.0 have it: `nullable`, flags beside bounds, nothing beside `$ref`.
    Draft4,
    /// 2020-12, as OpenAPI 3.1 and later have it.
    Draft202012,
}

struct Folder(PathBuf);

impl Loader for Folder {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        std::fs::read(self.0.join(path)).map_err(|error| LoadError::Other(error.to_string()))
    }
}

impl Document {
    /// A description of one file.
    pub fn of_value(value: Value) -> Self {
        Self::new(["openapi.json"], [("openapi.json", value)])
    }

    /// A description of the files `roots` and of others that they refer to, by their paths.
    pub fn new<R: Into<String>, P: Into<String>>(
        roots: impl IntoIterator<Item = R>,
        files: impl IntoIterator<Item = (P, Value)>,
    ) -> Self {
        let files = files.into_iter().map(|(path, value)| (path.into(), value));
        Self {
            roots: roots.into_iter().map(Into::into).collect(),
            files: files.collect(),
        }
    }

    /// Reads a file, by its path below `folder`, and every file that it refers to.
    ///
    /// # Errors
    ///
    /// The file cannot be read. That another one cannot, is as if nothing were said of what is in it.
    pub fn read(folder: &Path, file: &str) -> Result<Self, ReadError> {
        let loader = Box::new(Folder(folder.to_owned()));
        Self::of_sources(&mut Sources::new(vec![file.to_owned()], loader))
    }

    /// The values of the roots, and of every file that they refer to.
    ///
    /// # Errors
    ///
    /// A root cannot be read. That another file cannot, is as if nothing were said of what is in it.
    pub fn of_sources(sources: &mut Sources) -> Result<Self, ReadError> {
        let roots = sources.roots().to_vec();
        let mut files = BTreeMap::new();
        let mut wanted: Vec<String> = roots.clone();
        while let Some(path) = wanted.pop() {
            if files.contains_key(&path) {
                continue;
            }
            let value = match sources.open(&path) {
                Ok(file) => sources.value(file).clone(),
                Err(error) if roots.contains(&path) => return Err(error),
                Err(_) => continue,
            };
            referred(&path, &value, &mut wanted);
            files.insert(path, value);
        }
        Ok(Self { roots, files })
    }

    /// The words that the description is written in; those of the newest one, if it does not say.
    pub fn dialect(&self) -> Dialect {
        let old = |root: &Value| {
            let version = root.get("openapi").map(ToString::to_string);
            root.get("swagger").is_some()
                || root.get("definitions").is_some()
                || version.is_some_and(|version| version.trim_matches('"').starts_with("3.0"))
        };
        match self.roots().any(|(_, root)| old(root)) {
            true => Dialect::Draft4,
            false => Dialect::Draft202012,
        }
    }

    /// The files that the description begins with.
    pub(crate) fn roots(&self) -> impl Iterator<Item = (&str, &Value)> {
        let roots = self.roots.iter();
        roots.filter_map(|path| Some((path.as_str(), self.files.get(path)?)))
    }

    /// Every file.
    pub(crate) fn files(&self) -> impl Iterator<Item = Site<'_>> {
        let files = self.files.iter();
        files.map(|(path, value)| whole(path, value))
    }

    /// A file as a whole.
    pub(crate) fn file(&self, path: &str) -> Option<Site<'_>> {
        let (path, value) = self.files.get_key_value(path)?;
        Some(whole(path, value))
    }
}

fn whole<'d>(file: &'d str, value: &'d Value) -> Site<'d> {
    let resource = value;
    Site {
        file,
        resource,
        value,
    }
}

/// The files that the references in a value name.
fn referred(base: &str, value: &Value, wanted: &mut Vec<String>) {
    let mut rest = vec![value];
    while let Some(value) = rest.pop() {
        if let Some(reference) = value.get("$ref").and_then(Value::as_str)
            && !reference.starts_with('#')
        {
            wanted.extend(Sources::join(base, reference));
        }
        if let Some(map) = value.as_object() {
            rest.extend(map.values());
        }
        if let Some(list) = value.as_array() {
            rest.extend(list);
        }
    }
}
