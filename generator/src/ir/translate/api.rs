use std::collections::BTreeSet;

use super::ambiguity::report_ambiguous;
use super::incoming::translate_incoming;
use super::paging::find_pages;
use super::part::Key;
use super::patched::let_patches_take_away;
use super::translator::Translator;
use super::unacted::report_unacted;
use super::xml_report::report_xml;
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Operation, Origin, TypeRef};
use crate::resolved::Document;

/// Translates a resolved description into what it means.
pub fn translate(cx: &mut Diagnostics, document: &Document) -> Api {
    let needed = document.omits_unreachable.then(|| needed(document));
    let mut translator = Translator::new(cx, document);
    for (name, id) in &document.components {
        if needed.as_ref().is_none_or(|needed| needed.contains(name)) {
            translator.ty(Key::of(*id), Origin::Component(name.clone()));
        }
    }
    let (operations, error) = translator.called();
    if !document.omits_unreachable {
        translate_incoming(&mut translator, document);
    }
    let (mut types, schemas, xml) = translator.finish();
    let_patches_take_away(&mut types, &operations);
    let mut api = Api {
        info: document.info.clone(),
        servers: document.servers.clone(),
        tags: document.tags.clone(),
        security_schemes: document.security_schemes.clone(),
        operations,
        error,
        types,
        schemas,
        xml,
    };
    find_pages(cx, &mut api, document);
    report_ambiguous(cx, &api);
    report_xml(cx, &api);
    report_unacted(cx, document);
    api
}

/// The components that the operations need as types of their own.
///
/// Found by translating the operations alone, unheard: so components keep their order, and with it their names, however
/// many of them are needed.
fn needed(document: &Document) -> BTreeSet<String> {
    let mut unheard = Diagnostics::default();
    let mut translator = Translator::new(&mut unheard, document);
    translator.called();
    let (types, ..) = translator.finish();
    let names = types.iter().filter_map(|ty| ty.origin.component());
    names.map(str::to_owned).collect()
}

impl Translator<'_> {
    /// What can be called, and the body of error answers that declare none, with the types of all of it.
    fn called(&mut self) -> (Vec<Operation>, Option<TypeRef>) {
        let document = self.document;
        let operations = document.operations.iter().enumerate();
        let operations = operations
            .map(|(index, operation)| self.operation(index, operation))
            .collect();
        let error = document
            .error
            .map(|id| self.ty(Key::of(id), Origin::Component("Error".to_owned())));
        (operations, error)
    }
}
