use crate::json::decimal::Decimal;
use crate::json::fault::Expected;
use crate::json::scan::digits_length;
use crate::json::{Fault, Kind, Number, Reader};

/// A whole number of up to 64 bits, and its sign.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    pub(super) negative: bool,
    pub(super) magnitude: u64,
}

impl<'a> Reader<'a> {
    /// Reads `null` if it is here.
    ///
    /// # Errors
    /// If another word is here that begins like it.
    #[inline]
    pub fn null(&mut self) -> Result<bool, Fault> {
        if self.byte() != Some(b'n') {
            return Ok(false);
        }
        self.word("null").map(|()| true)
    }

    /// Reads a boolean.
    ///
    /// # Errors
    /// If there is none.
    pub fn bool(&mut self) -> Result<bool, Fault> {
        match self.byte() {
            Some(b't') => self.word("true").map(|()| true),
            Some(b'f') => self.word("false").map(|()| false),
            Some(b'"') if self.of_texts => match self.quoted() {
                Some("true") => Ok(true),
                Some("false") => Ok(false),
                Some(_) | None => Err(self.invalid("a boolean")),
            },
            Some(_) | None => Err(self.unexpected(Expected::Text("a boolean"))),
        }
    }

    /// Reads an integer; `expected` says which, with an article.
    ///
    /// # Errors
    /// If there is none, or if it is beyond 64 bits and a sign.
    pub(super) fn whole(&mut self, expected: &'static str) -> Result<Whole, Fault> {
        let from = self.at;
        let rest = self.rest();
        let negative = rest.first() == Some(&b'-');
        let digits = rest.get(usize::from(negative)..).unwrap_or_default();
        let length = digits_length(digits);
        let behind = digits.get(length);
        let plain = digits.first() != Some(&b'0') || length == 1;
        if (1..=19).contains(&length) && plain && !matches!(behind, Some(b'.' | b'e' | b'E')) {
            let add = |sum: u64, digit: &u8| {
                sum.wrapping_mul(10)
                    .wrapping_add(u64::from(digit.wrapping_sub(b'0')))
            };
            let magnitude = digits.iter().take(length).fold(0, add);
            self.start = from;
            self.at += usize::from(negative) + length;
            return Ok(Whole {
                negative,
                magnitude,
            });
        }
        let text = self.number_text(expected)?;
        let whole = Decimal::parse(text).and_then(|decimal| decimal.whole());
        whole.ok_or_else(|| self.invalid(expected))
    }

    /// Reads a number, exactly.
    ///
    /// # Errors
    /// If there is none.
    pub fn number(&mut self) -> Result<Number, Fault> {
        self.number_text("a number").map(Number::written)
    }

    /// Reads a number as it is written; `expected` says of which type, with an article.
    pub(super) fn number_text(&mut self, expected: &'static str) -> Result<&'a str, Fault> {
        if self.byte().and_then(Kind::of) != Some(Kind::Number) {
            return match self.byte() {
                Some(b'"') if self.of_texts => self.quoted_number(expected),
                Some(_) | None => Err(self.unexpected(Expected::Text(expected))),
            };
        }
        let from = self.at;
        self.start = from;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
            if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(Fault::broken(from, "a number without leading zeros"));
            }
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.slice(from, self.at))
    }

    fn quoted_number(&mut self, expected: &'static str) -> Result<&'a str, Fault> {
        match self.quoted().filter(|text| is_number(text)) {
            Some(text) => Ok(text),
            None => Err(self.invalid(expected)),
        }
    }

    /// The text of a string without escapes, which numbers and booleans do not need; `None`: it has some.
    fn quoted(&mut self) -> Option<&'a str> {
        self.start = self.at;
        let (text, _) = self.text.get(self.at + 1..)?.split_once('"')?;
        let plain = !text.contains('\\');
        if plain {
            self.at += text.len() + 2;
        }
        plain.then_some(text)
    }

    /// At least one digit.
    fn digits(&mut self) -> Result<(), Fault> {
        let length = digits_length(self.rest());
        if length == 0 {
            return Err(Fault::broken(self.at, "a digit"));
        }
        self.at += length;
        Ok(())
    }

    pub(super) fn word(&mut self, word: &'static str) -> Result<(), Fault> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(Fault::broken(self.at, "a value"));
        }
        self.start = self.at;
        self.at += word.len();
        Ok(())
    }

    /// The next byte.
    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Everything that is still to be read.
    #[inline]
    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Both ends stand at bytes of ASCII, so that no character is cut.
    #[inline]
    pub(super) fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    #[inline]
    pub(super) fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
    }
}

/// Whether a text is a number as JSON writes it, and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    let mut reader = Reader::new(text);
    let read = reader.number_text("a number");
    read.is_ok_and(|read| read == text)
}
