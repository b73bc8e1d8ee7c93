use super::document::{documents, meant};
use super::doing::Doing;
use super::edit::Traced;
use super::read::read;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;

/// Applies the overlays of a description to its documents, in their order.
///
/// What is wrong with an overlay is reported; its other actions are applied all the same.
pub fn apply(cx: &mut Diagnostics, sources: &mut Sources) {
    let mut documents = documents(cx, sources);
    for file in sources.overlays().to_vec() {
        if let Some(overlay) = read(cx, sources, file) {
            let meant = meant(cx, sources, &overlay, &documents);
            for action in &overlay.actions {
                Doing {
                    cx,
                    version: overlay.version,
                    action,
                }
                .apply(&mut documents, &meant);
            }
        }
    }
    for document in documents.into_iter().filter(|document| document.changed) {
        let Traced { value, trace } = document.now;
        sources.replace(document.file, value, trace);
    }
}
