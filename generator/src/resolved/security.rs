use indexmap::IndexMap;
use openapiv3::APIKeyLocation;

use super::at::At;
use super::resolver::Resolver;
use super::{OAuth2Flow, OAuth2Grant, SecurityRequirement, SecurityScheme, SecuritySchemeKind};
use crate::diagnostic::Code;
use crate::document::extension;
use crate::source::Place;

/// Security schemes and what requires them.
impl Resolver<'_, '_> {
    pub(super) fn security_schemes(&mut self) -> IndexMap<String, SecurityScheme> {
        let list = &self.components.security_schemes;
        let mut schemes = IndexMap::new();
        for (name, scheme) in list {
            let at = self.at(&["components", "securitySchemes", name]);
            if let Some((scheme, at)) = self.follow(list, "securitySchemes", scheme, at) {
                schemes.insert(name.clone(), security_scheme(scheme, &at));
            }
        }
        schemes
    }

    /// The alternatives of an operation: its own, else those of the document. Schemes that do not exist are left out.
    pub(super) fn security(
        &mut self,
        own: Option<&Vec<openapiv3::SecurityRequirement>>,
        at: &At,
        schemes: &IndexMap<String, SecurityScheme>,
    ) -> Vec<SecurityRequirement> {
        let (written, at) = match own {
            Some(own) => (own.as_slice(), self.child(at, "security")),
            None => (
                self.openapi.security.as_deref().unwrap_or_default(),
                self.at(&["security"]),
            ),
        };
        let mut alternatives = Vec::new();
        for (index, requirement) in written.iter().enumerate() {
            let mut known = SecurityRequirement::default();
            for (name, scopes) in requirement {
                if schemes.contains_key(name) {
                    known.schemes.insert(name.clone(), scopes.clone());
                    continue;
                }
                let place = self.child(&self.index(&at, index), name).place;
                let message = format!("there is no security scheme `{name}`");
                self.say(Code::UnknownSecurityScheme, &place, message, "left out");
            }
            if !known.schemes.is_empty() || requirement.is_empty() {
                let place = self.index(&at, index).place;
                alternatives.extend(self.apart(known, &place, schemes));
            }
        }
        alternatives
    }
}

/// The most alternatives that one is taken apart into.
const MOST_APART: usize = 16;

impl Resolver<'_, '_> {
    /// An alternative as it is, unless several of its credentials would take the same place in a request: then as many
    /// alternatives as there are ways to choose one for each place.
    fn apart(
        &mut self,
        requirement: SecurityRequirement,
        place: &Place,
        schemes: &IndexMap<String, SecurityScheme>,
    ) -> Vec<SecurityRequirement> {
        let mut carriers: IndexMap<String, Vec<&str>> = IndexMap::new();
        for name in requirement.schemes.keys() {
            let carrier = schemes.get(name).and_then(|scheme| carrier(&scheme.kind));
            let carrier = carrier.unwrap_or_else(|| format!("scheme {name}"));
            carriers.entry(carrier).or_default().push(name);
        }
        let ways = carriers.values().map(Vec::len).product::<usize>();
        if !(2..=MOST_APART).contains(&ways) {
            return vec![requirement];
        }
        for (carrier, names) in carriers.iter().filter(|(_, names)| names.len() > 1) {
            let names = names.join("` and `");
            let message = format!("the credentials of `{names}` both are in {carrier}");
            self.say(
                Code::ClashingCredentials,
                place,
                &message,
                "taken as alternatives",
            );
        }
        let mut chosen = vec![SecurityRequirement::default()];
        for names in carriers.values() {
            let mut longer = Vec::new();
            for (set, name) in chosen
                .iter()
                .flat_map(|set| names.iter().map(move |name| (set, *name)))
            {
                let scopes = requirement.schemes.get(name).cloned();
                let mut set = set.clone();
                set.schemes
                    .insert(name.to_owned(), scopes.unwrap_or_default());
                longer.push(set);
            }
            chosen = longer;
        }
        chosen
    }
}

