use super::mentions::{Mention, What, mentions};
use super::sources::SourceFile;
use super::violation::{Rule, Violation};

/// The room of the generator.
const GENERATOR: &str = "generator/src";

/// Each room of the generator and the rooms that it may name besides itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("terms", &[]),
    ("naming", &[]),
    ("config", &["terms", "naming", "diagnostic"]),
    ("diagnostic", &["source"]),
    ("overlay", &["source", "diagnostic"]),
    ("document", GROUND),
    (
        "resolved",
        &[
            "source",
            "terms",
            "naming",
            "config",
            "diagnostic",
            "document",
        ],
    ),
    (
        "ir",
        &[
            "source",
            "terms",
            "naming",
            "config",
            "diagnostic",
            "resolved",
        ],
    ),
    (
        "plan",
        &["source", "terms", "naming", "config", "diagnostic", "ir"],
    ),
    (
        "emit",
        &["source", "terms", "naming", "config", "diagnostic", "plan"],
    ),
];

/// What every stage may name.
const GROUND: &[&str] = &["source", "terms", "naming", "config", "diagnostic"];

/// What is named in some rooms of the generator only: the start of its path, and the rooms.
const NAMED_IN: &[(&str, &[&str])] = &[
    ("openapiv3", &["document", "resolved"]),
    ("serde_json_path", &["overlay"]),
    ("globset", &["config"]),
    ("serde_yaml", &["source"]),
    ("saphyr_parser", &["source"]),
    ("quote", &["emit"]),
    ("proc_macro2", &["emit", "naming"]),
    ("prettyplease", &["emit"]),
    ("syn", &["emit"]),
    ("annotate_snippets", &["diagnostic"]),
    ("clap", &["cli"]),
    ("anstream", &["cli"]),
    ("std::fs", &["cli"]),
    ("std::env", &["cli", "main"]),
    ("std::process", &["cli", "main"]),
];

/// Who names whom: the direction of the stages, and what is named where.
pub(super) fn check(file: &SourceFile) -> Vec<Violation> {
    let Some(below) = file.below(GENERATOR) else {
        return Vec::new();
    };
    let room = below
        .split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs");
    let modules = module_path(below);
    let mut found = Vec::new();
    for Mention { line, what } in mentions(file) {
        let What::Path(names) = what else { continue };
        let mut say = |rule, message| {
            found.push(Violation {
                file: file.path.clone(),
                line,
                rule,
                message,
            })
        };
        if let Some(named) = own_room(&names, &modules)
            && !may_name(room, &named)
        {
            say(Rule::Direction, format!("`{room}` names `{named}`"));
        }
        if let Some((path, rooms)) = kept(&names)
            && !rooms.contains(&room)
        {
            say(
                Rule::Rooms,
                format!(
                    "`{path}` is named in `{room}`, but belongs to {}",
                    rooms.join(", ")
                ),
            );
        }
    }
    found
}

/// The modules of a file on the way from the root of the crate.
fn module_path(below: &str) -> Vec<&str> {
    let mut modules: Vec<&str> = below.trim_end_matches(".rs").split('/').collect();
    if matches!(modules.last(), Some(&"mod" | &"lib" | &"main")) {
        modules.pop();
    }
    modules
}

/// The room of our own that a path leads to, if it leads out of the module it is written in.
fn own_room(names: &[String], modules: &[&str]) -> Option<String> {
    let (first, rest) = names.split_first()?;
    if first == "crate" {
        return rest.first().cloned();
    }
    let up = names.iter().take_while(|name| *name == "super").count();
    if up == 0 || up < modules.len() {
        return None;
    }
    names.get(up).cloned()
}

/// Whether `room` may name `named`. The driver and the command line stand above all stages.
fn may_name(room: &str, named: &str) -> bool {
    match ROOMS.iter().find(|(name, _)| *name == room) {
        Some((_, allowed)) => named == room || allowed.contains(&named),
        None => true,
    }
}

/// The entry of [`NAMED_IN`] that a path begins with.
fn kept(names: &[String]) -> Option<&'static (&'static str, &'static [&'static str])> {
    NAMED_IN.iter().find(|(path, _)| {
        let wanted: Vec<&str> = path.split("::").collect();
        names.len() >= wanted.len()
            && wanted
                .iter()
                .zip(names)
                .all(|(wanted, name)| wanted == name)
    })
}
