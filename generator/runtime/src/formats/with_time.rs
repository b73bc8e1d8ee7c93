//! The types of `time`, for those who chose them: what they cannot hold is an error.

use ::time::{Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

use super::iso_duration::IsoDuration;
use super::pieces::{self, Clock, Day, civil_codecs};
use crate::json::{Decode, Decoded, Encode, Reader, Writer};

impl Decode for OffsetDateTime {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        moment(&text).ok_or_else(|| reader.invalid("a date-time"))
    }
}

/// In RFC 3339, with the offset, but for its seconds.
impl Encode for OffsetDateTime {
    fn encode(&self, writer: &mut Writer) {
        let (hours, minutes, seconds) = self.offset().as_hms();
        let shown = match seconds {
            0 => *self,
            _ => self.to_offset(UtcOffset::UTC),
        };
        let mut text = String::with_capacity(35);
        pieces::write_date(&mut text, day_of(shown.date()));
        text.push('T');
        pieces::write_time(&mut text, clock_of(shown.time()));
        match (hours, minutes, seconds) {
            (0, 0, _) | (_, _, 1..) | (_, _, ..0) => text.push('Z'),
            (hours, minutes, 0) => {
                let sign = if hours < 0 || minutes < 0 { '-' } else { '+' };
                let (hours, minutes) = (hours.unsigned_abs(), minutes.unsigned_abs());
                text.push_str(&format!("{sign}{hours:02}:{minutes:02}"));
            }
        }
        writer.string(&text);
    }
}

civil_codecs!(Date, Time);

impl Decode for Duration {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let length = IsoDuration::read(&text);
        let length = length.map(|read| Self::new(read.seconds, read.nanoseconds));
        length.ok_or_else(|| reader.invalid("a duration of known length"))
    }
}

/// In ISO 8601, in seconds.
impl Encode for Duration {
    fn encode(&self, writer: &mut Writer) {
        let written = IsoDuration {
            seconds: self.whole_seconds(),
            nanoseconds: self.subsec_nanoseconds(),
        };
        writer.string(&written.write());
    }
}

fn moment(text: &str) -> Option<OffsetDateTime> {
    let (day, clock, offset) = pieces::date_time(text)?;
    let local = PrimitiveDateTime::new(date(day)?, time(clock)?);
    let offset = UtcOffset::from_whole_seconds(offset.unwrap_or(0)).ok()?;
    // Near the ends of the calendar, UTC may be beyond them.
    let moment = local.assume_offset(offset);
    moment.checked_to_offset(UtcOffset::UTC).map(|_| moment)
}

fn date(day: Day) -> Option<Date> {
    let month = Month::try_from(day.month).ok()?;
    Date::from_calendar_date(day.year, month, day.day).ok()
}

fn time(clock: Clock) -> Option<Time> {
    let Clock {
        hour,
        minute,
        second,
        nanosecond,
    } = clock;
    Time::from_hms_nano(hour, minute, second, nanosecond).ok()
}

fn day_of(date: Date) -> Day {
    Day {
        year: date.year(),
        month: date.month().into(),
        day: date.day(),
    }
}

fn clock_of(time: Time) -> Clock {
    let (hour, minute, second, nanosecond) = time.as_hms_nano();
    Clock {
        hour,
        minute,
        second,
        nanosecond,
    }
}
