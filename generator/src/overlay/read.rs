use serde_json::Value;

use super::action::{Action, Change, Overlay, Version};
use super::query::Query;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::source::{FileId, Place, Pointer, Sources};

/// The keywords of an overlay, of its `info`, and of an action.
const OVERLAY: &[&str] = &["overlay", "info", "extends", "actions"];
const INFO: &[&str] = &["title", "version", "description"];
const ACTION: &[&str] = &["target", "description", "update", "remove", "copy"];

/// Reads one overlay; `None`, with a report, if it is none.
pub(super) fn read(cx: &mut Diagnostics, sources: &Sources, file: FileId) -> Option<Overlay> {
    let root = Place::new(file, Pointer::root());
    if let Some(fault) = sources.fault(file) {
        let diagnostic = Diagnostic::new(Code::InvalidOverlay, root, fault.message.clone());
        cx.report(match &fault.help {
            Some(help) => diagnostic.help(help.clone()),
            None => diagnostic,
        });
        return None;
    }
    let value = sources.value(file);
    let version = version(cx, value, &root, sources.path(file))?;
    check_keywords(cx, value, &root, "an overlay", OVERLAY);
    check_info(cx, value, &root);
    let extends = value.get("extends").and_then(Value::as_str);
    Some(Overlay {
        file,
        version,
        extends: extends.map(|text| (text.to_owned(), root.child("extends"))),
        actions: actions(cx, value, &root, version)?,
    })
}

/// The version that a document says (Overlay 1.1 §4.1): its last number does not matter.
fn version(cx: &mut Diagnostics, value: &Value, root: &Place, path: &str) -> Option<Version> {
    let Some(written) = value.get("overlay") else {
        let message = match value.get("openapi").or_else(|| value.get("swagger")) {
            Some(_) => format!("`{path}` is a description and no overlay"),
            None => format!("`{path}` is no overlay"),
        };
        let diagnostic = Diagnostic::new(Code::InvalidOverlay, root.clone(), message);
        cx.report(diagnostic.help("an overlay begins with its version: `overlay: 1.1.0`"));
        return None;
    };
    let text = written
        .as_str()
        .map_or_else(|| written.to_string(), str::to_owned);
    let mut numbers = text.split('.').map(str::parse::<u32>);
    let place = root.child("overlay");
    match (numbers.next(), numbers.next()) {
        (Some(Ok(1)), Some(Ok(0)) | None) => Some(Version::V10),
        (Some(Ok(1)), Some(Ok(1))) => Some(Version::V11),
        (Some(Ok(1)), Some(Ok(_))) => {
            let message =
                format!("`{text}` is a newer version of Overlay than those that are read");
            cx.report(Diagnostic::new(Code::InvalidValue, place, message).label("read as 1.1"));
            Some(Version::V11)
        }
        _ => {
            let message = format!("`{text}` is no version of Overlay that is read");
            let diagnostic = Diagnostic::new(Code::InvalidOverlay, place, message);
            cx.report(diagnostic.help("there are 1.0 and 1.1"));
            None
        }
    }
}

fn check_info(cx: &mut Diagnostics, value: &Value, root: &Place) {
    let Some(info) = value.get("info") else {
        cx.report(missing(root, "the overlay has no `info`"));
        return;
    };
    let place = root.child("info");
    check_keywords(cx, info, &place, "an overlay's `info`", INFO);
    for name in ["title", "version"] {
        if info.get(name).is_none() {
            cx.report(missing(
                &place,
                &format!("the overlay's `info` has no `{name}`"),
            ));
        }
    }
}

fn missing(place: &Place, message: &str) -> Diagnostic {
    Diagnostic::new(Code::MissingKeyword, place.clone(), message).label("nothing depends on it")
}

fn check_keywords(cx: &mut Diagnostics, value: &Value, place: &Place, of: &str, known: &[&str]) {
    for name in value
        .as_object()
        .into_iter()
        .flat_map(|members| members.keys())
    {
        if known.contains(&name.as_str()) || name.starts_with("x-") {
            continue;
        }
        let message = format!("`{name}` is no keyword of {of}");
        let diagnostic = Diagnostic::new(Code::UnknownKeyword, place.child(name), message);
        let diagnostic = diagnostic.label("ignored");
        cx.report(match suggest(name, known.iter().copied()) {
            Some(near) => diagnostic.help(format!("there is `{near}`")),
            None => diagnostic,
        });
    }
}

