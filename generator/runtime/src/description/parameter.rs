/// How a parameter goes over the wire (OAS 3.1 §4.8.12). A generated crate has a static for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it goes.
    pub location: Location,
    /// How its value is written.
    pub style: Style,
    /// Each item or member stands for itself.
    pub explode: bool,
    /// The reserved characters of RFC 3986 §2.2 stay as they are, as far as that is safe.
    pub allow_reserved: bool,
}

/// Where a parameter goes (OAS 3.1 §4.8.12.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
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

/// How the value of a parameter is written (OAS 3.1 §4.8.12.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// RFC 6570 §3.2.2, `{name}`.
    Simple,
    /// RFC 6570 §3.2.5, `{.name}`.
    Label,
    /// RFC 6570 §3.2.7, `{;name}`.
    Matrix,
    /// RFC 6570 §3.2.8, `{?name}`.
    Form,
    /// Items apart by a space.
    SpaceDelimited,
    /// Items apart by `|`.
    PipeDelimited,
    /// Items apart by a tab (Swagger 2.0 §4.3.9, `tsv`).
    TabDelimited,
    /// `name[property]=value`.
    DeepObject,
    /// As `form`, with nothing percent-encoded (OAS 3.2 §4.12.3).
    Cookie,
    /// No style: `content` with a JSON media type.
    Json,
}

impl Parameter {
    /// In the path, `simple`.
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Location::Path, Style::Simple)
    }

    /// In the query, `form`, exploded.
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Location::Query, Style::Form)
    }

    /// The whole query, an object as a form (`application/x-www-form-urlencoded`).
    pub const fn querystring(name: &'static str) -> Self {
        Self::new(name, Location::QueryString, Style::Form)
    }

    /// A header field, `simple`.
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Location::Header, Style::Simple)
    }

    /// A cookie, `form`, exploded.
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(name, Location::Cookie, Style::Form)
    }

    /// A style, and the `explode` that goes with it (OAS 3.2 §4.12.2.2: true for `form` and `cookie` only).
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self.explode = matches!(style, Style::Form | Style::Cookie);
        self
    }

    /// Whether each item or member stands for itself.
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = explode;
        self
    }

    /// Leaves the reserved characters as they are, as far as that is safe: `#` never,
    /// `/` and `?` not in a path.
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }

    const fn new(name: &'static str, location: Location, style: Style) -> Self {
        let explode = matches!(style, Style::Form | Style::Cookie);
        Self {
            name,
            location,
            style,
            explode,
            allow_reserved: false,
        }
    }
}

impl Location {
    /// The word that `in` uses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::QueryString => "querystring",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}
