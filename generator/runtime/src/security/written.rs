use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::Secret;
use crate::description::{Scheme, SchemeKind};
use crate::style::encode;

/// Credentials as they go over the wire.
#[derive(Default)]
pub struct Written {
    headers: Vec<(HeaderName, HeaderValue)>,
    /// Names and values, percent-encoded.
    query: Vec<(String, String)>,
    cookies: Vec<String>,
}

impl Written {
    /// Adds the credential of one scheme.
    ///
    /// # Errors
    /// Says why the secret cannot be written that way, never what it is.
    pub fn add(&mut self, scheme: &Scheme, secret: &Secret) -> Result<(), &'static str> {
        match scheme.kind {
            SchemeKind::Bearer => self.authorization("Bearer", token(secret)?),
            SchemeKind::Http(name) => self.authorization(name, token(secret)?),
            SchemeKind::Basic => self.authorization("Basic", &basic(secret)?),
            SchemeKind::ApiKeyHeader(name) => {
                let name = HeaderName::from_bytes(name.as_bytes())
                    .map_err(|_| "the name of its header field is not legal")?;
                self.header(name, token(secret)?)
            }
            SchemeKind::ApiKeyQuery(name) => {
                self.query
                    .push((encode::whole(name), encode::whole(token(secret)?)));
                Ok(())
            }
            SchemeKind::ApiKeyCookie(name) => {
                self.cookies
                    .push(format!("{name}={}", cookie(token(secret)?)?));
                Ok(())
            }
        }
    }

    /// Writes header fields and cookies; a header field that is there already stays.
    pub fn apply(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.headers {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        let given = headers.get(COOKIE).map(HeaderValue::as_bytes);
        let pairs = given
            .into_iter()
            .chain(self.cookies.iter().map(String::as_bytes));
        let joined = pairs.collect::<Vec<_>>().join(&b"; "[..]);
        if !self.cookies.is_empty()
            && let Ok(mut value) = HeaderValue::from_bytes(&joined)
        {
            value.set_sensitive(true);
            headers.insert(COOKIE, value);
        }
    }

    /// The names of its pairs of the query, percent-encoded.
    pub fn names_in_query(&self) -> Vec<String> {
        self.query.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The query with the pairs that it does not have yet.
    pub fn query(&self, query: Option<&str>) -> Option<String> {
        let mut pairs: Vec<String> = query.map(str::to_owned).into_iter().collect();
        for (name, value) in &self.query {
            let given = query.unwrap_or_default().split('&');
            if !given
                .map(|pair| pair.split('=').next())
                .any(|key| key == Some(name))
            {
                pairs.push(format!("{name}={value}"));
            }
        }
        pairs.retain(|pair| !pair.is_empty());
        (!pairs.is_empty()).then(|| pairs.join("&"))
    }

    fn authorization(&mut self, scheme: &str, text: &str) -> Result<(), &'static str> {
        self.header(AUTHORIZATION, &format!("{scheme} {text}"))
    }

    fn header(&mut self, name: HeaderName, text: &str) -> Result<(), &'static str> {
        if self.headers.iter().any(|(given, _)| *given == name) {
            return Err("another credential takes the same header field");
        }
        let mut value = HeaderValue::from_str(text)
            .map_err(|_| "it has characters that a header field cannot carry")?;
        value.set_sensitive(true);
        self.headers.push((name, value));
        Ok(())
    }
}

fn token(secret: &Secret) -> Result<&str, &'static str> {
    match secret.as_token() {
        Some("") => Err("the token is empty"),
        Some(token) => Ok(token),
        None => Err("a token is needed, not a user and a password"),
    }
}

/// RFC 7617 §2.
fn basic(secret: &Secret) -> Result<String, &'static str> {
    let (user, password) = secret
        .as_basic()
        .ok_or("a user and a password are needed, not a token")?;
    if user.contains(':') {
        return Err("the user contains a colon");
    }
    Ok(STANDARD.encode(format!("{user}:{password}")))
}

/// RFC 6265 §4.1.1, `cookie-octet`.
fn cookie(text: &str) -> Result<&str, &'static str> {
    let legal = |byte: u8| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte);
    if text.bytes().all(legal) {
        Ok(text)
    } else {
        Err("it has characters that a cookie cannot carry")
    }
}
