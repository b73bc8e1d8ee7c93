use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Sources};

use super::node::Node;

/// The versions of the standard that a description can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// Swagger 2.0.
    V2,
    /// OpenAPI 3.0.
    V30,
    /// OpenAPI 3.1, and what later ones have in common with it.
    V31,
    /// OpenAPI 3.3 or later, which may say what nobody knows yet.
    Later,
}

impl Version {
    /// Whether its schemas are those of JSON Schema 2020-12.
    pub(super) fn is_of_json_schema(self) -> bool {
        match self {
            Self::V2 | Self::V30 => false,
            Self::V31 | Self::Later => true,
        }
    }

    /// Whether documents of it are in the words of Swagger 2.0.
    pub(super) fn is_swagger(self) -> bool {
        match self {
            Self::V2 => true,
            Self::V30 | Self::V31 | Self::Later => false,
        }
    }
}

/// The version that a file says it is of, whatever the keyword; `None`, if it says none that is read.
pub(super) fn said(root: &Node<'_>) -> Option<Version> {
    version(&text(&written(root)?))
}

/// The version that a document is taken for, which may have forgotten to say it; `None`, if it is of none that is read.
pub(super) fn taken(root: &Node<'_>) -> Option<Version> {
    if written(root).is_some() {
        return said(root);
    }
    let of_swagger = ["definitions", "basePath", "host", "swagger"];
    match of_swagger.iter().any(|name| root.has(name)) {
        true => Some(Version::V2),
        false => Some(Version::V31),
    }
}

/// The documents of a version that is read; that others are not is an error. All are of one dialect: Swagger 2.0, or
/// OpenAPI 3.
pub(super) fn readable(
    cx: &mut Diagnostics,
    sources: &Sources,
    documents: &[FileId],
) -> Vec<FileId> {
    let mut readable = Vec::new();
    let mut first: Option<(Version, Node<'_>)> = None;
    for file in documents {
        let root = Node::root(sources, *file);
        let written = written(&root).unwrap_or_else(|| {
            report_unsaid(cx, &root);
            root.clone()
        });
        let Some(version) = taken(&root) else {
            report_unsupported(cx, &written);
            continue;
        };
        let (first, keyword) = first.get_or_insert((version, written.clone()));
        if version == Version::Later {
            report_later(cx, &written);
        }
        if first.is_swagger() == version.is_swagger() {
            readable.push(*file);
        } else {
            report_mixed(cx, keyword, written);
        }
    }
    readable
}

/// The keyword that says the version.
fn written<'s>(root: &Node<'s>) -> Option<Node<'s>> {
    let said = |name: &str| root.field(name).filter(|node| !node.value.is_null());
    said("openapi").or_else(|| said("swagger"))
}

/// A description that says no version is one all the same, by what it has.
fn report_unsaid(cx: &mut Diagnostics, root: &Node<'_>) {
    let (keyword, label) = match taken(root).is_some_and(Version::is_swagger) {
        true => ("swagger", "taken as one of Swagger 2.0"),
        false => ("openapi", "taken as one of OpenAPI 3.1"),
    };
    let message = format!("the document has no `{keyword}`");
    let diagnostic = Diagnostic::new(Code::MissingKeyword, root.place.clone(), message);
    cx.report(
        diagnostic
            .label(label)
            .help("say the version: `openapi: 3.0.3`"),
    );
}

fn text(written: &Node<'_>) -> String {
    let text = written.value.as_str().map(str::to_owned);
    text.unwrap_or_else(|| written.value.to_string())
}

/// The version that a text says; the last number does not matter (OAS 3.1 §4.1).
fn version(text: &str) -> Option<Version> {
    let mut numbers = text.trim().trim_start_matches('v').split('.');
    match (numbers.next()?, numbers.next().unwrap_or("0")) {
        ("2", "0") => Some(Version::V2),
        ("3", "0") => Some(Version::V30),
        ("3", "1" | "2") => Some(Version::V31),
        ("3", minor) if minor.bytes().all(|byte| byte.is_ascii_digit()) && !minor.is_empty() => {
            Some(Version::Later)
        }
        _ => None,
    }
}

fn report_later(cx: &mut Diagnostics, written: &Node<'_>) {
    let message = format!(
        "`{}` is a later version than those that are known",
        text(written)
    );
    let diagnostic = Diagnostic::new(Code::LaterVersion, written.place.clone(), message);
    cx.report(diagnostic.label("read as OpenAPI 3.2"));
}

fn report_unsupported(cx: &mut Diagnostics, written: &Node<'_>) {
    let message = format!("`{}` is no version that is read", text(written));
    let diagnostic = Diagnostic::new(Code::UnsupportedVersion, written.place.clone(), message);
    cx.report(diagnostic.help("there are 2.0, 3.0, 3.1 and 3.2"));
}

fn report_mixed(cx: &mut Diagnostics, first: &Node<'_>, other: Node<'_>) {
    let said = text(&other);
    let message = "a folder holds documents of Swagger 2.0 and of OpenAPI 3";
    let diagnostic = Diagnostic::new(Code::Contradiction, other.place, message)
        .label(format!("says `{said}`"))
        .related(first.place.clone(), format!("says `{}`", text(first)));
    cx.report(diagnostic.help("generate a crate from each, or convert the older ones"));
}
