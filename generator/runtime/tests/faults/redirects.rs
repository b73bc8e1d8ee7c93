//! Answers that send elsewhere.

use super::calling::{client, get, post};
use super::server::{Misbehaving, answer};

async fn to(status: u16, location: &str) -> Misbehaving {
    let head =
        format!("{status} There\nLocation: {location}\nContent-Length: 0\nConnection: close");
    Misbehaving::answering(answer(&head, "")).await
}

#[tokio::test]
async fn a_redirect_loop_ends_with_the_redirect_itself() {
    for (status, location) in [(302, "/x"), (307, "/y"), (308, "?a=1"), (303, "")] {
        let server = to(status, location).await;
        let answer = get(&client(&server)).await.unwrap();
        assert_eq!(answer.status(), status);
        assert_eq!(server.requests(), 11);
        server.is_left_alone().await;
    }
}

#[tokio::test]
async fn a_redirect_to_another_origin_is_handed_over_and_nothing_goes_there() {
    let other = to(302, "/x").await;
    let port = other.url().rsplit_once(':').unwrap().1.to_owned();
    for location in [
        other.url(),
        other.url().trim_start_matches("http:").to_owned(),
        format!("http://localhost:{port}/x"),
        format!("http://127.0.0.1:{port}@127.0.0.1:{port}/"),
        format!("HTTP:\\\\127.0.0.1:{port}/"),
    ] {
        for status in [301, 302, 303, 307, 308] {
            let server = to(status, &location).await;
            assert_eq!(get(&client(&server)).await.unwrap().status(), status);
            assert_eq!(post(&client(&server)).await.unwrap().status(), status);
            assert_eq!(server.requests(), 2, "{location}");
        }
    }
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_handed_over() {
    for location in [
        "",
        "http://",
        "http://[::1",
        "file:///etc/passwd",
        "mailto:a@b",
        "\u{fc}",
    ] {
        let head = match location {
            "" => "302 There\nContent-Length: 0".to_owned(),
            location => format!("302 There\nLocation: {location}\nContent-Length: 0"),
        };
        let server = Misbehaving::answering(answer(&head, "")).await;
        let answer = get(&client(&server)).await.unwrap();
        assert_eq!(answer.status(), 302, "{location}");
    }
}
