use super::prepare::Prepared;
use crate::description::Scheme;
use crate::error::{AuthFailure, CallError};
use crate::security::{Asked, Secret, Written};

/// The credentials of an attempt.
pub(super) struct Given {
    pub(super) written: Written,
    /// Those that can be others the next time they are asked for.
    renewable: Vec<(&'static Scheme, Secret)>,
}

impl Given {
    /// Asks for the credentials; again, if there are those that were `refused`.
    pub(super) async fn new(
        prepared: &Prepared,
        refused: Option<&Self>,
    ) -> Result<Self, CallError> {
        let mut given = Self {
            written: Written::default(),
            renewable: Vec::new(),
        };
        for scheme in &prepared.schemes {
            given.add(prepared, scheme, refused).await?;
        }
        Ok(given)
    }

    async fn add(
        &mut self,
        prepared: &Prepared,
        scheme: &'static Scheme,
        refused: Option<&Self>,
    ) -> Result<(), CallError> {
        let state = &prepared.state;
        let name = &state.route.name;
        let client = state.client.shared();
        let Some(credential) = client.credential(scheme) else {
            return Ok(());
        };
        let asked = Asked {
            transport: &*client.transport,
            base_url: state.client.base_url(),
            scopes: scopes(prepared, scheme),
            refused: refused.and_then(|refused| refused.secret(scheme)),
        };
        let secret = credential.secret(asked).await.map_err(|error| {
            let failure = AuthFailure::new(format!("the provider of {scheme} failed"));
            failure.with_source(error).of(name.clone())
        })?;
        self.written.add(scheme, &secret).map_err(|reason| {
            AuthFailure::new(format!("the credential of {scheme}: {reason}")).of(name.clone())
        })?;
        if credential.value().is_none() {
            self.renewable.push((scheme, secret));
        }
        Ok(())
    }

    /// Whether asking again can bring others.
    pub(super) fn is_renewable(&self) -> bool {
        !self.renewable.is_empty()
    }

    /// Whether these are others than those.
    pub(super) fn differs(&self, from: &Self) -> bool {
        self.renewable != from.renewable
    }

    fn secret(&self, of: &Scheme) -> Option<&Secret> {
        let found = self.renewable.iter().find(|(scheme, _)| *scheme == of);
        found.map(|(_, secret)| secret)
    }
}

/// What the operation needs a token of this scheme to be good for.
fn scopes(prepared: &Prepared, of: &Scheme) -> &'static [&'static str] {
    let mut scopes = prepared.state.route.scopes.iter();
    let found = scopes.find(|(scheme, _)| *scheme == of);
    found.map(|(_, scopes)| *scopes).unwrap_or_default()
}
