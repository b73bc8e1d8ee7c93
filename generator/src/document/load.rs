use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, FindingKind, Place, Pointer, ReadError, ReadErrorKind, Sources};

use super::node::Node;
use super::reference::{Unfound, halves, is_remote, step};
use super::resemblance::resemblance;
use super::resource::Resources;

/// Every file that the description consists of, opened.
#[derive(Debug)]
pub(super) struct Library {
    /// The file that stands for the description where nothing else is said.
    pub(super) first: FileId,
    /// The files that are OpenAPI documents themselves, in order.
    pub(super) documents: Vec<FileId>,
    opened: BTreeMap<String, Result<FileId, ReadErrorKind>>,
    /// The file that holds the schema of errors, which may refer to the first document as to itself.
    pub(super) config: Option<FileId>,
    /// What references name, by place.
    referenced: BTreeSet<Place>,
    /// What has a URI of its own.
    pub(super) resources: Resources,
}

impl Library {
    /// The file at a path, relative to the root folder.
    pub(super) fn file(&self, path: &str) -> Result<FileId, Unfound> {
        match self.opened.get(path) {
            Some(Ok(file)) => Ok(*file),
            Some(Err(ReadErrorKind::Outside)) => Err(Unfound::Outside),
            Some(Err(ReadErrorKind::Unreadable | ReadErrorKind::Syntax)) => {
                Err(Unfound::Unreadable(path.to_owned()))
            }
            Some(Err(ReadErrorKind::NotFound)) | None => Err(Unfound::NoFile(path.to_owned())),
        }
    }

    /// Every file that was opened, each once.
    pub(super) fn files(&self) -> BTreeSet<FileId> {
        let opened = self.opened.values();
        opened
            .filter_map(|file| file.as_ref().ok().copied())
            .collect()
    }

    /// Whether a reference names what stands here, so that it must be one component wherever it is used.
    pub(super) fn is_referenced(&self, place: &Place) -> bool {
        self.referenced.contains(place)
    }
}

/// Opens the roots and every file that a reference leads to. `None`, with a report, if there is no document.
pub(super) fn load(cx: &mut Diagnostics, sources: &mut Sources) -> Option<Library> {
    for overlay in sources.overlays() {
        report_findings(cx, sources, *overlay);
    }
    let roots = sources.roots().to_vec();
    let mut opened = BTreeMap::new();
    let mut files = Vec::new();
    for path in &roots {
        match sources.open(path) {
            Ok(file) => files.push(file),
            Err(error) if is_foreign(sources, &error) => {
                report_no_document(cx, error.file, sources);
            }
            Err(error) => report_unreadable(cx, &error),
        }
        opened.insert(path.clone(), sources.open(path).map_err(|error| error.kind));
    }
    let mut documents: Vec<FileId> = files
        .iter()
        .copied()
        .filter(|file| is_document(sources.value(*file)))
        .collect();
    // The one file that is named may be a description that does not say its version; in a folder it is a part.
    if documents.is_empty() && roots.len() == 1 {
        documents.extend(
            files
                .iter()
                .filter(|file| has_operations(sources.value(**file))),
        );
    }
    let Some(first) = documents.first().copied() else {
        if !files.is_empty() || roots.is_empty() {
            report_no_document(cx, files.first().copied().unwrap_or(FileId(0)), sources);
        }
        return None;
    };
    let mut library = Library {
        first,
        documents,
        opened,
        config: None,
        referenced: BTreeSet::new(),
        resources: Resources::default(),
    };
    follow_references(cx, sources, &mut library);
    Some(library)
}

/// Whether the only file is no JSON and no YAML because it is something else.
fn is_foreign(sources: &Sources, error: &ReadError) -> bool {
    error.kind == ReadErrorKind::Syntax
        && sources.roots().len() == 1
        && resemblance(&Value::Null, sources.text(error.file)).is_some()
}

/// Whether a file says of itself that it is an OpenAPI document, of whatever version.
fn is_document(value: &Value) -> bool {
    value.get("openapi").is_some() || value.get("swagger").is_some()
}

/// Whether a file says no version but has paths as a description has.
fn has_operations(value: &Value) -> bool {
    let paths = value.get("paths").and_then(Value::as_object);
    let has_info = value.get("info").is_some();
    paths.is_some_and(|paths| has_info || paths.keys().any(|path| path.starts_with('/')))
        && value.get("asyncapi").is_none()
}

/// Opens what the documents refer to, and what that refers to; then looks up what every reference names.
fn follow_references(cx: &mut Diagnostics, sources: &mut Sources, library: &mut Library) {
    let mut pending = library.documents.clone();
    let mut seen: BTreeSet<FileId> = pending.iter().copied().collect();
    let mut found = Vec::new();
    let mut has_ids = false;
    while let Some(file) = pending.pop() {
        report_findings(cx, sources, file);
        let base = sources.path(file).to_owned();
        for reference in references(sources.value(file), &mut has_ids) {
            if let Some(target) = open(cx, sources, library, &base, &reference)
                && seen.insert(target)
            {
                pending.push(target);
            }
            found.push((file, reference));
        }
    }
    if has_ids {
        library.resources = Resources::of(sources, seen.iter().copied());
        return follow_within(sources, library, &seen);
    }
    for (file, reference) in found {
        if let Ok(target) = step(sources, library, &Node::root(sources, file), &reference) {
            library.referenced.insert(target.place);
        }
    }
}

