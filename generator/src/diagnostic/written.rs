use indexmap::IndexSet;

use super::Diagnostic;
use crate::source::Sources;

/// The diagnostics at the places where what they are about was written, which overlays can have moved or copied.
///
/// Of those that become the same, such as about a value and its copy, one is left.
pub fn written(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    if sources.overlays().is_empty() {
        return diagnostics;
    }
    let written = diagnostics.into_iter().map(|mut diagnostic| {
        diagnostic.place = sources.written(&diagnostic.place);
        for (place, _) in &mut diagnostic.related {
            *place = sources.written(place);
        }
        diagnostic
    });
    written.collect::<IndexSet<_>>().into_iter().collect()
}
