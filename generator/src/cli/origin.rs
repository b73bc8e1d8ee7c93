use std::path::Path;

use super::arguments::Generate;
use super::input::name_of;

/// How a crate comes to be, for those who find it and for those who must mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The name of the description.
    pub name: String,
    /// The command that emitted files name. It must be the same wherever and whenever the crate is made,
    /// so it holds no way to a file, only names.
    pub header: String,
    /// The command that brings the crate up to date, to be typed here and now.
    pub mend: String,
}

impl Origin {
    /// The origin of a crate that `clientwright generate` makes.
    pub fn of(wanted: &Generate) -> Self {
        let name = name_of(&wanted.input.spec);
        let mut header = Command::new().option("--spec", &name);
        let mut mend = Command::new()
            .path("--spec", &wanted.input.spec)
            .path("--out", &wanted.out);
        if let Some(name) = &wanted.input.name {
            header = header.option("--name", name);
            mend = mend.option("--name", name);
        }
        for overlay in &wanted.input.overlays {
            header = header.option("--overlay", &name_of(overlay));
            mend = mend.path("--overlay", overlay);
        }
        if let Some(root) = &wanted.input.allow_root {
            mend = mend.path("--allow-root", root);
        }
        if let Some(config) = &wanted.input.config {
            mend = mend.path("--config", config);
        }
        if wanted.manner.keep_going {
            mend = mend.flag("--keep-going");
        }
        Self {
            name,
            header: header.0,
            mend: mend.0,
        }
    }
}

/// A command line, as it is typed into a shell.
struct Command(String);

impl Command {
    fn new() -> Self {
        Self("clientwright generate".to_owned())
    }

    fn flag(self, name: &str) -> Self {
        Self(format!("{} {name}", self.0))
    }

    fn option(self, name: &str, value: &str) -> Self {
        Self(format!("{} {name} {}", self.0, quote(value)))
    }

    fn path(self, name: &str, value: &Path) -> Self {
        self.option(name, &value.to_string_lossy())
    }
}

/// A word as a shell reads it.
fn quote(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./=:@%+,".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
