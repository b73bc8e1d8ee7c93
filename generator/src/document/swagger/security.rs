use indexmap::IndexMap;
use openapiv3::{
    AuthorizationCodeOAuth2Flow, ClientCredentialsOAuth2Flow, ImplicitOAuth2Flow, OAuth2Flows,
    PasswordOAuth2Flow,
};

use crate::diagnostic::Code;
use crate::document::node::Node;
use crate::document::reader::Reader;

/// What only security schemes of Swagger 2.0 say (§4.3.24).
impl<'s> Reader<'s, '_> {
    /// The one flow of a scheme with its URLs and scopes.
    pub(in crate::document) fn swagger_flows(&mut self, node: &Node<'s>) -> OAuth2Flows {
        let mut flows = OAuth2Flows::default();
        let flow = self.required_text(node, "flow", "a security scheme of type `oauth2`");
        let authorization_url = self.text(node, "authorizationUrl").unwrap_or_default();
        let token_url = self.text(node, "tokenUrl").unwrap_or_default();
        let scopes = self.swagger_scopes(node);
        let (refresh_url, extensions) = (None, IndexMap::new());
        match flow.as_deref() {
            Some("implicit") => {
                flows.implicit = Some(ImplicitOAuth2Flow {
                    authorization_url,
                    refresh_url,
                    scopes,
                    extensions,
                });
            }
            Some("password") => {
                flows.password = Some(PasswordOAuth2Flow {
                    refresh_url,
                    token_url,
                    scopes,
                    extensions,
                });
            }
            Some("application" | "clientCredentials") => {
                flows.client_credentials = Some(ClientCredentialsOAuth2Flow {
                    refresh_url,
                    token_url,
                    scopes,
                    extensions,
                });
            }
            Some("accessCode" | "authorizationCode") => {
                flows.authorization_code = Some(AuthorizationCodeOAuth2Flow {
                    authorization_url,
                    token_url,
                    refresh_url,
                    scopes,
                    extensions,
                });
            }
            Some(other) => {
                let message = format!(
                    "`{other}` is no flow; there are `implicit`, `password`, `application` and `accessCode`"
                );
                let place = node.place.child("flow");
                self.say(Code::InvalidValue, &place, message, "the flow is left out");
            }
            None => {}
        }
        flows
    }

    /// What a token can be good for, with a description each.
    fn swagger_scopes(&mut self, node: &Node<'s>) -> IndexMap<String, String> {
        let mut scopes = IndexMap::new();
        for (name, description) in self.map(node, "scopes") {
            if !name.starts_with("x-") {
                let description = self.text_of(name, &description).unwrap_or_default();
                scopes.insert(name.to_owned(), description);
            }
        }
        scopes
    }
}
