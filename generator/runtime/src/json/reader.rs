use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::json::Fault;
use crate::json::fault::Expected;

/// The deepest nesting of arrays and objects that is read or written.
pub(super) const MAX_DEPTH: u32 = 128;

/// Reads JSON piece by piece. Between two calls it stands at the first byte of a value, or behind
/// one.
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// Where the last value began that is neither array nor object.
    pub(super) start: usize,
    depth: u32,
    /// Whether an array or object has just begun, so that no comma is due.
    first: bool,
    /// Where long values begin and end that have been skipped.
    pub(super) ends: BTreeMap<usize, usize>,
    /// How many bytes have been read as what they turned out not to be.
    pub(super) failed: usize,
    /// Whether the strings are texts of which only the type knows what they are: `"1"` is a number where one is wanted.
    pub(super) of_texts: bool,
}

/// A JSON type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// Where an object began.
#[derive(Clone, Copy, Debug)]
pub struct ObjectStart(pub(super) usize);

/// Everything that makes up the place of a reader.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    at: usize,
    start: usize,
    depth: u32,
    first: bool,
}

impl<'a> Reader<'a> {
    /// A reader at the first value of `text`, behind a byte order mark.
    pub fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let mut reader = Self {
            text,
            at,
            start: at,
            depth: 0,
            first: false,
            ends: BTreeMap::new(),
            failed: 0,
            of_texts: false,
        };
        reader.skip_space();
        reader
    }

    /// A reader of texts that come from where all is text, such as header fields: numbers and booleans stand in strings.
    pub(super) fn of_texts(text: &'a str) -> Self {
        let mut reader = Self::new(text);
        reader.of_texts = true;
        reader
    }

    /// The type of the next value, by its first byte.
    ///
    /// # Errors
    /// If no value begins here.
    pub fn peek(&mut self) -> Result<Kind, Fault> {
        match self.byte().and_then(Kind::of) {
            Some(kind) => Ok(kind),
            None => Err(Fault::broken(self.at, "a value")),
        }
    }

    /// Enters an object. `expected` is the name of the type it is for, as messages show it.
    ///
    /// # Errors
    /// If no object begins here, or if it is nested too deep.
    pub fn begin_object(&mut self, expected: &'static str) -> Result<ObjectStart, Fault> {
        if self.byte() != Some(b'{') {
            return Err(self.unexpected(Expected::Object(expected)));
        }
        let start = ObjectStart(self.at);
        self.descend()?;
        Ok(start)
    }

    /// The name of the next member, or `None` behind the end of the object. Afterwards the reader
    /// stands at the value of the member.
    ///
    /// # Errors
    /// If the text is no JSON here.
    #[inline]
    pub fn next_key(&mut self) -> Result<Option<Cow<'a, str>>, Fault> {
        if !self.next_part(b'}', "`,` or `}`")? {
            return Ok(None);
        }
        if self.byte() != Some(b'"') {
            return Err(Fault::broken(self.at, "the name of a member"));
        }
        let key = self.string()?;
        self.skip_space();
        if self.byte() != Some(b':') {
            return Err(Fault::broken(self.at, "`:`"));
        }
        self.at += 1;
        self.skip_space();
        Ok(Some(key))
    }

    /// Enters an array.
    ///
    /// # Errors
    /// If no array begins here, or if it is nested too deep.
    pub fn begin_array(&mut self) -> Result<(), Fault> {
        if self.byte() != Some(b'[') {
            return Err(self.unexpected(Expected::Text("an array")));
        }
        self.descend()
    }

    /// Whether there is another item, at which the reader then stands. Otherwise it stands behind
    /// the array.
    ///
    /// # Errors
    /// If the text is no JSON here.
    pub fn next_item(&mut self) -> Result<bool, Fault> {
        self.next_part(b']', "`,` or `]`")
    }

    /// Checks that nothing follows the value.
    ///
    /// # Errors
    /// If something does.
    pub fn finish(&mut self) -> Result<(), Fault> {
        self.skip_space();
        if self.at == self.text.len() {
            Ok(())
        } else {
            Err(Fault::broken(self.at, "the end of the text"))
        }
    }

    /// The fault that the object which began at `start` has no member `field`.
    #[cold]
    pub fn missing(&self, start: ObjectStart, field: &'static str) -> Fault {
        Fault::mismatch(start.0, Expected::Member(field))
    }

    /// The fault that the string, number or boolean just read has the right JSON type, but is not
    /// `expected`, which says it with an article: `a date`.
    #[cold]
    pub fn invalid(&self, expected: &'static str) -> Fault {
        Fault::mismatch(self.start, Expected::Text(expected))
    }

    /// The fault that the next value is not what was expected, or is no value at all.
    #[cold]
    pub(super) fn unexpected(&self, expected: Expected) -> Fault {
        match self.byte().and_then(Kind::of) {
            Some(_) => Fault::mismatch(self.at, expected),
            None => Fault::broken(self.at, "a value"),
        }
    }

    fn descend(&mut self) -> Result<(), Fault> {
        if self.depth == MAX_DEPTH {
            return Err(Fault::broken(self.at, "no more than 128 levels"));
        }
        self.depth += 1;
        self.at += 1;
        self.first = true;
        Ok(())
    }

    /// Moves to the next member or item, across the comma; or behind `end`, and says no.
    #[inline]
    fn next_part(&mut self, end: u8, expected: &'static str) -> Result<bool, Fault> {
        self.skip_space();
        let first = std::mem::take(&mut self.first);
        match self.byte() {
            Some(byte) if byte == end => {
                self.at += 1;
                self.depth = self.depth.saturating_sub(1);
                Ok(false)
            }
            Some(b',') if !first => {
                self.at += 1;
                self.skip_space();
                if self.byte() == Some(end) {
                    return Err(Fault::broken(self.at, "no comma before the end"));
                }
                Ok(true)
            }
            Some(_) if first => Ok(true),
            Some(_) | None => Err(Fault::broken(self.at, expected)),
        }
    }

    pub(super) fn mark(&self) -> Mark {
        Mark {
            at: self.at,
            start: self.start,
            depth: self.depth,
            first: self.first,
        }
    }

    /// Goes back from a place up to which a value was read as what it is not.
    pub(super) fn rewind_failed(&mut self, mark: Mark) {
        let read = self.at.saturating_sub(mark.at);
        self.failed = self.failed.saturating_add(read);
        self.rewind(mark);
    }

    pub(super) fn rewind(&mut self, mark: Mark) {
        self.at = mark.at;
        self.start = mark.start;
        self.depth = mark.depth;
        self.first = mark.first;
    }
}

impl Kind {
    /// The type of the values that begin with `byte`.
    pub(super) fn of(byte: u8) -> Option<Self> {
        match byte {
            b'n' => Some(Self::Null),
            b't' | b'f' => Some(Self::Bool),
            b'-' | b'0'..=b'9' => Some(Self::Number),
            b'"' => Some(Self::String),
            b'[' => Some(Self::Array),
            b'{' => Some(Self::Object),
            _ => None,
        }
    }
}
