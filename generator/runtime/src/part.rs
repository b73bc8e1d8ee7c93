//! The parts that the runtime is made of, for the generator.

/// A part of the runtime that a generated crate may do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What every crate needs.
    Core,
    /// The bridge to `serde`.
    Serde,
    /// The command line.
    Cli,
    /// Answers that are read while they arrive.
    Streams,
    /// Of those, the ones of JSON texts one after another.
    Items,
    /// Of those, the ones of events.
    Events,
    /// Answers that come page by page.
    Paging,
    /// Bodies of JSON texts one after another, as they are sent.
    Sent,
    /// Bodies of names and values.
    Form,
    /// Bodies that are read from files and readers.
    Upload,
    /// Bodies of several parts.
    Multipart,
    /// What the texts and numbers with a format have in common.
    Formats,
    /// Dates, times of day, durations.
    Dates,
    /// Dates as header fields have them.
    HttpDate,
    /// UUIDs.
    Uuid,
    /// URIs.
    Uri,
    /// IP addresses.
    Ip,
    /// Bytes in base64.
    Base64,
    /// Bytes in a text.
    Binary,
    /// Numbers in a text.
    Decimal,
    /// Secrets.
    Password,
    /// Tokens of OAuth 2.
    OAuth2,
    /// Seconds, or parts of them, since 1970.
    UnixTime,
    /// Reading dates with `jiff`.
    Moment,
    /// Reading dates without.
    Pieces,
    /// Reading durations without `jiff`.
    IsoDuration,
    /// The types of `chrono`.
    WithChrono,
    /// The types of `jiff`.
    WithJiff,
    /// The type of `rust_decimal`.
    WithRustDecimal,
    /// The types of the standard library.
    WithStd,
    /// The types of `time`.
    WithTime,
    /// The type of `url`.
    WithUrl,
    /// The type of `uuid`.
    WithUuid,
    /// Values as XML.
    Xml,
    /// The header fields that answers are declared to have.
    Headers,
}

impl Part {
    /// Whether it is the type of a text or a number.
    pub(crate) fn is_format(self) -> bool {
        !matches!(
            self,
            Self::Core
                | Self::Serde
                | Self::Cli
                | Self::Streams
                | Self::Items
                | Self::Events
                | Self::OAuth2
                | Self::Xml
                | Self::Paging
                | Self::Headers
                | Self::Sent
                | Self::Form
                | Self::Upload
                | Self::Multipart
        )
    }

    /// The parts without which this one cannot be.
    pub(crate) fn needs(self) -> &'static [Self] {
        match self {
            Self::Dates | Self::WithJiff => &[Self::Moment],
            Self::WithChrono | Self::WithTime => &[Self::Pieces, Self::IsoDuration],
            Self::WithStd => &[Self::IsoDuration],
            Self::Items | Self::Events => &[Self::Streams],
            Self::Multipart => &[Self::Upload],
            Self::Core
            | Self::Serde
            | Self::Cli
            | Self::Streams
            | Self::Paging
            | Self::Sent
            | Self::Form
            | Self::Upload
            | Self::Formats
            | Self::HttpDate
            | Self::Uuid
            | Self::Uri
            | Self::Ip
            | Self::Base64
            | Self::Binary
            | Self::Decimal
            | Self::Password
            | Self::OAuth2
            | Self::UnixTime
            | Self::Moment
            | Self::Pieces
            | Self::IsoDuration
            | Self::WithRustDecimal
            | Self::WithUrl
            | Self::WithUuid
            | Self::Xml
            | Self::Headers => &[],
        }
    }
}
