use std::fmt::Write;

use super::{Crate, Item, Operation, RustType, Tuple};

/// A short stable text of a plan, for people and for tests; with `only`, what has that name.
pub fn dump(plan: &Crate, only: Option<&str>) -> String {
    let mut text = String::new();
    let wanted = |name: &str| only.is_none_or(|only| only == name);
    for module in &plan.types {
        if wanted(module.component.ident().as_str()) {
            let _ = writeln!(
                text,
                "types::{}{}",
                module.module.as_str(),
                condition(&module.features)
            );
            item(&mut text, &module.component);
            module
                .inline
                .iter()
                .for_each(|inline| item(&mut text, inline));
        }
    }
    for group in &plan.groups {
        for operation in group
            .operations
            .iter()
            .filter(|operation| wanted(&operation.id))
        {
            let feature: Vec<String> = group.feature.iter().cloned().collect();
            let _ = writeln!(
                text,
                "{}::{}{}",
                group.method.as_str(),
                operation.method_name.as_str(),
                condition(&feature)
            );
            self::operation(&mut text, operation);
        }
    }
    text
}

fn condition(features: &[String]) -> String {
    if features.is_empty() {
        String::new()
    } else {
        format!(" [{}]", features.join(" | "))
    }
}

fn operation(text: &mut String, operation: &Operation) {
    let arguments: Vec<String> = operation
        .arguments
        .iter()
        .map(|argument| format!("{}: {}", argument.ident.as_str(), ty(&argument.ty)))
        .collect();
    let _ = writeln!(
        text,
        "    {} = {} {} ({})",
        operation.builder.as_str(),
        operation.method,
        operation.path,
        arguments.join(", ")
    );
    let named = |ident: &crate::naming::Ident| {
        RustType::Named(super::Path {
            module: super::Module::Types,
            ident: ident.clone(),
        })
    };
    let _ = writeln!(
        text,
        "    -> {} or {}",
        match operation.output(named) {
            Some(output) => ty(&output),
            None => "stream".to_owned(),
        },
        ty(&operation.error(named))
    );
    operation.items.iter().for_each(|inline| item(text, inline));
}

fn item(text: &mut String, item: &Item) {
    let _ = match item {
        Item::Struct(item) => {
            let fields = item.fields.iter().fold(String::new(), |mut fields, field| {
                let _ = write!(
                    fields,
                    " {}: {},",
                    field.ident.as_str(),
                    ty(&field.declared())
                );
                fields
            });
            writeln!(text, "    struct {} {{{fields} }}", item.ident.as_str())
        }
        Item::Enum(item) => {
            let variants: Vec<&str> = item
                .variants
                .iter()
                .map(|variant| variant.ident.as_str())
                .collect();
            writeln!(
                text,
                "    enum {} {{ {} }}",
                item.ident.as_str(),
                variants.join(", ")
            )
        }
        Item::Union(item) => {
            let variants: Vec<String> = item
                .variants
                .iter()
                .map(|variant| format!("{}({})", variant.ident.as_str(), ty(&variant.ty)))
                .collect();
            writeln!(
                text,
                "    union {} {{ {} }}",
                item.ident.as_str(),
                variants.join(", ")
            )
        }
        Item::Tuple(item) => tuple(text, item),
        Item::Wrapper(item) => {
            writeln!(text, "    struct {}({})", item.ident.as_str(), ty(&item.ty))
        }
        Item::Alias(item) => writeln!(text, "    type {} = {}", item.ident.as_str(), ty(&item.ty)),
    };
}

fn tuple(text: &mut String, item: &Tuple) -> std::fmt::Result {
    let items: Vec<String> = item
        .fields
        .iter()
        .map(|field| ty(&field.declared()))
        .collect();
    let rest = item.rest.iter();
    let rest: String = rest
        .map(|(_, values)| format!("; {}", ty(values)))
        .collect();
    writeln!(
        text,
        "    tuple {} ({}{rest})",
        item.ident.as_str(),
        items.join(", ")
    )
}

fn ty(of: &RustType) -> String {
    match of {
        RustType::Unit => "()".to_owned(),
        RustType::Bool => "bool".to_owned(),
        RustType::Integer { bits, signed } => {
            format!("{}{bits}", if *signed { "i" } else { "u" })
        }
        RustType::F32 => "f32".to_owned(),
        RustType::F64 => "f64".to_owned(),
        RustType::String => "String".to_owned(),
        RustType::Format(format) => format.as_str().to_owned(),
        RustType::Library(library) => library.spelled(),
        RustType::Number => "Number".to_owned(),
        RustType::Bytes => "Bytes".to_owned(),
        RustType::Json => "Json".to_owned(),
        RustType::JsonObject => "JsonObject".to_owned(),
        RustType::Vec(items) => format!("Vec<{}>", ty(items)),
        RustType::OpenMap(values) => format!("OpenMap<{}>", ty(values)),
        RustType::Map(values) => format!("Map<{}>", ty(values)),
        RustType::KeyedMap(keys, values) => format!("Map<{}, {}>", ty(values), ty(keys)),
        RustType::Option(value) => format!("Option<{}>", ty(value)),
        RustType::Nullable(value) => format!("Nullable<{}>", ty(value)),
        RustType::Boxed(value) => format!("Box<{}>", ty(value)),
        RustType::Named(path) => path.ident.as_str().to_owned(),
        RustType::Body => "Body".to_owned(),
        RustType::Undecoded => "Undecoded".to_owned(),
    }
}
