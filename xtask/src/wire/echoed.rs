use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::cases::Arguments;

/// The calls that are made to the echo server.
#[derive(Debug, Deserialize)]
pub(super) struct Echoed {
    /// The path of the description.
    pub(super) document: String,
    pub(super) cases: Vec<Case>,
}

/// A call, and what arrives of it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Case {
    pub(super) operation_id: String,
    #[serde(default)]
    pub(super) args: Arguments,
    pub(super) expect: Arriving,
}

/// What arrives at the server, and what comes back.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Arriving {
    pub(super) path: String,
    /// The pairs of the query, decoded, in any order.
    pub(super) query: Vec<(String, String)>,
    /// The query as it is to be written.
    pub(super) raw_query_must: Option<String>,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) absent_headers: Vec<String>,
    /// The pairs of a form, decoded, in any order.
    pub(super) form: Option<Vec<(String, String)>>,
    pub(super) multipart: Option<Vec<Part>>,
    pub(super) body_base64: Option<String>,
    pub(super) answer_json: Option<Value>,
    pub(super) answer_text: Option<String>,
    pub(super) answer_base64: Option<String>,
}

/// A part of a multipart body.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) json: Option<Value>,
    pub(super) content_type: Option<String>,
    pub(super) base64: Option<String>,
    /// Whether it has a file name.
    pub(super) filename: Option<bool>,
}

impl Echoed {
    /// Reads the cases.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or holds none.
    pub(super) fn read(folder: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(folder.join("cases.json"))?;
        serde_json::from_str(&text).map_err(io::Error::other)
    }
}
