use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::facts::{self, Ambiguity};
use crate::ir::{Api, Shape, Type, Union};

/// How many of the variants that are never chosen a report names.
const MOST_NAMED: usize = 3;

/// Says which variants of unions nothing tells apart, once for each union.
pub(super) fn report_ambiguous(cx: &mut Diagnostics, api: &Api) {
    for ty in &api.types {
        let Shape::Union(union) = &ty.shape else {
            continue;
        };
        if let Some(ambiguity) = facts::ambiguous(api, union) {
            cx.report(report(api, ty, union, &ambiguity));
        }
    }
}

fn report(api: &Api, ty: &Type, union: &Union, ambiguity: &Ambiguity) -> Diagnostic {
    let taken = name(api, union, ambiguity.taken);
    let hidden: Vec<String> = ambiguity
        .hidden
        .iter()
        .take(MOST_NAMED)
        .map(|index| name(api, union, *index))
        .collect();
    let further = ambiguity.hidden.len() - hidden.len();
    let further = match further {
        0 => String::new(),
        further => format!(" and {further} more"),
    };
    let hidden = hidden.join(", ") + &further;
    let message = format!("nothing tells {hidden} from {taken}");
    let mut diagnostic = Diagnostic::new(Code::AmbiguousUnion, ty.place.clone(), message)
        .label(format!("values that fit both are taken as {taken}"))
        .help(help(union));
    let hidden = ambiguity.hidden.iter().take(MOST_NAMED);
    for index in std::iter::once(&ambiguity.taken).chain(hidden) {
        if let Some(variant) = union.variants.get(*index) {
            let place = api.ty(variant.ty.id).place.clone();
            diagnostic = diagnostic.related(place, format!("this is {}", name(api, union, *index)));
        }
    }
    diagnostic
}

/// What a variant is called in a report: its component, its title, else its place among the alternatives.
fn name(api: &Api, union: &Union, index: usize) -> String {
    let variant = union.variants.get(index);
    let component = variant.and_then(|variant| api.ty(variant.ty.id).origin.component());
    let title = variant.and_then(|variant| variant.docs.title.as_deref());
    match component.or(title) {
        Some(name) => format!("`{name}`"),
        None => format!("alternative {}", index + 1),
    }
}

fn help(union: &Union) -> String {
    match &union.discriminator {
        Some(property) => format!("a `mapping` of the discriminator `{property}` would tell, or a `const` of `{property}` in each"),
        None => "a `discriminator`, a property with a `const` in each, or one that only one of them requires would tell".to_owned(),
    }
}
