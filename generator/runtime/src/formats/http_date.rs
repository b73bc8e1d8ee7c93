use std::time::SystemTime;

use super::FormatError;
use super::open_text::{any_text, checked_text, compared_by, kept_text, shown_text};

/// A date as header fields have it (RFC 9110 §5.6.7), such as `Sun, 06 Nov 1994 08:49:37 GMT`, as the text that came.
///
/// Any text can be made into one, and comes back as it is; `"…".parse()` takes only what means a moment. They are equal
/// if they mean the same one, and come in the order of moments; those that mean none come last and are compared as texts.
#[derive(Clone)]
pub struct HttpDate(Box<str>);

kept_text!(HttpDate);
shown_text!(HttpDate);
any_text!(HttpDate);
checked_text!(HttpDate, to_system_time);
compared_by!(HttpDate, moment);

impl HttpDate {
    /// The moment that is meant.
    ///
    /// # Errors
    ///
    /// If the text means none.
    pub fn to_system_time(&self) -> Result<SystemTime, FormatError> {
        self.moment()
            .ok_or_else(|| FormatError::new("an HTTP date", self.as_str()))
    }

    fn moment(&self) -> Option<SystemTime> {
        httpdate::parse_http_date(self.as_str()).ok()
    }
}

/// To the second. What is before 1970 becomes its first moment, what is beyond the year 9999 the last.
impl From<SystemTime> for HttpDate {
    fn from(time: SystemTime) -> Self {
        const LAST: std::time::Duration = std::time::Duration::from_secs(253_402_300_799);
        let last = SystemTime::UNIX_EPOCH + LAST;
        let time = time.clamp(SystemTime::UNIX_EPOCH, last);
        Self(httpdate::fmt_http_date(time).into())
    }
}
