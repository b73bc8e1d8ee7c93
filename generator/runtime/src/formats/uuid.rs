use super::FormatError;
use super::open_text::{any_text, checked_text, compared_by, kept_text, shown_text};

/// A UUID (RFC 9562), as the text that came.
///
/// Any text can be made into one, and comes back as it is; `"…".parse()` takes only a UUID. They are equal if their bits
/// are, and come in the order of those; texts that are no UUID come last and are compared as texts.
#[derive(Clone)]
pub struct Uuid(Box<str>);

kept_text!(Uuid);
shown_text!(Uuid);
any_text!(Uuid);
checked_text!(Uuid, to_uuid);
compared_by!(Uuid, bits);

impl Uuid {
    /// The UUID, in whichever case, with or without hyphens and braces.
    ///
    /// # Errors
    ///
    /// If the text is none.
    pub fn to_uuid(&self) -> Result<::uuid::Uuid, FormatError> {
        self.bits()
            .ok_or_else(|| FormatError::new("a UUID", self.as_str()))
    }

    fn bits(&self) -> Option<::uuid::Uuid> {
        ::uuid::Uuid::parse_str(self.as_str()).ok()
    }
}

impl From<::uuid::Uuid> for Uuid {
    fn from(uuid: ::uuid::Uuid) -> Self {
        Self(uuid.to_string().into())
    }
}
