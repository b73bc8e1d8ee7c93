//! Reading and writing dates and times of day for libraries that do not read all the ways in which servers write them.

use std::fmt::Write;

/// A day.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// A time of day.
#[derive(Clone, Copy, Default)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

/// Reads RFC 3339, and what is like it: a space or `t` between date and time, no seconds, a comma before their
/// fraction or more than nine digits behind it, `+0000`, or no offset. The offset is in seconds.
pub(super) fn date_time(text: &str) -> Option<(Day, Clock, Option<i32>)> {
    let (day, rest) = leading_date(text.trim())?;
    if rest.is_empty() {
        return Some((day, Clock::default(), None));
    }
    let (clock, offset) = time(rest.strip_prefix(['T', 't', ' '])?)?;
    Some((day, clock, offset))
}

/// Reads a day; of a date-time, the day counts.
pub(super) fn date(text: &str) -> Option<Day> {
    let (day, rest) = leading_date(text.trim())?;
    (rest.is_empty() || rest.starts_with(['T', 't', ' '])).then_some(day)
}

/// Reads a time of day and its offset, if it has one.
pub(super) fn time(text: &str) -> Option<(Clock, Option<i32>)> {
    let text = text.trim();
    let text = text.strip_prefix(['T', 't']).unwrap_or(text);
    let (hour, rest) = number(text, 2)?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => number(rest, 2)?,
        None => (0, rest),
    };
    let (nanosecond, rest) = match rest.strip_prefix(['.', ',']) {
        Some(rest) => fraction(rest)?,
        None => (0, rest),
    };
    let clock = Clock {
        hour: u8::try_from(hour).ok()?,
        minute: u8::try_from(minute).ok()?,
        // A leap second is the last one before it, for calendars have none.
        second: u8::try_from(second).ok()?.min(59 + u8::from(second > 60)),
        nanosecond,
    };
    Some((clock, offset(rest.trim_start())?))
}

/// `2030-01-31`, with more digits or a sign before years that need them.
pub(super) fn write_date(text: &mut String, day: Day) {
    let Day { year, month, day } = day;
    let _ = match year {
        0..=9999 => write!(text, "{year:04}-{month:02}-{day:02}"),
        _ => write!(text, "{year:+07}-{month:02}-{day:02}"),
    };
}

/// `12:00:00`, and as many digits of a fraction as it needs.
pub(super) fn write_time(text: &mut String, clock: Clock) {
    let Clock {
        hour,
        minute,
        second,
        nanosecond,
    } = clock;
    let _ = write!(text, "{hour:02}:{minute:02}:{second:02}");
    if nanosecond > 0 {
        let digits = format!("{nanosecond:09}");
        let _ = write!(text, ".{}", digits.trim_end_matches('0'));
    }
}

fn leading_date(text: &str) -> Option<(Day, &str)> {
    let (sign, digits, length) = match text.as_bytes().first()? {
        b'+' => (1, text.strip_prefix('+')?, 6),
        b'-' => (-1, text.strip_prefix('-')?, 6),
        _ => (1, text, 4),
    };
    let (year, rest) = number(digits, length)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 2)?;
    let day = Day {
        year: sign * i32::try_from(year).ok()?,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    };
    Some((day, rest))
}

/// So many digits.
fn number(text: &str, length: usize) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(length)?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    Some((digits.parse().ok().filter(|_| is_number)?, rest))
}

/// The digits of a fraction of a second, of which nine count.
fn fraction(text: &str) -> Option<(u32, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(length).filter(|_| length > 0)?;
    let counted = digits.get(..9).unwrap_or(digits);
    format!("{counted:0<9}")
        .parse()
        .ok()
        .map(|nanosecond| (nanosecond, rest))
}

/// `Z`, `+01:00`, `+0100`, `+01`, or nothing; in seconds.
fn offset(text: &str) -> Option<Option<i32>> {
    let (sign, digits) = match text {
        "" => return Some(None),
        "Z" | "z" | "UTC" | "GMT" => return Some(Some(0)),
        _ => match text.split_at_checked(1)? {
            ("+", digits) => (1, digits),
            ("-", digits) => (-1, digits),
            _ => return None,
        },
    };
    let (hours, rest) = number(digits, 2)?;
    let minutes = match rest.strip_prefix(':').unwrap_or(rest) {
        "" => 0,
        rest => number(rest, 2).filter(|(_, rest)| rest.is_empty())?.0,
    };
    let seconds = i32::try_from(hours * 3_600 + minutes * 60).ok()?;
    Some(Some(sign * seconds))
}

/// The codecs of a library's days and times of day, whose module says how they are made of pieces (`date`, `time`) and
/// what their pieces are (`day_of`, `clock_of`).
macro_rules! civil_codecs {
    ($date:ident, $time:ident) => {
        impl crate::json::Decode for $date {
            fn decode(reader: &mut crate::json::Reader<'_>) -> crate::json::Decoded<Self> {
                let text = reader.string()?;
                let date = crate::formats::pieces::date(&text).and_then(date);
                date.ok_or_else(|| reader.invalid("a date"))
            }
        }

        impl crate::json::Encode for $date {
            fn encode(&self, writer: &mut crate::json::Writer) {
                let mut text = String::with_capacity(10);
                crate::formats::pieces::write_date(&mut text, day_of(*self));
                writer.string(&text);
            }
        }

        /// An offset is not kept.
        impl crate::json::Decode for $time {
            fn decode(reader: &mut crate::json::Reader<'_>) -> crate::json::Decoded<Self> {
                let text = reader.string()?;
                let time = crate::formats::pieces::time(&text).and_then(|(clock, _)| time(clock));
                time.ok_or_else(|| reader.invalid("a time of day"))
            }
        }

        impl crate::json::Encode for $time {
            fn encode(&self, writer: &mut crate::json::Writer) {
                let mut text = String::with_capacity(18);
                crate::formats::pieces::write_time(&mut text, clock_of(*self));
                writer.string(&text);
            }
        }
    };
}

pub(super) use civil_codecs;
