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
    program(&mut text, plan);
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
        "| `cli` | no | the program `{}` |\n",
        plan.manifest.name
    );
}

/// How the program is used, by an operation that there is.
fn program(text: &mut String, plan: &Crate) {
    let name = &plan.manifest.name;
    let commands = (plan.groups.iter())
        .find_map(|group| Some((&group.command, &group.operations.first()?.command.name)));
    let Some((group, command)) = commands else {
        return;
    };
    let _ = write!(
        text,
        "## Command line\n\n```sh\n\
        cargo install --path . --features cli\n\
        {name} {group} {command} --help\n\
        {name} invoke < lines.json\n\
        {name} completion bash > ~/.local/share/bash-completion/completions/{name}\n\
        ```\n\n\
        An operation takes its parameters as flags and its body as `--body`: itself, `@` and a file, or `-`. Its answer is \
        printed as JSON. The exit code is 0 for a success, 1 for a failure and 2 for arguments that make no sense. \
        `invoke` serves other programs: a line of JSON for each call, and one for its answer. \
        `completion` prints a script by which `bash`, `zsh`, `fish`, `powershell` or `elvish` completes operations and \
        flags.\n\n"
    );
    for scheme in &plan.client.schemes {
        let (flag, variable) = (&scheme.flag, &scheme.variable);
        let _ = writeln!(
            text,
            "* `--{flag}`, or `{variable}` in the environment: the credential of `{}`",
            cell(&scheme.name).replace('`', "'")
        );
    }
    if !plan.client.schemes.is_empty() {
        text.push('\n');
    }
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}
