//! What the texts with a format have in common.
#![allow(
    unused_imports,
    unused_macros,
    reason = "a client has only the formats that its description has"
)]

/// A text that is kept as it came: its accessor, conversions and codecs.
macro_rules! kept_text {
    ($name:ident) => {
        impl $name {
            /// The text, exactly as it came or was given.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0.into()
            }
        }

        impl crate::json::Decode for $name {
            fn decode(reader: &mut crate::json::Reader<'_>) -> crate::json::Decoded<Self> {
                reader.string().map(|text| Self(text.into()))
            }
        }

        impl crate::json::Encode for $name {
            fn encode(&self, writer: &mut crate::json::Writer) {
                writer.string(self.as_str());
            }
        }

        #[cfg(feature = "serde")]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(|text| Self(text.into()))
            }
        }
    };
}

/// A text that anyone may see.
macro_rules! shown_text {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self.as_str(), formatter)
            }
        }
    };
}

/// A text that any text can be made into, whether or not it holds what the format says.
macro_rules! any_text {
    ($name:ident) => {
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }
    };
}

/// Only a text that holds what the format says, which `$check` finds out.
macro_rules! checked_text {
    ($name:ident, $check:ident) => {
        impl std::str::FromStr for $name {
            type Err = crate::formats::FormatError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let value = Self(text.into());
                value.$check()?;
                Ok(value)
            }
        }
    };
}

/// Texts that are compared by what they hold, which `$held` gives. Those that do not hold it come after those that do,
/// and are compared as texts.
macro_rules! compared_by {
    ($name:ident, $held:ident) => {
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0 || self.cmp(other).is_eq()
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                match (self.$held(), other.$held()) {
                    (Some(left), Some(right)) => left.cmp(&right),
                    (Some(_), None) => std::cmp::Ordering::Less,
                    (None, Some(_)) => std::cmp::Ordering::Greater,
                    (None, None) => self.0.cmp(&other.0),
                }
            }
        }

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                match self.$held() {
                    Some(held) => held.hash(state),
                    None => self.0.hash(state),
                }
            }
        }
    };
}

pub(super) use {any_text, checked_text, compared_by, kept_text, shown_text};
