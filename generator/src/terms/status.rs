use std::fmt;

/// Which statuses a response describes (OAS 3.1 §4.8.16).
///
/// The order is that of precision: exact codes, then ranges, then `default`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusPattern {
    /// One status code, 100 to 599.
    Code(u16),
    /// A class of codes, `1XX` to `5XX`, by its first digit.
    Range(u8),
    /// Whatever is not named otherwise.
    Default,
}

impl StatusPattern {
    /// Reads a key of `responses`; the `X` of a range in any case.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "default" {
            return Some(Self::Default);
        }
        if let [class @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] = text.as_bytes() {
            return Some(Self::Range(class - b'0'));
        }
        // `parse` alone would take `+200` and `0200` too.
        let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(code @ 100..=599) if is_code => Some(Self::Code(code)),
            _ => None,
        }
    }

    /// Whether every status that it describes is a success (RFC 9110 §15.3).
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }
}

impl fmt::Display for StatusPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(formatter, "{code}"),
            Self::Range(class) => write!(formatter, "{class}XX"),
            Self::Default => formatter.write_str("default"),
        }
    }
}
