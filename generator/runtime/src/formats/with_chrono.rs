//! The types of `chrono`, for those who chose them: what they cannot hold is an error.

use ::chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc,
};

use super::iso_duration::IsoDuration;
use super::pieces::{self, Clock, Day, civil_codecs};
use crate::json::{Decode, Decoded, Encode, Reader, Writer};

impl Decode for DateTime<Utc> {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        moment(&text).ok_or_else(|| reader.invalid("a date-time"))
    }
}

/// In RFC 3339, in UTC.
impl Encode for DateTime<Utc> {
    fn encode(&self, writer: &mut Writer) {
        let mut text = String::with_capacity(30);
        pieces::write_date(&mut text, day_of(self.date_naive()));
        text.push('T');
        pieces::write_time(&mut text, clock_of(self.time()));
        text.push('Z');
        writer.string(&text);
    }
}

civil_codecs!(NaiveDate, NaiveTime);

impl Decode for TimeDelta {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let delta = IsoDuration::read(&text).and_then(|read| {
            let nanoseconds = Self::nanoseconds(read.nanoseconds.into());
            Self::try_seconds(read.seconds)?.checked_add(&nanoseconds)
        });
        delta.ok_or_else(|| reader.invalid("a duration of known length"))
    }
}

/// In ISO 8601, in seconds.
impl Encode for TimeDelta {
    fn encode(&self, writer: &mut Writer) {
        let written = IsoDuration {
            seconds: self.num_seconds(),
            nanoseconds: self.subsec_nanos(),
        };
        writer.string(&written.write());
    }
}

fn moment(text: &str) -> Option<DateTime<Utc>> {
    let (day, clock, offset) = pieces::date_time(text)?;
    let local = date(day)?.and_time(time(clock)?);
    let offset = FixedOffset::east_opt(offset.unwrap_or(0))?;
    let moment = offset.from_local_datetime(&local).single()?;
    Some(moment.with_timezone(&Utc))
}

fn date(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year, day.month.into(), day.day.into())
}

fn time(clock: Clock) -> Option<NaiveTime> {
    let Clock {
        hour,
        minute,
        second,
        nanosecond,
    } = clock;
    NaiveTime::from_hms_nano_opt(hour.into(), minute.into(), second.into(), nanosecond)
}

fn day_of(date: NaiveDate) -> Day {
    Day {
        year: date.year(),
        month: u8::try_from(date.month()).unwrap_or(1),
        day: u8::try_from(date.day()).unwrap_or(1),
    }
}

/// A leap second is the last one before it.
fn clock_of(time: NaiveTime) -> Clock {
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    Clock {
        hour: part(time.hour()),
        minute: part(time.minute()),
        second: part(time.second()),
        nanosecond: time.nanosecond().min(999_999_999),
    }
}
