use jiff::civil;

use super::open_text::{any_text, checked_text, compared_by, kept_text, shown_text};
use super::{FormatError, moment};

/// A day (`date`, RFC 3339 §5.6), as the text that came.
///
/// Any text can be made into one, and comes back as it is; [`to_date`](Self::to_date) says which day it means.
/// `"…".parse()` takes only what means one. Of a date-time, the day counts.
///
/// Dates are equal if they mean the same day, and come in the order of days; those that mean none come last and are
/// compared as texts.
#[derive(Clone)]
pub struct Date(Box<str>);

kept_text!(Date);
shown_text!(Date);
any_text!(Date);
checked_text!(Date, to_date);
compared_by!(Date, day);

impl Date {
    /// The day of this year, month (from 1) and day of the month (from 1).
    ///
    /// # Errors
    ///
    /// If there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, FormatError> {
        match civil::Date::new(year, month, day) {
            Ok(date) => Ok(date.into()),
            Err(_) => {
                let shown = format!("{year}-{month}-{day}");
                Err(FormatError::new("a date", &shown))
            }
        }
    }

    /// The day that is meant.
    ///
    /// # Errors
    ///
    /// If the text means none.
    pub fn to_date(&self) -> Result<civil::Date, FormatError> {
        self.day()
            .ok_or_else(|| FormatError::new("a date", self.as_str()))
    }

    fn day(&self) -> Option<civil::Date> {
        moment::read(self.as_str()).map(|moment| moment.date)
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date.to_string().into())
    }
}
