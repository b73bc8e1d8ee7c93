use std::borrow::Cow;

use crate::json::fault::Expected;
use crate::json::scan::plain_length;
use crate::json::{Fault, Reader};

/// What messages call a string that has no end.
const END: &str = "the end of the string";

impl<'a> Reader<'a> {
    /// Reads a string; it is borrowed from the text unless it has escapes.
    ///
    /// # Errors
    /// If no string is here, or if it is no legal one.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        let plain = self.plain_start()?;
        if self.byte() == Some(b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(plain));
        }
        self.escaped(plain.to_owned()).map(Cow::Owned)
    }

    /// Moves across the quote and up to the first byte that does not stand for itself.
    #[inline]
    fn plain_start(&mut self) -> Result<&'a str, Fault> {
        if self.byte() != Some(b'"') {
            return Err(self.unexpected(Expected::Text("a string")));
        }
        self.start = self.at;
        self.at += 1;
        Ok(self.plain())
    }

    /// Moves to the next byte that does not stand for itself.
    #[inline]
    fn plain(&mut self) -> &'a str {
        let from = self.at;
        self.at += plain_length(self.rest());
        self.slice(from, self.at)
    }

    /// The rest of a string, which has escapes, behind what was read of it.
    #[cold]
    fn escaped(&mut self, mut text: String) -> Result<String, Fault> {
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return Err(Fault::broken(self.at, "no control character")),
                None => return Err(Fault::broken(self.at, END)),
            }
            text.push_str(self.plain());
        }
    }

    /// One escape, or two that stand for one character.
    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.at;
        self.at += 1;
        let character = match self.byte() {
            Some(b'u') => return self.unicode(start),
            Some(plain @ (b'"' | b'\\' | b'/')) => char::from(plain),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(_) => return Err(Fault::broken(start, "a legal escape")),
            None => return Err(Fault::broken(self.at, END)),
        };
        self.at += 1;
        Ok(character)
    }

    /// `\u` and what follows, from `u` on; `start` is the place of the backslash.
    fn unicode(&mut self, start: usize) -> Result<char, Fault> {
        const PAIR: &str = "a pair of surrogates";
        let high = self.hex(start)?;
        if let Some(character) = char::from_u32(high) {
            return Ok(character);
        }
        if high >= 0xdc00 || !self.rest().starts_with(b"\\u") {
            return Err(Fault::broken(start, PAIR));
        }
        self.at += 1;
        let low = self.hex(start)?;
        if !(0xdc00..0xe000).contains(&low) {
            return Err(Fault::broken(start, PAIR));
        }
        let scalar = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
        char::from_u32(scalar).ok_or_else(|| Fault::broken(start, PAIR))
    }

    /// `u` and four hexadecimal digits.
    fn hex(&mut self, start: usize) -> Result<u32, Fault> {
        let digits = self.rest().get(1..5).unwrap_or_default();
        let value = digits.iter().try_fold(0, |value, digit| {
            let digit = char::from(*digit).to_digit(16)?;
            Some(value * 16 + digit)
        });
        match value {
            Some(value) if digits.len() == 4 => {
                self.at += 5;
                Ok(value)
            }
            Some(_) | None => Err(Fault::broken(start, "four hexadecimal digits")),
        }
    }
}
