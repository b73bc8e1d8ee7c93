use super::part::Key;
use super::translator::Translator;
use super::unacted::report_unacted;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::facts::{self, Evidence};
use crate::ir::{Api, Origin, Shape};
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
    let types = translator.into_types();
    let api = Api {
        info: document.info.clone(),
        servers: document.servers.clone(),
        tags: document.tags.clone(),
        security_schemes: document.security_schemes.clone(),
        operations,
        error,
        types,
    };
    report_ambiguous(cx, &api);
    report_unacted(cx, document);
    api
}

/// Says which variants of unions nothing tells apart.
fn report_ambiguous(cx: &mut Diagnostics, api: &Api) {
    for ty in &api.types {
        let Shape::Union(union) = &ty.shape else {
            continue;
        };
        let mut seen: Vec<Evidence> = Vec::with_capacity(union.variants.len());
        for (index, variant) in union.variants.iter().enumerate() {
            let evidence = facts::evidence(api, union, variant);
            if let Some(other) = seen.iter().position(|known| *known == evidence) {
                let message = format!("nothing tells variants {other} and {index} apart");
                cx.report(
                    Diagnostic::new(Code::AmbiguousUnion, ty.place.clone(), message)
                        .label("values that fit both are taken as the first")
                        .help("a discriminator, or a property that only one of them requires, would tell"),
                );
            }
            seen.push(evidence);
        }
    }
}
