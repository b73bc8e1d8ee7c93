use bytes::Bytes;

use crate::client::header_field;
use crate::error::RequestFailure;

/// What stands before the bytes of a part.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) content_type: String,
    pub(super) headers: Vec<(String, String)>,
}

impl Head {
    /// The header fields with the empty line behind them (RFC 7578 §4.2).
    ///
    /// # Errors
    /// Names the part whose header fields are no legal ones.
    pub(super) fn written(&self) -> Result<Bytes, RequestFailure> {
        let mut text = self.disposition();
        let content_type = ("Content-Type", self.content_type.as_str());
        let others = self.headers.iter();
        let others = others.map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in std::iter::once(content_type).chain(others) {
            // The field is written as text, but must be one that could be sent.
            header_field(name, value).map_err(|failure| {
                RequestFailure::about(self.name.clone(), "has a header field that is not legal")
                    .with_source(failure)
            })?;
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        Ok(Bytes::from(text))
    }

    fn disposition(&self) -> String {
        let own = self.headers.iter();
        let is_own =
            |(name, _): &(String, String)| name.eq_ignore_ascii_case("content-disposition");
        let file_name = self.file_name.as_deref().map(quoted);
        let file_name = file_name.map(|name| format!("; filename={name}"));
        let file_name = file_name.unwrap_or_default();
        match (self.name.is_empty(), own.clone().any(is_own)) {
            (_, true) => String::new(),
            (true, false) if file_name.is_empty() => String::new(),
            (true, false) => format!("Content-Disposition: attachment{file_name}\r\n"),
            (false, false) => format!(
                "Content-Disposition: form-data; name={}{file_name}\r\n",
                quoted(&self.name)
            ),
        }
    }
}

/// A name between quotes, in UTF-8, as browsers write it (HTML, `multipart/form-data`; RFC 7578 §5.1).
fn quoted(name: &str) -> String {
    let name = name.replace('"', "%22");
    format!("\"{}\"", name.replace('\r', "%0D").replace('\n', "%0A"))
}
