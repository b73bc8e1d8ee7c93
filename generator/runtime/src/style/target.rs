use url::Url;

use crate::error::RequestFailure;

/// Reads a base URL: absolute, `http` or `https`, with a path prefix and a query at most.
///
/// # Errors
/// Says what it has that a base URL must not have, and does not show it: it may be a secret.
pub fn base_url(text: &str) -> Result<Url, RequestFailure> {
    let refused = |reason: &'static str| RequestFailure::about("base URL", reason);
    let url = Url::parse(text.trim())
        .map_err(|error| refused("is no absolute URL").with_source(error))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refused("is neither http nor https"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused(
            "has a user or a password: give them as a credential",
        ));
    }
    if url.fragment().is_some() {
        return Err(refused("has a fragment"));
    }
    Ok(url)
}

/// The URL of a request: `path` appended to the base URL, whatever the slashes between them, and `query` to its query.
///
/// # Errors
/// When the URL would not keep path and query exactly as they are written.
pub fn target(base: &Url, path: &str, query: &str) -> Result<Url, RequestFailure> {
    let (prefix, of_base) = base.as_str().split_once('?').unwrap_or((base.as_str(), ""));
    let prefix = prefix.trim_end_matches('/');
    let queries = [of_base, query];
    let queries: Vec<&str> = queries.into_iter().filter(|it| !it.is_empty()).collect();
    let query = queries.join("&");
    let slash = if path.is_empty() || path.starts_with('/') {
        ""
    } else {
        "/"
    };
    let mark = if query.is_empty() { "" } else { "?" };
    let text = format!("{prefix}{slash}{path}{mark}{query}");
    let url = Url::parse(&text)
        .map_err(|error| RequestFailure::new("the URL is not legal").with_source(error))?;
    let is_kept = url.origin() == base.origin()
        && url.as_str().get(prefix.len()..) == text.get(prefix.len()..);
    if is_kept || path.is_empty() {
        Ok(url)
    } else {
        Err(RequestFailure::new(
            "the URL would not be sent as it is written",
        ))
    }
}
