//! One fault a case: the report that a user sees of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use clientwright::{
    Options,
    cli::{Console, Exit, run},
    config::Config,
    diagnostic::{Code, Diagnostic, render},
    source::{LoadError, Loader, Sources},
};

/// What would be said of most cases besides, since they are small.
const USUAL: &[Code] = &[Code::NoServer, Code::MissingOperationId];

/// A description with one fault: a file, or a folder of them with its own `clientwright.toml`.
struct Case {
    folder: PathBuf,
    roots: Vec<String>,
}

impl Case {
    /// The cases by name: `<code>`, or `<code>--<variant>` where one is not enough.
    fn all() -> BTreeMap<String, Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/faulty");
        entries(&folder)
            .map(|path| (stem(&path), Self::at(&path)))
            .collect()
    }

    fn at(path: &Path) -> Self {
        if path.is_dir() {
            let roots = entries(path)
                .filter(|path| !path.ends_with("clientwright.toml"))
                .map(|path| name(&path));
            Self {
                folder: path.to_owned(),
                roots: roots.collect(),
            }
        } else {
            Self {
                folder: path.parent().expect("a file is in a folder").to_owned(),
                roots: vec![name(path)],
            }
        }
    }

    /// The files of the case, with the overlays that its configuration names.
    fn sources(&self, config: &Config) -> Sources {
        let roots = self.roots.iter();
        let roots = roots
            .filter(|root| !config.overlays.contains(root))
            .cloned();
        let loader = Folder(self.folder.clone());
        let mut sources = Sources::new(roots.collect(), Box::new(loader));
        for overlay in &config.overlays {
            let bytes = fs::read(self.folder.join(overlay)).expect("the overlay can be read");
            sources.add_overlay(overlay, bytes);
        }
        sources
    }

    fn config(&self) -> Config {
        let text = fs::read_to_string(self.folder.join("clientwright.toml")).unwrap_or_default();
        Config::parse(&text).expect("the configuration of a case is without fault")
    }

    /// What is said about the case, and how it is drawn.
    fn report(&self, code: &str) -> (Vec<Diagnostic>, String) {
        let config = self.config();
        let mut sources = self.sources(&config);
        let options = Options {
            keep_going: false,
            command: "a test".to_owned(),
            origin: "a test".to_owned(),
        };
        let outcome = clientwright::generate(&mut sources, &config, &options);
        let mut diagnostics =
            outcome.map_or_else(|failed| failed.diagnostics, |done| done.diagnostics);
        diagnostics.retain(|said| said.code.as_str() == code || !USUAL.contains(&said.code));
        let drawn = render(&diagnostics, &sources, false);
        (diagnostics, drawn)
    }
}

struct Folder(PathBuf);

impl Loader for Folder {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        fs::read(self.0.join(path)).map_err(|_| LoadError::NotFound)
    }
}

#[test]
fn each_fault_is_reported_at_its_place() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/faulty");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, case) in Case::all() {
        let code = name.split("--").next().unwrap_or_default();
        let (diagnostics, drawn) = case.report(code);
        assert!(
            diagnostics.iter().any(|said| said.code.as_str() == code),
            "{name} says:\n{drawn}"
        );
        settings.bind(|| insta::assert_snapshot!(name, drawn));
    }
}

#[test]
fn every_code_has_a_case() {
    let cases: BTreeSet<String> = Case::all()
        .into_keys()
        .map(|name| name.split("--").next().unwrap_or_default().to_owned())
        .collect();
    let codes: BTreeSet<String> = Code::ALL
        .iter()
        .map(|code| code.as_str().to_owned())
        .collect();
    assert_eq!(cases, codes, "left: the cases, right: the codes");
}

/// That each code has a page is for the compiler to say; here, that each page has a code, and says what it should.
#[test]
fn every_page_is_of_a_code_and_says_what_is_done_and_how_to_mend_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generator/src/diagnostic/pages");
    let pages: BTreeSet<String> = entries(&folder).map(|path| stem(&path)).collect();
    let codes = Code::ALL.iter().map(|code| code.as_str().to_owned());
    assert_eq!(pages, codes.collect(), "left: the pages, right: the codes");
    for code in Code::ALL {
        let (page, severity) = (code.page(), code.severity().as_str());
        let n = if severity == "error" { "n" } else { "" };
        assert!(
            page.starts_with(&format!("# {code}\n\nA{n} {severity}. ")),
            "{code}"
        );
        for heading in ["\n## What is done\n", "\n## How to mend it\n"] {
            assert!(page.contains(heading), "{code} has no `{}`", heading.trim());
        }
    }
}

#[test]
fn a_code_is_explained() {
    let explain = |words: &[&str]| {
        let words = ["clientwright", "explain"].iter().chain(words);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = run(
            words.map(Into::into),
            &mut Console::captured(&mut out, &mut err),
        );
        (
            exit,
            String::from_utf8_lossy(&[out, err].concat()).into_owned(),
        )
    };
    let page = Code::OddPath.page().to_owned();
    assert_eq!(explain(&["odd-path"]), (Exit::Fine, page));
    let unknown = "error: there is no code `odd-pth`\n  = help: there is `odd-path`\n";
    assert_eq!(explain(&["odd-pth"]), (Exit::Failed, unknown.to_owned()));
    assert_eq!(explain(&[]).0, Exit::Usage);
    assert_eq!(explain(&["odd-path", "--stage", "ir"]).0, Exit::Usage);
}

/// What a folder holds, in order.
fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths: BTreeSet<PathBuf> = entries
        .map(|entry| entry.expect("the entry can be read").path())
        .collect();
    paths.into_iter()
}

fn name(path: &Path) -> String {
    path.file_name()
        .and_then(|name| name.to_str())
        .expect("a case has a name")
        .to_owned()
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .and_then(|name| name.to_str())
        .expect("a case has a name")
        .to_owned()
}
