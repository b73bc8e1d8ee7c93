//! How descriptions spell the formats of texts and numbers (OAS 3.1 §4.4.1 and its registry of formats). A format that
//! no table names says nothing more than its type.

use super::{IntegerFormat, TextFormat, TimeUnit};

/// Whether two spellings mean one format.
pub fn is_same_format(left: &str, right: &str) -> bool {
    bare(left) == bare(right)
}

/// A format as the tables write it: lower case, and without what spellings differ by.
pub(super) fn bare(format: &str) -> String {
    let format = format.trim();
    let word = format.strip_prefix("x-").unwrap_or(format);
    word.chars()
        .filter(|character| !matches!(character, '-' | '_' | ' ' | ',' | '.'))
        .flat_map(char::to_lowercase)
        .collect()
}

pub(super) const TEXTS: &[(TextFormat, &[&str])] = &[
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

pub(super) const INTEGERS: &[(IntegerFormat, &[&str])] = &[
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

pub(super) const SINGLES: &[&str] = &["float", "float32", "single"];

pub(super) const EXACT: &[&str] = &[
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
