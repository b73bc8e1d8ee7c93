use openapiv3::QueryStyle;
use serde_json::Value;

use crate::diagnostic::Code;
use crate::document::extension;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::terms::ParameterStyle;

/// How the items of an array become text (Swagger 2.0 §4.3.9, `collectionFormat`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document::swagger) enum Collection {
    /// Apart by commas, which is what nothing said means.
    Csv,
    /// Apart by spaces.
    Ssv,
    /// Apart by tabs.
    Tsv,
    /// Apart by `|`.
    Pipes,
    /// Each a parameter of its own.
    Multi,
}

/// The same in the words of OpenAPI 3.0, as far as it has them.
pub(in crate::document::swagger) struct Writing {
    pub(in crate::document::swagger) style: QueryStyle,
    pub(in crate::document::swagger) explode: bool,
    /// The style where OpenAPI 3.0 has no word for it.
    pub(in crate::document::swagger) extension: Option<(String, Value)>,
}

impl Collection {
    fn of(word: &str) -> Option<Self> {
        match word {
            "csv" => Some(Self::Csv),
            "ssv" => Some(Self::Ssv),
            "tsv" => Some(Self::Tsv),
            "pipes" => Some(Self::Pipes),
            "multi" => Some(Self::Multi),
            _ => None,
        }
    }

    /// The one that a word of another spelling means.
    fn meant(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "comma" | "commas" => Some(Self::Csv),
            "space" | "spaces" => Some(Self::Ssv),
            "tab" | "tabs" => Some(Self::Tsv),
            "pipe" => Some(Self::Pipes),
            lower => Self::of(lower),
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ssv => "ssv",
            Self::Tsv => "tsv",
            Self::Pipes => "pipes",
            Self::Multi => "multi",
        }
    }

    /// For a parameter of the query or a field of a form.
    pub(in crate::document::swagger) fn in_query(self) -> Writing {
        let (style, extension) = match self {
            Self::Csv | Self::Multi => (QueryStyle::Form, None),
            Self::Ssv => (QueryStyle::SpaceDelimited, None),
            Self::Pipes => (QueryStyle::PipeDelimited, None),
            Self::Tsv => (QueryStyle::Form, Some(ParameterStyle::TabDelimited)),
        };
        Writing {
            style,
            explode: self == Self::Multi,
            extension: extension.map(carried),
        }
    }

    /// For a parameter of the path or a header, where OpenAPI 3.0 has commas only.
    pub(in crate::document::swagger) fn elsewhere(self) -> Option<(String, Value)> {
        let style = match self {
            Self::Csv | Self::Multi => return None,
            Self::Ssv => ParameterStyle::SpaceDelimited,
            Self::Tsv => ParameterStyle::TabDelimited,
            Self::Pipes => ParameterStyle::PipeDelimited,
        };
        Some(carried(style))
    }
}

fn carried(style: ParameterStyle) -> (String, Value) {
    (extension::STYLE.to_owned(), Value::from(style.as_str()))
}

impl<'s> Reader<'s, '_> {
    /// How the items are written; `None`, if there are no items. `can_repeat` is where `multi` means something.
    pub(in crate::document::swagger) fn collection(
        &mut self,
        node: &Node<'s>,
        can_repeat: bool,
    ) -> Option<Collection> {
        let written = self.text(node, "collectionFormat");
        let place = node.place.child("collectionFormat");
        if !is_array(node) {
            if written.is_some() {
                let message = "`collectionFormat` means something for arrays only";
                self.say(Code::InvalidValue, &place, message, "ignored");
            }
            return None;
        }
        self.check_nested(node);
        let Some(written) = written else {
            return Some(Collection::Csv);
        };
        let known = Collection::of(&written);
        if known == Some(Collection::Multi) && !can_repeat {
            let message = "`multi` is for parameters in `query` and `formData` only";
            self.say(Code::InvalidValue, &place, message, "taken as `csv`");
            return Some(Collection::Csv);
        }
        if known.is_some() {
            return known;
        }
        let meant = Collection::meant(&written);
        let taken = meant.filter(|meant| can_repeat || *meant != Collection::Multi);
        let taken = taken.unwrap_or(Collection::Csv);
        let message = format!(
            "`{written}` is no `collectionFormat`; there are `csv`, `ssv`, `tsv`, `pipes` and `multi`"
        );
        let label = format!("taken as `{}`", taken.as_str());
        self.say(Code::InvalidValue, &place, message, label);
        Some(taken)
    }

    /// Items that are arrays themselves have a `collectionFormat` of their own, which OpenAPI 3.0 knows nothing like.
    fn check_nested(&mut self, node: &Node<'s>) {
        let Some(items) = node.field("items").filter(is_array) else {
            return;
        };
        let message =
            "arrays within the array of a parameter are not written by `collectionFormat`";
        let label = "each inner array is written as JSON";
        self.say(Code::UnsupportedKeyword, &items.place, message, label);
    }
}

fn is_array(node: &Node<'_>) -> bool {
    match node.peek("type") {
        Some(name) => name.eq_ignore_ascii_case("array"),
        None => node.has("items") && !node.has("schema"),
    }
}
