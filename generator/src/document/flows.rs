use indexmap::IndexMap;
use openapiv3::{
    AuthorizationCodeOAuth2Flow, ClientCredentialsOAuth2Flow, ImplicitOAuth2Flow, OAuth2Flows,
    PasswordOAuth2Flow,
};

use super::keyword;
use super::node::Node;
use super::reader::Reader;

/// The flows of OAuth 2 (OAS 3.1 §4.8.28), which say where a client asks for tokens.
impl<'s> Reader<'s, '_> {
    pub(super) fn oauth2_flows(&mut self, node: &Node<'s>) -> OAuth2Flows {
        if self.is_swagger(&node.place) && !node.has("flows") {
            return self.swagger_flows(node);
        }
        let Some(flows) = self.object(node, "flows") else {
            return OAuth2Flows::default();
        };
        self.check_keywords(&flows, &keyword::OAUTH2_FLOWS);
        OAuth2Flows {
            implicit: (self.flow(&flows, "implicit")).map(|flow| ImplicitOAuth2Flow {
                authorization_url: flow.authorization_url,
                refresh_url: flow.refresh_url,
                scopes: flow.scopes,
                extensions: IndexMap::new(),
            }),
            password: (self.flow(&flows, "password")).map(|flow| PasswordOAuth2Flow {
                refresh_url: flow.refresh_url,
                token_url: flow.token_url,
                scopes: flow.scopes,
                extensions: IndexMap::new(),
            }),
            client_credentials: (self.flow(&flows, "clientCredentials")).map(|flow| {
                ClientCredentialsOAuth2Flow {
                    refresh_url: flow.refresh_url,
                    token_url: flow.token_url,
                    scopes: flow.scopes,
                    extensions: IndexMap::new(),
                }
            }),
            authorization_code: (self.flow(&flows, "authorizationCode")).map(|flow| {
                AuthorizationCodeOAuth2Flow {
                    authorization_url: flow.authorization_url,
                    token_url: flow.token_url,
                    refresh_url: flow.refresh_url,
                    scopes: flow.scopes,
                    extensions: IndexMap::new(),
                }
            }),
            ..OAuth2Flows::default()
        }
    }

    fn flow(&mut self, flows: &Node<'s>, name: &str) -> Option<Flow> {
        let node = self.object(flows, name)?;
        self.check_keywords(&node, &keyword::OAUTH2_FLOW);
        let mut scopes = IndexMap::new();
        for (scope, description) in self.map(&node, "scopes") {
            let description = self.text_of(scope, &description).unwrap_or_default();
            scopes.insert(scope.to_owned(), description);
        }
        Some(Flow {
            authorization_url: self.text(&node, "authorizationUrl").unwrap_or_default(),
            token_url: self.text(&node, "tokenUrl").unwrap_or_default(),
            refresh_url: self.text(&node, "refreshUrl"),
            scopes,
        })
    }
}

/// One flow, whichever it is.
struct Flow {
    authorization_url: String,
    token_url: String,
    refresh_url: Option<String>,
    scopes: IndexMap<String, String>,
}
