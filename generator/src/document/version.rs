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
}

/// Whether the version of a document is one that is read; if not, that is an error.
pub(super) fn check(cx: &mut Diagnostics, sources: &Sources, file: FileId) -> bool {
    let node = Node::root(sources, file);
    let keyword = if node.has("openapi") {
        "openapi"
    } else {
        "swagger"
    };
    let Some(written) = node.field(keyword) else {
        return false;
    };
    let text = written
        .value
        .as_str()
        .map_or_else(|| written.value.to_string(), str::to_owned);
    match version(&text) {
        Some(Version::V30 | Version::V31) => true,
        Some(Version::V2) => {
            let diagnostic = Diagnostic::new(
                Code::UnsupportedVersion,
                written.place,
                "Swagger 2.0 is not read yet",
            );
            cx.report(diagnostic.help("convert the description to OpenAPI 3.0"));
            false
        }
        None => {
            let message = format!("`{text}` is no version that is read");
            let diagnostic = Diagnostic::new(Code::UnsupportedVersion, written.place, message);
            cx.report(diagnostic.help("there are 3.0, 3.1 and 3.2"));
            false
        }
    }
}

/// The version that a text says; the last number does not matter (OAS 3.1 §4.1).
fn version(text: &str) -> Option<Version> {
    let mut numbers = text.trim().trim_start_matches('v').split('.');
    match (numbers.next()?, numbers.next().unwrap_or("0")) {
        ("2", "0") => Some(Version::V2),
        ("3", "0") => Some(Version::V30),
        ("3", "1" | "2") => Some(Version::V31),
        _ => None,
    }
}
