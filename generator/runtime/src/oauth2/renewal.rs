use url::Url;

use super::discovery::{absolute, discover};
use super::endpoint::{Answered, ask};
use super::grant::Grant;
use super::kept::{Kept, State};
use super::moment::Moment;
use super::tokens::{Issued, Settings};
use super::{TokenError, TokenErrorCode, TokenErrorKind};
use crate::security::{Asked, Secret};

impl Settings {
    /// A new token with these scopes: by the token to renew with, if there is one, else by the grant.
    pub(super) async fn renew(
        &self,
        state: &mut State,
        asked: &Asked<'_>,
        scopes: Vec<String>,
    ) -> Result<Secret, TokenError> {
        let begun = Moment::now();
        let answered = match state.refresh.clone().filter(|_| state.covers(&scopes)) {
            Some(token) => self.refreshed(state, asked, &scopes, token).await,
            None => self.granted(state, asked, &scopes).await,
        }?;
        self.announce(&answered);
        let secret = Secret::token(answered.access);
        // A server that rotates them hands out another one each time (RFC 6749 §6).
        state.refresh = answered.refresh.or(state.refresh.take());
        state.kept = Some(Kept {
            secret: secret.clone(),
            renewal: answered.life.and_then(|life| begun.renewal(life)),
            scopes,
        });
        Ok(secret)
    }

    async fn refreshed(
        &self,
        state: &mut State,
        asked: &Asked<'_>,
        scopes: &[String],
        token: String,
    ) -> Result<Answered, TokenError> {
        let url = match &self.refresh_url {
            Some(url) => absolute(url, asked.base_url)?,
            None => self.endpoint(state, asked).await?,
        };
        let grant = Grant::RefreshToken(token);
        let result = ask(self, asked.transport, url, &grant.parameters(), false).await;
        match result {
            Err(error) if error.code() == Some(&TokenErrorCode::InvalidGrant) => {
                state.refresh = None;
                match self.grant.is_lasting() {
                    true => self.granted(state, asked, scopes).await,
                    false => Err(error),
                }
            }
            other => other,
        }
    }

    async fn granted(
        &self,
        state: &mut State,
        asked: &Asked<'_>,
        scopes: &[String],
    ) -> Result<Answered, TokenError> {
        if state.is_used_up {
            return Err(TokenError::new(TokenErrorKind::UsedUp));
        }
        let url = self.endpoint(state, asked).await?;
        let is_lasting = self.grant.is_lasting();
        let scope = scopes.join(" ");
        let mut parameters = self.grant.parameters();
        if is_lasting && !scope.is_empty() {
            parameters.push(("scope", &scope));
        }
        // Even if nobody waits for the answer, the server may have seen it.
        state.is_used_up = !is_lasting;
        ask(self, asked.transport, url, &parameters, is_lasting).await
    }

    /// The token endpoint, which the document of the provider may have to be asked for.
    async fn endpoint(&self, state: &mut State, asked: &Asked<'_>) -> Result<Url, TokenError> {
        if let Some(url) = &self.token_url {
            return absolute(url, asked.base_url);
        }
        if let Some(url) = &state.endpoint {
            return Ok(url.clone());
        }
        let Some(url) = &self.discovery_url else {
            let why = "nothing says where the token endpoint is";
            return Err(TokenError::new(TokenErrorKind::Endpoint(why)));
        };
        let url = discover(asked.transport, absolute(url, asked.base_url)?).await?;
        state.endpoint = Some(url.clone());
        Ok(url)
    }

    fn announce(&self, answered: &Answered) {
        if let Some(listener) = &self.listener {
            listener(&Issued {
                access_token: &answered.access,
                refresh_token: answered.refresh.as_deref(),
                expires_in: answered.life,
                scope: answered.scope.as_deref(),
            });
        }
    }
}
