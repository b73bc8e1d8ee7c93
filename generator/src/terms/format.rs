//! What `format` says of a text or of a number (OAS 3.1 §4.4.1 and its registry of formats), in the spellings that
//! descriptions use. A format that no table names says nothing more than its type.

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
    /// What a format says of a text.
    pub fn of(format: &str) -> Option<Self> {
        let word = bare(format);
        let rows = TEXTS.iter();
        let mut rows = rows.filter(|(_, words)| words.contains(&word.as_str()));
        rows.next().map(|(format, _)| *format)
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

/// A format as the tables write it: lower case, and without what spellings differ by.
fn bare(format: &str) -> String {
    let format = format.trim();
    let word = format.strip_prefix("x-").unwrap_or(format);
    word.chars()
        .filter(|character| !matches!(character, '-' | '_' | ' ' | ',' | '.'))
        .flat_map(char::to_lowercase)
        .collect()
}

const TEXTS: &[(TextFormat, &[&str])] = &[
    (
        TextFormat::DateTime,
        &[
            "datetime",
            "datetimeoffset",
            "googledatetime",
            "instant",
            "isodatetime",
            "iso8601",
            "iso8601datetime",
            "localdatetime",
            "offsetdatetime",
            "partialdatetime",
            "rfc3339",
            "timestamp",
            "utcdatetime",
            "zoneddatetime",
        ],
    ),
    (
        TextFormat::Date,
        &["date", "dateonly", "fulldate", "isodate", "localdate"],
    ),
    (
        TextFormat::Time,
        &[
            "time",
            "fulltime",
            "isotime",
            "localtime",
            "partialtime",
            "timelocal",
            "timeonly",
        ],
    ),
    (
        TextFormat::Duration,
        &[
            "duration",
            "googleduration",
            "isoduration",
            "iso8601duration",
        ],
    ),
    (
        TextFormat::HttpDate,
        &[
            "httpdate",
            "datetimerfc1123",
            "datetimerfc7231",
            "imffixdate",
            "rfc1123",
            "rfc7231",
        ],
    ),
    (
        TextFormat::Uuid,
        &[
            "uuid", "guid", "uuid1", "uuid3", "uuid4", "uuid5", "uuid6", "uuid7", "uuidv1",
            "uuidv4", "uuidv7",
        ],
    ),
    (
        TextFormat::Uri,
        &[
            "uri",
            "absoluteuri",
            "httpurl",
            "httpsurl",
            "iri",
            "irireference",
            "link",
            "urireference",
            "uriref",
            "url",
            "urlreference",
        ],
    ),
    (
        TextFormat::Ip,
        &[
            "ip",
            "ipaddress",
            "ipaddr",
            "ipv4",
            "ipv6",
            "ipv4address",
            "ipv6address",
        ],
    ),
    (TextFormat::Base64, &["byte", "base64", "bytebase64"]),
    (
        TextFormat::Base64Url,
        &["base64url", "base64urlsafe", "urlsafebase64"],
    ),
    (TextFormat::Binary, &["binary", "file"]),
    (
        TextFormat::Decimal,
        &[
            "decimal",
            "bigdecimal",
            "bigint",
            "biginteger",
            "decimal128",
            "double",
            "float",
            "float32",
            "float64",
            "int",
            "int8",
            "int16",
            "int32",
            "int64",
            "integer",
            "long",
            "money",
            "number",
            "numeric",
            "short",
            "uint",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "ulong",
            "ushort",
        ],
    ),
    (TextFormat::Password, &["password"]),
];

const fn width(bits: u8, signed: bool) -> IntegerFormat {
    IntegerFormat::Width { bits, signed }
}

const INTEGERS: &[(IntegerFormat, &[&str])] = &[
    (width(8, true), &["int8", "sbyte"]),
    (width(16, true), &["int16"]),
    (width(32, true), &["int32"]),
    (width(8, false), &["uint8"]),
    (width(16, false), &["uint16"]),
    (width(32, false), &["uint32"]),
    (
        width(64, false),
        &["uint", "uint64", "ulong", "unsignedlong", "usize"],
    ),
    (
        IntegerFormat::UnixTime(TimeUnit::Second),
        &[
            "unixtime",
            "epoch",
            "epochseconds",
            "epochtime",
            "timestampseconds",
            "unix",
            "unixepoch",
            "unixseconds",
            "unixtimestamp",
            "unixtimeseconds",
        ],
    ),
    (
        IntegerFormat::UnixTime(TimeUnit::Milli),
        &[
            "unixmilli",
            "epochmillis",
            "epochmilliseconds",
            "timestampmillis",
            "timestampms",
            "unixmillis",
            "unixmilliseconds",
            "unixms",
            "unixtimemillis",
            "unixtimemilliseconds",
            "unixtimems",
        ],
    ),
    (
        IntegerFormat::UnixTime(TimeUnit::Micro),
        &[
            "unixmicro",
            "epochmicros",
            "unixmicros",
            "unixmicroseconds",
            "unixtimemicros",
        ],
    ),
    (
        IntegerFormat::UnixTime(TimeUnit::Nano),
        &[
            "unixnano",
            "epochnanos",
            "unixnanos",
            "unixnanoseconds",
            "unixtimenanos",
        ],
    ),
];

const SINGLES: &[&str] = &["float", "float32", "single"];

const EXACT: &[&str] = &[
    "decimal",
    "bigdecimal",
    "bigint",
    "biginteger",
    "currency",
    "decimal128",
    "int64",
    "long",
    "money",
    "moneyusd",
    "uint",
    "uint64",
    "ulong",
];
