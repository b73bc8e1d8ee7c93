use super::boundary::boundary;
use super::heads::Head;
use super::joined::Joined;
use super::values::values;
use super::{FilePart, PartField};
use crate::error::RequestFailure;
use crate::json::{self, Encode};
use crate::transport::Body;

/// The parts of a body that is being put together. They are sent in the order of the description, those that it does not
/// name behind them.
///
/// Its setters return nothing: the first thing that goes wrong is kept, and is the result of the call.
#[derive(Debug, Clone)]
pub struct Parts {
    fields: &'static [PartField],
    given: Vec<Given>,
    headers: Vec<(usize, String, String)>,
    fault: Option<RequestFailure>,
}

/// A part that was given, and which of the fields it is; those that are none come last.
#[derive(Debug, Clone)]
struct Given {
    place: usize,
    head: Head,
    body: Body,
}

/// Adds parts that the description does not name.
///
/// A trait, so that a part may have the name of a method: bring it into scope to use it.
pub trait AddParts: Sized {
    /// The parts that are being put together.
    fn parts_mut(&mut self) -> &mut Parts;

    /// Adds a file, or any bytes; it can be done several times with one name.
    #[must_use]
    fn add_file(mut self, name: &str, file: impl Into<FilePart>) -> Self {
        let field = PartField::new("");
        self.parts_mut().push(usize::MAX, name, &field, file.into());
        self
    }

    /// Adds a value: texts, numbers and booleans stand for themselves, objects are JSON texts, and each item of an array
    /// is a part.
    #[must_use]
    fn add_value(mut self, name: &str, value: &dyn Encode) -> Self {
        let field = PartField::new("");
        self.parts_mut()
            .push_value(usize::MAX, Some(name), &field, value);
        self
    }
}

impl AddParts for Parts {
    fn parts_mut(&mut self) -> &mut Parts {
        self
    }
}

impl Parts {
    /// No part yet, of these that can be.
    pub const fn new(fields: &'static [PartField]) -> Self {
        Self {
            fields,
            given: Vec::new(),
            headers: Vec::new(),
            fault: None,
        }
    }

    /// The file that is the part at this place; replaces one that was given before.
    pub fn file(&mut self, place: usize, file: FilePart) {
        self.files(place, vec![file]);
    }

    /// The files that are the parts of this place, one each; replaces those that were given before.
    pub fn files(&mut self, place: usize, files: Vec<FilePart>) {
        self.given.retain(|given| given.place != place);
        let field = self.field(place);
        for file in files {
            self.push(place, field.name, &field, file);
        }
    }

    /// The value that is the part at this place; replaces one that was given before.
    pub fn value(&mut self, place: usize, value: &dyn Encode) {
        self.given.retain(|given| given.place != place);
        let field = self.field(place);
        self.push_value(place, None, &field, value);
    }

    /// A header field of the parts at this place; replaces one that was given before.
    pub fn header(&mut self, place: usize, name: &str, value: &dyn Encode) {
        self.headers
            .retain(|(at, given, _)| *at != place || given != name);
        match json::to_request_json(value) {
            Ok(value) => {
                let value =
                    crate::style::expand(&crate::description::Parameter::header(""), &value);
                let value = value.map(|value| (place, name.to_owned(), value));
                self.headers.extend(value);
            }
            Err(error) => self.unwritten(name, error),
        }
    }

    fn field(&self, place: usize) -> PartField {
        let field = self.fields.get(place).copied();
        field.unwrap_or(const { PartField::new("") })
    }

    fn push(&mut self, place: usize, name: &str, field: &PartField, file: FilePart) {
        let usual = match field.media_type {
            "" => "application/octet-stream",
            media_type => media_type,
        };
        let head = Head {
            name: name.to_owned(),
            file_name: file.file_name,
            content_type: file.content_type.unwrap_or_else(|| usual.to_owned()),
            headers: file.headers,
        };
        self.given.push(Given {
            place,
            head,
            body: file.body,
        });
    }

    fn push_value(
        &mut self,
        place: usize,
        name: Option<&str>,
        field: &PartField,
        value: &dyn Encode,
    ) {
        if value.is_absent() {
            return;
        }
        let written = match json::to_request_json(value) {
            Ok(value) => values(field, &value),
            Err(error) => return self.unwritten(name.unwrap_or(field.name), error),
        };
        for part in written {
            let mut head = part.head;
            if let Some(name) = name {
                name.clone_into(&mut head.name);
            }
            let body = Body::bytes(part.text);
            self.given.push(Given { place, head, body });
        }
    }

    fn unwritten(&mut self, name: &str, error: json::EncodeError) {
        let failure = RequestFailure::about(name.to_owned(), "cannot be written as a value");
        self.fault.get_or_insert(failure.with_source(error));
    }

    /// The body, and the boundary between its parts (RFC 2046 §5.1.1).
    ///
    /// # Errors
    /// Names a part that is not legal, or that lacks a header field which it must have.
    pub(super) fn joined(mut self) -> Result<(Body, String), RequestFailure> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let boundary = boundary();
        let mut bodies = Vec::new();
        let mut given = std::mem::take(&mut self.given);
        given.sort_by_key(|given| given.place);
        for mut part in given {
            self.add_headers(&mut part)?;
            let before = match bodies.is_empty() {
                true => format!("--{boundary}\r\n"),
                false => format!("\r\n--{boundary}\r\n"),
            };
            let head = part.head.written()?;
            bodies.push(Body::bytes([before.as_bytes(), &head].concat()));
            bodies.push(part.body);
        }
        let end = match bodies.is_empty() {
            true => format!("--{boundary}--\r\n"),
            false => format!("\r\n--{boundary}--\r\n"),
        };
        bodies.push(Body::bytes(end));
        Ok((whole(bodies), boundary))
    }

    fn add_headers(&self, part: &mut Given) -> Result<(), RequestFailure> {
        let own = self.headers.iter().filter(|(at, ..)| *at == part.place);
        let own = own.map(|(_, name, value)| (name.clone(), value.clone()));
        part.head.headers.extend(own);
        let field = self.field(part.place);
        let has = |wanted: &&&str| {
            let mut names = part.head.headers.iter().map(|(name, _)| name);
            names.any(|name| name.eq_ignore_ascii_case(wanted))
        };
        match field.required_headers.iter().find(|wanted| !has(wanted)) {
            Some(missing) => {
                let reason = format!("lacks the header field `{missing}`");
                Err(RequestFailure::about(part.head.name.clone(), reason))
            }
            None => Ok(()),
        }
    }
}

/// What is all in memory is sent in one piece.
fn whole(bodies: Vec<Body>) -> Body {
    let pieces = bodies.iter().map(|body| body.as_bytes().map(AsRef::as_ref));
    let pieces: Option<Vec<&[u8]>> = pieces.collect();
    match pieces {
        Some(pieces) => Body::bytes(pieces.concat()),
        None => Body::source(Joined::new(bodies)),
    }
}
