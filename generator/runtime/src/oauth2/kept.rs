use url::Url;

use super::TokenError;
use super::grant::Grant;
use super::moment::Moment;
use crate::security::{Asked, Secret};

/// What is known of tokens from one call to the next.
#[derive(Default)]
pub(super) struct State {
    pub(super) kept: Option<Kept>,
    /// The token to renew with (RFC 6749 §1.5).
    pub(super) refresh: Option<String>,
    /// A grant that is good for once was sent.
    pub(super) is_used_up: bool,
    /// The token endpoint that was found out.
    pub(super) endpoint: Option<Url>,
    /// What came of the last attempt, if that was nothing.
    pub(super) failure: Option<TokenError>,
}

/// A token, and what it is good for.
pub(super) struct Kept {
    pub(super) secret: Secret,
    pub(super) renewal: Option<Moment>,
    /// The scopes that were asked for.
    pub(super) scopes: Vec<String>,
}

impl State {
    /// What is known before the first call.
    pub(super) fn begun(grant: &Grant) -> Self {
        let refresh = match grant {
            Grant::RefreshToken(token) => Some(token.clone()),
            Grant::ClientCredentials | Grant::Password { .. } | Grant::AuthorizationCode { .. } => {
                None
            }
        };
        Self {
            is_used_up: refresh.is_some(),
            refresh,
            ..Self::default()
        }
    }

    /// The token, if it serves for what is asked.
    pub(super) fn usable(&self, asked: &Asked<'_>, wanted: &[String]) -> Option<Secret> {
        let kept = self.kept.as_ref()?;
        let is_refused = asked.refused == Some(&kept.secret);
        let is_old = kept.renewal.is_some_and(Moment::has_come);
        (!is_refused && !is_old && self.covers(wanted)).then(|| kept.secret.clone())
    }

    /// Whether the token has these scopes.
    pub(super) fn covers(&self, wanted: &[String]) -> bool {
        let kept = self.kept.as_ref();
        kept.is_none_or(|kept| wanted.iter().all(|scope| kept.scopes.contains(scope)))
    }
}
