/// How the client says at the token endpoint who it is (RFC 6749 §2.3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// `Authorization: Basic`, which every server takes (RFC 6749 §2.3.1). A client without a secret names itself in the
    /// body.
    #[default]
    Basic,
    /// `client_id` and `client_secret` in the body.
    Body,
}