/// Looks up what every reference names, where that depends on where it stands.
fn follow_within(sources: &Sources, library: &mut Library, files: &BTreeSet<FileId>) {
    for file in files {
        let mut pending = vec![Node::root(sources, *file)];
        while let Some(node) = pending.pop() {
            for keyword in REFERENCES {
                let named = node
                    .peek(keyword)
                    .and_then(|reference| step(sources, library, &node, reference).ok());
                library.referenced.extend(named.map(|target| target.place));
            }
            if node
                .place
                .pointer
                .last()
                .is_some_and(|name| name == "mapping")
            {
                for (_, target) in node.members() {
                    let target = target.value.as_str().filter(|target| is_path(target));
                    let named =
                        target.and_then(|target| step(sources, library, &node, target).ok());
                    library.referenced.extend(named.map(|target| target.place));
                }
            }
            pending.extend(node.members().into_iter().map(|(_, member)| member));
            pending.extend(node.elements());
        }
    }
}

/// Keywords whose values are references. A dynamic one names what it names where nothing else is said (JSON Schema
/// 2020-12 core §8.2.3.2).
const REFERENCES: &[&str] = &["$ref", "$dynamicRef"];

/// The other file that a reference names, opened if it was not.
fn open(
    cx: &mut Diagnostics,
    sources: &mut Sources,
    library: &mut Library,
    base: &str,
    reference: &str,
) -> Option<FileId> {
    let (path, _) = halves(reference);
    if path.is_empty() || is_remote(reference) {
        return None;
    }
    let path = Sources::join(base, path)?;
    if !library.opened.contains_key(&path) {
        let result = sources.open(&path);
        if let Err(error) = &result
            && matches!(
                error.kind,
                ReadErrorKind::Unreadable | ReadErrorKind::Syntax
            )
        {
            report_unreadable(cx, error);
        }
        library
            .opened
            .insert(path.clone(), result.map_err(|error| error.kind));
    }
    library.file(&path).ok()
}

/// Every text in a value that may be a reference: those of `$ref`, and those of a discriminator's mapping.
///
/// Examples may hold such members too; a file that only they name is opened for nothing, no more.
/// `has_ids` becomes true if something says its own URI.
fn references(value: &Value, has_ids: &mut bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut pending = vec![value];
    while let Some(value) = pending.pop() {
        match value {
            Value::Array(elements) => pending.extend(elements),
            Value::Object(members) => {
                for (name, member) in members {
                    if REFERENCES.contains(&name.as_str()) {
                        found.extend(member.as_str().map(str::to_owned));
                    }
                    *has_ids |= (name == "$id" || name == "$self") && member.is_string();
                    if name == "mapping" {
                        let targets = member.as_object().into_iter().flatten();
                        let targets = targets.filter_map(|(_, target)| target.as_str());
                        found.extend(targets.filter(|target| is_path(target)).map(str::to_owned));
                    }
                    pending.push(member);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

/// Whether a value of a discriminator's mapping is a reference and no name (OAS 3.1 §4.8.25).
pub(super) fn is_path(text: &str) -> bool {
    text.contains('#')
        || text.contains('/')
        || [".yaml", ".yml", ".json"]
            .iter()
            .any(|end| text.ends_with(end))
}

fn report_unreadable(cx: &mut Diagnostics, error: &ReadError) {
    let code = match error.kind {
        ReadErrorKind::Syntax => Code::SyntaxError,
        ReadErrorKind::NotFound | ReadErrorKind::Outside | ReadErrorKind::Unreadable => {
            Code::UnreadableFile
        }
    };
    let place = Place::new(error.file, Pointer::root());
    let diagnostic = Diagnostic::new(code, place, error.message.clone());
    cx.report(match &error.help {
        Some(help) => diagnostic.help(help.clone()),
        None => diagnostic,
    });
}

fn report_no_document(cx: &mut Diagnostics, file: FileId, sources: &Sources) {
    let path = sources.path(file);
    let place = Place::new(file, Pointer::root());
    let begins = "a description begins with its version: `openapi: 3.0.3`";
    let say = |message: String, help: &str| {
        Diagnostic::new(Code::NotOpenapi, place.clone(), message).help(help)
    };
    cx.report(if sources.roots().len() > 1 {
        say(
            "no file of the folder is an OpenAPI description".to_owned(),
            begins,
        )
    } else if path.is_empty() {
        say("there is no file to read".to_owned(), begins)
    } else {
        match resemblance(sources.value(file), sources.text(file)) {
            Some((words, help)) => say(
                format!("`{path}` is no OpenAPI description: it looks like {words}"),
                help,
            ),
            None if sources.text(file).trim().is_empty() => {
                say(format!("`{path}` is empty"), begins)
            }
            None => say(format!("`{path}` is no OpenAPI description"), begins),
        }
    });
}

/// Says what reading a file passed over.
fn report_findings(cx: &mut Diagnostics, sources: &Sources, file: FileId) {
    for finding in sources.findings(file) {
        let place = Place::new(sources.written_in(file), finding.pointer.clone());
        let code = match finding.kind {
            FindingKind::DuplicateKey => Code::DuplicateKey,
            FindingKind::FurtherDocuments => Code::FurtherDocuments,
            FindingKind::NotJson | FindingKind::RelaxedJson => Code::NotJson,
            FindingKind::TooDeep => Code::TooDeep,
        };
        cx.report(Diagnostic::new(code, place, finding.kind.message()));
    }
}
