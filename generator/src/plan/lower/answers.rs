use super::groups::OperationNames;
use super::items::Items;
use super::markdown::markdown;
use crate::ir::{Operation, Payload, Response};
use crate::naming::{Case, Scope};
use crate::plan::{Answer, Failure, FailureArm, StatusMatch, Success, SuccessArm};
use crate::terms::StatusPattern;

/// The media types that the operation's answers can be read from, each once.
pub(super) fn accept(operation: &Operation) -> String {
    let mut types: Vec<&str> = Vec::new();
    for response in &operation.responses {
        if let Some(media_type) = response
            .media_type
            .as_ref()
            .map(|media_type| media_type.as_str())
        {
            if !types.contains(&media_type) {
                types.push(media_type);
            }
        }
    }
    types.join(", ")
}

/// What a success is: one type, or an enum by status.
pub(super) fn success(items: &Items<'_>, operation: &Operation, names: &OperationNames) -> Success {
    let declared: Vec<&Response> = operation
        .responses
        .iter()
        .filter(|response| response.status.is_success())
        .collect();
    // `default` describes a success where nothing else does.
    let responses = if declared.is_empty() {
        operation
            .responses
            .iter()
            .filter(|response| response.status == StatusPattern::Default)
            .collect()
    } else {
        declared
    };
    let answers: Vec<Answer> = responses
        .iter()
        .map(|response| answer(items, response.payload))
        .collect();
    let Some(first) = answers.first() else {
        return Success::One(Answer::Empty);
    };
    if answers.iter().all(|answer| answer == first) {
        return Success::One(first.clone());
    }
    let idents = Scope::new(Case::Variant).claim_all(&status_names(&responses));
    let arms = responses
        .iter()
        .zip(answers)
        .zip(idents)
        .map(|((response, answer), ident)| SuccessArm {
            ident,
            status: StatusMatch(response.status),
            docs: about(response),
            answer,
        });
    Success::Several {
        ident: names.success.clone(),
        arms: arms.collect(),
    }
}

/// What a failure is: nothing known, one type, or an enum by status.
pub(super) fn failure(items: &Items<'_>, operation: &Operation, names: &OperationNames) -> Failure {
    let common = items
        .api()
        .error
        .map(|error| Answer::Json(items.types.ty(error)));
    let has_success = operation
        .responses
        .iter()
        .any(|response| response.status.is_success());
    let is_failure = |response: &&Response| {
        !response.status.is_success() && (has_success || response.status != StatusPattern::Default)
    };
    let mut described: Vec<(&Response, Answer)> = Vec::new();
    for response in operation.responses.iter().filter(is_failure) {
        let own = Some(answer(items, response.payload)).filter(|answer| *answer != Answer::Empty);
        described.extend(
            own.or_else(|| common.clone())
                .map(|answer| (response, answer)),
        );
    }
    let Some((_, first)) = described.first() else {
        return common.map_or(Failure::Undecoded, Failure::One);
    };
    let one = described.iter().all(|(_, answer)| answer == first)
        && common.as_ref().is_none_or(|common| common == first);
    if one {
        return Failure::One(first.clone());
    }
    let responses: Vec<&Response> = described.iter().map(|(response, _)| *response).collect();
    let idents = Scope::new(Case::Variant).claim_all(&status_names(&responses));
    let arms = described
        .into_iter()
        .zip(idents)
        .map(|((response, answer), ident)| FailureArm {
            ident,
            status: StatusMatch(response.status),
            docs: about(response),
            answer,
        });
    Failure::Several {
        ident: names.error.clone(),
        arms: arms.collect(),
    }
}

fn answer(items: &Items<'_>, payload: Payload) -> Answer {
    match payload {
        Payload::None => Answer::Empty,
        Payload::Json(ty) => Answer::Json(items.types.ty(ty)),
        Payload::Text => Answer::Text,
        Payload::Bytes => Answer::Bytes,
    }
}

fn about(response: &Response) -> Vec<String> {
    let mut lines = vec![format!("Status {}.", response.status)];
    let description = markdown(&response.description);
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    lines
}

/// What statuses are called: by their reason phrase (RFC 9110 §15) where there is one.
fn status_names(responses: &[&Response]) -> Vec<&'static str> {
    responses
        .iter()
        .map(|response| status_name(response.status))
        .collect()
}

fn status_name(status: StatusPattern) -> &'static str {
    match status {
        StatusPattern::Default => "Default",
        StatusPattern::Range(1) => "Informational",
        StatusPattern::Range(2) => "Successful",
        StatusPattern::Range(3) => "Redirection",
        StatusPattern::Range(4) => "Client Error",
        StatusPattern::Range(_) => "Server Error",
        StatusPattern::Code(code) => reason(code),
    }
}

/// The reason phrase of a status code.
fn reason(code: u16) -> &'static str {
    const REASONS: &[(u16, &str)] = &[
        (100, "Continue"),
        (101, "Switching Protocols"),
        (102, "Processing"),
        (103, "Early Hints"),
        (200, "Ok"),
        (201, "Created"),
        (202, "Accepted"),
        (203, "Non Authoritative Information"),
        (204, "No Content"),
        (205, "Reset Content"),
        (206, "Partial Content"),
        (207, "Multi Status"),
        (208, "Already Reported"),
        (226, "Im Used"),
        (300, "Multiple Choices"),
        (301, "Moved Permanently"),
        (302, "Found"),
        (303, "See Other"),
        (304, "Not Modified"),
        (307, "Temporary Redirect"),
        (308, "Permanent Redirect"),
        (400, "Bad Request"),
        (401, "Unauthorized"),
        (402, "Payment Required"),
        (403, "Forbidden"),
        (404, "Not Found"),
        (405, "Method Not Allowed"),
        (406, "Not Acceptable"),
        (407, "Proxy Authentication Required"),
        (408, "Request Timeout"),
        (409, "Conflict"),
        (410, "Gone"),
        (411, "Length Required"),
        (412, "Precondition Failed"),
        (413, "Content Too Large"),
        (414, "Uri Too Long"),
        (415, "Unsupported Media Type"),
        (416, "Range Not Satisfiable"),
        (417, "Expectation Failed"),
        (418, "Im A Teapot"),
        (421, "Misdirected Request"),
        (422, "Unprocessable Content"),
        (423, "Locked"),
        (424, "Failed Dependency"),
        (425, "Too Early"),
        (426, "Upgrade Required"),
        (428, "Precondition Required"),
        (429, "Too Many Requests"),
        (431, "Request Header Fields Too Large"),
        (451, "Unavailable For Legal Reasons"),
        (500, "Internal Server Error"),
        (501, "Not Implemented"),
        (502, "Bad Gateway"),
        (503, "Service Unavailable"),
        (504, "Gateway Timeout"),
        (505, "Http Version Not Supported"),
        (507, "Insufficient Storage"),
        (508, "Loop Detected"),
        (511, "Network Authentication Required"),
    ];
    REASONS
        .iter()
        .find(|(known, _)| *known == code)
        .map_or("Status", |(_, reason)| reason)
}
