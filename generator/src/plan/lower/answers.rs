use http::StatusCode;

use super::groups::OperationNames;
use super::items::Items;
use super::markdown::markdown;
use super::media_types;
use super::streams;
use crate::ir::{Operation, Payload, Response};
use crate::naming::{Case, Scope};
use crate::plan::{Answer, Arm, Failure, Reading, StatusMatch, Success};
use crate::terms::StatusPattern;

/// The media types that the operation's answers can be read from, each once.
pub(super) fn accept(operation: &Operation) -> String {
    let mut types: Vec<&str> = Vec::new();
    let successes = successes(operation);
    let is_only_stream = streams::is_only(operation);
    for response in &operation.responses {
        let is_success = successes
            .iter()
            .any(|success| success.status == response.status);
        // A stream is asked for by itself where a success can be something else.
        let contents = response
            .contents
            .iter()
            .filter(|content| is_only_stream || !is_success || !is_stream(&content.payload));
        for content in contents {
            let media_type = content.media_type.as_str();
            if !types.contains(&media_type) {
                types.push(media_type);
            }
        }
    }
    types.join(", ")
}

/// Whether answers of the classes 1XX and 3XX are the successes: the document declares some, and none of 2XX.
pub(super) fn redirects(operation: &Operation) -> bool {
    let declared = |is: fn(StatusPattern) -> bool| {
        let mut responses = operation.responses.iter();
        responses.any(|response| is(response.status))
    };
    declared(is_redirect) && !declared(StatusPattern::is_success)
}

/// A class between the failures and the successes proper.
fn is_redirect(status: StatusPattern) -> bool {
    match status {
        StatusPattern::Code(code) => matches!(code, 100..=199 | 300..=399),
        StatusPattern::Range(class) => matches!(class, 1 | 3),
        StatusPattern::Default => false,
    }
}

/// The responses that are successes. `default` describes one where nothing else does.
pub(super) fn successes(operation: &Operation) -> Vec<&Response> {
    let of = |is: &dyn Fn(StatusPattern) -> bool| -> Vec<&Response> {
        let responses = operation.responses.iter();
        responses.filter(|response| is(response.status)).collect()
    };
    let kinds = [
        of(&StatusPattern::is_success),
        of(&is_redirect),
        of(&|status| status == StatusPattern::Default),
    ];
    let mut kinds = kinds.into_iter();
    kinds.find(|found| !found.is_empty()).unwrap_or_default()
}

/// What a success is: one type, or an enum.
pub(super) fn success(items: &Items<'_>, operation: &Operation, names: &OperationNames) -> Success {
    if streams::is_only(operation) {
        return Success::Stream;
    }
    let outcomes: Vec<Outcome<'_>> = (successes(operation).into_iter())
        .flat_map(|response| outcomes(items, response, true))
        .collect();
    match only(&outcomes) {
        Only::None => Success::One(Answer::Empty),
        Only::One(answer) => Success::One(answer),
        Only::Several => Success::Several {
            ident: names.success.clone(),
            arms: arms(outcomes),
        },
    }
}

/// What a failure is: nothing known, one type, or an enum.
pub(super) fn failure(items: &Items<'_>, operation: &Operation, names: &OperationNames) -> Failure {
    let common = items
        .api()
        .error
        .map(|error| Answer::Json(items.types.ty(error)));
    let successes = successes(operation);
    let is_failure = |response: &&Response| {
        let mut successes = successes.iter();
        !successes.any(|success| success.status == response.status)
    };
    let mut described: Vec<Outcome<'_>> = Vec::new();
    for response in operation.responses.iter().filter(is_failure) {
        for outcome in outcomes(items, response, false) {
            let own = Some(&outcome.answer).filter(|answer| **answer != Answer::Empty);
            let answer = own.or(common.as_ref()).cloned();
            described.extend(answer.map(|answer| Outcome { answer, ..outcome }));
        }
    }
    match only(&described) {
        Only::None => common.map_or(Failure::Undecoded, Failure::One),
        Only::One(answer) if common.is_none_or(|common| common == answer) => Failure::One(answer),
        Only::One(_) | Only::Several => Failure::Several {
            ident: names.error.clone(),
            arms: arms(described),
        },
    }
}

/// What a response is if it has one of some media types that are all of the same type.
struct Outcome<'a> {
    response: &'a Response,
    media_types: Vec<String>,
    answer: Answer,
    /// The response has others.
    is_one_of_several: bool,
}

