use http::StatusCode;

use super::groups::OperationNames;
use super::items::Items;
use super::markdown::markdown;
use crate::ir::{Operation, Payload, Response};
use crate::naming::{Case, Scope};
use crate::plan::{Answer, Failure, FailureArm, StatusMatch, Success, SuccessArm};
use crate::terms::{MediaType, StatusPattern};

/// The media types that the operation's answers can be read from, each once.
pub(super) fn accept(operation: &Operation) -> String {
    let mut types: Vec<&str> = Vec::new();
    let named = operation
        .responses
        .iter()
        .filter_map(|response| response.media_type.as_ref());
    for media_type in named.map(MediaType::as_str) {
        if !types.contains(&media_type) {
            types.push(media_type);
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
        .map(|response| answer(items, &response.payload))
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
        let own = Some(answer(items, &response.payload)).filter(|answer| *answer != Answer::Empty);
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

fn answer(items: &Items<'_>, payload: &Payload) -> Answer {
    match payload {
        Payload::None => Answer::Empty,
        Payload::Json(ty) => Answer::Json(items.types.ty(*ty)),
        Payload::Text => Answer::Text,
        Payload::Bytes | Payload::Form(_) | Payload::Multipart(_) => Answer::Bytes,
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
        StatusPattern::Code(code) => StatusCode::from_u16(code)
            .ok()
            .and_then(|code| code.canonical_reason())
            .unwrap_or("Status"),
    }
}
