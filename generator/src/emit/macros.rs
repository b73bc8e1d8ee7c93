use crate::plan::{Crate, Enum, EnumKind, Item};

/// The macros of the crate that its types need. They are texts, for the layout of what stands in a macro is nobody's
/// but its author's.
pub(super) fn macros(plan: &Crate) -> String {
    let mut text = String::new();
    if plan.groups.iter().any(|group| !group.operations.is_empty()) {
        text.push_str(REQUEST);
    }
    for (of, written) in ENUM_MACROS {
        if items(plan).any(|item| of.of(item).is_some()) {
            text.push_str(written);
        }
    }
    if items(plan).any(|item| matches!(item, Item::Union(_))) {
        text.push_str(VARIANT);
    }
    if items(plan).any(Item::has_codecs) {
        text.push_str(BRIDGE);
    }
    text
}

/// The kinds of enums that have a macro of their own.
#[derive(Debug, Clone, Copy)]
pub(super) struct EnumMacro {
    /// Its name.
    pub(super) name: &'static str,
    kinds: &'static [EnumKind],
    /// It is given the variant of other values as well.
    pub(super) names_unknown: bool,
}

impl EnumMacro {
    /// The enum that an item is, if it is one of these kinds.
    pub(super) fn of(self, item: &Item) -> Option<&Enum> {
        match item {
            Item::Enum(item) => Some(item).filter(|item| self.kinds.contains(&item.kind)),
            Item::Struct(_)
            | Item::Union(_)
            | Item::Alias(_)
            | Item::Tuple(_)
            | Item::Wrapper(_) => None,
        }
    }
}

/// What enums have beside their values, by kind.
pub(super) const ENUM_MACROS: &[(EnumMacro, &str)] = &[
    (
        EnumMacro {
            name: "text_enum",
            kinds: &[EnumKind::Text, EnumKind::Texts],
            names_unknown: false,
        },
        TEXT_ENUM,
    ),
    (
        EnumMacro {
            name: "integer_enum",
            kinds: &[EnumKind::Integer],
            names_unknown: true,
        },
        INTEGER_ENUM,
    ),
    (
        EnumMacro {
            name: "json_enum",
            kinds: &[EnumKind::Json],
            names_unknown: true,
        },
        JSON_ENUM,
    ),
];

fn items(plan: &Crate) -> impl Iterator<Item = &Item> {
    let components = plan
        .types
        .iter()
        .flat_map(|module| std::iter::once(&module.component).chain(&module.inline));
    let operations = plan
        .groups
        .iter()
        .flat_map(|group| &group.operations)
        .flat_map(|operation| &operation.items);
    let shared = plan.shared.iter().flat_map(|module| &module.items);
    components.chain(operations).chain(shared)
}

const TEXT_ENUM: &str = r#"
/// What every enum of strings is beside its values.
#[allow(unused_macros, reason = "features can leave no type that needs it")]
macro_rules! text_enum {
    ($($ty:ident),*) => {$(
        impl ::std::convert::From<::std::string::String> for $ty {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::str::FromStr for $ty {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok(Self::from(value))
            }
        }

        impl ::std::fmt::Display for $ty {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl crate::runtime::json::Decode for $ty {
            fn decode(
                reader: &mut crate::runtime::json::Reader<'_>,
            ) -> crate::runtime::json::Decoded<Self> {
                ::std::result::Result::Ok(Self::from(&*reader.string()?))
            }
        }

        impl crate::runtime::json::Encode for $ty {
            fn encode(&self, writer: &mut crate::runtime::json::Writer) {
                writer.string(self.as_str());
            }
        }
    )*};
}
"#;

const INTEGER_ENUM: &str = r#"
/// What every enum of integers is beside its values.
#[allow(unused_macros, reason = "features can leave no type that needs it")]
macro_rules! integer_enum {
    ($($ty:ident($unknown:ident)),*) => {$(
        impl ::std::str::FromStr for $ty {
            type Err = ::std::num::ParseIntError;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::num::ParseIntError> {
                value.parse::<i64>().map(Self::from)
            }
        }

        impl ::std::fmt::Display for $ty {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match (self, self.as_i64()) {
                    (Self::$unknown(value), _) => ::std::fmt::Display::fmt(value, formatter),
                    (_, value) => ::std::fmt::Display::fmt(&value.unwrap_or_default(), formatter),
                }
            }
        }

        impl crate::runtime::json::Decode for $ty {
            fn decode(
                reader: &mut crate::runtime::json::Reader<'_>,
            ) -> crate::runtime::json::Decoded<Self> {
                let value: crate::runtime::json::Json = crate::runtime::json::Decode::decode(reader)?;
                ::std::result::Result::Ok(match value.as_i64().map(Self::from) {
                    ::std::option::Option::None | ::std::option::Option::Some(Self::$unknown(_)) => {
                        Self::$unknown(crate::runtime::json::UnknownJson::new(value))
                    }
                    ::std::option::Option::Some(listed) => listed,
                })
            }
        }

        impl crate::runtime::json::Encode for $ty {
            fn encode(&self, writer: &mut crate::runtime::json::Writer) {
                match (self, self.as_i64()) {
                    (Self::$unknown(value), _) => crate::runtime::json::Encode::encode(value, writer),
                    (_, value) => writer.integer(value.unwrap_or_default()),
                }
            }
        }
    )*};
}
"#;