fn outcomes<'a>(items: &Items<'_>, response: &'a Response, is_success: bool) -> Vec<Outcome<'a>> {
    let mut groups: Vec<Vec<Reading>> = Vec::new();
    let mut has_stream = false;
    for content in &response.contents {
        if is_success && is_stream(&content.payload) {
            has_stream = true;
            continue;
        }
        let media_type = content.media_type.as_str().to_owned();
        let answer = answer(items, &content.payload);
        let same_type = |group: &&mut Vec<Reading>| {
            let mut readings = group.iter();
            readings.any(|reading| reading.answer.ty() == answer.ty())
        };
        match groups.iter_mut().find(same_type) {
            Some(group) => add(group, media_type, answer),
            None => groups.push(vec![Reading {
                media_types: vec![media_type],
                answer,
            }]),
        }
    }
    if groups.is_empty() && !has_stream {
        groups.push(Vec::new());
    }
    let is_one_of_several = groups.len() > 1;
    let outcome = |group: Vec<Reading>| Outcome {
        response,
        media_types: (group.iter())
            .flat_map(|reading| reading.media_types.clone())
            .collect(),
        answer: together(group),
        is_one_of_several,
    };
    groups.into_iter().map(outcome).collect()
}

fn add(group: &mut Vec<Reading>, media_type: String, answer: Answer) {
    let known = group.iter_mut().find(|reading| reading.answer == answer);
    match known {
        Some(reading) => reading.media_types.push(media_type),
        None => group.push(Reading {
            media_types: vec![media_type],
            answer,
        }),
    }
}

/// How a body is read whose readings are all of one type.
fn together(mut readings: Vec<Reading>) -> Answer {
    match (readings.pop(), readings.is_empty()) {
        (None, _) => Answer::Empty,
        (Some(only), true) => only.answer,
        (Some(last), false) => {
            readings.push(last);
            Answer::ByMediaType(readings)
        }
    }
}

/// Whether outcomes differ.
enum Only {
    None,
    One(Answer),
    Several,
}

fn only(outcomes: &[Outcome<'_>]) -> Only {
    let Some(first) = outcomes.first() else {
        return Only::None;
    };
    if outcomes
        .iter()
        .all(|outcome| outcome.answer == first.answer)
    {
        Only::One(first.answer.clone())
    } else {
        Only::Several
    }
}

/// The variants of what differs by status, by media type, or by both.
fn arms(outcomes: Vec<Outcome<'_>>) -> Vec<Arm> {
    let is_one_status = (outcomes.windows(2)).all(|pair| match pair {
        [one, other] => one.response.status == other.response.status,
        _ => true,
    });
    let wanted: Vec<String> = outcomes
        .iter()
        .map(|outcome| {
            let media_type = outcome.media_types.first().map(String::as_str);
            let media_type = media_type.filter(|_| outcome.is_one_of_several);
            let media_type = media_type.map(media_types::name).unwrap_or_default();
            let status = Some(status_name(outcome.response.status)).filter(|_| !is_one_status);
            format!("{} {media_type}", status.unwrap_or_default())
        })
        .collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let idents = Scope::new(Case::Variant).claim_all(&wanted);
    let arm = |(outcome, ident): (Outcome<'_>, _)| Arm {
        ident,
        status: StatusMatch(outcome.response.status),
        docs: about(&outcome),
        media_types: outcome.media_types,
        answer: outcome.answer,
    };
    outcomes.into_iter().zip(idents).map(arm).collect()
}

fn answer(items: &Items<'_>, payload: &Payload) -> Answer {
    match payload {
        Payload::None => Answer::Empty,
        Payload::Json(ty) => Answer::Json(items.types.ty(*ty)),
        Payload::Text | Payload::Stream(_) => Answer::Text,
        Payload::Xml(body) => match items.xml.ident(body) {
            Some(table) => Answer::Xml(items.types.ty(body.ty), table),
            None => Answer::Bytes,
        },
        Payload::Plain(ty) => Answer::Plain(items.types.ty(*ty)),
        Payload::Bytes | Payload::Form(_) | Payload::Multipart(_) => Answer::Bytes,
    }
}

/// What a success is that is read while it arrives is described elsewhere; as a failure, it is a text.
fn is_stream(payload: &Payload) -> bool {
    matches!(payload, Payload::Stream(_))
}

fn about(outcome: &Outcome<'_>) -> Vec<String> {
    let status = outcome.response.status;
    let mut lines = match outcome.is_one_of_several {
        true => vec![format!(
            "Status {status}, as {}.",
            media_types::listed(&outcome.media_types)
        )],
        false => vec![format!("Status {status}.")],
    };
    let description = markdown(&outcome.response.description);
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    lines
}

/// What a status is called: by its reason phrase (RFC 9110 §15) where there is one.
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
