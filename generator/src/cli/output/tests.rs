use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::{Plan, apply, describe, survey};
use crate::cli::refusal::Refusal;
use crate::config::MARK;
use crate::emit::File;

fn emitted(files: &[(&str, &str)]) -> Vec<File> {
    files
        .iter()
        .map(|(path, text)| File {
            path: (*path).to_owned(),
            text: format!("// {MARK}\n{text}\n"),
        })
        .collect()
}

fn plan(root: &Path, files: &[(&str, &str)]) -> Result<Plan, Refusal> {
    let files = emitted(files);
    let existing = survey(root, &files)?;
    Ok(Plan::new(files, existing).expect("nothing is in the way"))
}

fn write(root: &Path, files: &[(&str, &str)]) {
    apply(root, &plan(root, files).expect("a plan")).expect("the plan is carried out");
}

/// Every file below the folder with its text, one a line.
fn dump(root: &Path) -> String {
    let mut lines = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for item in fs::read_dir(&folder)
            .expect("a folder")
            .map(|item| item.expect("an item").path())
        {
            if item.is_dir() {
                folders.push(item);
            } else {
                let text = fs::read_to_string(&item).expect("a text");
                let name = item
                    .strip_prefix(root)
                    .expect("below the root")
                    .display()
                    .to_string();
                lines.push(format!(
                    "{name}: {}",
                    text.trim_start_matches(&format!("// {MARK}\n")).trim_end()
                ));
            }
        }
    }
    lines.sort();
    lines.join("\n")
}

const CRATE: &[(&str, &str)] = &[
    ("Cargo.toml", "[package]"),
    ("src/lib.rs", "one"),
    ("src/types/pet.rs", "two"),
];

