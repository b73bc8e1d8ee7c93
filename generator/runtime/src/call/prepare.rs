use std::time::Duration;

use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderValue, Method};
use url::Url;

use super::span::CallSpan;
use super::state::{Route, State};
use crate::client::header_field;
use crate::description::{Location, Scheme, SchemeKind};
use crate::error::{AuthFailure, CallError, RequestFailure};
use crate::retry::{self, Policy};
use crate::security::choose;
use crate::style::{self, PathValue};
use crate::transport::TransportRequest;

/// A call that is ready to be sent but for its credentials, which each attempt asks for anew.
pub(super) struct Prepared {
    pub(super) state: State,
    pub(super) request: TransportRequest,
    pub(super) schemes: Vec<&'static Scheme>,
    pub(super) policy: Policy,
    pub(super) span: CallSpan,
}

/// Finds everything that is wrong with a call before anything is sent.
pub(super) fn prepare(mut state: State) -> Result<Prepared, CallError> {
    let name = state.route.name.clone();
    state.fault().map_err(|failure| failure.of(name.clone()))?;
    let request = request(&state).map_err(|failure| failure.of(name.clone()))?;
    let schemes = schemes(&state, &request.headers).map_err(|failure| failure.of(name))?;
    let policy = policy(&state);
    let span = CallSpan::new(&state.route);
    Ok(Prepared {
        span,
        state,
        request,
        schemes,
        policy,
    })
}

/// A description, an application, or a key by which the service knows a repeated request can make
/// repeating safe whose method does not.
fn policy(state: &State) -> Policy {
    let State { route, limits, .. } = state;
    let is_known = route.retry || state.idempotency_key.is_some();
    Policy {
        // What can be read once can be sent once.
        max_attempts: match state.body.is_repeatable() {
            true => limits.max_attempts,
            false => 1,
        },
        repeatable: is_known || retry::is_idempotent(&route.method),
        max_delay: limits.max_retry_delay,
        time_left: limits.timeout.unwrap_or(Duration::MAX),
    }
}

fn request(state: &State) -> Result<TransportRequest, RequestFailure> {
    let mut request = TransportRequest::new(state.route.method.clone(), target(state)?);
    request.headers = headers(state)?;
    request.body = state.body.clone();
    Ok(request)
}

/// Where the request goes, without credentials.
pub(super) fn target(state: &State) -> Result<Url, RequestFailure> {
    if let Some(url) = &state.url {
        return Ok(url.clone());
    }
    let (path, query) = path_and_query(state)?;
    style::target(&base(state)?, &path, &query)
}

/// Of the base URLs the one nearest to the call. A server of the operation goes before the client's, but not before a
/// base URL that the application gave, to which it can be relative.
fn base(state: &State) -> Result<Url, RequestFailure> {
    let shared = state.client.shared();
    if let Some(url) = &state.base_url {
        return Ok(url.clone());
    }
    let of_client = || match (&shared.base_url, &shared.server) {
        (Some(url), _) | (None, Some(Ok(url))) => Ok(url.clone()),
        (None, Some(Err(failure))) => Err(failure.clone()),
        (None, None) => Err(RequestFailure::new(
            "no base URL was given, and the description of the API has none",
        )),
    };
    let Some(template) = state.route.server else {
        return of_client();
    };
    let server = template.filled(&|name| shared.variables.get(name));
    match (style::base_url(&server), &shared.base_url) {
        (Ok(_), Some(given)) => Ok(given.clone()),
        (Ok(server), None) => Ok(server),
        (Err(_), _) => of_client()?.join(&server).map_err(|error| {
            RequestFailure::new("the server of the operation is no URL").with_source(error)
        }),
    }
}

fn path_and_query(state: &State) -> Result<(String, String), RequestFailure> {
    let of = |location: Location| {
        state
            .values
            .iter()
            .filter(move |(parameter, _)| parameter.location == location)
    };
    let values: Vec<_> = of(Location::Path)
        .map(|(parameter, text)| PathValue {
            name: parameter.name,
            text,
        })
        .collect();
    let (path, fixed) = style::fill(&state.route.template, &values)?;
    let whole = of(Location::QueryString);
    let pairs = whole.chain(of(Location::Query)).map(|(_, text)| text);
    let pairs = std::iter::once(&fixed).chain(pairs).chain(&state.query);
    let query: Vec<_> = pairs
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    Ok((path, query.join("&")))
}

/// The client's, ours, those of parameters, and those of the call, each replacing those before.
fn headers(state: &State) -> Result<HeaderMap, RequestFailure> {
    let Route { accept, method, .. } = &state.route;
    let mut headers = state.client.shared().headers.clone();
    if !accept.is_empty() {
        headers
            .entry(ACCEPT)
            .or_insert(HeaderValue::from_static(accept));
    }
    if let Some(content_type) = &state.content_type {
        headers.insert(CONTENT_TYPE, content_type.clone());
    }
    if state.body.is_empty() && expects_body(method) {
        headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    if let Some((name, key)) = &state.idempotency_key {
        headers.insert(name, key.clone());
    }
    for (parameter, text) in &state.values {
        match parameter.location {
            Location::Path | Location::Query | Location::QueryString => {}
            Location::Header => {
                let (name, value) = header_field(parameter.name, text)?;
                headers.insert(name, value);
            }
            Location::Cookie => add_cookie(&mut headers, text)?,
        }
    }
    for (name, value) in &state.headers {
        headers.insert(name, value.clone());
    }
    Ok(headers)
}

/// Methods whose missing body is to be stated (RFC 9110 §8.6).
fn expects_body(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

fn add_cookie(headers: &mut HeaderMap, pairs: &str) -> Result<(), RequestFailure> {
    let given = headers.get(COOKIE).and_then(|value| value.to_str().ok());
    let text = match given {
        Some(given) if !given.is_empty() => format!("{given}; {pairs}"),
        Some(_) | None => pairs.to_owned(),
    };
    let (name, value) = header_field("cookie", &text)?;
    headers.insert(name, value);
    Ok(())
}

/// Whether the application has written the credential of a scheme itself.
fn is_given(state: &State, headers: &HeaderMap, scheme: &Scheme) -> bool {
    let is_value = |location: Location, name: &str| {
        let mut values = state.values.iter();
        values.any(|(parameter, _)| parameter.location == location && parameter.name == name)
    };
    match scheme.kind {
        SchemeKind::Bearer
        | SchemeKind::Basic
        | SchemeKind::Http(_)
        | SchemeKind::ApiKeyHeader(_) => {
            let name = scheme.header();
            name.is_some_and(|name| headers.contains_key(name))
        }
        SchemeKind::ApiKeyQuery(name) => {
            let key = style::encode::whole(name);
            let is_key = |pair: &String| pair.split('=').next() == Some(&key);
            is_value(Location::Query, name) || state.query.iter().any(is_key)
        }
        SchemeKind::ApiKeyCookie(name) => is_value(Location::Cookie, name),
    }
}

/// The schemes whose credentials are still to be written; what the application has written itself
/// counts as at hand.
fn schemes(state: &State, headers: &HeaderMap) -> Result<Vec<&'static Scheme>, AuthFailure> {
    let shared = state.client.shared();
    let is_given = |scheme: &Scheme| is_given(state, headers, scheme);
    let at_hand = |scheme: &Scheme| shared.credential(scheme).is_some() || is_given(scheme);
    let chosen = choose(state.route.security, &at_hand)
        .map_err(|needed| AuthFailure::new(format!("no credential was given for {needed}")))?;
    Ok(chosen
        .iter()
        .copied()
        .filter(|scheme| !is_given(scheme))
        .collect())
}
