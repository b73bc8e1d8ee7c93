use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, OAuth2Flows, SecurityRequirement, SecurityScheme};
use serde_json::Value;

use crate::diagnostic::Code;

use super::node::Node;
use super::reader::Reader;
use super::{extension, keyword};

/// Security schemes (OAS 3.1 §4.8.27) and what requires them (§4.8.30).
impl<'s> Reader<'s, '_> {
    /// The alternatives under `security`, if there is such a member.
    pub(super) fn security(&mut self, holder: &Node<'s>) -> Option<Vec<SecurityRequirement>> {
        let node = holder.field("security")?;
        if !node.value.is_array() {
            self.wrong_type("security", "a list", &node);
            return None;
        }
        let mut alternatives = Vec::new();
        for element in node.elements() {
            if self.is_object("security", &element) {
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
        self.check_keywords(node, &keyword::SECURITY_SCHEME);
        let description = self.text(node, "description");
        let mut extensions = self.extensions(node);
        match self
            .required_text(node, "type", "a security scheme")?
            .as_str()
        {
            "apiKey" => self.api_key(node, description, extensions),
            "http" => {
                let scheme =
                    self.required_text(node, "scheme", "a security scheme of type `http`")?;
                let bearer_format = self.text(node, "bearerFormat");
                Some(SecurityScheme::HTTP {
                    scheme,
                    bearer_format,
                    description,
                    extensions,
                })
            }
            "oauth2" => Some(SecurityScheme::OAuth2 {
                flows: OAuth2Flows::default(),
                description,
                extensions,
            }),
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
            other => {
                let message = format!("`{other}` is no type of security scheme");
                self.say(
                    Code::InvalidValue,
                    &node.place.child("type"),
                    message,
                    "the scheme is left out",
                );
                None
            }
        }
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
