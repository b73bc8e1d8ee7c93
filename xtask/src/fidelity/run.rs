use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use clientwright::cli::{Console, Exit, Refusal};

use super::arguments::Fidelity;
use super::bench::Fidelities;
use super::report::{Entry, summary, wrong};
use super::rows::{Row, rows};
use super::smoke::listed;
use crate::corpus::{Document, documents, glob, in_parallel, write_report};

/// Sends the examples of a folder of descriptions through the types that are generated, and says what became of them.
pub fn fidelity(console: &mut Console<'_>, root: &Path, wanted: &Fidelity) -> Exit {
    match attempt(console, root, wanted) {
        Ok(entries) if entries.iter().all(Entry::is_fine) => Exit::Fine,
        Ok(_) => Exit::Failed,
        Err(refusal) => {
            console.refuse(&refusal);
            Exit::Failed
        }
    }
}

fn attempt(
    console: &mut Console<'_>,
    root: &Path,
    wanted: &Fidelity,
) -> Result<Vec<Entry>, Refusal> {
    let mut rows_of: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    let io = |error: &std::io::Error| Refusal::io("read", &wanted.folder, error);
    for row in rows(&wanted.folder).map_err(|error| io(&error))? {
        rows_of.entry(row.document.clone()).or_default().push(row);
    }
    let only = wanted.only.as_deref().map(glob).transpose()?;
    let mut found = documents(&wanted.folder, only.as_ref()).map_err(|error| io(&error))?;
    if wanted.smoke {
        let listed = listed(root, &found)?;
        found.retain(|it| listed.contains(&it.path));
    }
    found.retain(|it| wanted.instances().is_some() || rows_of.contains_key(&it.path));
    if found.is_empty() {
        return Err(Refusal::new("there is no such document"));
    }
    // The largest first, so that none is left for one job alone at the end.
    found.sort_by_key(|document| Reverse(document.size));
    let fidelities = Fidelities::prepare(root, wanted, rows_of)?;
    let mut count = 0;
    let done = |entry: &Entry| {
        count += 1;
        let told = format!("{count}/{} {}\n{}", found.len(), entry.told(), wrong(entry));
        console.say(told.trim_end());
    };
    let work = |job, document: &Document| fidelities.examine(job, document);
    let mut entries = in_parallel(wanted.jobs.get(), &found, work, done);
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    if let Some(count) = wanted.instances() {
        let seed = wanted.seed;
        console.print(&format!(
            "{count} random instances of each component, seed {seed}\n"
        ))?;
    }
    console.print(&summary(&entries))?;
    if let Some(path) = &wanted.report {
        write_report(path, &entries)?;
    }
    Ok(entries)
}
