use proc_macro2::TokenStream;
use quote::quote;

use super::format::Draft;
use super::tokens::{condition, ident, text};
use crate::plan::{Crate, Xml, XmlMember, XmlTable, XmlType, XmlVariant};
use crate::terms::XmlNode;

/// The module of the tables, if there are any.
pub(super) fn module(plan: &Crate) -> Option<TokenStream> {
    let condition = condition(&plan.xml.features());
    let has_any = !plan.xml.bodies.is_empty();
    has_any.then(|| quote!(#condition mod xml_tables;))
}

/// `src/xml_tables.rs`: how types stand in XML.
///
/// ```text
/// pub(crate) static PET_DOCUMENT: xml::Xml = xml::Xml::element("Pet", &PET);
///
/// pub(crate) static PET: xml::XmlType = xml::XmlType::Object(
///     &[xml::XmlMember::new("id", xml::Xml::attribute("id", &xml::XmlType::Number))],
///     None,
/// );
/// ```
pub(super) fn tables(plan: &Crate) -> Option<Draft> {
    let bodies = plan.xml.bodies.iter().map(|table| {
        let (head, value) = (head(table), place(&table.of));
        quote!(#head: xml::Xml = #value;)
    });
    let types = plan.xml.types.iter().map(|table| {
        let (head, value) = (head(table), shape(&table.of));
        quote!(#head: xml::XmlType = #value;)
    });
    let items: Vec<TokenStream> = bodies.chain(types).collect();
    let import = quote!(
        use crate::runtime::xml;
    );
    (!items.is_empty()).then(|| Draft {
        path: "src/xml_tables.rs".to_owned(),
        docs: vec!["How bodies and the types in them stand in XML.".to_owned()],
        items: std::iter::once(import).chain(items).collect(),
    })
}

fn head<T>(table: &XmlTable<T>) -> TokenStream {
    let (condition, name) = (condition(&table.features), ident(&table.ident));
    quote!(#condition pub(crate) static #name)
}

fn place(of: &Xml) -> TokenStream {
    let (name, ty) = (text(&of.name), shape(&of.ty));
    let ty = quote!(&#ty);
    let mut value = match of.node {
        XmlNode::Element => quote!(xml::Xml::element(#name, #ty)),
        XmlNode::Attribute => quote!(xml::Xml::attribute(#name, #ty)),
        XmlNode::Text => quote!(xml::Xml::text(#ty)),
        XmlNode::Cdata => quote!(xml::Xml::cdata(#ty)),
        XmlNode::None => quote!(xml::Xml::none(#name, #ty)),
    };
    if let Some(prefix) = &of.prefix {
        let prefix = text(prefix);
        value.extend(quote!(.prefix(#prefix)));
    }
    if let Some(namespace) = &of.namespace {
        let namespace = text(namespace);
        value.extend(quote!(.namespace(#namespace)));
    }
    value
}

fn shape(of: &XmlType) -> TokenStream {
    match of {
        XmlType::Any => quote!(xml::XmlType::Any),
        XmlType::Text => quote!(xml::XmlType::Text),
        XmlType::Token => quote!(xml::XmlType::Token),
        XmlType::Number => quote!(xml::XmlType::Number),
        XmlType::Boolean => quote!(xml::XmlType::Boolean),
        XmlType::Mixed => quote!(xml::XmlType::Mixed),
        XmlType::Array(item) => {
            let item = place(item);
            quote!(xml::XmlType::Array(&#item))
        }
        XmlType::Tuple(items, rest) => {
            let (items, rest) = (items.iter().map(place), rest.as_deref().map(place));
            let rest = optional(rest);
            quote!(xml::XmlType::Tuple(&[#(#items),*], #rest))
        }
        XmlType::Object(members, others) => {
            let members = members.iter().map(member);
            let others = optional(others.as_deref().map(shape));
            quote!(xml::XmlType::Object(&[#(#members),*], #others))
        }
        XmlType::Union(variants) => {
            let variants = variants.iter().map(variant);
            quote!(xml::XmlType::Union(&[#(#variants),*]))
        }
        XmlType::Named(name) => {
            let name = ident(name);
            quote!(#name)
        }
    }
}

fn optional(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(::std::option::Option::Some(&#value)),
        None => quote!(::std::option::Option::None),
    }
}

fn member(of: &XmlMember) -> TokenStream {
    let (name, place) = (text(&of.name), place(&of.xml));
    let required = of.required.then(|| quote!(.required()));
    let nullable = of.nullable.then(|| quote!(.nullable()));
    quote!(xml::XmlMember::new(#name, #place)#required #nullable)
}

fn variant(of: &XmlVariant) -> TokenStream {
    let ty = shape(&of.ty);
    match &of.tag {
        Some((tag, values)) => {
            let (tag, values) = (text(tag), values.iter().map(|value| text(value)));
            quote!(xml::XmlVariant::tagged(#tag, &[#(#values),*], &#ty))
        }
        None => quote!(xml::XmlVariant::new(&#ty)),
    }
}
