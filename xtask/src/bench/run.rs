use std::path::Path;

use clientwright::cli::{Console, Exit, Refusal};

use super::arguments::{Bench, Codecs, Models, What};
use super::check_cost::{Contest, Costs};
use super::codec_speed::race;
use super::shapes;
use crate::corpus::{Table, build};

/// Measures what is asked for, and prints it as a table.
pub fn bench(console: &mut Console<'_>, root: &Path, wanted: &Bench) -> Exit {
    let ended = match &wanted.what {
        What::Models(wanted) => models(console, root, wanted),
        What::Codecs(wanted) => codecs(console, root, wanted),
    };
    match ended {
        Ok(()) => Exit::Fine,
        Err(refusal) => {
            console.refuse(&refusal);
            Exit::Failed
        }
    }
}

fn models(console: &mut Console<'_>, root: &Path, wanted: &Models) -> Result<(), Refusal> {
    let worker = wanted.worker.clone().map_or_else(|| build(root), Ok)?;
    let mut costs = Vec::new();
    for description in &wanted.descriptions {
        let measured = Contest::prepare(root, &worker, description)
            .and_then(|contest| contest.run(wanted.rounds))
            .map_err(|error| Refusal::new(format!("{}: {error}", description.display())))?;
        console.say(&format!("{}: done", description.display()));
        costs.push((description, measured));
    }
    console.print(&table(&costs))
}

fn codecs(console: &mut Console<'_>, root: &Path, wanted: &Codecs) -> Result<(), Refusal> {
    let worker = wanted.worker.clone().map_or_else(|| build(root), Ok)?;
    let chosen = shapes::ALL.iter();
    for chosen in chosen.filter(|shapes| shapes.description.contains(&wanted.only)) {
        let told = race(root, &worker, &wanted.corpus, chosen)
            .map_err(|error| Refusal::new(format!("{}: {error}", chosen.description)))?;
        let about = "against a twin that keeps what it does not know and one that drops it";
        console.print(&format!("{}, {about}:\n{told}", chosen.description))?;
    }
    Ok(())
}

fn table(costs: &[(&std::path::PathBuf, Costs)]) -> String {
    let mut table = Table::new(&[
        "description",
        "CPU s",
        "twin",
        "ratio",
        "twin that drops what it does not know",
        "ratio",
    ]);
    for (description, costs) in costs {
        let seconds = |seconds: f64| format!("{seconds:.2}");
        table.row(&[
            description
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            seconds(costs.ours),
            seconds(costs.keeping),
            seconds(costs.ours / costs.keeping),
            seconds(costs.lossy),
            seconds(costs.ours / costs.lossy),
        ]);
    }
    table.to_string()
}
