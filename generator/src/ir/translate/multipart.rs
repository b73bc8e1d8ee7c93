use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Field, Multipart, Origin, Part, PartHeader, PartKind, Payload, Presence, Primitive, Shape,
    TypeRef,
};
use crate::resolved::{self, Encoding};
use crate::source::Place;
use crate::terms::TextFormat;

/// How deep variants are looked into that are unions themselves.
const MAX_UNIONS: u8 = 8;

/// A value that becomes a part, before it is known what of it is sent.
struct Member {
    wire_name: String,
    required: bool,
    ty: TypeRef,
    description: Option<String>,
    deprecated: bool,
    /// It stands for all parts that follow.
    is_rest: bool,
}

/// Bodies of several parts (OAS 3.1 §4.8.15).
impl Translator<'_> {
    pub(super) fn multipart(
        &mut self,
        content: &resolved::Content,
        origin: Origin,
        index: usize,
    ) -> Payload {
        let ty = content
            .schema
            .map(|schema| self.schema_type(schema, origin));
        let members = ty.map(|ty| self.part_members(ty)).unwrap_or_default();
        if let Some(ty) = ty {
            for (name, encoding) in &content.encoding {
                self.check_member(ty, name, encoding);
            }
        }
        let parts = members.into_iter().enumerate().map(|(place, member)| {
            let encoding = encoding(content, place, &member);
            self.described_part(content, index, member, encoding)
        });
        let parts = parts.collect();
        Payload::Multipart(Multipart { ty, parts })
    }

    /// The members of a value that are parts: those of an object by their names, those of an array by their places.
    fn part_members(&self, ty: TypeRef) -> Vec<Member> {
        match self.unaliased_shape(ty) {
            Some(Shape::Struct(_) | Shape::Union(_)) => self.named_members(ty, MAX_UNIONS),
            Some(Shape::Tuple(shape)) => {
                let items = shape.items.iter().map(|item| Member {
                    wire_name: String::new(),
                    required: item.presence == Presence::Required,
                    ty: item.ty,
                    description: item.docs.description.clone(),
                    deprecated: item.docs.deprecated,
                    is_rest: false,
                });
                // What else follows is added by hand, as parts that are not described are.
                let rest = shape.rest.filter(|rest| self.is_bytes(*rest, true));
                items.chain(rest.map(rest_of)).collect()
            }
            Some(Shape::Array(_)) => vec![rest_of(ty)],
            Some(
                Shape::Any
                | Shape::Primitive(_)
                | Shape::Map(_)
                | Shape::Patterned(_)
                | Shape::Alias(_)
                | Shape::Enum(_),
            )
            | None => Vec::new(),
        }
    }

    /// The members of an object; of a union those of all variants, of which only those must be there that all have.
    fn named_members(&self, ty: TypeRef, depth: u8) -> Vec<Member> {
        match self.unaliased_shape(ty) {
            Some(Shape::Struct(shape)) => {
                let sent = shape.fields.iter().filter(|field| !field.read_only);
                sent.map(named).collect()
            }
            Some(Shape::Union(shape)) if depth > 0 => {
                let variants = shape.variants.iter();
                let variants = variants.map(|variant| self.named_members(variant.ty, depth - 1));
                let variants: Vec<Vec<Member>> = variants.collect();
                let count = variants.len();
                let mut members: Vec<(Member, usize)> = Vec::new();
                for member in variants.into_iter().flatten() {
                    let is_it =
                        |known: &&mut (Member, usize)| known.0.wire_name == member.wire_name;
                    match members.iter_mut().find(is_it) {
                        Some((_, required)) => *required += usize::from(member.required),
                        None => {
                            let required = usize::from(member.required);
                            members.push((member, required));
                        }
                    }
                }
                let members = members.into_iter();
                members
                    .map(|(member, required)| Member {
                        required: required == count,
                        ..member
                    })
                    .collect()
            }
            Some(
                Shape::Any
                | Shape::Primitive(_)
                | Shape::Array(_)
                | Shape::Map(_)
                | Shape::Patterned(_)
                | Shape::Tuple(_)
                | Shape::Alias(_)
                | Shape::Enum(_)
                | Shape::Union(_),
            )
            | None => Vec::new(),
        }
    }

    fn described_part(
        &mut self,
        content: &resolved::Content,
        index: usize,
        member: Member,
        encoding: Option<&Encoding>,
    ) -> Part {
        let kind = self.part_kind(content, &member, encoding);
        let headers = encoding.map(|encoding| encoding.headers.as_slice());
        let headers = headers.unwrap_or_default().iter();
        let headers = headers.map(|header| PartHeader {
            name: header.name.clone(),
            required: header.required,
            description: header.description.clone(),
            ty: self.schema_type(header.schema, Origin::Header(index, header.name.clone())),
        });
        let headers = headers.collect();
        let media_types = encoding.map(|encoding| encoding.media_types.clone());
        Part {
            required: member.required,
            kind,
            style: encoding
                .and_then(|encoding| encoding.style.clone())
                .filter(|_| matches!(kind, PartKind::Value(_))),
            media_types: media_types.unwrap_or_default(),
            headers,
            description: member.description,
            deprecated: member.deprecated,
            wire_name: member.wire_name,
        }
    }

    /// Bytes without a type are a file (OAS 3.1 §4.8.15, the table of media types), and so is what has a media type that no
    /// value is written as.
    fn part_kind(
        &mut self,
        content: &resolved::Content,
        member: &Member,
        encoding: Option<&Encoding>,
    ) -> PartKind {
        let media_type = encoding.and_then(|encoding| encoding.media_types.first());
        let styled = encoding.is_some_and(|encoding| encoding.style.is_some());
        if media_type.is_some_and(crate::terms::MediaType::is_json) {
            return match self.is_bytes(member.ty, false) {
                true => PartKind::File,
                false => PartKind::Value(member.ty),
            };
        }
        if self.is_bytes(member.ty, true) {
            return match member.is_rest {
                true => PartKind::Files,
                false => PartKind::File,
            };
        }
        if let Some(Shape::Array(items)) = self.unaliased_shape(member.ty)
            && self.is_bytes(*items, true)
        {
            return PartKind::Files;
        }
        let Some(media_type) = media_type.filter(|_| !styled) else {
            return PartKind::Value(member.ty);
        };
        let essence = media_type.essence();
        if media_type.is_text() || essence.starts_with("*/") {
            return PartKind::Value(member.ty);
        }
        if !matches!(self.unaliased_shape(member.ty), Some(Shape::Primitive(_))) {
            let place = encoding.map_or(&content.place, |encoding| &encoding.place);
            self.report_bytes(place, &essence);
        }
        PartKind::File
    }

    fn report_bytes(&mut self, place: &Place, media_type: &str) {
        let message = format!("values are not written as `{media_type}` in a part");
        self.report(
            Diagnostic::new(Code::UnsupportedMediaType, place.clone(), message)
                .label("the caller gives the bytes of the part"),
        );
    }

    /// Whether a value is bytes that stand for themselves; `untyped`: whether one of which nothing is said is such.
    fn is_bytes(&self, ty: TypeRef, untyped: bool) -> bool {
        self.unaliased_shape(ty)
            .is_some_and(|shape| match shape.as_primitive() {
                Some(primitive) => primitive == Primitive::Text(TextFormat::Binary),
                None => untyped && matches!(shape, Shape::Any),
            })
    }
}

fn named(field: &Field) -> Member {
    Member {
        wire_name: field.wire_name.clone(),
        required: field.presence == Presence::Required,
        ty: field.ty,
        description: field.docs.description.clone(),
        deprecated: field.docs.deprecated,
        is_rest: false,
    }
}

/// Any number of parts that have no names.
fn rest_of(ty: TypeRef) -> Member {
    Member {
        wire_name: String::new(),
        required: false,
        ty,
        description: None,
        deprecated: false,
        is_rest: true,
    }
}

fn encoding<'c>(
    content: &'c resolved::Content,
    place: usize,
    member: &Member,
) -> Option<&'c Encoding> {
    if !member.wire_name.is_empty() {
        return content.encoding.get(&member.wire_name);
    }
    let by_place = content.encoding.get(&place.to_string());
    by_place.or(content.item_encoding.as_ref())
}
