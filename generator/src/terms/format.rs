use super::spelling::{EXACT, INTEGERS, SINGLES, TEXTS, bare};

/// What a text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextFormat {
    /// A day and a time of day, with or without an offset (RFC 3339 §5.6).
    DateTime,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// How long something lasts (ISO 8601, or `1h 30m`).
    Duration,
    /// A date as header fields have it (RFC 9110 §5.6.7).
    HttpDate,
    /// A UUID (RFC 9562).
    Uuid,
    /// A URI or a reference to one (RFC 3986), or an IRI (RFC 3987).
    Uri,
    /// An address of IPv4 or IPv6.
    Ip,
    /// Bytes in base64 (RFC 4648 §4).
    Base64,
    /// Bytes in the alphabet for URLs (RFC 4648 §5).
    Base64Url,
    /// Bytes that a text can hold as they are.
    Binary,
    /// A number with all its digits.
    Decimal,
    /// A secret that nobody should read over a shoulder.
    Password,
}

/// Which integers there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntegerFormat {
    /// Of so many bits, with or without a sign.
    Width {
        /// 8, 16, 32 or 64.
        bits: u8,
        /// Negative ones too.
        signed: bool,
    },
    /// The time since the beginning of 1970 in UTC.
    UnixTime(TimeUnit),
}

/// Which numbers there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberFormat {
    /// Of single precision, as the description says; servers send what has more digits.
    Single,
    /// Of double precision.
    Double,
    /// With all its digits.
    Exact,
}

/// What a time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// Seconds.
    Second,
    /// Thousandths of a second.
    Milli,
    /// Millionths of a second.
    Micro,
    /// Thousand-millionths of a second.
    Nano,
}

impl TextFormat {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::DateTime,
        Self::Date,
        Self::Time,
        Self::Duration,
        Self::HttpDate,
        Self::Uuid,
        Self::Uri,
        Self::Ip,
        Self::Base64,
        Self::Base64Url,
        Self::Binary,
        Self::Decimal,
        Self::Password,
    ];

    /// What a format says of a text.
    pub fn of(format: &str) -> Option<Self> {
        let word = bare(format);
        let rows = TEXTS.iter();
        let mut rows = rows.filter(|(_, words)| words.contains(&word.as_str()));
        rows.next().map(|(format, _)| *format)
    }

    /// Whether no text has both formats, as far as they are known.
    pub fn are_unlike(left: &str, right: &str) -> bool {
        let known = Self::of(left).zip(Self::of(right));
        known.is_some_and(|(left, right)| left != right)
    }

    /// The name in the registry of formats, or what comes nearest to one.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::HttpDate => "http-date",
            Self::Uuid => "uuid",
            Self::Uri => "uri",
            Self::Ip => "ip",
            Self::Base64 => "byte",
            Self::Base64Url => "base64url",
            Self::Binary => "binary",
            Self::Decimal => "decimal",
            Self::Password => "password",
        }
    }
}

impl IntegerFormat {
    /// What an integer is whose description says no more.
    pub const PLAIN: Self = Self::Width {
        bits: 64,
        signed: true,
    };

    /// What a format says of an integer; what is not known means the widest, for nothing must be lost.
    pub fn of(format: Option<&str>) -> Self {
        let word = format.map(bare).unwrap_or_default();
        let mut rows = INTEGERS
            .iter()
            .filter(|(_, words)| words.contains(&word.as_str()));
        rows.next().map_or(Self::PLAIN, |(format, _)| *format)
    }

    /// The name in the registry of formats, or what comes nearest to one.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Width { bits, signed } => match (bits, signed) {
                (8, true) => "int8",
                (16, true) => "int16",
                (32, true) => "int32",
                (_, true) => "int64",
                (8, false) => "uint8",
                (16, false) => "uint16",
                (32, false) => "uint32",
                (_, false) => "uint64",
            },
            Self::UnixTime(TimeUnit::Second) => "unix-time",
            Self::UnixTime(TimeUnit::Milli) => "unix-milli",
            Self::UnixTime(TimeUnit::Micro) => "unix-micro",
            Self::UnixTime(TimeUnit::Nano) => "unix-nano",
        }
    }
}

impl NumberFormat {
    /// What a format says of a number. One of up to 32 bits is exact in double precision, whatever else it may be; one
    /// of 64 is not, and an amount should be.
    pub fn of(format: Option<&str>) -> Self {
        let word = format.map(bare).unwrap_or_default();
        let is_listed = |words: &[&str]| words.contains(&word.as_str());
        match () {
            () if is_listed(SINGLES) => Self::Single,
            () if is_listed(EXACT) => Self::Exact,
            () => Self::Double,
        }
    }

    /// The name in the registry of formats, or what comes nearest to one.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Single => "float",
            Self::Double => "double",
            Self::Exact => "exact number",
        }
    }
}
