use crate::transport::Body;

/// A file, or whatever bytes are a part of a body: what it holds, its name, its media type.
///
/// ```ignore
/// FilePart::new(bytes).with_file_name("photo.png").with_content_type("image/png")
/// FilePart::path("photo.png")
/// ```
#[derive(Debug, Clone)]
pub struct FilePart {
    pub(super) body: Body,
    pub(super) file_name: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) headers: Vec<(String, String)>,
}

impl FilePart {
    /// Bytes, or a body that is opened when it is sent. As in a browser its name is `blob` unless it is given one.
    pub fn new(body: impl Into<Body>) -> Self {
        Self {
            body: body.into(),
            file_name: Some("blob".to_owned()),
            content_type: None,
            headers: Vec::new(),
        }
    }

    /// A file, under its own name; it is read while it is sent, and again with each attempt. Needs tokio's runtime.
    #[cfg(not(target_family = "wasm"))]
    pub fn path(path: impl Into<std::path::PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name();
        let name = name.map(|name| name.to_string_lossy().into_owned());
        let part = Self::new(Body::path(path));
        match name {
            Some(name) => part.with_file_name(name),
            None => part,
        }
    }

    /// What can be read, once: the request is sent once and never again, whatever comes of it. Its length is announced if
    /// it is given.
    pub fn reader(reader: impl tokio::io::AsyncRead + Send + 'static, size: Option<u64>) -> Self {
        Self::new(Body::reader(reader, size))
    }

    /// The name that the server sees.
    #[must_use]
    pub fn with_file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Without a name.
    #[must_use]
    pub fn without_file_name(mut self) -> Self {
        self.file_name = None;
        self
    }

    /// The media type that the server sees; the description says which are allowed.
    #[must_use]
    pub fn with_content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }

    /// A further header field of the part.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl<T: Into<Body>> From<T> for FilePart {
    fn from(body: T) -> Self {
        Self::new(body)
    }
}
