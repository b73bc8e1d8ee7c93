use std::time::Duration;

use similar::{ChangeTag, TextDiff};

use super::plan::{Change, Plan};

/// How long two texts are compared before a coarser answer is good enough.
const PATIENCE: Duration = Duration::from_millis(200);

/// The longest piece of a line that is shown, in characters.
const SHOWN: usize = 60;

/// The most files that are named, so that what mends them stays in sight.
const NAMED: usize = 20;

/// One line for every file that is not as it should be; of very many, the first.
pub(crate) fn describe(plan: &Plan) -> Vec<String> {
    let mut lines: Vec<String> = plan.write.iter().map(changed).collect();
    lines.extend(
        plan.remove
            .iter()
            .map(|path| format!("superfluous  {path}")),
    );
    let more = lines.len().saturating_sub(NAMED);
    lines.truncate(NAMED);
    if more > 0 {
        lines.push(format!("… and {more} more"));
    }
    lines
}

fn changed(change: &Change) -> String {
    match &change.before {
        None => format!("missing      {}", change.path),
        Some(before) => format!(
            "stale        {} ({})",
            change.path,
            compare(&String::from_utf8_lossy(before), &change.text)
        ),
    }
}

/// How many lines differ, where the first is, and what it says.
fn compare(before: &str, after: &str) -> String {
    let difference = TextDiff::configure()
        .timeout(PATIENCE)
        .diff_lines(before, after);
    let (mut added, mut removed, mut line) = (0_usize, 0_usize, 1_usize);
    let mut first = None;
    for change in difference.iter_all_changes() {
        match change.tag() {
            ChangeTag::Insert => added += 1,
            ChangeTag::Delete => removed += 1,
            ChangeTag::Equal if first.is_none() => line += 1,
            ChangeTag::Equal => {}
        }
        if first.is_none() && change.tag() != ChangeTag::Equal {
            first = Some(format!("{}{}", change.tag(), crop(change.value())));
        }
    }
    format!(
        "+{added} -{removed}, first in line {line}: `{}`",
        first.unwrap_or_default()
    )
}

/// A piece of a line that can be shown on a terminal.
fn crop(line: &str) -> String {
    let mut shown: String = line
        .trim_end()
        .chars()
        .filter(|character| !character.is_control())
        .take(SHOWN)
        .collect();
    if line.trim_end().chars().count() > SHOWN {
        shown.push('…');
    }
    shown
}
