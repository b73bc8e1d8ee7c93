use crate::naming::Ident;

/// A base URL and the defaults of its variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerTemplate {
    /// The base URL with `{variables}`.
    pub url: String,
    /// The variables with their defaults.
    pub variables: Vec<(String, String)>,
}

/// The servers that an application can choose from.
#[derive(Debug, Default)]
pub struct Servers {
    /// The servers, those of the API first.
    pub list: Vec<Server>,
    /// The enums of the values of variables.
    pub values: Vec<ServerValues>,
}

/// A server with a name: a constant, or a type with setters if it has variables.
#[derive(Debug)]
pub struct Server {
    /// The constant or the type.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Where it is.
    pub template: ServerTemplate,
    /// One for each variable.
    pub setters: Vec<ServerSetter>,
}

/// What sets a variable of a server.
#[derive(Debug)]
pub struct ServerSetter {
    /// The setter.
    pub ident: Ident,
    /// The variable.
    pub variable: String,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// The enum of its values; none: any text.
    pub values: Option<Ident>,
}

/// The values of a variable, or of several that are called alike and have the same.
#[derive(Debug)]
pub struct ServerValues {
    /// The enum.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// The variants.
    pub variants: Vec<ServerValue>,
}

/// One value of a variable.
#[derive(Debug, PartialEq, Eq)]
pub struct ServerValue {
    /// The variant.
    pub ident: Ident,
    /// The value as it stands in the URL.
    pub text: String,
    /// Lines of documentation.
    pub docs: Vec<String>,
}
