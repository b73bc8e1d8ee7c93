use crate::cli::refusal::Problem;
use crate::cli::{Program, Refusal};
use crate::client::ClientBuilder;
use crate::description::{Scheme, SchemeKind};
use crate::json::{Json, JsonObject};
use crate::security::Credential;

/// A security scheme, as the command line has it.
#[derive(Debug)]
pub struct Login {
    /// The scheme.
    pub scheme: &'static Scheme,
    /// What it is called on the command line, without the dashes.
    pub flag: &'static str,
    /// The environment variable that holds its credential.
    pub environment: &'static str,
}

impl Program {
    /// Adds the credentials that a line gives by the names of their schemes.
    pub(super) fn authorise(
        &self,
        mut builder: ClientBuilder,
        security: &JsonObject,
    ) -> Result<ClientBuilder, Refusal> {
        for (name, value) in security {
            let mut logins = self.logins.iter();
            let Some(login) = logins.find(|login| login.scheme.name == name) else {
                let message =
                    format!("there is no security scheme `{name}` to give a credential for");
                return Err(Refusal::new(Problem::Auth, message));
            };
            let credential = credential(login.scheme, value).ok_or_else(|| {
                let message = format!("the credential of {} is none", login.scheme);
                Refusal::new(Problem::Auth, message)
            })?;
            builder = builder.credential(login.scheme, credential);
        }
        Ok(builder)
    }
}

/// A credential: a token as a string, a user with a password as `user:password` or as an object.
fn credential(scheme: &Scheme, value: &Json) -> Option<Credential> {
    let is_basic = match scheme.kind {
        SchemeKind::Basic => true,
        SchemeKind::Bearer
        | SchemeKind::Http(_)
        | SchemeKind::ApiKeyHeader(_)
        | SchemeKind::ApiKeyQuery(_)
        | SchemeKind::ApiKeyCookie(_) => false,
    };
    match value {
        Json::String(text) if is_basic => {
            let (user, password) = text.split_once(':')?;
            Some(Credential::basic(user, password))
        }
        Json::String(token) => Some(Credential::token(token.as_str())),
        Json::Object(members) => {
            let member = |names: &[&str]| {
                let mut values = names.iter().filter_map(|name| members.get(name));
                values.find_map(plain)
            };
            if is_basic {
                let user = member(&["username", "user"])?;
                return Some(Credential::basic(
                    user,
                    member(&["password"]).unwrap_or_default(),
                ));
            }
            member(&["token", "access_token", "key", "value"]).map(Credential::token)
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) => None,
    }
}

/// A value as a text.
pub(super) fn plain(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}
