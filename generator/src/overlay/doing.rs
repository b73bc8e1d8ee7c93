use serde_json::Value;

use super::action::{Action, Change, Version};
use super::document::Document;
use super::edit::{Conflict, Traced, describe, is_plain};
use super::query::{Query, Way};
use super::size;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Place, Pointer, Trace};

/// More values than overlays can add in earnest; copies of copies grow without end.
const MOST_ADDED: usize = 1_000_000;

/// No value that is read is nested more deeply, and none that is made may be.
const DEEPEST: usize = 120;

/// The doing of one action.
pub(super) struct Doing<'a> {
    pub(super) cx: &'a mut Diagnostics,
    /// Of the overlay.
    pub(super) version: Version,
    pub(super) action: &'a Action,
}

impl Doing<'_> {
    /// Does it to the documents that the overlay is meant for.
    pub(super) fn apply(mut self, documents: &mut [Document], meant: &[bool]) {
        let mut selected = false;
        for (document, _) in documents.iter_mut().zip(meant).filter(|(_, meant)| **meant) {
            if document.added > MOST_ADDED {
                // Said already, and each further action would take long.
                return;
            }
            let ways = self.action.target.ways(&document.now.value);
            if ways.is_empty() {
                continue;
            }
            selected = true;
            match &self.action.change {
                Change::Remove => self.remove(document, &ways),
                Change::Update(patch) => {
                    let place = self.action.place.child("update");
                    let trace = Trace::written(place);
                    let patch = Traced {
                        value: patch.clone(),
                        trace,
                    };
                    self.unite(document, &ways, &patch, "update");
                }
                Change::Copy(query) => {
                    if let Some(patch) = self.copied(document, query) {
                        self.unite(document, &ways, &patch, "copy");
                    }
                }
            }
        }
        if !selected && !documents.is_empty() {
            let (name, target) = (&self.action.name, &self.action.target.text);
            let message = format!("{name} changes nothing: `{target}` selects nothing");
            let place = self.action.place.child("target");
            self.cx
                .report(Diagnostic::new(Code::IdleOverlayAction, place, message));
        }
    }

    fn remove(&mut self, document: &mut Document, ways: &[Way]) {
        if ways.iter().any(|way| way.0.is_empty()) {
            self.fail(
                "target",
                "the whole description cannot be removed".to_owned(),
            );
            return;
        }
        for way in ways {
            document.changed |= document.now.remove(way);
        }
    }

    /// The one value that is copied, with where it was written.
    fn copied(&mut self, document: &Document, query: &Query) -> Option<Traced> {
        let ways = query.ways(&document.now.value);
        let [way] = ways.as_slice() else {
            let number = match ways.len() {
                0 => "nothing".to_owned(),
                number => format!("{number} values"),
            };
            self.fail(
                "copy",
                format!("`{}` selects {number}, and one value is copied", query.text),
            );
            return None;
        };
        let value = way.value(&document.now.value)?.clone();
        let trace = document.now.trace.at(&way.pointer()).into_owned();
        Some(Traced { value, trace })
    }

    fn unite(&mut self, document: &mut Document, ways: &[Way], patch: &Traced, keyword: &str) {
        if !self.is_possible(document, ways, patch)
            || !self.has_room(document, ways, patch, keyword)
        {
            return;
        }
        document.changed = true;
        let mut conflicts = Vec::new();
        for way in ways.iter().rev() {
            conflicts.extend(document.now.unite(way, patch));
        }
        self.report_conflicts(document, &conflicts, keyword);
    }

    /// Whether all that is selected can be changed, and in the same way.
    fn is_possible(&mut self, document: &Document, ways: &[Way], patch: &Traced) -> bool {
        let value = |way: &Way| way.value(&document.now.value).unwrap_or(&Value::Null);
        let target = &self.action.target.text;
        let Some(first) = ways.first().map(value) else {
            return false;
        };
        if is_plain(first) && self.version == Version::V10 {
            let message = format!(
                "`{target}` selects a value without parts, which Overlay 1.0 cannot change"
            );
            let help = "select the object that holds it, or say `overlay: 1.1.0`";
            self.fail_with("target", message, Some(help));
            return false;
        }
        if !is_plain(first) && patch.value.is_null() {
            let message = format!("`update` of {} says nothing", self.action.name);
            let place = self.action.place.child("update");
            self.cx
                .report(Diagnostic::new(Code::IdleOverlayAction, place, message));
            return false;
        }
        let other = ways
            .iter()
            .map(value)
            .find(|other| describe(other) != describe(first));
        if let Some(other) = other {
            let message = format!(
                "`{target}` selects both {} and {}",
                describe(first),
                describe(other)
            );
            self.fail("target", message);
        }
        other.is_none()
    }

    /// Whether the result stays within what can be read.
    fn has_room(
        &mut self,
        document: &mut Document,
        ways: &[Way],
        patch: &Traced,
        keyword: &str,
    ) -> bool {
        let deepest = ways.iter().map(|way| way.0.len()).max().unwrap_or_default();
        if deepest + size::depth(&patch.value) >= DEEPEST {
            self.fail(keyword, "what comes of it is nested too deeply".to_owned());
            return false;
        }
        document.added = document
            .added
            .saturating_add(size::count(&patch.value).saturating_mul(ways.len()));
        if document.added > MOST_ADDED {
            self.fail(keyword, "what comes of it is too large".to_owned());
        }
        document.added <= MOST_ADDED
    }

    /// Says which values could not be united; the first of them, where there are many.
    fn report_conflicts(&mut self, document: &Document, conflicts: &[Conflict], keyword: &str) {
        let Some((first, others)) = conflicts.split_first() else {
            return;
        };
        let Conflict {
            way,
            below,
            is,
            wanted,
        } = first;
        let text = format!("{}{below}", way.pointer());
        let mut message = format!(
            "{}: `{text}` is {is}, and `{keyword}` has {wanted}",
            self.action.name
        );
        if !others.is_empty() {
            message.push_str(&format!("; the same {} more times", others.len()));
        }
        let mut place = self.action.place.child(keyword);
        if keyword == "update" {
            let pointer = Pointer::parse(&format!("{}{below}", place.pointer)).unwrap_or_default();
            place = Place::new(place.file, pointer);
        }
        let target = document
            .now
            .trace
            .place(&Pointer::parse(&text).unwrap_or_default());
        let diagnostic = Diagnostic::new(Code::InvalidOverlayAction, place, message);
        self.cx
            .report(diagnostic.related(target, "what cannot be changed so"));
    }

    fn fail(&mut self, keyword: &str, message: String) {
        self.fail_with(keyword, message, None);
    }

    fn fail_with(&mut self, keyword: &str, message: String, help: Option<&str>) {
        let message = format!("{}: {message}", self.action.name);
        let place = self.action.place.child(keyword);
        let diagnostic = Diagnostic::new(Code::InvalidOverlayAction, place, message);
        self.cx.report(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
    }
}
