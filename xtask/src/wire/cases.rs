use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

/// The scenarios of the Spector suite.
#[derive(Debug, Deserialize)]
pub(super) struct Cases {
    pub(super) cases: Vec<Scenario>,
}

/// A scenario, which one or more calls fulfil.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Scenario {
    #[serde(rename = "scenario")]
    pub(super) name: String,
    /// The folder of its descriptions.
    pub(super) spec: String,
    pub(super) calls: Vec<Call>,
    /// In which versions of OpenAPI a description can say all that the calls need.
    pub(super) expressible: BTreeMap<String, bool>,
    /// Why in none.
    #[serde(default)]
    pub(super) why: Option<String>,
}

/// A call, with its answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Call {
    /// The path of the description, with `{oas}` where the version is.
    pub(super) document: String,
    pub(super) operation_id: String,
    #[serde(default)]
    pub(super) server_variables: Map<String, Value>,
    #[serde(default)]
    pub(super) args: Arguments,
    pub(super) expect: Expected,
    /// The server tests itself by it, and clients need not make it.
    #[serde(default)]
    pub(super) self_test: Option<Value>,
}

/// What a call is made with, as logical values.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Arguments {
    pub(super) path: Map<String, Value>,
    pub(super) query: Map<String, Value>,
    pub(super) header: Map<String, Value>,
    pub(super) cookie: Map<String, Value>,
    /// The credentials, by the names of their schemes.
    pub(super) security: Option<Value>,
    pub(super) accept: Option<String>,
    pub(super) body: Option<Body>,
}

/// The body of a request.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Body {
    pub(super) content_type: String,
    #[serde(default, deserialize_with = "even_null")]
    pub(super) value: Option<Value>,
    pub(super) text: Option<String>,
    pub(super) binary: Option<Asset>,
    pub(super) base64: Option<String>,
}

/// A file of the suite.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Asset {
    pub(super) asset: String,
}

/// What the server answers.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Expected {
    pub(super) status: u64,
    #[serde(default)]
    pub(super) headers: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) body: Option<ExpectedBody>,
}

/// The body of an answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ExpectedBody {
    pub(super) content_type: String,
    #[serde(default, deserialize_with = "even_null")]
    pub(super) json: Option<Value>,
    pub(super) text: Option<String>,
    pub(super) asset: Option<String>,
}

impl Cases {
    /// Reads the cases of the suite.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or holds none.
    pub(super) fn read(spector: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(spector.join("cases.json"))?;
        serde_json::from_str(&text).map_err(io::Error::other)
    }
}

impl Scenario {
    /// Whether a description of this version can say all that the calls need.
    pub(super) fn is_expressible(&self, version: &str) -> bool {
        self.expressible.get(version).copied().unwrap_or_default()
    }

    /// The calls that a client has to make.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter().filter(|call| call.self_test.is_none())
    }
}

impl Call {
    /// The path of its description in a version.
    pub(super) fn document(&self, version: &str) -> String {
        self.document.replace("{oas}", version)
    }
}

/// A value that is there even if it is `null`.
fn even_null<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(reader).map(Some)
}
