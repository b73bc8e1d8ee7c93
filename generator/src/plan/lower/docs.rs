use super::items::Items;
use super::markdown::{is_shown, markdown};
use super::short::{is_named, operation_name};
use crate::ir::{self, Api, Constraints, Docs, EnumValue, Field, Origin, TypeId, Variant};

/// Lines about a type: what the description says, else where it stands.
pub(super) fn of_type(items: &Items<'_>, id: TypeId) -> Vec<String> {
    let ty = items.api().ty(id);
    let mut lines = markdown(ty.docs.description.as_deref().unwrap_or_default());
    if lines.is_empty() {
        lines.extend(ty.docs.title.as_deref().map(markdown).unwrap_or_default());
    }
    if lines.is_empty() {
        lines.push(standing(items.api(), id));
    }
    lines
}

/// Where a type stands, for types of which the description says nothing.
fn standing(api: &Api, id: TypeId) -> String {
    let whose = |parent: &TypeId| holder(api, *parent);
    match &api.ty(id).origin {
        Origin::Component(name) => format!("The component `{}`.", code(name)),
        Origin::Body(operation) => format!(
            "The request body of `{}`.",
            code(&operation_name(api, *operation))
        ),
        Origin::Response(operation, status) => {
            format!(
                "What `{}` answers with status {status}.",
                code(&operation_name(api, *operation))
            )
        }
        Origin::Item(operation) => format!(
            "One item of what `{}` sends or answers.",
            code(&operation_name(api, *operation))
        ),
        Origin::Header(_, name) => format!("The header field `{}`.", code(name)),
        Origin::Parameter(_, name) => format!("The parameter `{}`.", code(name)),
        Origin::Property(parent, name) => format!("`{}` of {}.", code(name), whose(parent)),
        Origin::Items(parent) => format!("One of {}.", whose(parent)),
        Origin::ItemAt(parent, index) => format!("Item {index} of {}.", whose(parent)),
        Origin::Values(parent) => format!("A value of {}.", whose(parent)),
        Origin::Keys(parent) => format!("The name of a member of {}.", whose(parent)),
        Origin::Variant(parent, _) => format!("One form of {}.", whose(parent)),
    }
}

/// What something stands in, in words.
fn holder(api: &Api, id: TypeId) -> String {
    match &api.ty(id).origin {
        Origin::Component(name) => format!("`{}`", code(name)),
        Origin::Body(_) => "the request body".to_owned(),
        Origin::Response(..) => "the answer".to_owned(),
        Origin::Item(_) => "an item".to_owned(),
        Origin::Header(_, name) | Origin::Parameter(_, name) | Origin::Property(_, name) => {
            format!("`{}`", code(name))
        }
        Origin::Items(parent)
        | Origin::ItemAt(parent, _)
        | Origin::Values(parent)
        | Origin::Keys(parent)
        | Origin::Variant(parent, _) => holder(api, *parent),
    }
}

/// Lines about a field.
pub(super) fn of_field(items: &Items<'_>, field: &Field) -> Vec<String> {
    let inline = !matches!(items.api().ty(field.ty.id).origin, Origin::Component(_));
    let mut lines = markdown(
        field
            .docs
            .description
            .as_deref()
            .filter(|_| inline)
            .unwrap_or_default(),
    );
    if lines.is_empty() {
        lines = first_paragraph(markdown(
            field.docs.description.as_deref().unwrap_or_default(),
        ));
    }
    if lines.is_empty() {
        lines.push(format!("`{}`.", code(&field.wire_name)));
    }
    remarks(&mut lines, &field.docs, !is_named(items.api(), field.ty.id));
    if field.read_only {
        paragraph(
            &mut lines,
            "Read only: it is received and never sent.".to_owned(),
        );
    }
    if field.write_only {
        paragraph(
            &mut lines,
            "Write only: it is sent and never received.".to_owned(),
        );
    }
    lines
}

/// Lines about an element that has a place of its own in an array.
pub(super) fn of_item(items: &Items<'_>, index: usize, item: &ir::Item) -> Vec<String> {
    let described = item.docs.description.as_deref();
    let mut lines = first_paragraph(markdown(described.unwrap_or_default()));
    if lines.is_empty() {
        lines.push(format!("Item {index} of the array."));
    }
    remarks(&mut lines, &item.docs, !is_named(items.api(), item.ty.id));
    lines
}

