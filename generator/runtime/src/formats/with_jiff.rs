//! The types of `jiff`, for those who chose them: what they cannot hold is an error.

use ::jiff::civil::{Date, Time};
use ::jiff::tz::Offset;
use ::jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp};

use super::moment;
use crate::json::{Decode, Decoded, Encode, Reader, Writer};

impl Decode for Timestamp {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let read = moment::read(&text).and_then(|moment| {
            let local = moment
                .date
                .to_datetime(moment.time.unwrap_or(Time::midnight()));
            let offset = moment.offset.unwrap_or(Offset::UTC);
            offset.to_timestamp(local).ok()
        });
        read.ok_or_else(|| reader.invalid("a date-time"))
    }
}

/// In RFC 3339, in UTC.
impl Encode for Timestamp {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }
}

impl Decode for Date {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let date = moment::read(&text).map(|moment| moment.date);
        date.ok_or_else(|| reader.invalid("a date"))
    }
}

impl Encode for Date {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }
}

/// An offset is not kept.
impl Decode for Time {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let read = moment::read_time(&text).map(|(time, _)| time);
        read.ok_or_else(|| reader.invalid("a time of day"))
    }
}

impl Encode for Time {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }
}

/// A day has 24 hours.
impl Decode for SignedDuration {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let days = SpanRelativeTo::days_are_24_hours();
        let span: Option<Span> = text.trim().parse().ok();
        let length = span.and_then(|span| span.to_duration(days).ok());
        length.ok_or_else(|| reader.invalid("a duration of known length"))
    }
}

/// In ISO 8601.
impl Encode for SignedDuration {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }
}
