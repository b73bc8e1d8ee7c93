use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, SecurityRequirement, SecurityScheme};
use serde_json::Value;

use crate::diagnostic::Code;

use super::node::Node;
use super::reader::Reader;
use super::{extension, keyword, swagger};

/// The types of security schemes (OAS 3.1 §4.8.27.1).
const TYPES: &[&str] = &["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];

/// Security schemes (OAS 3.1 §4.8.27) and what requires them (§4.8.30).
impl<'s> Reader<'s, '_> {
    /// The alternatives under `security`, if there is such a member.
    pub(super) fn security(&mut self, holder: &Node<'s>) -> Option<Vec<SecurityRequirement>> {
        let node = holder.field("security")?;
        if node.value.is_null() {
            self.wrong_type("security", "a list", &node);
            return None;
        }
        let mut alternatives = Vec::new();
        for element in self.elements_of("security", &node) {
            if let Some(name) = element.value.as_str() {
                let taken = format!("taken as `{name}: []`");
                self.wrong_type_taken("security", "an object", &element, taken);
                alternatives.push(SecurityRequirement::from_iter([(
                    name.to_owned(),
                    Vec::new(),
                )]));
            } else if self.is_object("security", &element) {
                let schemes = element.members().into_iter();
                alternatives.push(
                    schemes
                        .map(|(name, scopes)| (name.to_owned(), self.scopes(&scopes)))
                        .collect(),
                );
            }
        }
        Some(alternatives)
    }

    fn scopes(&mut self, node: &Node<'s>) -> Vec<String> {
        if !node.value.is_array() {
            self.wrong_type("security", "a list of scopes", node);
        }
        node.elements()
            .iter()
            .filter_map(|scope| self.text_of("security", scope))
            .collect()
    }

    /// One scheme. What cannot be understood is left out, with a report.
    pub(super) fn security_scheme(&mut self, node: &Node<'s>) -> Option<SecurityScheme> {
        if self.is_swagger(&node.place) {
            self.check_swagger_keywords(node, &swagger::keyword::SECURITY_SCHEME);
        } else {
            self.check_keywords(node, &keyword::SECURITY_SCHEME);
        }
        let description = self.text(node, "description");
        let mut extensions = self.extensions(node);
        match self.scheme_type(node)? {
            "apiKey" => self.api_key(node, description, extensions),
            scheme @ ("basic" | "bearer") => Some(SecurityScheme::HTTP {
                scheme: scheme.to_owned(),
                bearer_format: self.text(node, "bearerFormat"),
                description,
                extensions,
            }),
            "http" => {
                let scheme = self.http_scheme(node)?;
                let bearer_format = self.text(node, "bearerFormat");
                Some(SecurityScheme::HTTP {
                    scheme,
                    bearer_format,
                    description,
                    extensions,
                })
            }
            "oauth2" => {
                if let Some(url) = self.text(node, "oauth2MetadataUrl") {
                    extensions.insert(extension::OAUTH2_METADATA.to_owned(), url.into());
                }
                Some(SecurityScheme::OAuth2 {
                    flows: self.oauth2_flows(node),
                    description,
                    extensions,
                })
            }
            "openIdConnect" => {
                let open_id_connect_url = self.text(node, "openIdConnectUrl").unwrap_or_default();
                Some(SecurityScheme::OpenIDConnect {
                    open_id_connect_url,
                    description,
                    extensions,
                })
            }
            "mutualTLS" => {
                extensions.insert(extension::MUTUAL_TLS.to_owned(), Value::Bool(true));
                let scheme = "mutualTLS".to_owned();
                Some(SecurityScheme::HTTP {
                    scheme,
                    bearer_format: None,
                    description,
                    extensions,
                })
            }
            _ => None,
        }
    }

    /// The type of a scheme, in the spelling of the standard; `basic` and `bearer` are schemes of `http` that some
    /// write as types, as Swagger 2.0 has the first.
    fn scheme_type(&mut self, node: &Node<'s>) -> Option<&'static str> {
        let written = self.required_text(node, "type", "a security scheme")?;
        let known = TYPES.iter().copied().find(|known| *known == written);
        if known.is_some() {
            return known;
        }
        if written == "basic" && self.is_swagger(&node.place) {
            return Some("basic");
        }
        let letters = written.chars().filter(char::is_ascii_alphanumeric);
        let folded: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
        let meant = match folded.as_str() {
            "basic" | "httpbasic" | "basicauth" => Some("basic"),
            "bearer" | "httpbearer" | "bearerauth" | "jwt" => Some("bearer"),
            "oauth" => Some("oauth2"),
            "openid" | "oidc" => Some("openIdConnect"),
            _ => TYPES
                .iter()
                .copied()
                .find(|known| known.eq_ignore_ascii_case(&folded)),
        };
        let taken = match meant {
            Some(scheme @ ("basic" | "bearer")) => {
                format!("taken as type `http` with `scheme: {scheme}`")
            }
            Some(meant) => format!("taken as `{meant}`"),
            None => "the scheme is left out".to_owned(),
        };
        let message = format!("`{written}` is no type of security scheme");
        let place = node.place.child("type");
        self.say(Code::InvalidValue, &place, message, taken);
        meant
    }

    /// The scheme of `Authorization`; a scheme that names none but gives the format of its token is `bearer`.
    fn http_scheme(&mut self, node: &Node<'s>) -> Option<String> {
        if !node.has("scheme") && node.has("bearerFormat") {
            let what = "a security scheme of type `http`";
            self.missing(&node.place, "scheme", what, "taken as `bearer`");
            return Some("bearer".to_owned());
        }
        self.required_text(node, "scheme", "a security scheme of type `http`")
    }

    fn api_key(
        &mut self,
        node: &Node<'s>,
        description: Option<String>,
        extensions: IndexMap<String, Value>,
    ) -> Option<SecurityScheme> {
        let name = self.required_text(node, "name", "a security scheme of type `apiKey`")?;
        let location = match self
            .required_text(node, "in", "a security scheme of type `apiKey`")?
            .as_str()
        {
            "header" => APIKeyLocation::Header,
            "query" => APIKeyLocation::Query,
            "cookie" => APIKeyLocation::Cookie,
            other => {
                let message = format!(
                    "a key cannot be in `{other}`; there are `header`, `query` and `cookie`"
                );
                self.say(
                    Code::InvalidValue,
                    &node.place.child("in"),
                    message,
                    "the scheme is left out",
                );
                return None;
            }
        };
        Some(SecurityScheme::APIKey {
            location,
            name,
            description,
            extensions,
        })
    }
}