fn actions(
    cx: &mut Diagnostics,
    value: &Value,
    root: &Place,
    version: Version,
) -> Option<Vec<Action>> {
    let Some(written) = value.get("actions").and_then(Value::as_array) else {
        let (place, message) = match value.get("actions") {
            Some(_) => (
                root.child("actions"),
                "the `actions` of an overlay are a list",
            ),
            None => (root.clone(), "the overlay has no `actions`"),
        };
        cx.report(Diagnostic::new(Code::InvalidOverlay, place, message));
        return None;
    };
    let place = root.child("actions");
    if written.is_empty() {
        let message = "the overlay has no action";
        cx.report(Diagnostic::new(
            Code::IdleOverlayAction,
            place.clone(),
            message,
        ));
    }
    let mut actions = Vec::new();
    for (index, value) in written.iter().enumerate() {
        let reading = &mut Reading {
            cx,
            value,
            place: place.index(index),
            name: name(value, index),
            version,
        };
        actions.extend(reading.action());
    }
    Some(actions)
}

/// What reports call an action.
fn name(value: &Value, index: usize) -> String {
    const LONGEST: usize = 60;
    let number = index + 1;
    match value.get("description").and_then(Value::as_str) {
        Some(text) => {
            let line = text.trim().lines().next().unwrap_or_default();
            let short: String = line.chars().take(LONGEST).collect();
            let dots = if short.len() < line.len() { "…" } else { "" };
            format!("action {number} (“{short}{dots}”)")
        }
        None => format!("action {number}"),
    }
}

/// The reading of one action.
struct Reading<'a> {
    cx: &'a mut Diagnostics,
    value: &'a Value,
    place: Place,
    name: String,
    version: Version,
}

impl Reading<'_> {
    fn action(&mut self) -> Option<Action> {
        if !self.value.is_object() {
            let message = format!("{} is no object", self.name);
            self.say(Code::InvalidOverlayAction, self.place.clone(), message);
            return None;
        }
        check_keywords(
            self.cx,
            self.value,
            &self.place,
            "an overlay's action",
            ACTION,
        );
        let target = self.query("target")?;
        let change = self.change()?;
        Some(Action {
            place: self.place.clone(),
            name: self.name.clone(),
            target,
            change,
        })
    }

    /// What the action does. `remove` wins over the others, and these exclude each other.
    fn change(&mut self) -> Option<Change> {
        let removes = self.removes()?;
        let (update, copy) = (self.value.get("update"), self.value.get("copy"));
        if removes {
            for name in ["update", "copy"] {
                if self.value.get(name).is_some() {
                    let message =
                        format!("`{name}` of {} has no effect beside `remove`", self.name);
                    self.say(Code::IdleOverlayAction, self.place.child(name), message);
                }
            }
            return Some(Change::Remove);
        }
        match (update, copy) {
            (Some(_), Some(_)) => {
                let message = format!("{} says both `update` and `copy`", self.name);
                self.say(
                    Code::InvalidOverlayAction,
                    self.place.child("copy"),
                    message,
                );
                None
            }
            (Some(update), None) => Some(Change::Update(update.clone())),
            (None, Some(_)) => {
                if self.version == Version::V10 {
                    let message = format!("`copy` of {} is a word of Overlay 1.1", self.name);
                    let place = self.place.child("copy");
                    let diagnostic = Diagnostic::new(Code::UnknownKeyword, place, message);
                    self.cx.report(diagnostic.label("done all the same"));
                }
                self.query("copy").map(Change::Copy)
            }
            (None, None) => {
                let message = format!(
                    "{} says neither `update` nor `copy` nor `remove: true`",
                    self.name
                );
                self.say(Code::IdleOverlayAction, self.place.clone(), message);
                None
            }
        }
    }

    fn removes(&mut self) -> Option<bool> {
        match self.value.get("remove") {
            None | Some(Value::Null) => Some(false),
            Some(Value::Bool(removes)) => Some(*removes),
            Some(_) => {
                let message = format!("`remove` of {} is `true` or `false`", self.name);
                self.say(
                    Code::InvalidOverlayAction,
                    self.place.child("remove"),
                    message,
                );
                None
            }
        }
    }

    /// The JSONPath of a keyword.
    fn query(&mut self, keyword: &str) -> Option<Query> {
        let Some(text) = self.value.get(keyword).and_then(Value::as_str) else {
            let (place, message) = match self.value.get(keyword) {
                Some(_) => (
                    self.place.child(keyword),
                    format!("`{keyword}` of {} is no text", self.name),
                ),
                None => (
                    self.place.clone(),
                    format!("{} has no `{keyword}`", self.name),
                ),
            };
            self.say(Code::InvalidOverlayAction, place, message);
            return None;
        };
        match Query::parse(text) {
            Ok(query) => Some(query),
            Err(wrong) => {
                let message = format!("{}: {}", self.name, wrong.message);
                let place = self.place.child(keyword);
                let diagnostic = Diagnostic::new(Code::InvalidOverlayAction, place, message);
                self.cx.report(match wrong.help {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                });
                None
            }
        }
    }

    fn say(&mut self, code: Code, place: Place, message: String) {
        self.cx.report(Diagnostic::new(code, place, message));
    }
}
