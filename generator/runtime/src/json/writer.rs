use std::fmt::Write;

use crate::json::encode_error::Problem;
use crate::json::reader::MAX_DEPTH;
use crate::json::scan::plain_length;
use crate::json::{Encode, EncodeError, Number};

/// Writes compact JSON. Its calls do not fail: what JSON cannot express is said at the end.
#[derive(Default)]
pub struct Writer {
    text: String,
    /// How many arrays and objects are open.
    depth: u32,
    /// Whether an array or object has just begun, so that no comma is due.
    first: bool,
    /// What is written is a request.
    request: bool,
    problem: Option<(usize, Problem)>,
}

impl Writer {
    /// A writer without text.
    pub fn new() -> Self {
        Self::default()
    }

    /// A writer of what is sent: read-only members are left out.
    pub fn for_request() -> Self {
        Self {
            request: true,
            ..Self::default()
        }
    }

    /// The text.
    ///
    /// # Errors
    /// If a value could not be written.
    pub fn finish(self) -> Result<String, EncodeError> {
        match self.problem {
            None => Ok(self.text),
            Some((offset, problem)) => Err(EncodeError::new(&self.text, offset, problem)),
        }
    }

    /// The text, in which `null` stands for what could not be written.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Begins an object.
    pub fn begin_object(&mut self) {
        self.open('{');
    }

    /// Ends an object.
    pub fn end_object(&mut self) {
        self.close('}');
    }

    /// Begins an array.
    pub fn begin_array(&mut self) {
        self.open('[');
    }

    /// Ends an array.
    pub fn end_array(&mut self) {
        self.close(']');
    }

    /// Writes an item of an array.
    pub fn item(&mut self, value: &dyn Encode) {
        self.comma();
        self.value(value);
    }

    /// Writes a member of an object.
    pub fn field(&mut self, name: &str, value: &dyn Encode) {
        self.comma();
        self.string(name);
        self.text.push(':');
        self.value(value);
    }

    /// Writes a member of an object unless its value is absent.
    pub fn optional(&mut self, name: &str, value: &dyn Encode) {
        if !value.is_absent() {
            self.field(name, value);
        }
    }

    /// Writes a member of an object that is received and never sent.
    pub fn read_only(&mut self, name: &str, value: &dyn Encode) {
        if !self.request {
            self.optional(name, value);
        }
    }

    /// Whether what is written is sent.
    pub(super) fn is_for_request(&self) -> bool {
        self.request
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Writes a boolean.
    pub fn bool(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// Writes a string.
    pub fn string(&mut self, value: &str) {
        self.text.push('"');
        let length = plain_length(value.as_bytes());
        if length == value.len() {
            self.text.push_str(value);
        } else {
            self.escaped(value, length);
        }
        self.text.push('"');
    }

    /// Writes an integer.
    pub fn integer(&mut self, value: i64) {
        self.text.push_str(itoa::Buffer::new().format(value));
    }

    /// Writes a natural number.
    pub fn natural(&mut self, value: u64) {
        self.text.push_str(itoa::Buffer::new().format(value));
    }

    /// Writes `value` by at least so many digits.
    pub(super) fn digits(&mut self, value: u64, least: usize) {
        let mut buffer = itoa::Buffer::new();
        let digits = buffer.format(value);
        let zeros = least.saturating_sub(digits.len());
        self.text.extend(std::iter::repeat_n('0', zeros));
        self.text.push_str(digits);
    }

    pub(super) fn sign(&mut self, negative: bool) {
        if negative {
            self.text.push('-');
        }
    }

    pub(super) fn point(&mut self) {
        self.text.push('.');
    }

    /// Writes a number with all its digits.
    pub fn number(&mut self, value: &Number) {
        value.write(self);
    }

    /// Writes what is JSON already.
    pub(super) fn written(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn display(&mut self, value: std::fmt::Arguments<'_>) {
        // A `String` takes everything.
        let _ = self.text.write_fmt(value);
    }

    fn value(&mut self, value: &dyn Encode) {
        if self.depth > MAX_DEPTH {
            self.fail(Problem::TooDeep);
        } else {
            value.encode(self);
        }
    }

    fn open(&mut self, bracket: char) {
        if self.depth == MAX_DEPTH {
            let start = self.text.len();
            self.problem.get_or_insert((start, Problem::TooDeep));
        }
        self.depth += 1;
        self.text.push(bracket);
        self.first = true;
    }

    fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        self.text.push(bracket);
        self.first = false;
    }

    fn comma(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.text.push(',');
        }
    }

    /// A string that has characters which must not stand for themselves, the first at `length`. Where one is, more
    /// follow: it is looked at byte by byte.
    #[cold]
    fn escaped(&mut self, value: &str, length: usize) {
        let mut start = 0;
        for (index, byte) in value.bytes().enumerate().skip(length) {
            let Some(escape) = escape(byte) else {
                continue;
            };
            // Such bytes are characters of their own, so that this is never in the middle of one.
            self.text
                .push_str(value.get(start..index).unwrap_or_default());
            self.text.push_str(escape);
            start = index + 1;
        }
        self.text.push_str(value.get(start..).unwrap_or_default());
    }

    #[cold]
    pub(super) fn fail(&mut self, problem: Problem) {
        let offset = self.text.len();
        self.problem.get_or_insert((offset, problem));
        self.null();
    }
}

/// What stands for a byte that must not stand for itself (RFC 8259 §7).
fn escape(byte: u8) -> Option<&'static str> {
    match byte {
        b'"' => Some("\\\""),
        b'\\' => Some("\\\\"),
        _ => CONTROLS.get(usize::from(byte)).copied(),
    }
}

/// The escapes of the control characters, in order.
const CONTROLS: [&str; 32] = [
    "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\b",
    "\\t", "\\n", "\\u000b", "\\f", "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012",
    "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a",
    "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
];
