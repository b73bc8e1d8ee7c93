//! Texts and numbers with a format: what comes goes back as it is, and what it holds can be had.
#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;
use std::time::{Duration as Length, SystemTime};

use clientwright_runtime::formats::{
    Base64, Base64Url, Binary, Date, DateTime, Decimal, Duration, HttpDate, Ip, Password, Time,
    UnixMillis, UnixNanos, UnixSeconds, Uri, Uuid,
};
use clientwright_runtime::json::{self, Decode, Encode, forms};
use indexmap::IndexSet;
use proptest::prelude::*;

/// What comes goes back byte for byte, whatever it is.
fn kept<T: Decode + Encode + Debug>(texts: &[&str]) {
    for text in texts {
        let json = json::to_string(text).unwrap();
        let value: T = json::from_str(&json).unwrap();
        assert_eq!(json::to_string(&value).unwrap(), json);
    }
}

const ODD: &[&str] = &[
    "",
    "soon",
    "0000-00-00",
    "\u{e9}\n\"",
    "2020-13-45T99:99:99Z",
    "-",
    "1e999999999999999999999",
];

#[test]
fn any_text_of_any_format_comes_back_as_it_was() {
    kept::<DateTime>(ODD);
    kept::<Date>(ODD);
    kept::<Time>(ODD);
    kept::<Duration>(ODD);
    kept::<HttpDate>(ODD);
    kept::<Uuid>(ODD);
    kept::<Uri>(ODD);
    kept::<Ip>(ODD);
    kept::<Base64>(ODD);
    kept::<Base64Url>(ODD);
    kept::<Binary>(ODD);
    kept::<Decimal>(ODD);
    kept::<Password>(ODD);
}

#[test]
fn date_times_mean_a_moment_however_servers_write_them() {
    let moment = "2020-01-02T03:04:05.123456789Z"
        .parse::<jiff::Timestamp>()
        .unwrap();
    for text in [
        "2020-01-02T03:04:05.123456789Z",
        "2020-01-02t03:04:05.123456789z",
        "2020-01-02 03:04:05.123456789+00:00",
        "2020-01-02T04:04:05.123456789+0100",
        "2020-01-02T03:04:05,123456789Z",
        "2020-01-02T03:04:05.12345678999Z",
        "2020-01-02T03:04:05.123456789",
        "2020-01-02 03:04:05.123456789 UTC",
        "2020-01-02 04:04:05.123456789 +01:00",
        " 2020-01-02T03:04:05.123456789-00:00 ",
        "2020-01-02T03:04:05.123456789+00:00[UTC]",
    ] {
        assert_eq!(DateTime::from(text).timestamp().unwrap(), moment, "{text}");
        kept::<DateTime>(&[text]);
    }
    let minute = DateTime::from("2020-01-02T03:04Z");
    assert_eq!(minute, DateTime::from("2020-01-02T03:04:00.000+00:00"));
    assert_eq!(
        DateTime::from("2020-01-02"),
        DateTime::from("2020-01-02T00:00:00Z")
    );
    assert_eq!(
        DateTime::from("2016-12-31T23:59:60Z")
            .timestamp()
            .unwrap()
            .as_second(),
        1_483_228_799
    );
}

#[test]
fn what_is_no_date_time_says_so() {
    let error = DateTime::from("soon").timestamp().unwrap_err();
    assert_eq!(error.to_string(), "expected a date-time, found \"soon\"");
    assert!("2020-02-30T00:00:00Z".parse::<DateTime>().is_err());
    assert_eq!(
        "2020-02-28T00:00:00Z".parse::<DateTime>().unwrap().as_str(),
        "2020-02-28T00:00:00Z"
    );
}

#[test]
fn date_times_are_made_of_moments() {
    let moment = SystemTime::UNIX_EPOCH + Length::from_millis(1_500);
    let made = DateTime::from(moment);
    assert_eq!(made.as_str(), "1970-01-01T00:00:01.5Z");
    assert_eq!(made.to_system_time().unwrap(), moment);
    let zoned = "2020-01-02T03:04:05-05:00[-05:00]"
        .parse::<jiff::Zoned>()
        .unwrap();
    assert_eq!(DateTime::from(zoned).as_str(), "2020-01-02T03:04:05-05:00");
    assert_eq!(made.offset(), Some(jiff::tz::Offset::UTC));
    assert_eq!(DateTime::from("2020-01-02T03:04:05").offset(), None);
}

#[test]
fn a_year_that_no_calendar_has_becomes_the_last_moment() {
    let beyond = SystemTime::UNIX_EPOCH
        .checked_add(Length::from_secs(1 << 50))
        .unwrap();
    assert!(DateTime::from(beyond).as_str().starts_with("9999-12-30T"));
}

