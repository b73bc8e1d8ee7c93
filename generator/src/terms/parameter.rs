/// Where a parameter goes (OAS 3.1 §4.8.12.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterLocation {
    /// In the path template.
    Path,
    /// In the query of the URL.
    Query,
    /// As the whole query of the URL (OAS 3.2 §4.12.1).
    QueryString,
    /// As a header field.
    Header,
    /// In the `Cookie` header field.
    Cookie,
}

impl ParameterLocation {
    /// The word that `in` uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::QueryString => "querystring",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }

    /// The style of a parameter that names none (OAS 3.1 §4.8.12.2.2).
    pub fn default_style(self) -> ParameterStyle {
        match self {
            Self::Path | Self::Header => ParameterStyle::Simple,
            Self::Query | Self::QueryString | Self::Cookie => ParameterStyle::Form,
        }
    }
}

/// How the value of a parameter is written (OAS 3.1 §4.8.12.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterStyle {
    /// RFC 6570 §3.2.7, `{;name}`.
    Matrix,
    /// RFC 6570 §3.2.5, `{.name}`.
    Label,
    /// RFC 6570 §3.2.2, `{name}`.
    Simple,
    /// RFC 6570 §3.2.8, `{?name}`.
    Form,
    /// Items apart by a space.
    SpaceDelimited,
    /// Items apart by `|`.
    PipeDelimited,
    /// Items apart by a tab, which only Swagger 2.0 knows (§4.3.9, `tsv`).
    TabDelimited,
    /// `name[property]=value`.
    DeepObject,
    /// As the field `Cookie` has its pairs (OAS 3.2 §4.12.3).
    Cookie,
}

impl ParameterStyle {
    /// The word that `style` uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Label => "label",
            Self::Simple => "simple",
            Self::Form => "form",
            Self::SpaceDelimited => "spaceDelimited",
            Self::PipeDelimited => "pipeDelimited",
            Self::TabDelimited => "tabDelimited",
            Self::DeepObject => "deepObject",
            Self::Cookie => "cookie",
        }
    }

    /// `explode` of a parameter that does not say it (OAS 3.2 §4.12.2.2).
    pub fn default_explode(self) -> bool {
        matches!(self, Self::Form | Self::Cookie)
    }
}
