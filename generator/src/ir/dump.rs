use std::fmt::Write;

use super::{
    Additional, Api, Operation, Payload, Presence, Primitive, Shape, Struct, TypeId, TypeRef,
};
use crate::terms::{IntegerFormat, NumberFormat};

/// A short stable text of an API, for people and for tests; with `only`, what has that name.
pub fn dump(api: &Api, only: Option<&str>) -> String {
    let mut text = String::new();
    for id in api.type_ids() {
        let name = name(api, id);
        if is_worth_a_line(api, id) && only.is_none_or(|only| name.split('/').next() == Some(only))
        {
            ty(&mut text, api, id, &name);
        }
    }
    for operation in &api.operations {
        if only.is_none_or(|only| operation.id.as_deref() == Some(only)) {
            self::operation(&mut text, api, operation);
        }
    }
    text
}

/// Types that other lines name instead of spelling them out.
fn is_worth_a_line(api: &Api, id: TypeId) -> bool {
    let ty = api.ty(id);
    ty.origin.parent().is_none() && !matches!(ty.shape, Shape::Primitive(_) | Shape::Any)
        || matches!(
            ty.shape,
            Shape::Struct(_) | Shape::Tuple(_) | Shape::Enum(_) | Shape::Union(_)
        )
        || matches!(ty.origin, super::Origin::Component(_))
}

/// Where a type stands: a component's name, or a path from one.
fn name(api: &Api, id: TypeId) -> String {
    use super::Origin;
    let operation = |index: &usize| {
        let operation = api.operations.get(*index);
        operation.map(|operation| {
            operation
                .id
                .clone()
                .unwrap_or_else(|| format!("{} {}", operation.method, operation.path))
        })
    };
    let root =
        |index: &usize, rest: String| format!("{}/{rest}", operation(index).unwrap_or_default());
    match &api.ty(id).origin {
        Origin::Component(name) => name.clone(),
        Origin::Body(index) => root(index, "body".to_owned()),
        Origin::Response(index, status) => root(index, status.to_string()),
        Origin::Header(index, name) => root(index, format!("header {name}")),
        Origin::Item(index) => root(index, "item".to_owned()),
        Origin::Parameter(index, name) => root(index, format!("parameter {name}")),
        Origin::Property(parent, name) => format!("{}/{name}", self::name(api, *parent)),
        Origin::Items(parent) => format!("{}/[]", self::name(api, *parent)),
        Origin::ItemAt(parent, index) => format!("{}/[{index}]", self::name(api, *parent)),
        Origin::Values(parent) => format!("{}/{{}}", self::name(api, *parent)),
        Origin::Keys(parent) => format!("{}/{{}} name", self::name(api, *parent)),
        Origin::Variant(parent, index) => format!("{}/{index}", self::name(api, *parent)),
    }
}

fn ty(text: &mut String, api: &Api, id: TypeId, name: &str) {
    let _ = match &api.ty(id).shape {
        Shape::Struct(shape) => {
            let _ = writeln!(text, "struct {name}");
            fields(text, api, shape);
            Ok(())
        }
        Shape::Enum(shape) => {
            let values: Vec<String> = shape
                .values
                .iter()
                .map(|value| value.value.to_string())
                .collect();
            writeln!(text, "enum {name} = {}", values.join(" | "))
        }
        Shape::Union(shape) => {
            let _ = writeln!(
                text,
                "union {name}{}",
                shape
                    .discriminator
                    .iter()
                    .fold(String::new(), |_, by| format!(" by {by}"))
            );
            for variant in &shape.variants {
                let _ = writeln!(
                    text,
                    "    {} {}",
                    reference(api, variant.ty),
                    variant.discriminator_values.join(" ")
                );
            }
            Ok(())
        }
        Shape::Tuple(shape) => {
            let _ = writeln!(text, "tuple {name}");
            for (index, item) in shape.items.iter().enumerate() {
                let mark = mark(item.presence);
                let _ = writeln!(text, "    {index}{mark}: {}", reference(api, item.ty));
            }
            if let Some(rest) = &shape.rest {
                let _ = writeln!(text, "    *: {}", reference(api, *rest));
            }
            Ok(())
        }
        Shape::Any
        | Shape::Primitive(_)
        | Shape::Array(_)
        | Shape::Map(_)
        | Shape::Patterned(_)
        | Shape::Alias(_) => {
            writeln!(text, "type {name} = {}", spelled(api, id))
        }
    };
}

