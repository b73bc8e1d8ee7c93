use indexmap::IndexMap;
use openapiv3::APIKeyLocation;

use super::at::At;
use super::resolver::Resolver;
use super::{SecurityRequirement, SecurityScheme, SecuritySchemeKind};
use crate::diagnostic::Code;
use crate::document::extension;

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
                alternatives.push(known);
            }
        }
        alternatives
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
        Written::OAuth2 { description, .. } => (SecuritySchemeKind::OAuth2, description),
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
