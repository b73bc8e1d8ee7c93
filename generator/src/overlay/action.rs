use serde_json::Value;

use super::query::Query;
use crate::source::{FileId, Place};

/// An overlay document (Overlay 1.1 §4.4.1).
#[derive(Debug)]
pub(super) struct Overlay {
    pub(super) file: FileId,
    pub(super) version: Version,
    /// The name of the file that it is meant for, and where it says so.
    pub(super) extends: Option<(String, Place)>,
    pub(super) actions: Vec<Action>,
}

/// The versions of the standard that differ in what an action can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// Only objects and arrays are updated.
    V10,
    /// So are values without parts, and values are copied.
    V11,
}

/// A change to everything that a query selects (Overlay 1.1 §4.4.3).
#[derive(Debug)]
pub(super) struct Action {
    /// Where it is written.
    pub(super) place: Place,
    /// What reports call it: `action 2 ("Rename the server")`.
    pub(super) name: String,
    pub(super) target: Query,
    pub(super) change: Change,
}

/// What an action does.
#[derive(Debug)]
pub(super) enum Change {
    /// What is selected goes.
    Remove,
    /// What is selected is united with this value.
    Update(Value),
    /// What is selected is united with the one value that this selects.
    Copy(Query),
}
