use jiff::civil;
use jiff::tz::Offset;

use super::open_text::{any_text, checked_text, compared_by, kept_text, shown_text};
use super::{FormatError, moment};

/// A time of day (`time`, RFC 3339 §5.6), as the text that came, with or without an offset.
///
/// Any text can be made into one, and comes back as it is; [`to_time`](Self::to_time) says which time it means.
/// `"…".parse()` takes only what means one.
///
/// Times are equal if they are the same time of day with the same offset, or both without, and come in the order of the
/// clock; those that mean none come last and are compared as texts.
#[derive(Clone)]
pub struct Time(Box<str>);

kept_text!(Time);
shown_text!(Time);
any_text!(Time);
checked_text!(Time, to_time);
compared_by!(Time, clock);

impl Time {
    /// The time of day that is meant, whatever its offset is.
    ///
    /// # Errors
    ///
    /// If the text means none.
    pub fn to_time(&self) -> Result<civil::Time, FormatError> {
        let clock = self.clock().map(|(time, _)| time);
        clock.ok_or_else(|| FormatError::new("a time of day", self.as_str()))
    }

    /// The offset from UTC, if the text says one.
    pub fn offset(&self) -> Option<Offset> {
        self.clock()?.1
    }

    fn clock(&self) -> Option<(civil::Time, Option<Offset>)> {
        moment::read_time(self.as_str())
    }
}

impl From<civil::Time> for Time {
    fn from(time: civil::Time) -> Self {
        Self(time.to_string().into())
    }
}
