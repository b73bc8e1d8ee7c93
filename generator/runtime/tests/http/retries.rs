//! Whether and when a request is sent again.

use std::time::Duration;

use clientwright_runtime::answer::retry_after;
use clientwright_runtime::retry::{Decision, Outcome, Policy, decide, is_idempotent};
use clientwright_runtime::{HeaderMap, Method, StatusCode, TransportErrorKind};

const POLICY: Policy = Policy {
    max_attempts: 3,
    repeatable: true,
    max_delay: Duration::from_secs(30),
    time_left: Duration::MAX,
};
const ONCE: Policy = Policy {
    repeatable: false,
    ..POLICY
};

fn status(code: u16) -> Outcome {
    Outcome::Answer(StatusCode::from_u16(code).unwrap(), None)
}

fn asked(code: u16, seconds: u64) -> Outcome {
    let asked = Duration::from_secs(seconds);
    Outcome::Answer(StatusCode::from_u16(code).unwrap(), Some(asked))
}

fn check(policy: Policy, attempt: u32, outcome: Outcome, expected: Option<u64>) {
    let expected = match expected {
        Some(millis) => Decision::Again(Duration::from_millis(millis)),
        None => Decision::Stop,
    };
    let decision = decide(&policy, attempt, outcome, 0.5);
    assert_eq!(decision, expected, "{policy:?} {attempt} {outcome:?}");
}

/// What came of the first attempt, the seconds that the answer asks for, and the pause in
/// milliseconds before the next attempt: of a call that may be repeated, and of one that may not.
type Row = (
    Result<u16, TransportErrorKind>,
    Option<u64>,
    Option<u64>,
    Option<u64>,
);

#[rustfmt::skip]
const TABLE: &[Row] = &[
    // outcome                                  Retry-After  repeatable    not
    (Err(TransportErrorKind::Connect),          None,        Some(250),    Some(250)),
    (Err(TransportErrorKind::ConnectTimeout),   None,        Some(250),    Some(250)),
    (Err(TransportErrorKind::Broken),           None,        Some(250),    None),
    (Err(TransportErrorKind::Silent),           None,        None,         None),
    (Ok(200),                                   None,        None,         None),
    (Ok(201),                                   None,        None,         None),
    (Ok(202),                                   Some(1),     None,         None),
    (Ok(204),                                   None,        None,         None),
    (Ok(206),                                   None,        None,         None),
    (Ok(301),                                   Some(1),     None,         None),
    (Ok(304),                                   None,        None,         None),
    (Ok(307),                                   None,        None,         None),
    (Ok(400),                                   None,        None,         None),
    (Ok(401),                                   None,        None,         None),
    (Ok(403),                                   Some(1),     None,         None),
    (Ok(404),                                   None,        None,         None),
    (Ok(408),                                   None,        Some(250),    None),
    (Ok(408),                                   Some(1),     Some(1000),   None),
    (Ok(409),                                   Some(1),     None,         None),
    (Ok(413),                                   Some(1),     None,         None),
    (Ok(422),                                   None,        None,         None),
    (Ok(425),                                   None,        None,         None),
    (Ok(429),                                   None,        Some(250),    None),
    (Ok(429),                                   Some(0),     Some(0),      None),
    (Ok(429),                                   Some(7),     Some(7000),   None),
    (Ok(429),                                   Some(30),    Some(30_000), None),
    (Ok(429),                                   Some(31),    None,         None),
    (Ok(429),                                   Some(86_400), None,        None),
    (Ok(429),                                   Some(u64::MAX), None,      None),
    (Ok(500),                                   None,        Some(250),    None),
    (Ok(501),                                   Some(1),     None,         None),
    (Ok(502),                                   None,        Some(250),    None),
    (Ok(503),                                   None,        Some(250),    None),
    (Ok(503),                                   Some(2),     Some(2000),   None),
    (Ok(504),                                   None,        Some(250),    None),
    (Ok(505),                                   None,        None,         None),
    (Ok(599),                                   None,        None,         None),
    (Ok(999),                                   None,        None,         None),
];

