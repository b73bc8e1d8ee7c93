use std::ops::Deref;

use crate::json::{Decode, Encode, Fault, Reader, Writer};

/// A member that may be left out, be `null`, or have a value, where all three mean something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// Not there, and not sent.
    #[default]
    Absent,
    /// There, as `null`.
    Null,
    /// There, with a value.
    Value(T),
}

impl<T> Nullable<T> {
    /// Whether the member is not there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the member is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether the member has a value.
    pub fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        self.as_ref().into_option()
    }

    /// The value, to be changed, if there is one.
    pub fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The same of a borrowed value.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }

    /// The value itself, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// A member of which `None` says that it is absent, and `Some(None)` that it is `null`.
    pub fn from_present(value: Option<Option<T>>) -> Self {
        value.map_or(Self::Absent, Self::from)
    }

    /// `None` if the member is absent, and `Some(None)` if it is `null`.
    pub fn into_present(self) -> Option<Option<T>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(value)),
        }
    }

    /// What borrowing the value gives, such as a `&str` of a `String`.
    pub fn as_deref(&self) -> Nullable<&T::Target>
    where
        T: Deref,
    {
        self.as_ref().map(Deref::deref)
    }

    /// The value, or another one if there is none.
    pub fn unwrap_or(self, other: T) -> T {
        self.into_option().unwrap_or(other)
    }

    /// Takes what is there, and leaves the member absent.
    pub fn take(&mut self) -> Self {
        std::mem::take(self)
    }

    /// The same of another value.
    pub fn map<U>(self, map: impl FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(map(value)),
        }
    }
}

/// What is made into a member that may be `null`: what can be made into its value, a [`Nullable`]
/// of it, or an `Option`, of which `None` is `null`.
///
/// `By` tells the three apart and is never written.
pub trait IntoNullable<T, By> {
    /// The member.
    fn into_nullable(self) -> Nullable<T>;
}

/// By what can be made into the value.
#[derive(Debug)]
pub struct ByValue;

/// By the member itself.
#[derive(Debug)]
pub struct ByNullable;

/// By a value that may be `None`.
#[derive(Debug)]
pub struct ByOption;

impl<T, V: Into<T>> IntoNullable<T, ByValue> for V {
    fn into_nullable(self) -> Nullable<T> {
        Nullable::Value(self.into())
    }
}

impl<T> IntoNullable<T, ByNullable> for Nullable<T> {
    fn into_nullable(self) -> Nullable<T> {
        self
    }
}

impl<T> IntoNullable<T, ByOption> for Option<T> {
    fn into_nullable(self) -> Nullable<T> {
        self.into()
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` is `null`.
impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl<T> From<Nullable<T>> for Option<T> {
    fn from(value: Nullable<T>) -> Self {
        value.into_option()
    }
}

impl<T: Decode> Decode for Nullable<T> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        Option::decode(reader).map(Self::from)
    }
}

impl<T: Encode> Encode for Nullable<T> {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Absent | Self::Null => writer.null(),
            Self::Value(value) => value.encode(writer),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_absent()
    }
}
