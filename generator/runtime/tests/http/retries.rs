//! Whether and when a request is sent again.

use std::time::Duration;

use clientwright_runtime::answer::retry_after;
use clientwright_runtime::retry::{Decision, Outcome, Policy, decide};
use clientwright_runtime::{HeaderMap, StatusCode, TransportErrorKind};

const POLICY: Policy = Policy {
    max_attempts: 3,
    repeatable: true,
    max_delay: Duration::from_secs(30),
};
const ONCE: Policy = Policy {
    repeatable: false,
    ..POLICY
};

fn status(code: u16) -> Outcome {
    Outcome::Answer(StatusCode::from_u16(code).unwrap(), None)
}

fn check(policy: Policy, attempt: u32, outcome: Outcome, expected: Option<u64>) {
    let expected = match expected {
        Some(millis) => Decision::Again(Duration::from_millis(millis)),
        None => Decision::Stop,
    };
    let decision = decide(&policy, attempt, outcome, 0.5);
    assert_eq!(decision, expected, "{policy:?} {attempt} {outcome:?}");
}

#[test]
fn statuses_that_pass_are_tried_again_if_the_call_may_be_repeated() {
    for code in [408, 429, 500, 502, 503, 504] {
        check(POLICY, 1, status(code), Some(250));
        check(ONCE, 1, status(code), None);
    }
    for code in [
        200, 201, 204, 301, 304, 400, 401, 403, 404, 409, 422, 501, 505,
    ] {
        check(POLICY, 1, status(code), None);
    }
}

#[test]
fn what_was_never_sent_is_tried_again_whatever_the_method() {
    for kind in [
        TransportErrorKind::Connect,
        TransportErrorKind::ConnectTimeout,
    ] {
        check(POLICY, 1, Outcome::Failed(kind), Some(250));
        check(ONCE, 1, Outcome::Failed(kind), Some(250));
    }
    check(
        POLICY,
        1,
        Outcome::Failed(TransportErrorKind::Broken),
        Some(250),
    );
    check(ONCE, 1, Outcome::Failed(TransportErrorKind::Broken), None);
    check(POLICY, 1, Outcome::Failed(TransportErrorKind::Silent), None);
}

#[test]
fn attempts_have_an_end() {
    check(POLICY, 2, status(503), Some(500));
    check(POLICY, 3, status(503), None);
    check(
        Policy {
            max_attempts: 1,
            ..POLICY
        },
        1,
        status(503),
        None,
    );
    check(
        Policy {
            max_attempts: 0,
            ..POLICY
        },
        1,
        status(503),
        None,
    );
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
fn what_the_service_asks_for_is_done_up_to_a_limit() {
    let asked = |seconds| {
        Outcome::Answer(
            StatusCode::TOO_MANY_REQUESTS,
            Some(Duration::from_secs(seconds)),
        )
    };
    check(POLICY, 1, asked(0), Some(0));
    check(POLICY, 1, asked(7), Some(7000));
    check(POLICY, 1, asked(30), Some(30_000));
    check(POLICY, 1, asked(31), None);
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