fn fields(text: &mut String, api: &Api, shape: &Struct) {
    for field in &shape.fields {
        let mark = mark(field.presence);
        let access = match (field.read_only, field.write_only) {
            (true, _) => " read-only",
            (_, true) => " write-only",
            (false, false) => "",
        };
        let _ = writeln!(
            text,
            "    {}{mark}: {}{access}",
            field.wire_name,
            reference(api, field.ty)
        );
    }
    let _ = match shape.additional {
        Additional::Kept => Ok(()),
        Additional::Typed(ty) => writeln!(text, "    *: {}", reference(api, ty)),
        Additional::Patterned(ty) => writeln!(text, "    /*/: {}", reference(api, ty)),
    };
}

fn mark(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "",
        Presence::Optional => "?",
    }
}

fn reference(api: &Api, ty: TypeRef) -> String {
    let null = if ty.nullable { " | null" } else { "" };
    let named = is_worth_a_line(api, ty.id);
    if named {
        format!("{}{null}", name(api, ty.id))
    } else {
        format!("{}{null}", spelled(api, ty.id))
    }
}

fn spelled(api: &Api, id: TypeId) -> String {
    match &api.ty(id).shape {
        Shape::Any => "any".to_owned(),
        Shape::Primitive(primitive) => primitive_name(*primitive).to_owned(),
        Shape::Array(items) => format!("[{}]", reference(api, *items)),
        Shape::Map(map) => {
            let keys = map.keys.map(|keys| format!("{}: ", reference(api, keys)));
            format!(
                "{{{}{}}}",
                keys.unwrap_or_default(),
                reference(api, map.values)
            )
        }
        Shape::Patterned(values) => format!("{{/{}/}}", reference(api, *values)),
        Shape::Alias(target) => reference(api, *target),
        Shape::Struct(_) | Shape::Tuple(_) | Shape::Enum(_) | Shape::Union(_) => name(api, id),
    }
}

fn primitive_name(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Boolean => "boolean",
        Primitive::Integer(IntegerFormat::PLAIN) => "integer",
        Primitive::Integer(format) => format.as_str(),
        Primitive::Number(NumberFormat::Double) => "number",
        Primitive::Number(format) => format.as_str(),
        Primitive::Text(format) => format.as_str(),
        Primitive::String => "string",
    }
}

fn operation(text: &mut String, api: &Api, operation: &Operation) {
    let id = operation.id.as_deref().unwrap_or("-");
    let _ = writeln!(
        text,
        "operation {id} = {} {}",
        operation.method, operation.path
    );
    for parameter in &operation.parameters {
        let mark = if parameter.required { "" } else { "?" };
        let place = parameter.location.as_str();
        let _ = writeln!(
            text,
            "    {place} {}{mark}: {}",
            parameter.wire_name,
            reference(api, parameter.ty)
        );
    }
    if let Some(body) = &operation.body {
        let mark = if body.required { "" } else { "?" };
        for content in &body.contents {
            let _ = writeln!(
                text,
                "    body{mark} {}: {}",
                content.media_type,
                payload(api, &content.payload)
            );
        }
    }
    for response in &operation.responses {
        if response.contents.is_empty() {
            let _ = writeln!(text, "    {}: nothing", response.status);
        }
        for content in &response.contents {
            let _ = writeln!(
                text,
                "    {} {}: {}",
                response.status,
                content.media_type,
                payload(api, &content.payload)
            );
        }
    }
    for requirement in &operation.security {
        let schemes: Vec<&str> = requirement.schemes.keys().map(String::as_str).collect();
        let _ = writeln!(
            text,
            "    security {}",
            if schemes.is_empty() {
                "none".to_owned()
            } else {
                schemes.join(" + ")
            }
        );
    }
}

fn payload(api: &Api, payload: &Payload) -> String {
    match payload {
        Payload::None => "nothing".to_owned(),
        Payload::Json(ty) => reference(api, *ty),
        Payload::Text => "text".to_owned(),
        Payload::Plain(ty) => format!("text of {}", reference(api, *ty)),
        Payload::Bytes => "bytes".to_owned(),
        Payload::Form(form) => format!("form of {}", reference(api, form.ty)),
        Payload::Xml(xml) => format!("XML of {}", reference(api, xml.ty)),
        Payload::Stream(stream) => {
            let item = stream.item.ty().map(|ty| reference(api, ty));
            format!("stream of {}", item.unwrap_or_else(|| "any".to_owned()))
        }
        Payload::Multipart(multipart) => {
            let names = multipart.parts.iter().map(|part| part.wire_name.as_str());
            format!("parts {}", names.collect::<Vec<_>>().join(", "))
        }
    }
}
