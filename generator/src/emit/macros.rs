use crate::plan::{Crate, EnumKind, Item};

/// The macros of the crate that its types need. They are texts, for the layout of what stands in a macro is nobody's
/// but its author's.
pub(super) fn macros(plan: &Crate) -> String {
    let mut text = String::new();
    if items(plan).any(is_text_enum) {
        text.push_str(TEXT_ENUM);
    }
    if items(plan).any(Item::has_codecs) {
        text.push_str(BRIDGE);
    }
    text
}

/// Whether an item is an open enum of strings.
pub(super) fn is_text_enum(item: &Item) -> bool {
    matches!(item, Item::Enum(item) if item.kind == EnumKind::Text)
}

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
    ($($ty:ty),*) => {$(
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

/// Each type has one pair of codecs; under the feature `serde` they are serde's as well.
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
