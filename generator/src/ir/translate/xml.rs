use super::part::{Key, Part};
use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Payload, TypeId, TypeRef, Xml, XmlBody, XmlUse};
use crate::resolved::{self, JsonType, Schema, SchemaId};

/// What is said of XML is kept beside the types: of a component once, and of each place where it is used.
impl Translator<'_> {
    /// What the schemas of a type say of it.
    pub(super) fn note_type(&mut self, id: TypeId, key: &Key) {
        let mut xml = Xml::default();
        for schema in schemas(&key.parts) {
            xml = self.with_inline_members(schema, xml);
        }
        self.xml.of_type(id, xml);
    }

    /// What the schemas that stand where a type is used say of it. What a component says is said of its type.
    pub(super) fn note_use(&mut self, id: TypeId, at: XmlUse, parts: &[Part]) {
        let xml = self.use_of(parts);
        self.xml.of_use(id, at, xml);
    }

    fn use_of(&self, parts: &[Part]) -> Xml {
        let inline = schemas(parts).filter(|id| self.document.schema(*id).component.is_none());
        inline.fold(Xml::default(), |xml, id| self.with_inline_members(id, xml))
    }

    /// With what a schema says, and the inline ones of its `allOf`, which can be what says more of a reference.
    fn with_inline_members(&self, id: SchemaId, xml: Xml) -> Xml {
        let schema = self.document.schema(id);
        let members = schema.all_of.iter().map(|id| self.document.schema(*id));
        let members = members.filter(|member| member.component.is_none());
        members.fold(xml.or(&schema.xml), |xml, member| xml.or(&member.xml))
    }

    /// A body of XML whose schema is `id`; a schema that is only a text says nothing of it.
    pub(super) fn xml_payload(&self, id: SchemaId, ty: TypeRef) -> Payload {
        if self.is_text(self.document.schema(id)) {
            return Payload::Text;
        }
        let xml = self.use_of(&[Part::Whole(id)]);
        Payload::Xml(XmlBody { ty, xml })
    }

    /// Says that nothing gives the outermost element of a body a name (OAS 3.2 §4.26.1.4).
    pub(super) fn report_nameless(&mut self, content: &resolved::Content, payload: &Payload) {
        let Payload::Xml(XmlBody { ty, xml }) = payload else {
            return;
        };
        if xml.name.is_some() || self.xml.ty(ty.id).name.is_some() || self.has_component_name(*ty) {
            return;
        }
        let message = format!(
            "nothing names the outermost element of a body of `{}`",
            content.media_type
        );
        let place = content.place.child("schema");
        let diagnostic = Diagnostic::new(Code::MissingKeyword, place, message);
        let diagnostic = diagnostic.label("written as `<root>`");
        self.report(diagnostic.help("give the schema a name in XML: `xml: {name: …}`"));
    }

    /// Whether the whole of a document is said to be a text, which is the document itself and no text in an element.
    fn is_text(&self, schema: &Schema) -> bool {
        let is_named = schema.component.is_some() || !schema.xml.is_empty();
        schema.types == [JsonType::String] && schema.enumeration.is_empty() && !is_named
    }
}

fn schemas(parts: &[Part]) -> impl Iterator<Item = SchemaId> {
    parts.iter().filter_map(|part| match part {
        Part::Whole(id) | Part::Base(id) | Part::Own(id) => Some(*id),
        Part::Choice(_) => None,
    })
}
