/// A type of the runtime's `formats`: what a text or a number holds, kept as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormatType {
    /// `DateTime`
    DateTime,
    /// `Date`
    Date,
    /// `Time`
    Time,
    /// `Duration`
    Duration,
    /// `HttpDate`
    HttpDate,
    /// `Uuid`
    Uuid,
    /// `Uri`
    Uri,
    /// `Ip`
    Ip,
    /// `Base64`
    Base64,
    /// `Base64Url`
    Base64Url,
    /// `Binary`
    Binary,
    /// `Decimal`
    Decimal,
    /// `Password`
    Password,
    /// `UnixSeconds`
    UnixSeconds,
    /// `UnixMillis`
    UnixMillis,
    /// `UnixMicros`
    UnixMicros,
    /// `UnixNanos`
    UnixNanos,
}

impl FormatType {
    /// Its name in the module `formats`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DateTime => "DateTime",
            Self::Date => "Date",
            Self::Time => "Time",
            Self::Duration => "Duration",
            Self::HttpDate => "HttpDate",
            Self::Uuid => "Uuid",
            Self::Uri => "Uri",
            Self::Ip => "Ip",
            Self::Base64 => "Base64",
            Self::Base64Url => "Base64Url",
            Self::Binary => "Binary",
            Self::Decimal => "Decimal",
            Self::Password => "Password",
            Self::UnixSeconds => "UnixSeconds",
            Self::UnixMillis => "UnixMillis",
            Self::UnixMicros => "UnixMicros",
            Self::UnixNanos => "UnixNanos",
        }
    }

    /// An expression that can be made into a value, for examples.
    pub fn literal(self) -> &'static str {
        match self {
            Self::DateTime => "\"2030-01-31T12:00:00Z\"",
            Self::Date => "\"2030-01-31\"",
            Self::Time => "\"12:00:00\"",
            Self::Duration => "\"PT1H30M\"",
            Self::HttpDate => "\"Thu, 31 Jan 2030 12:00:00 GMT\"",
            Self::Uuid => "\"0194b6c0-7c00-7000-8000-000000000000\"",
            Self::Uri => "\"https://example.com/\"",
            Self::Ip => "\"192.0.2.1\"",
            Self::Base64 | Self::Base64Url => "b\"bytes\"",
            Self::Binary => "\"text\"",
            Self::Decimal => "\"1.50\"",
            Self::Password => "\"password\"",
            Self::UnixSeconds => "1_896_091_200",
            Self::UnixMillis => "1_896_091_200_000",
            Self::UnixMicros => "1_896_091_200_000_000",
            Self::UnixNanos => "1_896_091_200_000_000_000",
        }
    }
}