#[test]
fn dates_and_times_of_day_mean_what_they_say() {
    assert_eq!(
        Date::from("2020-02-29").to_date().unwrap(),
        jiff::civil::date(2020, 2, 29)
    );
    assert_eq!(Date::from("2020-02-29T10:00:00Z"), Date::from("20200229"));
    assert!(Date::from("2021-02-29").to_date().is_err());
    assert_eq!(Date::new(2020, 2, 29).unwrap().as_str(), "2020-02-29");
    assert!(Date::new(2021, 2, 29).is_err());
    assert_eq!(
        Time::from("10:30:00Z").to_time().unwrap(),
        jiff::civil::time(10, 30, 0, 0)
    );
    assert_eq!(Time::from("10:30"), Time::from("10:30:00.000"));
    assert_ne!(Time::from("10:30:00Z"), Time::from("10:30:00+01:00"));
    assert!(Time::from("1:23AM").to_time().is_err());
}

#[test]
fn durations_have_a_length_unless_they_are_of_months() {
    for text in ["PT1H30M", "1h30m", "5400s", "PT90M", "01:30:00", "PT1.5H"] {
        assert_eq!(
            Duration::from(text).to_std().unwrap(),
            Length::from_secs(5_400),
            "{text}"
        );
    }
    assert_eq!(
        Duration::from("P1DT1H").to_std().unwrap(),
        Length::from_secs(90_000)
    );
    assert!(Duration::from("P1M").to_std().is_err());
    assert_eq!(Duration::from("P1M").to_span().unwrap().get_months(), 1);
    assert!(Duration::from("-PT5M").to_std().is_err());
    assert_eq!(
        Duration::from(Length::from_millis(90_500)).as_str(),
        "PT1M30.5S"
    );
    assert_eq!(
        Duration::from(Length::MAX),
        Duration::from(jiff::SignedDuration::MAX)
    );
}

#[test]
fn uuids_addresses_and_decimals_are_compared_by_what_they_hold() {
    let upper = Uuid::from("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11");
    assert_eq!(upper, Uuid::from("a0eebc999c0b4ef8bb6d6bb9bd380a11"));
    assert_eq!(upper.as_str(), "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11");
    assert_eq!(Uuid::from(upper.to_uuid().unwrap()), upper);
    assert_eq!(Ip::from("2001:DB8::1"), Ip::from("2001:db8:0:0::1"));
    assert!(Ip::from("10.0.0.1:80").to_ip().is_err());
    for same in ["1.5", "1.50", "+1.5", "01.5", "15e-1", " 1.5 "] {
        assert_eq!(Decimal::from(same), Decimal::from("1.5"), "{same}");
    }
    assert_eq!(Decimal::from(".5"), Decimal::from("0.5"));
    assert_eq!(Decimal::from("5."), Decimal::from(5));
    assert_ne!(Decimal::from("."), Decimal::from(0));
    assert_eq!(
        Decimal::from("9223372036854775808").to_u64().unwrap(),
        1 << 63
    );
    assert!(Decimal::from("9223372036854775808").to_i64().is_err());
    assert!(Decimal::from("1,5").to_number().is_err());
    assert_eq!(Decimal::try_from(0.1).unwrap().as_str(), "0.1");
    assert!(Decimal::try_from(f64::NAN).is_err());
}

#[test]
fn decimals_come_in_the_order_of_their_values() {
    let sorted = [
        "-10", "-9.5", "-0.1", "-0", "1e-3", "0.01", "0.1", "2", "10", "1e2", "soon",
    ];
    let set: BTreeSet<Decimal> = sorted
        .iter()
        .rev()
        .map(|text| Decimal::from(*text))
        .collect();
    let texts: Vec<&str> = set.iter().map(Decimal::as_str).collect();
    assert_eq!(texts, sorted);
}

#[test]
fn bytes_are_read_in_every_alphabet_and_written_in_their_own() {
    let bytes: &[u8] = &[0xfb, 0xff, 0xfe, 0x01];
    for text in ["+//+AQ==", "-__-AQ==", "-__-AQ", "+//+\r\nAQ==", "+//+AQ"] {
        assert_eq!(Base64::from_text(text).to_bytes().unwrap(), bytes, "{text}");
        assert_eq!(
            Base64Url::from_text(text).to_bytes().unwrap(),
            bytes,
            "{text}"
        );
    }
    assert_eq!(Base64::from(bytes).as_str(), "+//+AQ==");
    assert_eq!(Base64Url::from(bytes).as_str(), "-__-AQ");
    assert_eq!(Base64::from(b"hi").as_str(), "aGk=");
    assert!("not base64!".parse::<Base64>().is_err());
    assert_eq!(Binary::from("\u{e9}").as_bytes(), "\u{e9}".as_bytes());
    assert!(Binary::try_from([0xff].as_slice()).is_err());
}

#[test]
fn uris_keep_the_text_that_a_url_would_change() {
    let uri = Uri::from("HTTPS://Example.com");
    assert_eq!(uri.as_str(), "HTTPS://Example.com");
    assert_eq!(uri.to_url().unwrap().as_str(), "https://example.com/");
    assert!(Uri::from("/a").to_url().is_err());
    assert_eq!(
        Uri::from("/a")
            .to_url_in(&uri.to_url().unwrap())
            .unwrap()
            .as_str(),
        "https://example.com/a"
    );
}

