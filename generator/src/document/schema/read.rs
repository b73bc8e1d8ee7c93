use openapiv3::{AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind};
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::kind::Kind;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::document::reference::is_comment;
use crate::document::swagger;
use crate::document::{extension, keyword};
use crate::source::{FindingKind, kind_of};

/// How deeply schemas may be nested before the rest is taken as any JSON. Deeper than that nobody writes;
/// it bounds the recursion of this stage and of those that follow.
const MAX_DEPTH: usize = 128;

impl<'s> Reader<'s, '_> {
    /// A schema where it is used. One that a reference names elsewhere becomes a component, so that it stays one type.
    pub(in crate::document) fn schema(&mut self, node: &Node<'s>) -> ReferenceOr<Schema> {
        if self.library.is_referenced(&node.place) && !node.has("$ref") {
            let reference = self.component_at(node);
            return ReferenceOr::Reference { reference };
        }
        self.schema_here(node)
    }

    /// A schema where it is written: that of a component, or one that nothing refers to.
    pub(in crate::document) fn schema_here(&mut self, node: &Node<'s>) -> ReferenceOr<Schema> {
        if self.depth >= MAX_DEPTH {
            let message = format!("schemas are nested more than {MAX_DEPTH} deep here");
            self.say(Code::TooDeep, &node.place, message, "taken as any JSON");
            return ReferenceOr::Item(any_json());
        }
        self.depth += 1;
        let schema = self.any_form(node);
        self.depth -= 1;
        schema
    }

    fn any_form(&mut self, node: &Node<'s>) -> ReferenceOr<Schema> {
        match node.value {
            Value::Bool(true) => ReferenceOr::Item(any_json()),
            Value::Bool(false) => ReferenceOr::Item(nothing()),
            Value::Object(_) if node.has("$ref") || node.has("$dynamicRef") => {
                self.reference_and_siblings(node)
            }
            Value::Object(_) => ReferenceOr::Item(self.object_form(node)),
            Value::Null if self.is_cut(node) => ReferenceOr::Item(any_json()),
            Value::Null | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                let found = kind_of(node.value);
                let message = format!("a schema is {found}, where the standard asks for an object");
                self.say(Code::WrongType, &node.place, message, "taken as any JSON");
                ReferenceOr::Item(any_json())
            }
        }
    }

    /// Whether the value was nested too deeply to be read, which is reported already.
    fn is_cut(&self, node: &Node<'s>) -> bool {
        let findings = self.sources.findings(node.place.file).iter();
        let mut cut = findings.filter(|finding| finding.kind == FindingKind::TooDeep);
        cut.any(|finding| finding.pointer == node.place.pointer)
    }

    /// A reference alone stays one; next to other keywords it is one more part of `allOf`, so that neither is lost.
    fn reference_and_siblings(&mut self, node: &Node<'s>) -> ReferenceOr<Schema> {
        let mut references = Vec::new();
        for keyword in ["$ref", "$dynamicRef"] {
            let Some(member) = node.field(keyword) else {
                continue;
            };
            match member.value.as_str() {
                Some(reference) => {
                    let reference = self.component(Kind::Schema, node, reference);
                    let reference = reference.map(|reference| ReferenceOr::Reference { reference });
                    references.extend(reference);
                }
                None => self.wrong_type(keyword, "a text", &member),
            }
        }
        let is_reference = |key: &str| key == "$ref" || key == "$dynamicRef" || is_comment(key);
        let alone = node
            .object()
            .is_none_or(|members| members.keys().all(|key| is_reference(key)));
        if alone && references.len() <= 1 {
            let reference = references.pop();
            return reference.unwrap_or_else(|| ReferenceOr::Item(any_json()));
        }
        let mut schema = self.object_form(node);
        if let SchemaKind::Any(any) = &mut schema.schema_kind {
            any.all_of.extend(references);
        }
        ReferenceOr::Item(schema)
    }

    fn object_form(&mut self, node: &Node<'s>) -> Schema {
        if self.is_swagger(&node.place) {
            self.check_swagger_keywords(node, &swagger::keyword::SCHEMA);
        } else {
            self.check_keywords(node, &keyword::SCHEMA);
        }
        let mut data = self.schema_data(node);
        let types = self.types(node, &mut data);
        let mut any = AnySchema {
            typ: types,
            pattern: self.text(node, "pattern"),
            format: self.format(node),
            enumeration: self.enumeration(node),
            min_length: self.count(node, "minLength"),
            max_length: self.count(node, "maxLength"),
            min_items: self.count(node, "minItems"),
            max_items: self.count(node, "maxItems"),
            unique_items: self.flag(node, "uniqueItems"),
            min_properties: self.count(node, "minProperties"),
            max_properties: self.count(node, "maxProperties"),
            ..AnySchema::default()
        };
        self.bounds(node, &mut any, &mut data);
        self.children(node, &mut any);
        self.parts(node, &mut data);
        self.infer_type(node, &mut any, &data);
        Schema {
            schema_data: data,
            schema_kind: SchemaKind::Any(any),
        }
    }

    /// What a schema says besides what values it allows.
    fn schema_data(&mut self, node: &Node<'s>) -> SchemaData {
        self.report_nullable(node);
        let mut extensions = self.extensions(node);
        if let Some(xml) = self.xml(node) {
            extensions.insert(extension::XML.to_owned(), xml);
        }
        let examples = self.example_list(node);
        SchemaData {
            nullable: self.flag(node, "nullable").unwrap_or_default()
                || self.flag(node, "x-nullable").unwrap_or_default(),
            read_only: self.flag(node, "readOnly").unwrap_or_default(),
            write_only: self.flag(node, "writeOnly").unwrap_or_default(),
            deprecated: self.flag(node, "deprecated").unwrap_or_default(),
            external_docs: self.external_docs(node),
            example: node
                .field("example")
                .map(|example| example.value.clone())
                .or(examples),
            title: self.text(node, "title"),
            description: self.text(node, "description"),
            discriminator: self.discriminator(node),
            default: node.field("default").map(|default| default.value.clone()),
            extensions,
        }
    }

    /// `nullable` is no keyword since OpenAPI 3.1, but what it means is plain.
    fn report_nullable(&mut self, node: &Node<'s>) {
        if let Some(nullable) = node.field("nullable")
            && self.is_of_json_schema(&node.place)
        {
            let message = "`nullable` is no keyword of a schema since OpenAPI 3.1";
            let diagnostic = Diagnostic::new(Code::OlderKeyword, nullable.place, message)
                .label("taken as OpenAPI 3.0 means it");
            self.cx.report(diagnostic.help("say `type: [T, \"null\"]`"));
        }
    }

    /// The first of `examples`, which is a list in JSON Schema; some write it as an object, as elsewhere in OpenAPI.
    fn example_list(&mut self, node: &Node<'s>) -> Option<Value> {
        let examples = node.field("examples")?;
        match examples.value {
            Value::Array(examples) => examples.first().cloned(),
            Value::Object(examples) => examples
                .values()
                .next()
                .map(|first| first.get("value").unwrap_or(first).clone()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                self.wrong_type("examples", "a list", &examples);
                None
            }
        }
    }
}

/// A schema that every value fits.
pub(in crate::document) fn any_json() -> Schema {
    Schema {
        schema_data: SchemaData::default(),
        schema_kind: SchemaKind::Any(AnySchema::default()),
    }
}

/// A schema that no value fits (JSON Schema 2020-12 core §4.3.2).
fn nothing() -> Schema {
    let any = AnySchema {
        not: Some(Box::new(ReferenceOr::Item(any_json()))),
        ..AnySchema::default()
    };
    Schema {
        schema_data: SchemaData::default(),
        schema_kind: SchemaKind::Any(any),
    }
}
