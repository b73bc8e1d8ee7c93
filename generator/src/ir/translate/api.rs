use super::part::Key;
use super::translator::Translator;
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Origin};
use crate::resolved::Document;

/// Translates a resolved description into what it means.
pub fn translate(cx: &mut Diagnostics, document: &Document) -> Api {
    let mut translator = Translator::new(cx, document);
    for (name, id) in &document.components {
        translator.ty(Key::of(*id), Origin::Component(name.clone()));
    }
    let operations = document
        .operations
        .iter()
        .enumerate()
        .map(|(index, operation)| translator.operation(index, operation))
        .collect();
    let error = document
        .error
        .map(|id| translator.ty(Key::of(id), Origin::Component("Error".to_owned())));
    Api {
        info: document.info.clone(),
        servers: document.servers.clone(),
        tags: document.tags.clone(),
        security_schemes: document.security_schemes.clone(),
        operations,
        error,
        types: translator.into_types(),
    }
}
