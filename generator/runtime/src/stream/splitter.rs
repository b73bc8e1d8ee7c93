use bytes::{Bytes, BytesMut};

use super::TooLong;
use crate::answer::ContentType;

/// How the items of a body are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// An item a line: JSON lines, also called NDJSON. Empty lines are no items.
    Lines,
    /// An item behind each record separator (RFC 7464).
    Sequence,
}

/// An item as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framed {
    /// Its bytes.
    pub bytes: Bytes,
    /// It may be only the beginning: a number or a word that nothing follows (RFC 7464 §2.4).
    pub may_be_cut: bool,
}

/// Cuts what arrives, in pieces of whatever size, into items.
#[derive(Debug)]
pub struct Splitter {
    framing: Framing,
    limit: usize,
    /// The beginning of an item whose end has not arrived.
    partial: BytesMut,
    /// Where in its JSON a record is.
    nesting: Nesting,
}

/// How deep in a JSON text one is, without reading what it says.
#[derive(Debug, Default)]
struct Nesting {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

const LINE_FEED: u8 = b'\n';
const RECORD_SEPARATOR: u8 = 0x1E;

impl Framing {
    /// What is expected of a body, for messages.
    pub(super) fn expected(self) -> &'static str {
        match self {
            Self::Lines => "JSON lines",
            Self::Sequence => "application/json-seq",
        }
    }

    /// Says of a media type whether a body of it may be framed so: by its name, or because its name says nothing of it.
    pub(super) fn accepts(self) -> fn(&ContentType) -> bool {
        match self {
            Self::Lines => {
                |stated| !stated.is_json() || stated.essence() == "application/stream+json"
            }
            Self::Sequence => |stated| {
                let says_nothing = ["text/plain", "application/octet-stream"];
                stated.essence().ends_with("json-seq") || says_nothing.contains(&stated.essence())
            },
        }
    }
}

impl Splitter {
    /// A splitter that keeps at most `limit` bytes of an item.
    pub fn new(framing: Framing, limit: usize) -> Self {
        Self {
            framing,
            limit,
            partial: BytesMut::new(),
            nesting: Nesting::default(),
        }
    }

    /// The next item that ends in `arrived`, which is shortened by what was used of it.
    ///
    /// # Errors
    /// When an item has more than `limit` bytes.
    pub fn next(&mut self, arrived: &mut Bytes) -> Result<Option<Framed>, TooLong> {
        while let Some(end) = self.end(arrived) {
            let piece = arrived.split_to(end);
            let ending = arrived.split_to(1);
            let item = self.complete(piece)?;
            if let Some(framed) = self.framed(item, &ending) {
                return Ok(Some(framed));
            }
        }
        let rest = arrived.split_to(arrived.len());
        self.keep(&rest)?;
        Ok(None)
    }

    /// What is left when nothing more arrives.
    pub fn finish(&mut self) -> Option<Framed> {
        let rest = self.partial.split().freeze();
        self.framed(rest, &[])
    }

    /// Where the item ends: for a record not only where the next one begins, for that may be much later.
    fn end(&mut self, arrived: &Bytes) -> Option<usize> {
        match self.framing {
            Framing::Lines => arrived.iter().position(|byte| *byte == LINE_FEED),
            Framing::Sequence => arrived.iter().position(|byte| self.nesting.ends_at(*byte)),
        }
    }

    /// An item in one piece is not copied.
    fn complete(&mut self, piece: Bytes) -> Result<Bytes, TooLong> {
        if self.partial.is_empty() && piece.len() <= self.limit {
            return Ok(piece);
        }
        self.keep(&piece)?;
        Ok(self.partial.split().freeze())
    }

    fn keep(&mut self, piece: &Bytes) -> Result<(), TooLong> {
        if piece.len() > self.limit.saturating_sub(self.partial.len()) {
            return Err(TooLong);
        }
        self.partial.extend_from_slice(piece);
        Ok(())
    }

    fn framed(&self, item: Bytes, ending: &[u8]) -> Option<Framed> {
        let text = item.trim_ascii();
        let may_be_cut = match self.framing {
            Framing::Lines => false,
            Framing::Sequence => {
                let closes_itself = matches!(text.first(), Some(b'{' | b'[' | b'"'));
                let is_closed = item.len() > text.len() || ending == [LINE_FEED];
                !closes_itself && !is_closed
            }
        };
        let bytes = item.slice_ref(text);
        (!text.is_empty()).then_some(Framed { bytes, may_be_cut })
    }
}

impl Nesting {
    /// Takes the next byte in, and says whether the record ends before it.
    fn ends_at(&mut self, byte: u8) -> bool {
        let is_whole = !self.in_string && self.depth == 0;
        match byte {
            RECORD_SEPARATOR => *self = Self::default(),
            LINE_FEED if is_whole => *self = Self::default(),
            _ if self.in_string => self.within_string(byte),
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        byte == RECORD_SEPARATOR || (byte == LINE_FEED && is_whole)
    }

    fn within_string(&mut self, byte: u8) {
        self.in_string = self.escaped || byte != b'"';
        self.escaped = !self.escaped && byte == b'\\';
    }
}
