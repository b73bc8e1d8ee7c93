use std::fmt;

use http::{HeaderMap, StatusCode};

use crate::boxed::{BoxFuture, MaybeSend};
use crate::cli::{Called, Input, Refusal, Reply, Shown};
use crate::error::OperationError;
use crate::json::Json;

/// An answer whose items are still to come.
pub trait Arriving: MaybeSend {
    /// The status and the header fields of the answer.
    fn head(&self) -> (StatusCode, &HeaderMap);

    /// The next item; `None` at the end.
    fn item(&mut self) -> BoxFuture<'_, Option<Result<Shown, Refusal>>>;
}

/// The items that are still to come.
pub(super) struct Items(pub(super) Box<dyn Arriving>);

/// A call on its way whose answer is handed over item by item. `failure` says the values of its type.
///
/// # Errors
/// Never; a result so that it reads like what went before it.
pub fn streamed<S: Arriving + 'static, E: 'static>(
    sent: impl Future<Output = Result<S, OperationError<E>>> + Send + 'static,
    failure: fn(&E) -> Shown,
) -> Called {
    Ok(Box::pin(async move {
        match sent.await {
            Ok(stream) => Ok(Reply::arriving(Box::new(stream))),
            Err(error) => Err(Refusal::of(error, failure)),
        }
    }))
}

impl Input<'_> {
    /// Whether a stream is asked for where there is another answer too: by what is to be accepted, or by a member of the
    /// body.
    pub fn streams(&self, accept: &str, member: Option<&str>) -> bool {
        if let Some(wanted) = self.accepted() {
            let essence = |text: &str| text.split(';').next().map(|it| it.trim().to_owned());
            let first = wanted.split(',').next().and_then(essence);
            return accept.split(',').any(|offered| essence(offered) == first);
        }
        let body = member.and_then(|member| Some((member, self.body::<Json>().ok()?)));
        body.is_some_and(|(member, body)| {
            let members = body.as_object();
            members.and_then(|members| members.get(member)) == Some(&Json::Bool(true))
        })
    }
}

impl fmt::Debug for Items {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Items(..)")
    }
}
