use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clientwright::cli::{Console, Refusal};
use walkdir::WalkDir;

use super::arguments::Wire;
use crate::corpus::{
    Bench, Desk, Document, End, Limits, Manner, Workshop, build, failure, in_parallel,
};

/// Where crates are made and built.
pub(super) const SCRATCH: &str = "target/wire";

/// What the generator may take for a description.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(60),
    memory: Some(4096),
};

const MANNER: Manner = Manner {
    command: "build",
    features: "cli",
    flags: "--cap-lints allow -C strip=symbols",
    debug: "0",
};

/// The programs of descriptions.
#[derive(Debug, Default)]
pub(super) struct Programs {
    /// By the path of the description: its program, or why it has none.
    of: BTreeMap<String, Result<PathBuf, String>>,
}

/// Makes crates and builds those that are not built yet.
struct Making<'a> {
    root: &'a Path,
    bench: Bench,
    jobs: usize,
    /// The folder of the programs that are built; each is named by what it was made of.
    built: PathBuf,
}

/// A crate that is to be built.
struct Made {
    /// What it is made of.
    content: String,
    folder: PathBuf,
}

impl Programs {
    /// Makes the programs of the descriptions at these paths in their folders; crates that are alike are built once, and not
    /// again as long as they stay alike.
    ///
    /// # Errors
    ///
    /// When the machine does not do what it should.
    pub(super) fn prepare(
        console: &mut Console<'_>,
        root: &Path,
        wanted: &Wire,
        documents: &BTreeMap<String, PathBuf>,
    ) -> Result<Self, Refusal> {
        let making = Making {
            root,
            bench: Bench {
                worker: wanted.worker.clone().map_or_else(|| build(root), Ok)?,
                limits: LIMITS,
            },
            jobs: wanted.jobs.get(),
            built: root.join(SCRATCH).join("programs"),
        };
        let prepared = making.prepare(console, documents);
        prepared.map_err(|error| Refusal::new(format!("no program can be made: {error}")))
    }

    /// The program of a description.
    ///
    /// # Errors
    ///
    /// Says why it has none.
    pub(super) fn of(&self, document: &str) -> Result<&Path, String> {
        match self.of.get(document) {
            Some(Ok(path)) => Ok(path),
            Some(Err(why)) => Err(why.clone()),
            None => Err("the description has no program".to_owned()),
        }
    }
}

impl Making<'_> {
    fn prepare(
        &self,
        console: &mut Console<'_>,
        documents: &BTreeMap<String, PathBuf>,
    ) -> io::Result<Programs> {
        fs::create_dir_all(&self.built)?;
        let mut contents: BTreeMap<String, Result<String, String>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut fresh = Vec::new();
        for (path, folder) in documents {
            let made = self.generate(folder, path)?;
            if let Ok(made) = &made
                && seen.insert(made.content.clone())
                && !self.program(&made.content).exists()
            {
                fresh.push(Made {
                    content: made.content.clone(),
                    folder: made.folder.clone(),
                });
            }
            contents.insert(path.clone(), made.map(|made| made.content));
        }
        console.say(&format!(
            "{} descriptions, {} different crates, {} of them to be built",
            documents.len(),
            seen.len(),
            fresh.len()
        ));
        let failed = self.build(console, &fresh)?;
        let program = |content: String| match failed.get(&content) {
            Some(why) => Err(why.clone()),
            None => Ok(self.program(&content)),
        };
        let of = contents
            .into_iter()
            .map(|(path, content)| (path, content.and_then(program)));
        Ok(Programs { of: of.collect() })
    }

    fn program(&self, content: &str) -> PathBuf {
        self.built.join(content)
    }

    /// Generates the crate of a description.
    fn generate(&self, folder: &Path, path: &str) -> io::Result<Result<Made, String>> {
        let desk = self.root.join(SCRATCH).join("crates").join(path);
        let desk = Desk::cleared(desk)?;
        let document = Document {
            folder: folder.to_owned(),
            ..Document::at(path)
        };
        let entry = self.bench.make(&document, &desk)?;
        Ok(match entry.failures.first() {
            Some(failure) => Err(failure.message.clone()),
            None => Ok(Made {
                content: content(&desk.made())?,
                folder: desk.made(),
            }),
        })
    }

    /// Builds crates, and says which of them do not compile.
    fn build(
        &self,
        console: &mut Console<'_>,
        crates: &[Made],
    ) -> io::Result<BTreeMap<String, String>> {
        if crates.is_empty() {
            return Ok(BTreeMap::new());
        }
        let scratch = self.root.join(SCRATCH);
        let workshop = Workshop::ready(
            MANNER,
            self.root,
            &scratch,
            "build",
            (&self.bench, self.jobs),
        )?;
        let work = |job, made: &Made| {
            let built = self.build_one(&workshop, job, made);
            let failed = built.unwrap_or_else(|error| Some(error.to_string()));
            (made.content.clone(), failed)
        };
        let mut count = 0;
        let done = |(_, failed): &(String, Option<String>)| {
            count += 1;
            let failed = failed.as_deref().unwrap_or_default();
            console.say(format!("built {count}/{} {failed}", crates.len()).trim_end());
        };
        let built = in_parallel(self.jobs, crates, work, done);
        Ok(built
            .into_iter()
            .filter_map(|(content, failed)| Some((content, failed?)))
            .collect())
    }

    fn build_one(
        &self,
        workshop: &Workshop,
        job: usize,
        made: &Made,
    ) -> io::Result<Option<String>> {
        let work = workshop.work(job, &made.folder)?;
        let failed = (work.ended.how != End::Exit(0)).then(|| failure(&work.ended, &work.told));
        if failed.is_none() {
            fs::copy(workshop.program(job), self.program(&made.content))?;
        }
        workshop.clean(job, &made.folder)?;
        Ok(failed.map(|failure| failure.message))
    }
}

/// What a crate is made of: crates that are alike have the same. What is only read by people makes no difference.
fn content(folder: &Path) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for item in WalkDir::new(folder).sort_by_file_name() {
        let item = item?;
        let name = item.path().strip_prefix(folder).unwrap_or(item.path());
        if item.file_type().is_file() && name != Path::new("README.md") {
            name.hash(&mut hasher);
            fs::read(item.path())?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}
