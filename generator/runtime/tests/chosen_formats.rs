//! The types of libraries, where they were chosen for formats: they are strict, and round trip by value.
#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::fmt::Debug;
use std::net::IpAddr;
use std::time::Duration;

use clientwright_runtime::json::{self, Decode, Encode};

/// Reads a text and writes it again.
fn becomes<T: Decode + Encode + Debug + PartialEq>(text: &str, expected: &str) {
    let value: T = json::from_str(&json::to_string(text).unwrap()).unwrap();
    let written = json::to_string(&value).unwrap();
    assert_eq!(written, json::to_string(expected).unwrap(), "{text}");
    assert_eq!(json::from_str::<T>(&written).unwrap(), value, "{text}");
}

/// Says where it is that a text is none.
fn refused<T: Decode + Debug>(text: &str, expected: &str) {
    let json = format!("[{}]", json::to_string(text).unwrap());
    let error = json::from_str::<Vec<T>>(&json).unwrap_err();
    assert_eq!(
        (error.path(), error.expected()),
        ("[0]", expected),
        "{text}"
    );
}

const MOMENTS: &[&str] = &[
    "2020-01-02T03:04:05.5Z",
    "2020-01-02 03:04:05,5",
    "2020-01-02t03:04:05.5000000009z",
    "2020-01-02T04:04:05.5+0100",
    "2020-01-02T04:04:05.5+01:00",
];

#[test]
fn moments_of_every_library_are_read_as_tolerantly_as_ours() {
    for text in MOMENTS {
        becomes::<chrono::DateTime<chrono::Utc>>(text, "2020-01-02T03:04:05.5Z");
        becomes::<jiff::Timestamp>(text, "2020-01-02T03:04:05.5Z");
        let moment: time::OffsetDateTime = json::from_str(&json::to_string(text).unwrap()).unwrap();
        assert_eq!(
            moment.unix_timestamp_nanos(),
            1_577_934_245_500_000_000,
            "{text}"
        );
    }
    becomes::<time::OffsetDateTime>("2020-01-02T03:04-05:30", "2020-01-02T03:04:00-05:30");
    becomes::<time::OffsetDateTime>("2020-01-02", "2020-01-02T00:00:00Z");
    for none in [
        "",
        "soon",
        "2020-02-30T00:00:00Z",
        "2020-01-01T25:00:00Z",
        "2020-01-01T00:00:00+99:99",
        "é",
    ] {
        refused::<chrono::DateTime<chrono::Utc>>(none, "a date-time");
        refused::<jiff::Timestamp>(none, "a date-time");
        refused::<time::OffsetDateTime>(none, "a date-time");
    }
}

#[test]
fn dates_and_times_of_day_of_every_library_are_written_as_in_rfc_3339() {
    for text in ["2020-02-29", "2020-02-29T10:00:00Z"] {
        becomes::<chrono::NaiveDate>(text, "2020-02-29");
        becomes::<jiff::civil::Date>(text, "2020-02-29");
        becomes::<time::Date>(text, "2020-02-29");
    }
    refused::<chrono::NaiveDate>("2021-02-29", "a date");
    refused::<jiff::civil::Date>("2021-02-29", "a date");
    refused::<time::Date>("2021-02-29", "a date");
    for text in ["09:05", "09:05:00Z", "T09:05:00.000"] {
        becomes::<chrono::NaiveTime>(text, "09:05:00");
        becomes::<jiff::civil::Time>(text, "09:05:00");
        becomes::<time::Time>(text, "09:05:00");
    }
    becomes::<time::Time>("09:05:00.120", "09:05:00.12");
    refused::<chrono::NaiveTime>("1:23AM", "a time of day");
    refused::<jiff::civil::Time>("1:23AM", "a time of day");
    refused::<time::Time>("1:23AM", "a time of day");
}

#[test]
fn durations_of_every_library_are_written_as_in_iso_8601() {
    for (text, expected) in [
        ("PT1H30M", "PT5400S"),
        ("P1DT0.5S", "PT86400.5S"),
        ("P1W", "PT604800S"),
        ("PT0S", "PT0S"),
    ] {
        becomes::<chrono::TimeDelta>(text, expected);
        becomes::<time::Duration>(text, expected);
        becomes::<Duration>(text, expected);
    }
    becomes::<chrono::TimeDelta>("-PT0.25S", "-PT0.25S");
    becomes::<time::Duration>("-PT1M", "-PT60S");
    becomes::<jiff::SignedDuration>("PT90M", "PT1H30M");
    refused::<Duration>("-PT1M", "a duration of known length");
    for none in [
        "",
        "P",
        "PT",
        "P1M",
        "P1Y",
        "1h",
        "PT1M1H",
        "PT.S",
        "P99999999999999999999999W",
        "PT1e5S",
    ] {
        refused::<chrono::TimeDelta>(none, "a duration of known length");
        refused::<time::Duration>(none, "a duration of known length");
        refused::<Duration>(none, "a duration of known length");
    }
}

#[test]
fn other_types_are_those_of_their_libraries() {
    becomes::<uuid::Uuid>(
        "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11",
        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
    );
    refused::<uuid::Uuid>("a0ee", "a UUID");
    becomes::<url::Url>("HTTPS://example.com", "https://example.com/");
    refused::<url::Url>("/a", "an absolute URL");
    becomes::<IpAddr>("2001:DB8::1", "2001:db8::1");
    refused::<IpAddr>("10.0.0.1/8", "an IP address");
    becomes::<rust_decimal::Decimal>("1.50", "1.50");
    becomes::<rust_decimal::Decimal>("1e3", "1000");
    refused::<rust_decimal::Decimal>("1,5", "a decimal number of 96 bits");
}
