use std::fmt;
use std::time::{Duration, SystemTime};

use crate::json::{Decode, Decoded, Encode, Reader, Writer};

macro_rules! unix_times {
    ($($(#[$about:meta])* $name:ident $unit:literal $in_a_second:literal;)*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(
            #[doc = concat!("The ", $unit, "; before 1970, less than 0.")]
            pub i64,
        );

        impl $name {
            #[doc = concat!("The ", $unit, " since the beginning of 1970.")]
            pub fn as_i64(self) -> i64 {
                self.0
            }

            /// The moment, if it is within the range of the platform.
            pub fn to_system_time(self) -> Option<SystemTime> {
                system_time(self.0, $in_a_second)
            }
        }

        impl From<i64> for $name {
            fn from(count: i64) -> Self {
                Self(count)
            }
        }

        impl From<$name> for i64 {
            fn from(time: $name) -> Self {
                time.0
            }
        }

        /// Rounded down; what is beyond 64 bits becomes the nearest that is not.
        impl From<SystemTime> for $name {
            fn from(time: SystemTime) -> Self {
                Self(count(time, $in_a_second))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl Decode for $name {
            fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
                i64::decode(reader).map(Self)
            }
        }

        impl Encode for $name {
            fn encode(&self, writer: &mut Writer) {
                writer.integer(self.0);
            }
        }

        #[cfg(feature = "serde")]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.0)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                crate::bridge::deserialize(deserializer)
            }
        }
    )*};
}

unix_times! {
    /// A moment as the seconds since the beginning of 1970 in UTC.
    UnixSeconds "seconds" 1;
    /// A moment as the milliseconds since the beginning of 1970 in UTC.
    UnixMillis "milliseconds" 1_000;
    /// A moment as the microseconds since the beginning of 1970 in UTC.
    UnixMicros "microseconds" 1_000_000;
    /// A moment as the nanoseconds since the beginning of 1970 in UTC.
    UnixNanos "nanoseconds" 1_000_000_000;
}

const NANOS: i128 = 1_000_000_000;

fn system_time(count: i64, in_a_second: i128) -> Option<SystemTime> {
    let nanos = i128::from(count) * (NANOS / in_a_second);
    let seconds = u64::try_from(nanos.unsigned_abs() / NANOS.unsigned_abs()).ok()?;
    let rest = u32::try_from(nanos.unsigned_abs() % NANOS.unsigned_abs()).ok()?;
    let distance = Duration::new(seconds, rest);
    match nanos < 0 {
        true => SystemTime::UNIX_EPOCH.checked_sub(distance),
        false => SystemTime::UNIX_EPOCH.checked_add(distance),
    }
}

fn count(time: SystemTime, in_a_second: i128) -> i64 {
    let nanos = |distance: Duration| i128::try_from(distance.as_nanos()).unwrap_or(i128::MAX);
    let since = match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => nanos(after),
        Err(before) => -nanos(before.duration()),
    };
    let count = since.div_euclid(NANOS / in_a_second);
    let nearest = if count < 0 { i64::MIN } else { i64::MAX };
    i64::try_from(count).unwrap_or(nearest)
}
