use indexmap::IndexMap;

use super::at::At;
use super::parameters::{carried_style, query_style};
use super::resolver::Resolver;
use super::{Encoding, Serialization};
use crate::terms::MediaType;

/// Encodings of the members of bodies.
impl<'d> Resolver<'d, '_> {
    pub(super) fn encodings(
        &mut self,
        encodings: &'d IndexMap<String, openapiv3::Encoding>,
        at: &At,
    ) -> IndexMap<String, Encoding> {
        let at = self.child(at, "encoding");
        let encodings = encodings.iter();
        encodings
            .map(|(name, encoding)| {
                let at = self.child(&at, name);
                (name.clone(), self.encoding(encoding, at))
            })
            .collect()
    }

    fn encoding(&mut self, encoding: &'d openapiv3::Encoding, at: At) -> Encoding {
        let style = encoding.style.as_ref().map(|style| Serialization::Style {
            style: carried_style(&encoding.extensions).unwrap_or_else(|| query_style(style)),
            explode: encoding.explode,
            allow_reserved: encoding.allow_reserved,
        });
        let media_types = encoding.content_type.as_deref().unwrap_or_default();
        let media_types = media_types.split(',').map(str::trim);
        Encoding {
            media_types: media_types
                .filter(|media_type| !media_type.is_empty())
                .map(MediaType::new)
                .collect(),
            style,
            headers: self.headers(&encoding.headers, &at),
            place: at.place,
        }
    }
}
