//! The types of the standard library, for those who chose them: what they cannot hold is an error.

use std::net::IpAddr;
use std::time::Duration;

use super::iso_duration::IsoDuration;
use crate::json::{Decode, Decoded, Encode, Reader, Writer};

impl Decode for Duration {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let length = IsoDuration::read(&text).and_then(|read| {
            let seconds = u64::try_from(read.seconds).ok()?;
            Some(Self::new(seconds, u32::try_from(read.nanoseconds).ok()?))
        });
        length.ok_or_else(|| reader.invalid("a duration of known length"))
    }
}

/// In ISO 8601, in seconds; what is longer than 64 bits of them with a sign becomes the longest that is not.
impl Encode for Duration {
    fn encode(&self, writer: &mut Writer) {
        let written = IsoDuration {
            seconds: i64::try_from(self.as_secs()).unwrap_or(i64::MAX),
            nanoseconds: i32::try_from(self.subsec_nanos()).unwrap_or(0),
        };
        writer.string(&written.write());
    }
}

impl Decode for IpAddr {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let address = text.parse().ok();
        address.ok_or_else(|| reader.invalid("an IP address"))
    }
}

impl Encode for IpAddr {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }
}
