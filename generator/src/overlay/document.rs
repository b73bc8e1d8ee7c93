use super::action::Overlay;
use super::edit::Traced;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Place, Pointer, Sources, Trace};

/// A document of the description, and what became of it so far.
pub(super) struct Document {
    pub(super) file: FileId,
    name: String,
    pub(super) now: Traced,
    pub(super) changed: bool,
    /// How many values were added.
    pub(super) added: usize,
}

/// The roots that are descriptions; nothing, if there is no overlay.
pub(super) fn documents(cx: &mut Diagnostics, sources: &mut Sources) -> Vec<Document> {
    let mut documents = Vec::new();
    for path in sources.roots().to_vec() {
        // What is wrong with the file is said when the description is read.
        let Ok(file) = sources.open(&path) else {
            continue;
        };
        let value = sources.value(file);
        let place = Place::new(file, Pointer::root());
        if value.get("openapi").is_some() || value.get("swagger").is_some() {
            if !sources.overlays().is_empty() {
                documents.push(Document {
                    file,
                    name: name(&path).to_owned(),
                    now: Traced {
                        value: value.clone(),
                        trace: Trace::written(place),
                    },
                    changed: false,
                    added: 0,
                });
            }
        } else if value.get("overlay").is_some() && value.get("actions").is_some() {
            let message = format!("the overlay `{path}` is not applied");
            let diagnostic =
                Diagnostic::new(Code::UnappliedOverlay, place.child("overlay"), message);
            cx.report(
                diagnostic.help("name it in `overlays` of clientwright.toml, or with `--overlay`"),
            );
        }
    }
    documents
}

/// Which documents an overlay is for: the one that it says it extends, else all of them.
pub(super) fn meant(
    cx: &mut Diagnostics,
    sources: &Sources,
    overlay: &Overlay,
    documents: &[Document],
) -> Vec<bool> {
    let Some((extends, place)) = &overlay.extends else {
        return vec![true; documents.len()];
    };
    let path = extends.split(['?', '#']).next().unwrap_or_default();
    let wanted = percent_encoding::percent_decode_str(name(path)).decode_utf8_lossy();
    let meant: Vec<bool> = documents
        .iter()
        .map(|document| document.name == *wanted)
        .collect();
    if meant.contains(&true) {
        return meant;
    }
    let message = format!(
        "`{}` says that it is for `{extends}`, which is not read",
        sources.path(overlay.file)
    );
    let diagnostic = Diagnostic::new(Code::OverlayExtends, place.clone(), message);
    cx.report(diagnostic.label("applied to the description all the same; nothing is fetched"));
    vec![true; documents.len()]
}

/// The last part of a path.
fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