#[test]
fn each_row_of_the_table_is_decided_as_it_says() {
    for (outcome, retry_after, repeatable, not) in TABLE {
        let outcome = match (outcome, retry_after) {
            (Ok(code), Some(seconds)) => asked(*code, *seconds),
            (Ok(code), None) => status(*code),
            (Err(kind), _) => Outcome::Failed(*kind),
        };
        check(POLICY, 1, outcome, *repeatable);
        check(ONCE, 1, outcome, *not);
    }
}

#[test]
fn methods_are_idempotent_as_the_standard_says() {
    for (method, expected) in [
        ("GET", true),
        ("HEAD", true),
        ("OPTIONS", true),
        ("TRACE", true),
        ("PUT", true),
        ("DELETE", true),
        ("QUERY", true),
        ("POST", false),
        ("PATCH", false),
        ("CONNECT", false),
        ("PURGE", false),
        ("get", false),
    ] {
        let named = Method::from_bytes(method.as_bytes()).unwrap();
        assert_eq!(is_idempotent(&named), expected, "{method}");
    }
}

#[test]
fn attempts_have_an_end() {
    for (max_attempts, attempt, expected) in [
        (3, 2, Some(500)),
        (3, 3, None),
        (3, 4, None),
        (1, 1, None),
        (0, 1, None),
        (u32::MAX, u32::MAX, None),
    ] {
        let policy = Policy {
            max_attempts,
            ..POLICY
        };
        check(policy, attempt, status(503), expected);
    }
}

#[test]
fn pauses_double_up_to_a_limit() {
    let policy = Policy {
        max_attempts: u32::MAX,
        ..POLICY
    };
    for (attempt, millis) in [
        (1, 250),
        (2, 500),
        (3, 1000),
        (4, 2000),
        (5, 4000),
        (6, 4000),
        (40, 4000),
    ] {
        check(policy, attempt, status(503), Some(millis));
    }
    let short = Policy {
        max_delay: Duration::from_millis(100),
        ..policy
    };
    check(short, 9, status(503), Some(100));
    let wild = decide(&POLICY, 1, status(503), f64::NAN);
    assert_eq!(wild, Decision::Again(Duration::from_millis(500)));
}

#[test]
fn a_pause_for_which_the_call_has_no_time_is_not_begun() {
    let left = |millis| Policy {
        time_left: Duration::from_millis(millis),
        ..POLICY
    };
    check(left(251), 1, status(503), Some(250));
    check(left(250), 1, status(503), None);
    check(left(1001), 1, asked(503, 1), Some(1000));
    check(left(1000), 1, asked(503, 1), None);
    check(left(0), 1, asked(503, 0), None);
    let later = left(2500).after(Duration::from_secs(1));
    check(later, 2, asked(503, 1), Some(1000));
    check(later.after(Duration::from_secs(1)), 2, asked(503, 1), None);
    check(later.after(Duration::MAX), 2, asked(503, 0), None);
}

fn check_header(fields: &[(&'static str, &str)], expected: Option<u64>) {
    let mut headers = HeaderMap::new();
    for (name, value) in fields {
        headers.insert(*name, value.parse().unwrap());
    }
    let expected = expected.map(Duration::from_secs);
    assert_eq!(retry_after(&headers), expected, "{fields:?}");
}

#[test]
fn retry_after_is_seconds_or_a_date() {
    let date = ("date", "Wed, 21 Oct 2015 07:28:00 GMT");
    check_header(&[], None);
    check_header(&[("retry-after", "120")], Some(120));
    check_header(&[("retry-after", "18446744073709551615")], Some(u64::MAX));
    check_header(&[("retry-after", "18446744073709551616")], Some(u64::MAX));
    check_header(&[("retry-after", "")], None);
    check_header(&[("retry-after", "+1")], None);
    check_header(&[("retry-after", "1.5")], None);
    check_header(&[("retry-after", "soon")], None);
    check_header(&[("retry-after", "-1")], None);
    check_header(
        &[("retry-after", "Wed, 21 Oct 2015 07:28:09 GMT"), date],
        Some(9),
    );
    check_header(
        &[("retry-after", "Wed, 21 Oct 2015 07:27:00 GMT"), date],
        Some(0),
    );
    check_header(&[("retry-after", "Wed, 21 Oct 2015 07:28:09 GMT")], Some(0));
}
