use crate::config::{Config, OperationPattern, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::source::{FileId, Place, Pointer};

/// Which operations the configuration takes, and what it takes and leaves out on the way.
pub(super) struct Selection<'c> {
    include: List<'c>,
    exclude: List<'c>,
    /// Every operation that was asked for, by what a pattern can name.
    seen: Vec<Seen>,
    /// How many are left out.
    pub(super) left_out: usize,
}

/// One list of patterns, and whether any operation fits each.
struct List<'c> {
    key: &'static str,
    patterns: &'c [OperationPattern],
    fitted: Vec<bool>,
}

struct Seen {
    id: Option<String>,
    request: String,
    tags: Vec<String>,
}

impl<'c> Selection<'c> {
    pub(super) fn new(config: &'c Config) -> Self {
        Self {
            include: List::new("include", &config.operations.include),
            exclude: List::new("exclude", &config.operations.exclude),
            seen: Vec::new(),
            left_out: 0,
        }
    }

    /// Whether the crate has an operation.
    pub(super) fn takes(&mut self, subject: Subject<'_>) -> bool {
        if self.include.patterns.is_empty() && self.exclude.patterns.is_empty() {
            return true;
        }
        self.seen.push(Seen {
            id: subject.id.map(str::to_owned),
            request: format!("{} {}", subject.method, subject.path),
            tags: subject.tags.to_vec(),
        });
        let included = self.include.any_fits(subject) || self.include.patterns.is_empty();
        let taken = !self.exclude.any_fits(subject) && included;
        self.left_out += usize::from(!taken);
        taken
    }

    /// Says which patterns no operation fits, where they stand in `file`.
    pub(super) fn report(&self, cx: &mut Diagnostics, file: Option<FileId>) {
        let Some(file) = file else {
            return;
        };
        for list in [&self.include, &self.exclude] {
            let holder = Pointer::root().child("operations").child(list.key);
            let patterns = list.patterns.iter().zip(&list.fitted).enumerate();
            for (index, (pattern, _)) in patterns.filter(|(_, (_, fitted))| !**fitted) {
                let place = Place::new(file, holder.index(index));
                let message = format!("no operation fits `{pattern}`");
                let diagnostic = Diagnostic::new(Code::UnmatchedSelection, place, message);
                let diagnostic = diagnostic.label("chooses nothing");
                cx.report(match self.near(pattern) {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                });
            }
        }
    }

    /// What was probably meant.
    fn near(&self, pattern: &OperationPattern) -> Option<String> {
        let ids = || self.seen.iter().filter_map(|seen| seen.id.as_deref());
        let tags = || self.seen.iter().flat_map(|seen| &seen.tags);
        let near = |wanted: String, names: &mut dyn Iterator<Item = &str>| {
            suggest(&wanted, names).map(|near| format!("there is `{near}`"))
        };
        if let Some(id) = &pattern.id {
            let id = id.to_string();
            if tags().any(|tag| *tag == id) {
                return Some(format!("`{id}` is a tag: `{{ tag = \"{id}\" }}`"));
            }
            return near(id, &mut ids());
        }
        if let Some(tag) = &pattern.tag {
            return near(tag.to_string(), &mut tags().map(String::as_str));
        }
        let path = pattern.path.as_ref()?;
        let requests = || self.seen.iter().map(|seen| seen.request.as_str());
        let other_methods: Vec<&str> = requests()
            .filter_map(|request| request.split_once(' '))
            .filter(|(_, other)| path.fits(other))
            .map(|(method, _)| method)
            .collect();
        if !other_methods.is_empty() {
            return Some(format!(
                "`{path}` has {}",
                distinct(&other_methods).join(", ")
            ));
        }
        match &pattern.method {
            Some(method) => near(format!("{method} {path}"), &mut requests()),
            None => {
                let mut paths = requests()
                    .filter_map(|it| it.split_once(' '))
                    .map(|(_, path)| path);
                near(path.to_string(), &mut paths)
            }
        }
    }
}

impl<'c> List<'c> {
    fn new(key: &'static str, patterns: &'c [OperationPattern]) -> Self {
        Self {
            key,
            patterns,
            fitted: vec![false; patterns.len()],
        }
    }

    /// Whether one of the patterns fits; each is tried, so that those that fit nothing are known.
    fn any_fits(&mut self, subject: Subject<'_>) -> bool {
        let mut any = false;
        for (pattern, fitted) in self.patterns.iter().zip(&mut self.fitted) {
            if pattern.fits(subject) {
                *fitted = true;
                any = true;
            }
        }
        any
    }
}

fn distinct<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut distinct = Vec::new();
    for word in words {
        if !distinct.contains(word) {
            distinct.push(*word);
        }
    }
    distinct
}