#[test]
fn http_dates_mean_a_moment_in_all_their_three_forms() {
    for text in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        let moment = HttpDate::from(text).to_system_time().unwrap();
        assert_eq!(
            moment,
            SystemTime::UNIX_EPOCH + Length::from_secs(784_111_777),
            "{text}"
        );
        assert_eq!(
            HttpDate::from(moment).as_str(),
            "Sun, 06 Nov 1994 08:49:37 GMT"
        );
    }
    let before = SystemTime::UNIX_EPOCH - Length::from_secs(1);
    assert_eq!(
        HttpDate::from(before).as_str(),
        "Thu, 01 Jan 1970 00:00:00 GMT"
    );
}

#[test]
fn unix_times_are_numbers_and_moments() {
    let before = SystemTime::UNIX_EPOCH - Length::from_millis(1);
    assert_eq!(UnixSeconds::from(before), UnixSeconds(-1));
    assert_eq!(UnixMillis::from(before), UnixMillis(-1));
    assert_eq!(
        UnixNanos(-1).to_system_time().unwrap(),
        SystemTime::UNIX_EPOCH - Length::from_nanos(1)
    );
    assert_eq!(
        json::from_str::<UnixSeconds>("1e3").unwrap(),
        UnixSeconds(1_000)
    );
    assert_eq!(json::to_string(&UnixSeconds(7)).unwrap(), "7");
    let error = json::from_str::<UnixSeconds>("1.5").unwrap_err();
    assert_eq!(error.expected(), "an integer");
    for extreme in [i64::MIN, i64::MAX] {
        let _ = UnixSeconds(extreme).to_system_time();
        assert!(UnixNanos(extreme).to_system_time().is_some());
    }
}

#[test]
fn passwords_do_not_show() {
    let password = Password::from("secret");
    assert_eq!(format!("{password:?}"), "Password(…)");
    assert_eq!(password.as_str(), "secret");
}

#[test]
fn texts_with_a_format_are_smaller_than_texts_without() {
    assert_eq!(size_of::<Option<DateTime>>(), 16);
    assert_eq!(size_of::<Option<Decimal>>(), 16);
}

/// What is equal has one hash and is nowhere in order, and what is parsed strictly is what was written.
fn consistent<T>(texts: &[String])
where
    T: for<'a> From<&'a str> + FromStr + Ord + Hash + Clone + Debug + Display,
{
    let values: Vec<T> = texts.iter().map(|text| T::from(text)).collect();
    for left in &values {
        for right in &values {
            assert_eq!(left == right, left.cmp(right).is_eq(), "{left:?} {right:?}");
            let set: IndexSet<T> = [left.clone(), right.clone()].into();
            assert_eq!(
                set.len(),
                if left == right { 1 } else { 2 },
                "{left:?} {right:?}"
            );
        }
        let text = left.to_string();
        assert!(text.parse::<T>().is_err() || T::from(&text) == *left);
    }
}

proptest! {
    #[test]
    fn equality_hash_and_order_agree(
        texts in prop::collection::vec("[0-9]{1,3}|[-+.0-9e]{0,6}|2020-0[1-3]-[0-3]1[T ]0[0-2]:00(:00)?(Z|[+]01:00|)|P[0-9]*[DM]|PT[0-9]{1,2}[HM]|[a-fA-F0-9]{32}|::[0-9A-Fa-f]{1,4}|.{0,5}", 1..6)
    ) {
        consistent::<DateTime>(&texts);
        consistent::<Date>(&texts);
        consistent::<Time>(&texts);
        consistent::<Duration>(&texts);
        consistent::<HttpDate>(&texts);
        consistent::<Uuid>(&texts);
        consistent::<Uri>(&texts);
        consistent::<Ip>(&texts);
        consistent::<Decimal>(&texts);
    }
}

/// Tells whether a text has a form.
type Form = fn(&str) -> bool;

#[test]
fn a_glance_at_a_text_tells_which_format_it_has() {
    fn check(text: &str, expected: &[&str]) {
        let all: [(&str, Form); 9] = [
            ("date-time", forms::date_time),
            ("date", forms::date),
            ("time", forms::time),
            ("duration", forms::duration),
            ("http-date", forms::http_date),
            ("uuid", forms::uuid),
            ("uri", forms::uri),
            ("ip", forms::ip),
            ("decimal", forms::decimal),
        ];
        let found = all
            .iter()
            .filter(|(_, fits)| fits(text))
            .map(|(name, _)| *name);
        assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
    }
    check("2030-01-31T12:00:00Z", &["date-time"]);
    check("2030-01-31 12:00", &["date-time"]);
    check("2030-01-31", &["date"]);
    check("12:00:00", &["time"]);
    check("PT1H", &["duration"]);
    check("2m30s", &["duration"]);
    check("Sun, 06 Nov 1994 08:49:37 GMT", &["http-date"]);
    check("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", &["uuid"]);
    check("mailto:a@b", &["uri"]);
    check("10.0.0.1", &["ip"]);
    check("-1.50", &["decimal"]);
    for other in ["", "P", "now", "é:", "2030-1-1", "a0eebc99"] {
        check(other, &[]);
    }
}
