use indexmap::IndexMap;
use openapiv3::Discriminator;
use serde_json::json;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::bundle::component_reference;
use crate::document::kind::Kind;
use crate::document::load::is_path;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::document::{extension, keyword};

impl<'s> Reader<'s, '_> {
    /// `discriminator` (OAS 3.1 §4.8.25), its mapping in references only.
    pub(super) fn discriminator(&mut self, holder: &Node<'s>) -> Option<Discriminator> {
        let node = holder.field("discriminator")?;
        if let Some(property_name) = node.value.as_str().filter(|_| self.is_swagger(&node.place)) {
            return Some(Discriminator {
                property_name: property_name.to_owned(),
                mapping: self.heirs_of(holder),
                ..Discriminator::default()
            });
        }
        if let Some(property_name) = node.value.as_str() {
            let message = "`discriminator` is a text, where the standard asks for an object";
            self.say(
                Code::WrongType,
                &node.place,
                message,
                format!("taken as `propertyName: {property_name}`"),
            );
            return Some(Discriminator {
                property_name: property_name.to_owned(),
                ..Discriminator::default()
            });
        }
        if !self.is_object("discriminator", &node) {
            return None;
        }
        self.check_keywords(&node, &keyword::DISCRIMINATOR);
        let property_name = self.required_text(&node, "propertyName", "a discriminator")?;
        let mut mapping = IndexMap::new();
        for (value, target) in self.map(&node, "mapping") {
            if let Some(reference) = self.mapped(value, &target) {
                mapping.insert(value.to_owned(), reference);
            }
        }
        let mut extensions = self.extensions(&node);
        if let Some(target) = node.field("defaultMapping")
            && let Some(reference) = self.mapped("defaultMapping", &target)
        {
            let value = json!({ "$ref": reference });
            extensions.insert(extension::DEFAULT_MAPPING.to_owned(), value);
        }
        Some(Discriminator {
            property_name,
            mapping,
            extensions,
        })
    }

    /// The reference for one value of the mapping, which is a reference or the name of a component.
    fn mapped(&mut self, value: &str, node: &Node<'s>) -> Option<String> {
        let target = self.text_of(value, node)?;
        if self.bundle.is_declared(Kind::Schema, &target) {
            return Some(component_reference(Kind::Schema, &target));
        }
        if is_path(&target) {
            return self.component(Kind::Schema, node, &target);
        }
        let message = format!("there is no schema `{target}`");
        let diagnostic = Diagnostic::new(Code::UnresolvedReference, node.place.clone(), message);
        let near = self.bundle.near(Kind::Schema, &target).map(str::to_owned);
        let diagnostic = diagnostic.label(format!("`{value}` is left out of the mapping"));
        self.cx.report(match near {
            Some(near) => diagnostic.help(format!("there is `{near}`")),
            None => diagnostic,
        });
        None
    }
}
