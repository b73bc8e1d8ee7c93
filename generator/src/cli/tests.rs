use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::input::open;
use super::loader::FolderLoader;
use super::{Generate, Input, Manner, Origin};
use crate::source::{LoadError, Loader};

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn input(spec: PathBuf) -> Input {
    Input {
        spec,
        config: None,
        overlays: Vec::new(),
        allow_root: None,
        name: None,
    }
}

#[test]
fn a_folder_is_searched_for_descriptions_in_order() {
    let spec = folder(&[
        ("b.yaml", ""),
        ("a.JSON", ""),
        ("users/get.yml", ""),
        ("notes.md", ""),
        (".hidden/x.yaml", ""),
        ("clientwright.toml", "[package]\nname = \"pets\""),
    ]);
    let opened = open(&input(spec.path().to_owned())).expect("a description");
    assert_eq!(
        opened.sources.roots(),
        ["a.JSON", "b.yaml", "users/get.yml"]
    );
    assert_eq!(opened.config.package.name.as_deref(), Some("pets"));
}

#[test]
fn the_configuration_beside_a_file_is_found_and_the_name_on_the_command_line_wins() {
    let spec = folder(&[
        ("api.yaml", ""),
        (
            "clientwright.toml",
            "[package]\nname = \"pets\"\nversion = \"1.2.3\"",
        ),
    ]);
    let named = Input {
        name: Some("dogs".to_owned()),
        ..input(spec.path().join("api.yaml"))
    };
    let package = open(&named).expect("a description").config.package;
    assert_eq!(
        (package.name.as_deref(), package.version.as_deref()),
        (Some("dogs"), Some("1.2.3"))
    );
}

#[test]
fn what_cannot_be_opened_is_refused() {
    let spec = folder(&[
        ("api.yaml", ""),
        ("clientwright.toml", "nmae = 1"),
        ("empty/notes.md", ""),
    ]);
    let refusal = |path: &str| {
        open(&input(spec.path().join(path)))
            .map(|_| ())
            .expect_err("a refusal")
            .to_string()
    };
    assert!(refusal("missing.yaml").contains("cannot read"));
    assert!(refusal("empty").contains("holds no .yaml, .yml or .json file"));
    assert!(refusal("api.yaml").contains("unknown field `nmae`"));
}

#[test]
fn nothing_outside_the_folder_is_loaded() {
    let root = folder(&[
        ("api/a.yaml", "a"),
        ("api/sub/b.yaml", "b"),
        ("secret.yaml", "secret"),
    ]);
    let api = root.path().join("api");
    let loader = FolderLoader::new(&api, &api, None);
    assert_eq!(loader.load("a.yaml"), Ok(b"a".to_vec()));
    assert_eq!(loader.load("sub/b.yaml"), Ok(b"b".to_vec()));
    assert_eq!(loader.load("c.yaml"), Err(LoadError::NotFound));
    assert_eq!(loader.load("../secret.yaml"), Err(LoadError::Outside));
    assert_eq!(
        loader.load("sub"),
        Err(LoadError::Other("it is no file".to_owned()))
    );
    let above = FolderLoader::new(root.path(), &api, None);
    assert_eq!(above.load("api/a.yaml"), Ok(b"a".to_vec()));
    assert_eq!(above.load("secret.yaml"), Err(LoadError::Outside));
    assert_eq!(above.load("missing.yaml"), Err(LoadError::Outside));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside_is_followed_only_if_it_was_named() {
    let root = folder(&[("api/a.yaml", "a"), ("secret.yaml", "secret")]);
    let api = root.path().join("api");
    let link = api.join("link.yaml");
    std::os::unix::fs::symlink(root.path().join("secret.yaml"), &link).expect("a link");
    assert_eq!(
        FolderLoader::new(&api, &api, None).load("link.yaml"),
        Err(LoadError::Outside)
    );
    assert_eq!(
        FolderLoader::new(&api, &api, Some(&link)).load("link.yaml"),
        Ok(b"secret".to_vec())
    );
}

#[test]
fn headers_say_no_way_to_a_file_and_the_mending_command_says_all() {
    let wanted = Generate {
        input: Input {
            spec: Path::new("/some/where/pet shop.yaml").to_owned(),
            config: Some("c.toml".into()),
            overlays: vec!["../fix.yaml".into()],
            allow_root: None,
            name: Some("pets".to_owned()),
        },
        out: "../out".into(),
        manner: Manner {
            check: true,
            keep_going: true,
            ..Manner::default()
        },
    };
    insta::assert_debug_snapshot!(Origin::of(&wanted), @r#"
    Origin {
        name: "pet shop.yaml",
        header: "clientwright generate --spec 'pet shop.yaml' --name pets --overlay fix.yaml",
        mend: "clientwright generate --spec '/some/where/pet shop.yaml' --out ../out --name pets --overlay ../fix.yaml --config c.toml --keep-going",
    }
    "#);
}

#[test]
fn overlays_are_found_beside_the_configuration_and_are_no_descriptions() {
    let root = folder(&[
        ("spec/api.yaml", ""),
        ("spec/mend.overlay.yaml", ""),
        (
            "spec/clientwright.toml",
            "overlays = [\"mend.overlay.yaml\", \"../outside.yaml\"]",
        ),
        ("outside.yaml", ""),
        ("typed.yaml", ""),
    ]);
    let wanted = Input {
        overlays: vec![root.path().join("typed.yaml")],
        ..input(root.path().join("spec"))
    };
    let sources = open(&wanted).expect("a description").sources;
    assert_eq!(sources.roots(), ["api.yaml"]);
    let names = sources.overlays().iter().map(|file| sources.path(*file));
    let names: Vec<&str> = names.filter_map(|path| path.rsplit('/').next()).collect();
    assert_eq!(names, ["mend.overlay.yaml", "outside.yaml", "typed.yaml"]);
    let missing = Input {
        overlays: vec!["missing.yaml".into()],
        ..wanted
    };
    let refusal = open(&missing)
        .map(|_| ())
        .expect_err("a refusal")
        .to_string();
    assert!(
        refusal.contains("cannot read the overlay `missing.yaml`"),
        "{refusal}"
    );
}

#[test]
fn a_folder_above_can_be_allowed_and_nothing_above_that() {
    let root = folder(&[
        ("all/api/a.yaml", "a"),
        ("all/b.yaml", "b"),
        ("c.yaml", "c"),
    ]);
    let wanted = Input {
        allow_root: Some(root.path().join("all")),
        ..input(root.path().join("all/api/a.yaml"))
    };
    let mut opened = open(&wanted).expect("a description");
    assert_eq!(opened.sources.roots(), ["api/a.yaml"]);
    assert!(opened.sources.open("b.yaml").is_ok());
    assert!(opened.sources.open("c.yaml").is_err());
    let elsewhere = Input {
        allow_root: Some(root.path().join("all/api")),
        ..input(root.path().join("c.yaml"))
    };
    let refusal = open(&elsewhere).err().expect("a refusal").to_string();
    assert!(
        refusal.starts_with("the description is not in"),
        "{refusal}"
    );
}
