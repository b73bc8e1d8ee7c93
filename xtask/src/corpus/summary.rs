use std::collections::BTreeMap;
use std::fmt::Write;

use super::entry::Entry;
use super::failure::Class;
use super::guard::Usage;
use super::table::Table;

/// What the command prints: the documents with which something is off, the families, the totals.
pub(super) fn summary(entries: &[Entry], all: bool) -> String {
    let mut text = String::new();
    for entry in entries {
        if all || !entry.failures.is_empty() {
            text.push_str(&line(entry));
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&families(entries));
    text.push('\n');
    text.push_str(&totals(entries));
    text
}

/// A document, and what is wrong with it.
fn line(entry: &Entry) -> String {
    let fate = match (&entry.expected, entry.failures.as_slice()) {
        (Some(reason), []) => format!("fails as expected: {reason}"),
        (_, []) => format!(
            "{} operations, {} warnings, {} lines, {:.2} s",
            entry.operations.emitted, entry.warnings, entry.output.lines, entry.generate.cpu
        ),
        (_, [first, ..]) => first.class.to_string(),
    };
    let mut text = format!("{}: {fate}\n", entry.path);
    for failure in &entry.failures {
        for line in failure.message.lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

fn families(entries: &[Entry]) -> String {
    let mut families: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        families.entry(&entry.family).or_default().push(entry);
    }
    let mut table = Table::new(&[
        "family",
        "documents",
        "generated",
        "expected",
        "failed",
        "operations",
        "compiled",
        "lines",
        "generate s",
        "check s",
    ]);
    for (name, entries) in families {
        table.row(&figures(name, &entries));
    }
    table.row(&figures("all", &entries.iter().collect::<Vec<_>>()));
    table.to_string()
}

fn figures(name: &str, entries: &[&Entry]) -> Vec<String> {
    let count = |holds: fn(&Entry) -> bool| entries.iter().filter(|entry| holds(entry)).count();
    let lines: usize = entries.iter().map(|entry| entry.output.lines).sum();
    let operations: usize = entries.iter().map(|entry| entry.operations.emitted).sum();
    let generate = seconds(entries.iter().map(|entry| entry.generate));
    let check = seconds(entries.iter().filter_map(|entry| entry.check));
    vec![
        name.to_owned(),
        entries.len().to_string(),
        count(|entry| entry.generated).to_string(),
        count(|entry| entry.expected.is_some() && entry.failures.is_empty()).to_string(),
        count(|entry| !entry.failures.is_empty()).to_string(),
        operations.to_string(),
        count(|entry| entry.compiled).to_string(),
        lines.to_string(),
        format!("{generate:.1}"),
        format!("{check:.1}"),
    ]
}

/// Seconds of processors.
fn seconds(usages: impl Iterator<Item = Usage>) -> f64 {
    usages.fold(0.0, |sum, usage| sum + usage.cpu)
}

/// What there is to say of all documents together.
fn totals(entries: &[Entry]) -> String {
    let sum = |of: fn(&Entry) -> usize| -> usize { entries.iter().map(of).sum() };
    let mut text = format!(
        "{} operations declared, {} emitted; {} warnings; {:.0} s of processors\n",
        sum(|entry| entry.operations.declared),
        sum(|entry| entry.operations.emitted),
        sum(|entry| entry.warnings),
        seconds(entries.iter().map(|entry| entry.generate))
            + seconds(entries.iter().filter_map(|entry| entry.check)),
    );
    let checked = sum(|entry| usize::from(entry.check.is_some()));
    if checked > 0 {
        let (compiled, lints) = (
            sum(|entry| usize::from(entry.compiled)),
            sum(|entry| entry.lints),
        );
        let _ = writeln!(
            text,
            "{compiled} of {checked} crates compile; {lints} warnings of the compiler"
        );
    }
    let _ = writeln!(text, "{}", failures(entries));
    text
}

/// How many failures there are of each class.
fn failures(entries: &[Entry]) -> String {
    let mut classes: BTreeMap<Class, usize> = BTreeMap::new();
    for failure in entries.iter().flat_map(|entry| &entry.failures) {
        *classes.entry(failure.class).or_default() += 1;
    }
    if classes.is_empty() {
        return "nothing failed".to_owned();
    }
    let classes = classes
        .iter()
        .map(|(class, count)| format!("{count} {class}"));
    format!("failed: {}", classes.collect::<Vec<_>>().join(", "))
}
