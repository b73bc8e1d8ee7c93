use super::docs::code;
use super::example;
use super::items::Items;
use crate::config::PageFrom;
use crate::ir::{self, PageTarget, PagingStyle};
use crate::naming::Ident;
use crate::plan::{Operation, Paging};

/// Lowers how an operation pages.
pub(super) fn paging(
    items: &Items<'_>,
    operation: &ir::Operation,
    lowered: &Operation,
    group: &Ident,
    library: &str,
) -> Option<Paging> {
    let pages = operation.pages.as_ref()?;
    let how = how(operation, &pages.style);
    Some(Paging {
        style: pages.style.clone(),
        items: pages.items.clone(),
        item: items.types.ty(pages.item),
        more: pages.more.clone(),
        total: pages.total.clone(),
        size: pages.size.clone(),
        pages_docs: docs(
            "The pages, from the one that is asked for to the last.",
            &how,
        ),
        items_docs: [
            docs(
                "The items of all pages, from the one that is asked for on.",
                &how,
            ),
            example::of_items(lowered, group, library),
        ]
        .concat(),
    })
}

/// What the documentation of the operation says of its pages.
pub(super) fn remark(builder: &Ident) -> Vec<String> {
    let name = builder.unraw();
    vec![
        String::new(),
        format!(
            "Its answers are pages: [`items`]({name}::items) and [`pages`]({name}::pages) ask for one after the other."
        ),
    ]
}

fn docs(title: &str, how: &str) -> Vec<String> {
    let lines = [
        title,
        "",
        &format!("A page is asked for when the stream comes to it: {how}."),
        "",
        "# Errors",
        "",
        "As [`send`](Self::send) for each page, and when the pages come to no end: behind an error comes nothing more.",
    ];
    lines.map(str::to_owned).to_vec()
}

fn how(operation: &ir::Operation, style: &PagingStyle) -> String {
    match style {
        PagingStyle::Cursor { to, from } => {
            let (to, from) = (target(operation, to), source(from));
            format!("what an answer has {from} goes into {to}")
        }
        PagingStyle::Offset { to } => {
            let to = target(operation, to);
            format!("the number of items before it goes into {to}")
        }
        PagingStyle::Number { to, .. } => {
            let to = target(operation, to);
            format!("its number goes into {to}")
        }
        PagingStyle::Url { from } => {
            let from = source(from);
            format!("the URL that an answer has {from} is got, on the same origin only")
        }
        PagingStyle::Link => {
            "the URL that the answer before links to as `next` is got, on the same origin only"
                .to_owned()
        }
    }
}

fn target(operation: &ir::Operation, target: &PageTarget) -> String {
    match target {
        PageTarget::Parameter(index) => {
            let parameter = operation.parameters.get(*index);
            let name = parameter.map_or("", |parameter| &parameter.wire_name);
            format!("the parameter `{}`", code(name))
        }
        PageTarget::Body(place) => format!("the body at `{}`", code(place.as_str())),
    }
}

fn source(from: &PageFrom) -> String {
    match from {
        PageFrom::Body(place) => format!("at `{}`", code(place.as_str())),
        PageFrom::Header(name) => format!("in the header field `{}`", code(name)),
    }
}
