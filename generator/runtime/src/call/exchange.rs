use http::StatusCode;

use super::credentials::Given;
use super::prepare::Prepared;
use super::redirect::follow;
use crate::error::CallError;
use crate::security::Written;
use crate::transport::{TransportError, TransportRequest, TransportResponse};

/// The most redirects that are followed; the next one is handed over as it is.
const MAX_REDIRECTS: usize = 10;

/// What came of one attempt.
pub(super) type Exchanged = Result<TransportResponse, TransportError>;

/// One attempt. When it is refused with 401, credentials that can be renewed are, and it is sent once more if its body
/// can be: whatever its method is, for nothing has been done yet (RFC 9110 §15.5.2).
pub(super) async fn exchange(prepared: &Prepared) -> Result<Exchanged, CallError> {
    let given = Given::new(prepared, None).await?;
    let exchanged = send(prepared, &given.written).await;
    let is_refused =
        (exchanged.as_ref()).is_ok_and(|response| response.status == StatusCode::UNAUTHORIZED);
    if !is_refused || !given.is_renewable() {
        return Ok(exchanged);
    }
    let renewed = Given::new(prepared, Some(&given)).await?;
    if !renewed.differs(&given) || !prepared.request.body.is_repeatable() {
        return Ok(exchanged);
    }
    drop(exchanged);
    Ok(send(prepared, &renewed.written).await)
}

/// Sends a request with its credentials, and follows redirects on the same origin.
async fn send(prepared: &Prepared, written: &Written) -> Exchanged {
    let transport = &prepared.state.client.shared().transport;
    let mut request = prepared.request.clone();
    written.apply(&mut request.headers);
    request.secret_pairs = written.names_in_query();
    let mut redirects = match prepared.state.route.keeps_redirects {
        true => MAX_REDIRECTS,
        false => 0,
    };
    loop {
        if let Some(query) = written.query(request.url.query()) {
            request.url.set_query(Some(&query));
        }
        let response = transport.send(request.clone()).await?;
        match next(&request, &response, redirects) {
            Some(to) => request = to,
            None => return Ok(response),
        }
        redirects += 1;
    }
}

fn next(
    request: &TransportRequest,
    response: &TransportResponse,
    redirects: usize,
) -> Option<TransportRequest> {
    if redirects < MAX_REDIRECTS {
        follow(request, response.status, &response.headers)
    } else {
        None
    }
}
