use std::time;

use jiff::{SignedDuration, Span, SpanRelativeTo};

use super::FormatError;
use super::open_text::{any_text, checked_text, compared_by, kept_text, shown_text};

/// How long something lasts (`duration`, ISO 8601), as the text that came.
///
/// Any text can be made into one, and comes back as it is; [`to_span`](Self::to_span) says what it means, be it written
/// as `PT1H30M`, `1h30m`, `5400s` or `01:30:00`. `"…".parse()` takes only what means something.
///
/// Durations are equal if they are of the same length, and come in the order of length; those whose length nobody knows,
/// as that of a month, come last and are compared as texts.
#[derive(Clone)]
pub struct Duration(Box<str>);

kept_text!(Duration);
shown_text!(Duration);
any_text!(Duration);
checked_text!(Duration, to_span);
compared_by!(Duration, length);

impl Duration {
    /// What is meant, in the units in which it is written.
    ///
    /// # Errors
    ///
    /// If the text means none.
    pub fn to_span(&self) -> Result<Span, FormatError> {
        self.span()
            .ok_or_else(|| FormatError::new("a duration", self.as_str()))
    }

    /// The length, for which a day has 24 hours.
    ///
    /// # Errors
    ///
    /// If the text means none, or in years or months, whose length differs.
    pub fn to_signed_duration(&self) -> Result<SignedDuration, FormatError> {
        let length = self.length();
        length.ok_or_else(|| FormatError::new("a duration of known length", self.as_str()))
    }

    /// The length, for which a day has 24 hours.
    ///
    /// # Errors
    ///
    /// If the text means none, or in years or months, whose length differs, or if it is negative.
    pub fn to_std(&self) -> Result<time::Duration, FormatError> {
        let length = self.to_signed_duration()?;
        time::Duration::try_from(length)
            .map_err(|_| FormatError::new("a duration that is not negative", self.as_str()))
    }

    fn span(&self) -> Option<Span> {
        self.as_str().trim().parse().ok()
    }

    fn length(&self) -> Option<SignedDuration> {
        let days = SpanRelativeTo::days_are_24_hours();
        self.span()?.to_duration(days).ok()
    }
}

impl From<Span> for Duration {
    fn from(span: Span) -> Self {
        Self(span.to_string().into())
    }
}

impl From<SignedDuration> for Duration {
    fn from(length: SignedDuration) -> Self {
        Self(length.to_string().into())
    }
}

/// What is longer than any [`SignedDuration`] becomes the longest.
impl From<time::Duration> for Duration {
    fn from(length: time::Duration) -> Self {
        let length = SignedDuration::try_from(length);
        Self::from(length.unwrap_or(SignedDuration::MAX))
    }
}
