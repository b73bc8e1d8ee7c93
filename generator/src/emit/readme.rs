use std::fmt::Write;

use super::File;
use crate::config::MARK;
use crate::plan::Crate;

/// `README.md`: what the crate is, how it is used, what can be called.
pub(super) fn readme(plan: &Crate) -> File {
    let mut text = format!(
        "<!-- {MARK} {}. -->\n\n# {}\n\n",
        plan.notice, plan.manifest.name
    );
    let _ = writeln!(text, "{}\n", plan.readme.about);
    let _ = writeln!(
        text,
        "## Use\n\n```toml\n[dependencies]\n{} = \"{}\"\n```\n",
        plan.manifest.name, plan.manifest.version
    );
    text.push_str("```rust,no_run\n");
    for line in &plan.readme.example {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str("```\n\n");
    operations(&mut text, plan);
    features(&mut text, plan);
    let _ = writeln!(
        text,
        "This crate is generated. `{}` makes it again; changes by hand are lost.",
        plan.readme.command
    );
    File {
        path: "README.md".to_owned(),
        text,
    }
}

fn operations(text: &mut String, plan: &Crate) {
    if plan.readme.operations.is_empty() {
        return;
    }
    text.push_str("## Operations\n\n| call | request | |\n|---|---|---|\n");
    for (call, request, summary) in &plan.readme.operations {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} |",
            cell(call),
            cell(request),
            cell(summary)
        );
    }
    text.push('\n');
}

fn features(text: &mut String, plan: &Crate) {
    text.push_str("## Features\n\n| feature | on by default | |\n|---|---|---|\n");
    for group in plan.groups.iter().filter(|group| group.feature.is_some()) {
        let feature = group.feature.as_deref().unwrap_or_default();
        let _ = writeln!(
            text,
            "| `{feature}` | yes | `client.{}()` and the types that only it needs |",
            group.method.as_str()
        );
    }
    text.push_str("| `rustls` | yes | TLS by rustls |\n");
    text.push_str("| `native-tls` | no | TLS by the system's library |\n");
    text.push_str("| `serde` | no | `Serialize` and `Deserialize` for every type |\n");
    let _ = writeln!(
        text,
        "| `cli` | no | the program `{}`: `invoke` serves other programs, a line of JSON each |\n",
        plan.manifest.name
    );
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}