#[test]
fn a_missing_folder_is_made() {
    let temporary = TempDir::new().expect("a folder");
    let out = temporary.path().join("deep/out");
    write(&out, CRATE);
    insta::assert_snapshot!(dump(&out), @r"
    Cargo.toml: [package]
    src/lib.rs: one
    src/types/pet.rs: two
    ");
}

#[test]
fn what_did_not_change_keeps_its_time_stamp() {
    let out = TempDir::new().expect("a folder");
    write(out.path(), CRATE);
    let then = SystemTime::now() - Duration::from_secs(1000);
    for (path, _) in CRATE {
        let file = fs::File::options()
            .write(true)
            .open(out.path().join(path))
            .expect("a file");
        file.set_modified(then).expect("a time stamp");
    }
    write(
        out.path(),
        &[
            ("Cargo.toml", "[package]"),
            ("src/lib.rs", "changed"),
            ("src/types/pet.rs", "two"),
        ],
    );
    let age = |path: &str| {
        let stamp = fs::metadata(out.path().join(path))
            .and_then(|found| found.modified())
            .expect("a time stamp");
        stamp.duration_since(then).expect("a time after").as_secs()
    };
    assert_eq!((age("Cargo.toml"), age("src/types/pet.rs")), (0, 0));
    assert!(age("src/lib.rs") > 900);
}

#[test]
fn what_is_no_longer_emitted_is_removed_with_its_folder() {
    let out = TempDir::new().expect("a folder");
    write(out.path(), CRATE);
    write(
        out.path(),
        &[("Cargo.toml", "[package]"), ("src/lib.rs", "one")],
    );
    insta::assert_snapshot!(dump(out.path()), @r"
    Cargo.toml: [package]
    src/lib.rs: one
    ");
    assert!(!out.path().join("src/types").exists());
}

#[test]
fn files_of_others_are_left_alone_in_a_folder_of_ours() {
    let out = TempDir::new().expect("a folder");
    write(out.path(), CRATE);
    let inner = format!("# {MARK}\n[package]");
    let others = [
        ("notes.md", "mine"),
        ("Cargo.lock", "locked"),
        ("target/debug/x.rs", inner.as_str()),
        (".git/config", inner.as_str()),
        ("src/types/mine.rs", "mine"),
        ("inner/Cargo.toml", inner.as_str()),
        ("inner/lib.rs", inner.as_str()),
        ("empty.rs", ""),
    ];
    for (path, text) in others {
        let path = out.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    write(out.path(), &[("Cargo.toml", "[package]")]);
    for (path, text) in others {
        assert_eq!(
            fs::read_to_string(out.path().join(path)).ok().as_deref(),
            Some(text),
            "{path}"
        );
    }
    assert!(!out.path().join("src/lib.rs").exists());
}

#[test]
fn a_folder_of_others_is_refused() {
    for path in ["Cargo.toml", "notes.md", "src/main.rs", "member/Cargo.toml"] {
        let out = TempDir::new().expect("a folder");
        let file = out.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(&file, "[package]\n").expect("a file");
        let refusal = plan(out.path(), CRATE)
            .expect_err("the folder is refused")
            .to_string();
        assert!(
            refusal.contains("holds files that clientwright did not write"),
            "{path}: {refusal}"
        );
    }
}

#[test]
fn a_folder_that_only_cargo_and_git_used_counts_as_empty() {
    let out = TempDir::new().expect("a folder");
    for path in ["target/x", ".git/config", "Cargo.lock", ".gitignore"] {
        let path = out.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, "x").expect("a file");
    }
    write(out.path(), CRATE);
    assert!(out.path().join("src/lib.rs").exists());
}

#[test]
fn a_file_of_others_where_ours_must_go_is_in_the_way() {
    let out = TempDir::new().expect("a folder");
    write(out.path(), &[("Cargo.toml", "[package]")]);
    fs::create_dir_all(out.path().join("src/types/pet.rs")).expect("a folder");
    fs::write(out.path().join("src/lib.rs"), "mine").expect("a file");
    let files = emitted(CRATE);
    let existing = survey(out.path(), &files).expect("the folder is ours");
    assert_eq!(
        Plan::new(files, existing),
        Err(vec!["src/lib.rs".to_owned(), "src/types/pet.rs".to_owned()])
    );
}

#[test]
fn a_failure_leaves_the_folder_as_it_was() {
    let out = TempDir::new().expect("a folder");
    write(out.path(), CRATE);
    fs::write(out.path().join("docs"), "a file where a folder must go").expect("a file");
    let before = dump(out.path());
    let files = [
        ("Cargo.toml", "[changed]"),
        ("src/lib.rs", "changed"),
        ("src/new/a.rs", "new"),
        ("docs/a.rs", "new"),
    ];
    let refusal =
        apply(out.path(), &plan(out.path(), &files).expect("a plan")).expect_err("the plan fails");
    assert!(
        refusal.to_string().contains("nothing was changed"),
        "{refusal}"
    );
    assert_eq!(dump(out.path()), before);
    assert!(!out.path().join("src/new").exists());
}

#[test]
fn what_a_run_that_was_cut_off_has_left_is_swept_and_is_no_difference() {
    let out = TempDir::new().expect("a folder");
    write(out.path(), CRATE);
    let leftover = out.path().join("src/.lib.rs.clientwright-unfinished");
    fs::write(&leftover, "half a te").expect("a file");
    assert!(plan(out.path(), CRATE).expect("a plan").is_fresh());
    write(out.path(), CRATE);
    assert!(!leftover.exists());
}

#[test]
fn a_path_that_leaves_the_folder_is_refused() {
    let out = TempDir::new().expect("a folder");
    for path in ["../x.rs", "/x.rs", "src/../../x.rs", "", "./x.rs"] {
        assert!(plan(out.path(), &[(path, "x")]).is_err(), "{path}");
    }
}

#[test]
fn a_path_that_is_emitted_twice_is_refused() {
    let out = TempDir::new().expect("a folder");
    assert!(plan(out.path(), &[("a.rs", "x"), ("a.rs", "y")]).is_err());
    assert_eq!(dump(out.path()), "");
}

#[test]
fn a_check_of_very_many_differences_names_the_first() {
    let out = TempDir::new().expect("a folder");
    let paths: Vec<String> = (10..40).map(|number| format!("{number}.rs")).collect();
    let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "x")).collect();
    let lines = describe(&plan(out.path(), &files).expect("a plan"));
    assert_eq!(
        (lines.len(), lines.last().map(String::as_str)),
        (21, Some("… and 10 more"))
    );
}

#[test]
fn a_check_names_what_is_stale_missing_and_superfluous() {
    let out = TempDir::new().expect("a folder");
    write(out.path(), CRATE);
    let long = format!("one\n{}\x1b[31m", "x".repeat(100));
    let plan = plan(
        out.path(),
        &[
            ("Cargo.toml", "[package]"),
            ("src/lib.rs", &long),
            ("src/new.rs", ""),
        ],
    );
    insta::assert_snapshot!(describe(&plan.expect("a plan")).join("\n"), @r"
    stale        src/lib.rs (+1 -0, first in line 3: `+xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`)
    missing      src/new.rs
    superfluous  src/types/pet.rs
    ");
}
