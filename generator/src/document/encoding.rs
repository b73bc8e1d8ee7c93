use indexmap::IndexMap;
use openapiv3::{Encoding, QueryStyle};
use serde_json::Value;

use crate::diagnostic::Code;
use crate::terms;

use super::extension;
use super::keyword::Keywords;
use super::node::Node;
use super::reader::Reader;

pub(super) const MEDIA_TYPE: Keywords = Keywords {
    of: "a media type",
    read: &[
        "schema",
        "itemSchema",
        "example",
        "examples",
        "encoding",
        "prefixEncoding",
        "itemEncoding",
    ],
    unsupported: &[],
};

const ENCODING: Keywords = Keywords {
    of: "an encoding",
    read: &[
        "contentType",
        "headers",
        "style",
        "explode",
        "allowReserved",
    ],
    unsupported: &["encoding", "prefixEncoding", "itemEncoding"],
};

/// The keywords that say how the members of a body are written, by name and by place (OAS 3.2 §4.14.5).
const BY_NAME: &str = "encoding";
const PREFIX: &str = "prefixEncoding";
const ITEM: &str = "itemEncoding";

/// What encodings mean for a media type (OAS 3.1 §4.8.15).
#[derive(Clone, Copy)]
struct Meaning {
    /// The body is a form: its members are names and values.
    is_form: bool,
    /// The body has parts, with header fields each.
    is_multipart: bool,
    /// Styles are those of query parameters.
    has_styles: bool,
}

/// How the members of a form and the parts of a multipart body are written (OAS 3.1 §4.8.15).
impl<'s> Reader<'s, '_> {
    /// The encodings of a media type; those by place under their indices, and `items`.
    pub(super) fn encodings(
        &mut self,
        media_type: &str,
        node: &Node<'s>,
    ) -> IndexMap<String, Encoding> {
        let meaning = self.meaning(media_type, node);
        let mut encodings = IndexMap::new();
        if !meaning.is_form && !meaning.is_multipart {
            for keyword in [BY_NAME, PREFIX, ITEM] {
                self.ignore(node, keyword, &format!("a body of `{media_type}`"));
            }
            return encodings;
        }
        for (name, node) in self.map(node, BY_NAME) {
            if self.is_object(name, &node) {
                encodings.insert(name.to_owned(), self.encoding(&node, meaning));
            }
        }
        if meaning.is_multipart && encodings.is_empty() {
            return self.encodings_by_place(node, meaning);
        }
        for keyword in [PREFIX, ITEM] {
            self.ignore(node, keyword, "a body whose parts have names");
        }
        encodings
    }

    fn meaning(&self, media_type: &str, node: &Node<'s>) -> Meaning {
        let media_type = terms::MediaType::new(media_type);
        let is_form = media_type.is_form();
        let of_form = media_type.essence() == "multipart/form-data";
        Meaning {
            is_form,
            is_multipart: media_type.is_multipart(),
            // OpenAPI 3.0 has them for the one kind of forms only.
            has_styles: is_form || (of_form && self.is_of_json_schema(&node.place)),
        }
    }

    /// Parts without names (OAS 3.2 §4.14.5.2).
    fn encodings_by_place(
        &mut self,
        node: &Node<'s>,
        meaning: Meaning,
    ) -> IndexMap<String, Encoding> {
        let prefix = self.list(node, PREFIX).into_iter().enumerate();
        let prefix = prefix.map(|(index, node)| (index.to_string(), node));
        let items = self.object(node, ITEM);
        let items = items.map(|node| (extension::ITEMS_ENCODING.to_owned(), node));
        let mut encodings = IndexMap::new();
        for (key, encoding) in prefix.chain(items).collect::<Vec<_>>() {
            let pointer = self.united(&node.place).child(BY_NAME).child(&key);
            self.origins.record(pointer, encoding.place.clone());
            encodings.insert(key, self.encoding(&encoding, meaning));
        }
        encodings
    }

    fn encoding(&mut self, node: &Node<'s>, meaning: Meaning) -> Encoding {
        self.check_keywords(node, &ENCODING);
        let mut encoding = Encoding {
            content_type: self.text(node, "contentType"),
            extensions: self.extensions(node),
            ..Encoding::default()
        };
        match meaning.is_multipart {
            true => encoding.headers = self.headers(node),
            false => self.ignore(node, "headers", "the encoding of a form"),
        }
        let written = ["style", "explode", "allowReserved"];
        if !meaning.has_styles {
            for keyword in written {
                self.ignore(node, keyword, "the encoding of a part");
            }
        } else if written.iter().any(|keyword| node.has(keyword)) {
            let style = self.text(node, "style");
            let style = self.query_style(node, style.as_deref());
            let explode = self.flag(node, "explode");
            encoding.explode = explode.unwrap_or(matches!(style, QueryStyle::Form));
            encoding.allow_reserved = self.flag(node, "allowReserved").unwrap_or_default();
            encoding.style = Some(style);
        }
        encoding
    }

    /// Reports a keyword that the standard says to ignore where it stands.
    fn ignore(&mut self, holder: &Node<'s>, keyword: &str, of: &str) {
        let Some(node) = holder.field(keyword) else {
            return;
        };
        let says_nothing = match node.value {
            Value::Object(members) => members.is_empty(),
            Value::Array(elements) => elements.is_empty(),
            Value::Null => true,
            Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        };
        if !says_nothing {
            let message = format!("`{keyword}` means nothing for {of}");
            let label = "ignored, as the standard asks for";
            self.say(Code::IgnoredEncoding, &node.place, message, label);
        }
    }
}
