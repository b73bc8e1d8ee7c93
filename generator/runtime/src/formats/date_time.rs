use std::time::SystemTime;

use jiff::civil::Time;
use jiff::tz::Offset;
use jiff::{Timestamp, Zoned};

use super::open_text::{any_text, checked_text, compared_by, kept_text, shown_text};
use super::{FormatError, moment};

/// A day and a time of day (`date-time`, RFC 3339 §5.6), as the text that came.
///
/// Any text can be made into one, and comes back as it is; [`timestamp`](Self::timestamp) says which moment it means.
/// `"…".parse()` takes only what means one.
///
/// Date-times are equal if they mean the same moment, however they are written, and come in the order of their moments;
/// those that mean none come last and are compared as texts.
///
/// What is read beyond RFC 3339: a space between date and time, lower case, no seconds, any number of digits of a
/// fraction (the first nine count), a comma before it, `+0000`; no offset at all means UTC, and a date alone its first
/// moment.
#[derive(Clone)]
pub struct DateTime(Box<str>);

kept_text!(DateTime);
shown_text!(DateTime);
any_text!(DateTime);
checked_text!(DateTime, timestamp);
compared_by!(DateTime, moment);

impl DateTime {
    /// The moment that is meant; without an offset, in UTC.
    ///
    /// # Errors
    ///
    /// If the text means none.
    pub fn timestamp(&self) -> Result<Timestamp, FormatError> {
        self.moment()
            .ok_or_else(|| FormatError::new("a date-time", self.as_str()))
    }

    /// The offset from UTC, if the text says one.
    pub fn offset(&self) -> Option<Offset> {
        moment::read(self.as_str())?.offset
    }

    /// The moment that is meant; without an offset, in UTC.
    ///
    /// # Errors
    ///
    /// If the text means none.
    pub fn to_system_time(&self) -> Result<SystemTime, FormatError> {
        self.timestamp().map(SystemTime::from)
    }

    fn moment(&self) -> Option<Timestamp> {
        let moment = moment::read(self.as_str())?;
        let local = moment
            .date
            .to_datetime(moment.time.unwrap_or(Time::midnight()));
        let offset = moment.offset.unwrap_or(Offset::UTC);
        offset.to_timestamp(local).ok()
    }
}

impl From<Timestamp> for DateTime {
    fn from(moment: Timestamp) -> Self {
        Self(moment.to_string().into())
    }
}

/// The offset is kept, the name of the time zone is not.
impl From<&Zoned> for DateTime {
    fn from(moment: &Zoned) -> Self {
        let shown = moment.timestamp().display_with_offset(moment.offset());
        Self(shown.to_string().into())
    }
}

/// The offset is kept, the name of the time zone is not.
impl From<Zoned> for DateTime {
    fn from(moment: Zoned) -> Self {
        Self::from(&moment)
    }
}

/// In UTC. What is beyond the year 9999 becomes its last moment.
impl From<SystemTime> for DateTime {
    fn from(time: SystemTime) -> Self {
        let latest = match time < SystemTime::UNIX_EPOCH {
            true => Timestamp::MIN,
            false => Timestamp::MAX,
        };
        Self::from(Timestamp::try_from(time).unwrap_or(latest))
    }
}
