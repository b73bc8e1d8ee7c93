use super::prepare::Prepared;
use super::redirect::follow;
use crate::error::{AuthFailure, CallError};
use crate::security::Written;
use crate::transport::{TransportError, TransportRequest, TransportResponse};

/// The most redirects that are followed; the next one is handed over as it is.
const MAX_REDIRECTS: usize = 10;

/// What came of one attempt.
pub(super) type Exchanged = Result<TransportResponse, TransportError>;

/// One attempt: asks for the credentials, sends, and follows redirects on the same origin.
pub(super) async fn exchange(prepared: &Prepared) -> Result<Exchanged, CallError> {
    let transport = &prepared.state.client.shared().transport;
    let written = credentials(prepared).await?;
    let mut request = prepared.request.clone();
    written.apply(&mut request.headers);
    request.secret_pairs = written.names_in_query();
    let mut redirects = 0;
    loop {
        if let Some(query) = written.query(request.url.query()) {
            request.url.set_query(Some(&query));
        }
        let response = match transport.send(request.clone()).await {
            Ok(response) => response,
            Err(error) => return Ok(Err(error)),
        };
        match next(&request, &response, redirects) {
            Some(to) => request = to,
            None => return Ok(Ok(response)),
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

async fn credentials(prepared: &Prepared) -> Result<Written, CallError> {
    let Prepared { state, schemes, .. } = prepared;
    let name = &state.route.name;
    let mut written = Written::default();
    for scheme in schemes {
        let Some(credential) = state.client.shared().credential(scheme) else {
            continue;
        };
        let secret = credential.secret().await.map_err(|error| {
            let failure = AuthFailure::new(format!("the provider of {scheme} failed"));
            failure.with_source(error).of(name.clone())
        })?;
        written.add(scheme, &secret).map_err(|reason| {
            AuthFailure::new(format!("the credential of {scheme}: {reason}")).of(name.clone())
        })?;
    }
    Ok(written)
}
