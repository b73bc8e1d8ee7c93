use super::File;
use crate::config::MARK;
use crate::plan::Crate;

/// `src/runtime/…`: the hand-written half, as it stands in the runtime's own crate, with its paths one module deeper.
pub(super) fn runtime(plan: &Crate) -> Vec<File> {
    clientwright_runtime::sources::sources()
        .iter()
        .map(|source| embedded(plan, source.path, source.text))
        .collect()
}

fn embedded(plan: &Crate, path: &str, text: &str) -> File {
    let text = text.replace("crate::", "crate::runtime::");
    File {
        path: format!("src/runtime/{path}"),
        text: format!("// {MARK} {}.\n\n{text}", plan.notice),
    }
}
