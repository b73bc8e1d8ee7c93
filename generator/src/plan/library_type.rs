/// A type of a library, for a text of a format for which it was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LibraryType {
    /// `chrono::DateTime<chrono::Utc>`
    ChronoDateTime,
    /// `chrono::NaiveDate`
    ChronoDate,
    /// `chrono::NaiveTime`
    ChronoTime,
    /// `chrono::TimeDelta`
    ChronoDuration,
    /// `jiff::Timestamp`
    JiffDateTime,
    /// `jiff::civil::Date`
    JiffDate,
    /// `jiff::civil::Time`
    JiffTime,
    /// `jiff::SignedDuration`
    JiffDuration,
    /// `time::OffsetDateTime`
    TimeDateTime,
    /// `time::Date`
    TimeDate,
    /// `time::Time`
    TimeTime,
    /// `time::Duration`
    TimeDuration,
    /// `std::time::Duration`
    StdDuration,
    /// `std::net::IpAddr`
    StdIp,
    /// `uuid::Uuid`
    Uuid,
    /// `url::Url`
    Url,
    /// `rust_decimal::Decimal`
    RustDecimal,
}

impl LibraryType {
    /// How code names it, from the crates on: a path, and the path of its only type argument.
    pub fn path(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::ChronoDateTime => ("chrono::DateTime", Some("chrono::Utc")),
            Self::ChronoDate => ("chrono::NaiveDate", None),
            Self::ChronoTime => ("chrono::NaiveTime", None),
            Self::ChronoDuration => ("chrono::TimeDelta", None),
            Self::JiffDateTime => ("jiff::Timestamp", None),
            Self::JiffDate => ("jiff::civil::Date", None),
            Self::JiffTime => ("jiff::civil::Time", None),
            Self::JiffDuration => ("jiff::SignedDuration", None),
            Self::TimeDateTime => ("time::OffsetDateTime", None),
            Self::TimeDate => ("time::Date", None),
            Self::TimeTime => ("time::Time", None),
            Self::TimeDuration => ("time::Duration", None),
            Self::StdDuration => ("std::time::Duration", None),
            Self::StdIp => ("std::net::IpAddr", None),
            Self::Uuid => ("uuid::Uuid", None),
            Self::Url => ("url::Url", None),
            Self::RustDecimal => ("rust_decimal::Decimal", None),
        }
    }

    /// How code outside of the crate names it.
    pub fn spelled(self) -> String {
        match self.path() {
            (path, None) => path.to_owned(),
            (path, Some(argument)) => format!("{path}<{argument}>"),
        }
    }
}
