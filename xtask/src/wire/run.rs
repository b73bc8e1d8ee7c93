use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clientwright::cli::{Console, Exit, Refusal};
use globset::GlobMatcher;

use super::arguments::Wire;
use super::cases::{Cases, Scenario};
use super::crates::Programs;
use super::echo::echo;
use super::echoed::Echoed;
use super::report::{Run, summary};
use super::servers::Folder;
use super::spector::spector;
use crate::corpus::{glob, write_report};

/// What stands for the echo server among the versions.
const ECHO: &str = "echo";

/// Makes the calls that servers of others judge, and says which are right.
pub fn wire(console: &mut Console<'_>, root: &Path, wanted: &Wire) -> Exit {
    match attempt(console, root, wanted) {
        Ok(runs) if runs.iter().all(Run::is_fine) => Exit::Fine,
        Ok(_) => Exit::Failed,
        Err(refusal) => {
            console.refuse(&refusal);
            Exit::Failed
        }
    }
}

fn attempt(console: &mut Console<'_>, root: &Path, wanted: &Wire) -> Result<Vec<Run>, Refusal> {
    let io = |error: std::io::Error| Refusal::io("use", &wanted.folder, &error);
    let folder = Folder::ready(&wanted.folder).map_err(io)?;
    let only = wanted.only.as_deref().map(glob).transpose()?;
    let mut cases = Cases::read(&folder.spector).map_err(io)?.cases;
    cases.retain(|it| is_wanted(only.as_ref(), &it.name, &it.spec));
    let mut echoed = Echoed::read(&folder.echo).map_err(io)?;
    let wanted_one = |name: &str| is_wanted(only.as_ref(), name, ECHO);
    echoed.cases.retain(|it| wanted_one(&it.operation_id));

    let mut documents = BTreeMap::new();
    for version in &wanted.oas {
        if version == ECHO {
            documents.insert(echoed.document.clone(), folder.echo.clone());
        } else {
            documents.extend(descriptions(version, &cases, &folder.spector));
        }
    }
    let programs = Programs::prepare(console, root, wanted, &documents)?;
    let mut runs = Vec::new();
    for version in &wanted.oas {
        let run = if version == ECHO {
            echo(root, &echoed, (&folder, &programs))
        } else {
            spector(root, version, &cases, (&folder, &programs))
        };
        let run = run.map_err(io)?;
        console.print(&run.told())?;
        runs.push(run);
    }
    console.print(&summary(&runs))?;
    if let Some(path) = &wanted.report {
        write_report(path, &runs)?;
    }
    Ok(runs)
}

fn is_wanted(only: Option<&GlobMatcher>, name: &str, spec: &str) -> bool {
    only.is_none_or(|only| only.is_match(name) || only.is_match(spec))
}

/// The descriptions that the calls of a version need.
fn descriptions(version: &str, cases: &[Scenario], folder: &Path) -> BTreeMap<String, PathBuf> {
    let expressible = cases.iter().filter(|it| it.is_expressible(version));
    let calls = expressible.flat_map(Scenario::wanted);
    calls
        .map(|call| (call.document(version), folder.to_owned()))
        .collect()
}
