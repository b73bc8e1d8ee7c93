use crate::server::Answer;

/// A request as it has to arrive, what it is answered with, and what the program says of it.
pub(super) struct Row {
    pub(super) request: &'static str,
    pub(super) accept: Option<&'static str>,
    pub(super) answer: Answer,
    pub(super) said: &'static [&'static str],
}

const AVATAR: &str = "image/png, application/json, application/vnd.avatar+json; version=2, text/plain, \
                      application/problem+json";

/// The calls of the program, in their order.
pub(super) fn rows() -> Vec<Row> {
    let mut rows = avatars();
    rows.extend(texts());
    rows.extend(jobs());
    rows.extend(header_fields());
    rows
}

fn of(status: u16, content_type: &str, body: &str) -> Answer {
    let answer = Answer::status(status).body(body);
    match content_type {
        "" => answer,
        stated => answer.header("content-type", stated),
    }
}

fn row(
    request: &'static str,
    accept: &'static str,
    answer: Answer,
    said: &'static [&'static str],
) -> Row {
    Row {
        request,
        accept: Some(accept).filter(|accept| !accept.is_empty()),
        answer,
        said,
    }
}

fn avatars() -> Vec<Row> {
    let get = |answer, said| row("GET /avatar", AVATAR, answer, said);
    let json = r#"{"name":"a"}"#;
    vec![
        get(
            of(200, "image/png", "\u{89}"),
            &["200 ImagePng(b\"\\xc2\\x89\")"],
        ),
        get(
            of(200, "application/json; charset=utf-8", json),
            &["200 Json(Avatar { name: \"a\", unknown_fields: {} })"],
        ),
        get(
            of(200, "application/vnd.avatar+json;version=2", r#"["a"]"#),
            &["200 VndAvatarJson([\"a\"])"],
        ),
        get(
            of(200, "text/plain; charset=iso-8859-1", "a"),
            &["200 TextPlain(\"a\")"],
        ),
        get(
            of(200, "text/html", "<p>"),
            &[
                "getAvatar: 200 OK, so the call succeeded, but its body (3 bytes) was not understood: expected image/png or \
               application/json or application/vnd.avatar+json; version=2 or text/plain, found `text/html`",
            ],
        ),
        get(
            of(404, "application/problem+json", r#"{"title":"t"}"#),
            &[
                "404 failed Some(NotFoundProblemJson(Problem { title: Some(\"t\"), unknown_fields: {} }))",
            ],
        ),
        get(
            of(404, "text/plain", "t"),
            &["404 failed Some(NotFoundTextPlain(\"t\"))"],
        ),
        get(
            of(503, "application/problem+json", "{}"),
            &["503 failed Some(ServerError(Problem { title: None, unknown_fields: {} }))"],
        ),
        row(
            "GET /avatar",
            "image/png",
            of(200, "", "x"),
            &["200 ImagePng(b\"x\")"],
        ),
    ]
}

fn texts() -> Vec<Row> {
    let name = "application/json, text/plain";
    vec![
        row(
            "GET /count",
            "text/plain",
            of(200, "text/plain", "42\n"),
            &["200 42"],
        ),
        row(
            "GET /count",
            "text/plain",
            of(200, "text/plain", "many"),
            &[
                "getCount: 200 OK, so the call succeeded, but its body (4 bytes) was not understood: expected an integer, \
               found the string \"many\" (line 1, column 1)",
            ],
        ),
        row(
            "GET /state",
            "text/plain",
            of(200, "text/plain", "off"),
            &["200 Off"],
        ),
        row(
            "GET /name",
            name,
            of(200, "application/json", "\"n\""),
            &["200 \"n\""],
        ),
        row(
            "GET /name",
            name,
            of(200, "text/plain", "n"),
            &["200 \"n\""],
        ),
        row(
            "GET /any",
            "*/*",
            of(200, "application/json", r#"{"name":"a"}"#),
            &["200 Avatar { name: \"a\", unknown_fields: {} }"],
        ),
        row(
            "GET /image",
            "image/*",
            of(200, "image/gif", "GIF"),
            &["200 b\"GIF\""],
        ),
        row(
            "GET /archive",
            "",
            Answer::redirect(302, "/elsewhere"),
            &[
                "Ok(GetArchiveHeaders { location: \"/elsewhere\" })",
                "302 ()",
            ],
        ),
    ]
}

fn jobs() -> Vec<Row> {
    let put = |answer, said| row("PUT /job", "application/json", answer, said);
    let maybe = |answer, said| row("GET /maybe", "application/json", answer, said);
    vec![
        put(
            Answer::json(r#"{"name":"a"}"#),
            &["200 Ok(Avatar { name: \"a\", unknown_fields: {} })"],
        ),
        put(of(202, "text/plain", "later"), &["202 Accepted"]),
        put(Answer::status(204), &["204 NoContent"]),
        put(
            Answer::status(206),
            &[
                "startJob: 206 Partial Content, so the call succeeded, but its body (0 bytes) was not understood: the \
               description says nothing of answers with this status",
            ],
        ),
        row("HEAD /job", "", Answer::status(200), &["200 ()"]),
        maybe(Answer::json("1"), &["200 Some(1)"]),
        maybe(Answer::status(204), &["204 None"]),
    ]
}

fn header_fields() -> Vec<Row> {
    let get = |answer, said| row("GET /fields", "", answer, said);
    let all = Answer::status(204)
        .header("x-count", "9007199254740993")
        .header("X-Ratio", "0.5")
        .header("X-Flag", "true")
        .header("X-When", "2024-02-29T12:00:00Z")
        .header("X-Kind", "small")
        .header("X-Ids", "1, 2")
        .header("X-Ids", "3")
        .header("X-Tags", "a,\"b,c\" , 7")
        .header("X-Point", "x,1,y,2.5,label,3")
        .header("X-Members", "x=1,y=2.5,label=a=b")
        .header("X-Json", r#"{"x":1}"#)
        .header("Set-Cookie", "a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT")
        .header("Set-Cookie", "b=2");
    vec![
        get(
            all,
            &[
                "GetFieldsHeaders { x_count: 9007199254740993, x_ratio: Some(0.5), x_flag: Some(true), x_when: \
               Some(\"2024-02-29T12:00:00Z\"), x_kind: Some(Small), x_ids: Some([1, 2, 3]), x_tags: Some([\"a\", \
               \"\\\"b,c\\\"\", \"7\"]), x_point: Some(Point { x: Some(1), y: Some(2.5), label: Some(\"3\"), unknown_fields: \
               {} }), x_members: Some(Point { x: Some(1), y: Some(2.5), label: Some(\"a=b\"), unknown_fields: {} }), x_json: \
               Some(Point { x: Some(1), y: None, label: None, unknown_fields: {} }), set_cookie: [Sensitive, Sensitive], \
               x_absent: None }",
                "204 ()",
            ],
        ),
        get(
            Answer::status(204),
            &["the header field `X-Count` is missing", "204 ()"],
        ),
        get(
            Answer::status(429).header("X-Reset", "5"),
            &["Some(5)", "429 failed None"],
        ),
    ]
}
