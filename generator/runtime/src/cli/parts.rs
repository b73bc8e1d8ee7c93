use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::cli::shown::{BASE64, TEXT};
use crate::cli::{Input, Refusal};
use crate::json::{self, Decode, Json};
use crate::multipart::{AddParts, FilePart};

/// What marks a file among the parts of a body.
const FILE: &str = "$file";

/// The parts of a body: an object has them by their names, an array by their places.
#[derive(Debug)]
pub struct GivenParts(Json);

impl Input<'_> {
    /// The parts of the body.
    ///
    /// # Errors
    /// If there is no body, or it is neither an object nor an array.
    pub fn parts(&self) -> Result<GivenParts, Refusal> {
        match self.body()? {
            parts @ (Json::Object(_) | Json::Array(_)) => Ok(GivenParts(parts)),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
                let message = "a body of parts is an object, or an array of parts without names";
                Err(Refusal::request(message))
            }
        }
    }
}

impl GivenParts {
    /// A file that must be there.
    ///
    /// # Errors
    /// If it is not, or is no file.
    pub fn file(&mut self, place: usize, name: &str) -> Result<FilePart, Refusal> {
        self.optional_file(place, name)?
            .ok_or_else(|| missing(place, name))
    }

    /// A file, if it is there.
    ///
    /// # Errors
    /// If it is no file.
    pub fn optional_file(&mut self, place: usize, name: &str) -> Result<Option<FilePart>, Refusal> {
        let value = self.take(place, name);
        value.map(|value| file(&value)).transpose()
    }

    /// The files of one name; of parts without names, those from this place on.
    ///
    /// # Errors
    /// If one is no file.
    pub fn files(&mut self, place: usize, name: &str) -> Result<Vec<FilePart>, Refusal> {
        let files = match (&mut self.0, name) {
            (Json::Array(items), "") => items.iter_mut().skip(place).map(std::mem::take).collect(),
            _ => match self.take(place, name) {
                Some(Json::Array(files)) => files,
                Some(one) => vec![one],
                None => Vec::new(),
            },
        };
        files.iter().map(file).collect()
    }

    /// A value that must be there.
    ///
    /// # Errors
    /// If it is not, or is none of the type.
    pub fn value<T: Decode>(&mut self, place: usize, name: &str) -> Result<T, Refusal> {
        self.optional(place, name)?
            .ok_or_else(|| missing(place, name))
    }

    /// A value, if it is there.
    ///
    /// # Errors
    /// If it is none of the type.
    pub fn optional<T: Decode>(&mut self, place: usize, name: &str) -> Result<Option<T>, Refusal> {
        let value = self.take(place, name);
        let value = value.map(|value| json::from_json(&value)).transpose();
        value.map_err(|error| Refusal::value(&title(place, name), &error))
    }

    /// Adds what is left, which the description does not name.
    ///
    /// # Errors
    /// If a file is none.
    pub fn further<P: AddParts>(self, mut parts: P) -> Result<P, Refusal> {
        let named: Vec<(String, Json)> = match self.0 {
            Json::Object(members) => members.into_iter().collect(),
            Json::Array(items) => items
                .into_iter()
                .map(|item| (String::new(), item))
                .collect(),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => Vec::new(),
        };
        for (name, value) in named {
            parts = match (&value, value.get(FILE).is_some()) {
                (Json::Null, _) => parts,
                (_, true) => parts.add_file(&name, file(&value)?),
                (_, false) => parts.add_value(&name, &value),
            };
        }
        Ok(parts)
    }

    fn take(&mut self, place: usize, name: &str) -> Option<Json> {
        let value = match &mut self.0 {
            Json::Object(members) => members.remove(name),
            Json::Array(items) => items.get_mut(place).map(std::mem::take),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => None,
        };
        value.filter(|value| !value.is_null())
    }
}

/// `{"$file":{"filename":"a.png","content_type":"image/png","base64":"…"}}`; the bytes alone will do, and a string stands for
/// itself.
fn file(value: &Json) -> Result<FilePart, Refusal> {
    if let Some(text) = value.as_str() {
        return Ok(FilePart::new(text.to_owned()));
    }
    let Some(said) = value.get(FILE) else {
        return bytes(value, TEXT, BASE64);
    };
    let member = |names: [&str; 2]| names.iter().find_map(|name| said.get(name)?.as_str());
    let mut part = match said.get("path").and_then(Json::as_str) {
        Some(path) => FilePart::path(path),
        None => bytes(said, "text", "base64")?,
    };
    if let Some(name) = member(["filename", "fileName"]) {
        part = part.with_file_name(name);
    }
    if let Some(media_type) = member(["content_type", "contentType"]) {
        part = part.with_content_type(media_type);
    }
    Ok(part)
}

fn bytes(said: &Json, text: &str, base64: &str) -> Result<FilePart, Refusal> {
    let member = |name: &str| said.get(name)?.as_str();
    if let Some(text) = member(text) {
        return Ok(FilePart::new(text.to_owned()));
    }
    let Some(encoded) = member(base64) else {
        let message = format!("a file says what it holds: `{text}`, `{base64}` or `path`");
        return Err(Refusal::request(message));
    };
    let decoded = STANDARD.decode(encoded);
    let decoded = decoded.map_err(|_| Refusal::request(format!("`{base64}` holds no base64")))?;
    Ok(FilePart::new(decoded))
}

fn title(place: usize, name: &str) -> String {
    match name {
        "" => format!("the part at the place {place}"),
        name => format!("the part `{name}`"),
    }
}

fn missing(place: usize, name: &str) -> Refusal {
    Refusal::request(format!("{} must be given", title(place, name)))
}
