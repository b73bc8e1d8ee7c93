use std::collections::BTreeMap;

use crate::config::{PageRule, PageStyle};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Api, Paging, facts};
use crate::resolved::{Document, PageClaim};
use crate::source::Place;
use crate::terms::Method;

/// The rules that were said for whatever they fit: what they do not fit, if there is nothing that they do.
type Idle<'d> = BTreeMap<&'d Place, Option<String>>;

/// Finds how each operation pages, and says which of what is said of it does not fit.
pub(super) fn find_pages(cx: &mut Diagnostics, api: &mut Api, document: &Document) {
    let mut idle = Idle::new();
    let found: Vec<Option<Paging>> = (0..api.operations.len())
        .map(|index| {
            let said = document.operations.get(index)?;
            let claimed = claimed(cx, api, index, &said.pages, &mut idle);
            claimed.or_else(|| linked(api, index))
        })
        .collect();
    for (operation, pages) in api.operations.iter_mut().zip(found) {
        operation.pages = pages;
    }
    for (place, why) in idle {
        let Some(why) = why else {
            continue;
        };
        let message = "no operation pages by this rule";
        let diagnostic = Diagnostic::new(Code::InvalidPagination, place.clone(), message);
        cx.report(diagnostic.label(format!("of the first that it could fit: {why}")));
    }
}

/// By the first claim that fits.
fn claimed<'d>(
    cx: &mut Diagnostics,
    api: &Api,
    index: usize,
    claims: &'d [PageClaim],
    idle: &mut Idle<'d>,
) -> Option<Paging> {
    let operation = api.operations.get(index)?;
    for claim in claims {
        match facts::paging(api, operation, &claim.rule) {
            Ok(paging) => {
                idle.insert(&claim.place, None);
                return Some(paging);
            }
            Err(why) if claim.is_meant => {
                let name = operation.id.as_deref().unwrap_or(&operation.path);
                let message = format!("`{name}` does not page as it is said: {why}");
                let place = claim.place.clone();
                let diagnostic = Diagnostic::new(Code::InvalidPagination, place, message);
                cx.report(diagnostic.label("not paged by it"));
                idle.insert(&claim.place, None);
            }
            Err(why) => {
                idle.entry(&claim.place).or_insert(Some(why));
            }
        }
    }
    None
}

/// By the links of its answers, if they have some and one array of items.
fn linked(api: &Api, index: usize) -> Option<Paging> {
    let operation = api.operations.get(index)?;
    let rule = PageRule::new(PageStyle::Link);
    let linked = facts::is_linked(operation) && operation.method == Method::Get;
    linked
        .then(|| facts::paging(api, operation, &rule).ok())
        .flatten()
}
