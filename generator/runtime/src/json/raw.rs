use crate::json::{self, Decode, Decoded, Encode, EncodeError, Fault, Json, Kind, Reader, Writer};

/// A JSON value as it was written: not looked at but for where it ends.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RawJson(Box<str>);

impl RawJson {
    /// A value as it writes itself.
    ///
    /// # Errors
    /// If it has a number that is infinite or not a number, or more than 128 levels.
    pub fn of(value: &dyn Encode) -> Result<Self, EncodeError> {
        json::to_string(value).map(|text| Self(text.into()))
    }

    /// The string that it is, or the text of a number or a boolean.
    pub(crate) fn as_text(&self) -> Option<String> {
        match json::from_str(&self.0).ok()? {
            Json::String(text) => Some(text),
            Json::Bool(_) | Json::Number(_) => Some(self.0.to_string()),
            Json::Null | Json::Array(_) | Json::Object(_) => None,
        }
    }

    /// The text as people read it: a line for each member and each item, and one more at the end. What is no JSON stays
    /// what it is.
    pub(crate) fn spread(&self) -> String {
        let mut spread = String::with_capacity(self.0.len() * 2);
        let (mut level, mut in_string, mut escaped) = (0_usize, false, false);
        let mut characters = self.0.chars().peekable();
        while let Some(character) = characters.next() {
            if in_string {
                in_string = escaped || character != '"';
                escaped = character == '\\' && !escaped;
                spread.push(character);
                continue;
            }
            let line = |spread: &mut String, level: usize| {
                spread.push('\n');
                spread.extend(std::iter::repeat_n("  ", level));
            };
            match character {
                '[' | '{'
                    if characters
                        .peek()
                        .is_some_and(|next| matches!(next, ']' | '}')) =>
                {
                    spread.push(character);
                    spread.extend(characters.next());
                }
                '[' | '{' => {
                    level += 1;
                    spread.push(character);
                    line(&mut spread, level);
                }
                ']' | '}' => {
                    level = level.saturating_sub(1);
                    line(&mut spread, level);
                    spread.push(character);
                }
                ',' => {
                    spread.push(character);
                    line(&mut spread, level);
                }
                ':' => spread.push_str(": "),
                _ => {
                    in_string = character == '"';
                    spread.push(character);
                }
            }
        }
        spread.push('\n');
        spread
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Decode for RawJson {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let start = reader.at;
        match reader.peek()? {
            Kind::Array | Kind::Object => reader.skip_brackets()?,
            Kind::Null | Kind::Bool | Kind::Number | Kind::String => reader.skip()?,
        }
        Ok(Self(reader.slice(start, reader.at).into()))
    }
}

/// It is written as it was, whether it is JSON or not.
impl Encode for RawJson {
    fn encode(&self, writer: &mut Writer) {
        writer.display(format_args!("{}", self.0));
    }
}

impl Reader<'_> {
    /// Moves behind an array or object, however deep it is. Whoever reads it sees whether it is one.
    fn skip_brackets(&mut self) -> Decoded<()> {
        let mut open = 0_usize;
        while let Some(byte) = self.byte() {
            match byte {
                b'"' => {
                    self.skip()?;
                    continue;
                }
                b'[' | b'{' => open += 1,
                b']' | b'}' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Ok(());
            }
        }
        Err(Fault::broken(self.at, "the end of a value"))
    }
}