/// Lines about a listed value.
pub(super) fn of_value(listed: &EnumValue) -> Vec<String> {
    let lines = markdown(listed.description.as_deref().unwrap_or_default());
    if lines.is_empty() {
        vec![format!("`{}`", code(&listed.value.to_string()))]
    } else {
        lines
    }
}

/// Lines about a member that all variants of a union have.
pub(super) fn of_shared(name: &str) -> Vec<String> {
    let name = code(name);
    vec![format!(
        "`{name}`, whichever of the variants it is; `None` if it is not there."
    )]
}

/// Lines about a variant of a union.
pub(super) fn of_variant(items: &Items<'_>, variant: &Variant, name: &str) -> Vec<String> {
    let mut lines = first_paragraph(markdown(
        variant.docs.description.as_deref().unwrap_or_default(),
    ));
    if lines.is_empty() {
        lines.extend(
            variant
                .docs
                .title
                .as_deref()
                .map(markdown)
                .unwrap_or_default(),
        );
    }
    if lines.is_empty() {
        let origin = &items.api().ty(variant.ty.id).origin;
        lines.push(match origin.component() {
            Some(name) => format!("`{}`", code(name)),
            None => format!("{}.", code(name)),
        });
    }
    lines
}

/// Adds what is said of a value beside its description: format, bounds, default, example.
pub(super) fn remarks(lines: &mut Vec<String>, docs: &Docs, plain: bool) {
    let mut said: Vec<String> = Vec::new();
    if let Some(format) = docs.format.as_ref().filter(|_| plain) {
        said.push(format!("Format: `{}`.", code(format)));
    }
    said.extend(bounds(&docs.constraints));
    if let Some(default) = &docs.default {
        said.push(format!("Default: `{}`.", code(&default.to_string())));
    }
    if let Some(example) = docs
        .example
        .as_ref()
        .filter(|example| !example.is_object() && !example.is_null())
    {
        said.push(format!("Example: `{}`.", code(&example.to_string())));
    }
    if !said.is_empty() {
        paragraph(lines, said.join(" "));
    }
}

fn paragraph(lines: &mut Vec<String>, text: String) {
    lines.push(String::new());
    lines.push(text);
}

/// The bounds of a value, in words.
fn bounds(constraints: &Constraints) -> Vec<String> {
    let mut said = Vec::new();
    let mut say = |what: &str, value: Option<String>| {
        said.extend(value.map(|value| format!("{what} `{}`.", code(&value))));
    };
    let least = if constraints.exclusive_minimum {
        "More than"
    } else {
        "At least"
    };
    let greatest = if constraints.exclusive_maximum {
        "Less than"
    } else {
        "At most"
    };
    say(least, constraints.minimum.as_ref().map(ToString::to_string));
    say(
        greatest,
        constraints.maximum.as_ref().map(ToString::to_string),
    );
    say(
        "A multiple of",
        constraints.multiple_of.as_ref().map(ToString::to_string),
    );
    say("Pattern:", constraints.pattern.clone());
    let counts = [
        ("At least", constraints.min_length, "characters"),
        ("At most", constraints.max_length, "characters"),
        ("At least", constraints.min_items, "elements"),
        ("At most", constraints.max_items, "elements"),
        ("At least", constraints.min_properties, "members"),
        ("At most", constraints.max_properties, "members"),
    ];
    for (what, count, of) in counts {
        said.extend(count.map(|count| format!("{what} {count} {of}.")));
    }
    said
}

/// The lines up to the first empty one.
pub(super) fn first_paragraph(lines: Vec<String>) -> Vec<String> {
    lines
        .into_iter()
        .take_while(|line| !line.is_empty())
        .collect()
}

/// A text between backticks: on one line, without backticks of its own, and not long.
pub(super) fn code(text: &str) -> String {
    const LONGEST: usize = 120;
    let plain: String = text
        .chars()
        .map(|character| {
            if is_shown(character) && character != '\n' && character != '\t' {
                character
            } else {
                ' '
            }
        })
        .map(|character| if character == '`' { '\'' } else { character })
        .collect();
    let plain = plain.trim();
    match plain.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", plain.get(..end).unwrap_or_default()),
        None if plain.is_empty() => " ".to_owned(),
        None => plain.to_owned(),
    }
}