const JSON_ENUM: &str = r#"
/// What every enum of values of several JSON types is beside them.
#[allow(unused_macros, reason = "features can leave no type that needs it")]
macro_rules! json_enum {
    ($($ty:ident($unknown:ident)),*) => {$(
        impl $ty {
            /// The value as it goes over the wire, if it is a string.
            pub fn as_str(&self) -> ::std::option::Option<&str> {
                self.listed().as_str()
            }

            /// The value as it goes over the wire, if it is a whole number of 64 bits.
            pub fn as_i64(&self) -> ::std::option::Option<i64> {
                self.listed().as_i64()
            }

            /// The nearest number of 64 bits to the value, if it is a number within their range.
            pub fn as_f64(&self) -> ::std::option::Option<f64> {
                self.listed().as_f64()
            }

            /// The value as it goes over the wire, if it is a boolean.
            pub fn as_bool(&self) -> ::std::option::Option<bool> {
                self.listed().as_bool()
            }

            /// The value as it goes over the wire.
            pub fn to_json(&self) -> crate::runtime::json::Json {
                self.listed().to_json()
            }
        }

        impl<T: ::std::convert::Into<crate::runtime::json::Json>> ::std::convert::From<T> for $ty {
            fn from(value: T) -> Self {
                let value: crate::runtime::json::Json = value.into();
                match Self::VALUES.iter().find(|listed| listed.listed().is(&value)) {
                    ::std::option::Option::Some(listed) => listed.clone(),
                    ::std::option::Option::None => {
                        Self::$unknown(crate::runtime::json::UnknownJson::new(value))
                    }
                }
            }
        }

        /// What no listed value is written as is taken for a string.
        impl ::std::str::FromStr for $ty {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                let mut listed = Self::VALUES.iter();
                let listed = listed.find(|listed| listed.listed().to_string() == value);
                ::std::result::Result::Ok(listed.cloned().unwrap_or_else(|| Self::from(value)))
            }
        }

        impl ::std::fmt::Display for $ty {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.listed(), formatter)
            }
        }

        impl crate::runtime::json::Decode for $ty {
            fn decode(
                reader: &mut crate::runtime::json::Reader<'_>,
            ) -> crate::runtime::json::Decoded<Self> {
                <crate::runtime::json::Json as crate::runtime::json::Decode>::decode(reader).map(Self::from)
            }
        }

        impl crate::runtime::json::Encode for $ty {
            fn encode(&self, writer: &mut crate::runtime::json::Writer) {
                crate::runtime::json::Encode::encode(&self.listed(), writer);
            }
        }
    )*};
}
"#;

const VARIANT: &str = r#"
/// What every variant of a union has: whether it is the one, its value, and a way to make it of a value.
#[allow(unused_macros, reason = "features can leave no type that needs it")]
macro_rules! variant {
    ($union:ident, $variant:ident($ty:ty), $test:ident, $getter:ident, from) => {
        variant!($union, $variant($ty), $test, $getter);

        impl ::std::convert::From<$ty> for $union {
            fn from(value: $ty) -> Self {
                Self::$variant(value.into())
            }
        }
    };
    ($union:ident, $variant:ident($ty:ty), $test:ident, $getter:ident) => {
        impl $union {
            #[doc = ::std::concat!("Whether it is [`", ::std::stringify!($variant), "`](Self::", ::std::stringify!($variant), ").")]
            pub fn $test(&self) -> bool {
                ::std::matches!(self, Self::$variant(_))
            }

            #[doc = ::std::concat!("The value, if it is [`", ::std::stringify!($variant), "`](Self::", ::std::stringify!($variant), ").")]
            pub fn $getter(&self) -> ::std::option::Option<&$ty> {
                if let Self::$variant(value) = self {
                    ::std::option::Option::Some(value)
                } else {
                    ::std::option::Option::None
                }
            }
        }
    };
}
"#;

/// Each type has one pair of codecs; under the feature `serde` they are serde's as well.
const REQUEST: &str = r#"
/// What every request builder has: it is sent when it is awaited, and takes the options of every call.
#[allow(unused_macros, reason = "features can leave no operation that needs it")]
macro_rules! request {
    ($name:ident, $output:ty, $error:ty) => {
        impl ::std::future::IntoFuture for $name {
            type Output = crate::runtime::CallResult<$output, $error>;
            type IntoFuture = crate::runtime::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::boxed::Box::pin(self.send())
            }
        }

        impl crate::runtime::CallOptions for $name {
            fn call_mut(&mut self) -> &mut crate::runtime::Call {
                &mut self.call
            }
        }
    };
}
"#;

const BRIDGE: &str = r#"
/// Bridges the codecs of types to serde.
#[cfg(feature = "serde")]
#[allow(unused_macros, reason = "features can leave no type that needs it")]
macro_rules! bridge_to_serde {
    ($($ty:ty),*) => {$(
        impl ::serde::Serialize for $ty {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                crate::runtime::bridge::serialize(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $ty {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                crate::runtime::bridge::deserialize(deserializer)
            }
        }
    )*};
}
"#;