/// What carries the credential of a scheme; nothing, if the connection does.
fn carrier(kind: &SecuritySchemeKind) -> Option<String> {
    match kind {
        SecuritySchemeKind::ApiKeyHeader(name) => {
            Some(format!("the header field `{}`", name.to_ascii_lowercase()))
        }
        SecuritySchemeKind::ApiKeyQuery(name) => Some(format!("the query parameter `{name}`")),
        SecuritySchemeKind::ApiKeyCookie(name) => Some(format!("the cookie `{name}`")),
        SecuritySchemeKind::HttpBasic
        | SecuritySchemeKind::HttpBearer(_)
        | SecuritySchemeKind::HttpOther(_)
        | SecuritySchemeKind::OAuth2 { .. }
        | SecuritySchemeKind::OpenIdConnect(_) => {
            Some("the header field `authorization`".to_owned())
        }
        SecuritySchemeKind::MutualTls => None,
    }
}

fn security_scheme(scheme: &openapiv3::SecurityScheme, at: &At) -> SecurityScheme {
    use openapiv3::SecurityScheme as Written;
    let (kind, description) = match scheme {
        Written::APIKey {
            location,
            name,
            description,
            ..
        } => {
            let kind = match location {
                APIKeyLocation::Header => SecuritySchemeKind::ApiKeyHeader(name.clone()),
                APIKeyLocation::Query => SecuritySchemeKind::ApiKeyQuery(name.clone()),
                APIKeyLocation::Cookie => SecuritySchemeKind::ApiKeyCookie(name.clone()),
            };
            (kind, description)
        }
        Written::HTTP {
            scheme,
            bearer_format,
            description,
            extensions,
        } => {
            let is_tls = extensions.contains_key(extension::MUTUAL_TLS);
            let kind = match scheme.to_ascii_lowercase().as_str() {
                _ if is_tls => SecuritySchemeKind::MutualTls,
                "basic" => SecuritySchemeKind::HttpBasic,
                "bearer" => SecuritySchemeKind::HttpBearer(bearer_format.clone()),
                _ => SecuritySchemeKind::HttpOther(scheme.clone()),
            };
            (kind, description)
        }
        Written::OAuth2 {
            flows: written,
            description,
            extensions,
        } => {
            let metadata = extensions.get(extension::OAUTH2_METADATA);
            let kind = SecuritySchemeKind::OAuth2 {
                flows: flows(written),
                metadata_url: metadata.and_then(|url| url.as_str()).map(str::to_owned),
            };
            (kind, description)
        }
        Written::OpenIDConnect {
            open_id_connect_url,
            description,
            ..
        } => (
            SecuritySchemeKind::OpenIdConnect(open_id_connect_url.clone()),
            description,
        ),
    };
    SecurityScheme {
        place: at.place.clone(),
        description: description.clone(),
        kind,
    }
}

/// The flows in the order of the standard.
fn flows(written: &openapiv3::OAuth2Flows) -> Vec<OAuth2Flow> {
    let some = |url: &String| Some(url.trim().to_owned()).filter(|url| !url.is_empty());
    let refresh = |url: &Option<String>| url.as_ref().and_then(some);
    let implicit = written.implicit.iter().map(|flow| OAuth2Flow {
        grant: OAuth2Grant::Implicit,
        authorization_url: some(&flow.authorization_url),
        token_url: None,
        refresh_url: refresh(&flow.refresh_url),
        scopes: flow.scopes.clone(),
    });
    let password = written.password.iter().map(|flow| OAuth2Flow {
        grant: OAuth2Grant::Password,
        authorization_url: None,
        token_url: some(&flow.token_url),
        refresh_url: refresh(&flow.refresh_url),
        scopes: flow.scopes.clone(),
    });
    let client = written.client_credentials.iter().map(|flow| OAuth2Flow {
        grant: OAuth2Grant::ClientCredentials,
        authorization_url: None,
        token_url: some(&flow.token_url),
        refresh_url: refresh(&flow.refresh_url),
        scopes: flow.scopes.clone(),
    });
    let code = written.authorization_code.iter().map(|flow| OAuth2Flow {
        grant: OAuth2Grant::AuthorizationCode,
        authorization_url: some(&flow.authorization_url),
        token_url: some(&flow.token_url),
        refresh_url: refresh(&flow.refresh_url),
        scopes: flow.scopes.clone(),
    });
    implicit.chain(password).chain(client).chain(code).collect()
}
