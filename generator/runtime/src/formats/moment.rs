//! Reading dates and times of day in all the ways in which servers write them.

use jiff::civil::{Date, Time};
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::Offset;

/// What a text says of a moment.
pub(super) struct Moment {
    pub(super) date: Date,
    pub(super) time: Option<Time>,
    pub(super) offset: Option<Offset>,
}

static PARSER: DateTimeParser = DateTimeParser::new();

/// More digits of a second than these are not read.
const DIGITS: usize = 9;

/// Reads RFC 3339, and what is like it: a space or `t` between date and time, no seconds, a comma before their
/// fraction or more than nine digits behind it, `+0000` or `UTC` as an offset, or none.
pub(super) fn read(text: &str) -> Option<Moment> {
    exact(text).or_else(|| exact(&mended(text)))
}

/// Reads a time of day and its offset, if it has one.
pub(super) fn read_time(text: &str) -> Option<(Time, Option<Offset>)> {
    // It is written the same way with any day before it.
    let text = text.trim().trim_start_matches(['T', 't']);
    let moment = read(&format!("1970-01-01T{text}"))?;
    Some((moment.time?, moment.offset))
}

fn exact(text: &str) -> Option<Moment> {
    let pieces = PARSER.parse_pieces(text).ok()?;
    Some(Moment {
        date: pieces.date(),
        time: pieces.time(),
        offset: pieces.to_numeric_offset(),
    })
}

/// The text without what only makes it harder to read.
#[cold]
fn mended(text: &str) -> String {
    let text = text.trim();
    let zone = |name: &str| text.strip_suffix(name).map(str::trim_end);
    let plain = match zone("UTC").or_else(|| zone("GMT")) {
        Some(local) => format!("{local}Z"),
        None => text.replace(" +", "+").replace(" -", "-"),
    };
    let Some((before, behind)) = plain.split_once(['.', ',']) else {
        return plain;
    };
    let length = behind
        .bytes()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (digits, rest) = behind.split_at_checked(length).unwrap_or((behind, ""));
    match digits.get(..DIGITS).unwrap_or(digits) {
        "" => format!("{before}{rest}"),
        digits => format!("{before}.{digits}{rest}"),
    }
}
