/// What a token is asked for with (RFC 6749 §4). Its parts are secrets.
#[derive(Clone)]
pub(super) enum Grant {
    /// The client's own credentials (§4.4).
    ClientCredentials,
    /// Those of a user (§4.3).
    Password { user: String, password: String },
    /// What the authorization endpoint has handed out (§4.1.3), good for once.
    AuthorizationCode {
        code: String,
        redirect_uri: Option<String>,
        verifier: Option<String>,
    },
    /// A token of an earlier day (§6).
    RefreshToken(String),
}

impl Grant {
    /// Its parameters in the body of a request.
    pub(super) fn parameters(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::ClientCredentials => vec![("grant_type", "client_credentials")],
            Self::Password { user, password } => vec![
                ("grant_type", "password"),
                ("username", user),
                ("password", password),
            ],
            Self::AuthorizationCode {
                code,
                redirect_uri,
                verifier,
            } => {
                let mut parameters = vec![("grant_type", "authorization_code"), ("code", code)];
                parameters.extend(redirect_uri.as_deref().map(|uri| ("redirect_uri", uri)));
                parameters.extend(verifier.as_deref().map(|text| ("code_verifier", text)));
                parameters
            }
            Self::RefreshToken(token) => {
                vec![("grant_type", "refresh_token"), ("refresh_token", token)]
            }
        }
    }

    /// Whether it can be used again, and the scopes be chosen each time.
    pub(super) fn is_lasting(&self) -> bool {
        match self {
            Self::ClientCredentials | Self::Password { .. } => true,
            Self::AuthorizationCode { .. } | Self::RefreshToken(_) => false,
        }
    }
}
