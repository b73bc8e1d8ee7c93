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
        self.sign(value < 0);
        self.natural(value.unsigned_abs());
    }

    /// Writes a natural number.
    pub fn natural(&mut self, value: u64) {
        self.digits(value, 1);
    }

    /// Writes `value` by at least so many digits.
    pub(super) fn digits(&mut self, value: u64, least: usize) {
        let mut digits = [b'0'; 20];
        let mut rest = value;
        let mut length = 0;
        for digit in digits.iter_mut().rev() {
            if rest == 0 {
                break;
            }
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            length += 1;
        }
        let length = length.max(least).min(digits.len());
        let digits = digits.get(digits.len() - length..).unwrap_or_default();
        self.text
            .push_str(str::from_utf8(digits).unwrap_or_default());
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
        self.display(format_args!("{value}"));
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

    /// A string that has characters which must not stand for themselves, the first at `length`.
    #[cold]
    fn escaped(&mut self, value: &str, length: usize) {
        let (mut rest, mut length) = (value, length);
        while let Some((plain, behind)) = rest.split_at_checked(length) {
            self.text.push_str(plain);
            let mut behind = behind.chars();
            let Some(character) = behind.next() else {
                return;
            };
            self.escape(character);
            rest = behind.as_str();
            length = plain_length(rest.as_bytes());
        }
    }

    /// Only the characters that must not stand for themselves come here.
    fn escape(&mut self, character: char) {
        match character {
            '"' => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            '\n' => self.text.push_str("\\n"),
            '\r' => self.text.push_str("\\r"),
            '\t' => self.text.push_str("\\t"),
            _ => self.control(u32::from(character)),
        }
    }

    /// A control character by its number, which has two hexadecimal digits.
    fn control(&mut self, number: u32) {
        self.text.push_str("\\u00");
        let digits = [number >> 4, number & 0xf];
        let digits = digits.map(|digit| char::from_digit(digit, 16));
        self.text.extend(digits.into_iter().flatten());
    }

    #[cold]
    pub(super) fn fail(&mut self, problem: Problem) {
        let offset = self.text.len();
        self.problem.get_or_insert((offset, problem));
        self.null();
    }
}
