use crate::terms::{TextFormat, TimeUnit};

/// A type of the runtime's `formats`: what a text or a number holds, kept as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormatType {
    /// What a text holds.
    Text(TextFormat),
    /// The time since the beginning of 1970, counted in this.
    UnixTime(TimeUnit),
}

impl FormatType {
    /// Its name in the module `formats`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text(TextFormat::DateTime) => "DateTime",
            Self::Text(TextFormat::Date) => "Date",
            Self::Text(TextFormat::Time) => "Time",
            Self::Text(TextFormat::Duration) => "Duration",
            Self::Text(TextFormat::HttpDate) => "HttpDate",
            Self::Text(TextFormat::Uuid) => "Uuid",
            Self::Text(TextFormat::Uri) => "Uri",
            Self::Text(TextFormat::Ip) => "Ip",
            Self::Text(TextFormat::Base64) => "Base64",
            Self::Text(TextFormat::Base64Url) => "Base64Url",
            Self::Text(TextFormat::Binary) => "Binary",
            Self::Text(TextFormat::Decimal) => "Decimal",
            Self::Text(TextFormat::Password) => "Password",
            Self::UnixTime(TimeUnit::Second) => "UnixSeconds",
            Self::UnixTime(TimeUnit::Milli) => "UnixMillis",
            Self::UnixTime(TimeUnit::Micro) => "UnixMicros",
            Self::UnixTime(TimeUnit::Nano) => "UnixNanos",
        }
    }

    /// An expression that can be made into a value, for examples.
    pub fn literal(self) -> &'static str {
        match self {
            Self::Text(TextFormat::DateTime) => "\"2030-01-31T12:00:00Z\"",
            Self::Text(TextFormat::Date) => "\"2030-01-31\"",
            Self::Text(TextFormat::Time) => "\"12:00:00\"",
            Self::Text(TextFormat::Duration) => "\"PT1H30M\"",
            Self::Text(TextFormat::HttpDate) => "\"Thu, 31 Jan 2030 12:00:00 GMT\"",
            Self::Text(TextFormat::Uuid) => "\"0194b6c0-7c00-7000-8000-000000000000\"",
            Self::Text(TextFormat::Uri) => "\"https://example.com/\"",
            Self::Text(TextFormat::Ip) => "\"192.0.2.1\"",
            Self::Text(TextFormat::Base64 | TextFormat::Base64Url) => "b\"bytes\"",
            Self::Text(TextFormat::Binary) => "\"text\"",
            Self::Text(TextFormat::Decimal) => "\"1.50\"",
            Self::Text(TextFormat::Password) => "\"password\"",
            Self::UnixTime(TimeUnit::Second) => "1_896_091_200",
            Self::UnixTime(TimeUnit::Milli) => "1_896_091_200_000",
            Self::UnixTime(TimeUnit::Micro) => "1_896_091_200_000_000",
            Self::UnixTime(TimeUnit::Nano) => "1_896_091_200_000_000_000",
        }
    }
}
