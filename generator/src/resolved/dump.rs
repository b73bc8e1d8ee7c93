use std::fmt::{self, Display, Write};

use super::{
    AdditionalProperties, Content, Document, Operation, Parameter, Schema, SchemaId,
    SecurityRequirement, Serialization,
};

/// Text that grows by lines. Writing to it cannot fail.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, depth: usize, line: impl Display) {
        let indented: Result<(), fmt::Error> =
            writeln!(self.0, "{:width$}{line}", "", width = depth * 2);
        debug_assert!(indented.is_ok(), "a String takes everything");
    }
}

impl Document {
    /// The description as a short text, the same for the same input.
    ///
    /// `name?` is optional, `T?` nullable; `[]` are the elements of an array, `*` the members that are not named,
    /// `&`, `|`, `^` the parts of `allOf`, `anyOf`, `oneOf`.
    pub fn dump(&self) -> String {
        let mut lines = Lines::default();
        lines.add(
            0,
            format_args!("api {} {}", self.info.title, self.info.version),
        );
        for server in &self.servers {
            lines.add(0, format_args!("server {}", server.url));
        }
        for (name, scheme) in &self.security_schemes {
            lines.add(0, format_args!("security {name}: {:?}", scheme.kind));
        }
        for tag in &self.tags {
            lines.add(0, format_args!("tag {}", tag.name));
        }
        for operation in &self.operations {
            self.dump_operation(&mut lines, operation);
        }
        for incoming in &self.incoming {
            lines.add(0, format_args!("incoming {}", incoming.name));
            for operation in &incoming.operations {
                self.dump_operation(&mut lines, operation);
            }
        }
        for (name, id) in &self.components {
            self.dump_schema(&mut lines, 0, &format!("schema {name}"), *id, true);
        }
        if let Some(error) = self.error {
            self.dump_schema(&mut lines, 0, "error", error, false);
        }
        lines.0
    }

    fn dump_operation(&self, lines: &mut Lines, operation: &Operation) {
        let id = operation.id.as_deref().unwrap_or("-");
        let tags = operation.tags.join(", ");
        let deprecated = if operation.deprecated {
            " deprecated"
        } else {
            ""
        };
        lines.add(
            0,
            format_args!(
                "{} {} {id} [{tags}]{deprecated}",
                operation.method, operation.path
            ),
        );
        for server in &operation.servers {
            lines.add(1, format_args!("server {}", server.url));
        }
        for requirement in &operation.security {
            lines.add(
                1,
                format_args!("security {}", requirement_text(requirement)),
            );
        }
        for parameter in &operation.parameters {
            self.dump_schema(
                lines,
                1,
                &parameter_text(parameter),
                parameter.schema,
                false,
            );
        }
        if let Some(body) = &operation.body {
            lines.add(1, if body.required { "body" } else { "body?" });
            self.dump_content(lines, &body.content);
        }
        for response in &operation.responses {
            lines.add(1, response.status);
            for header in &response.headers {
                let optional = if header.required { "" } else { "?" };
                self.dump_schema(
                    lines,
                    2,
                    &format!("header {}{optional}", header.name),
                    header.schema,
                    false,
                );
            }
            self.dump_content(lines, &response.content);
        }
    }

    fn dump_content(&self, lines: &mut Lines, content: &[Content]) {
        for content in content {
            match content.schema {
                Some(schema) => {
                    self.dump_schema(lines, 2, content.media_type.as_str(), schema, false)
                }
                None => lines.add(2, content.media_type.as_str()),
            }
            if let Some(item) = content.item {
                self.dump_schema(lines, 3, "item", item, false);
            }
        }
    }

    /// A schema: components by name, where they are not declared; inline ones with what is in them.
    fn dump_schema(
        &self,
        lines: &mut Lines,
        depth: usize,
        label: &str,
        id: SchemaId,
        declared: bool,
    ) {
        let schema = self.schema(id);
        match &schema.component {
            Some(name) if !declared => lines.add(depth, format_args!("{label}: {name}")),
            Some(_) | None => {
                lines.add(depth, format_args!("{label}: {}", summary(schema)));
                for (label, id) in children(schema) {
                    self.dump_schema(lines, depth + 1, &label, id, false);
                }
            }
        }
    }
}

fn requirement_text(requirement: &SecurityRequirement) -> String {
    let scheme = |(name, scopes): (&String, &Vec<String>)| match scopes.is_empty() {
        true => name.clone(),
        false => format!("{name}({})", scopes.join(", ")),
    };
    let schemes: Vec<String> = requirement.schemes.iter().map(scheme).collect();
    if schemes.is_empty() {
        "none".to_owned()
    } else {
        schemes.join(" and ")
    }
}

fn parameter_text(parameter: &Parameter) -> String {
    let optional = if parameter.required { "" } else { "?" };
    let empty = if parameter.allow_empty { " empty" } else { "" };
    let serialization = match &parameter.serialization {
        Serialization::Style {
            style,
            explode,
            allow_reserved,
        } => {
            let explode = if *explode { " explode" } else { "" };
            let reserved = if *allow_reserved { " reserved" } else { "" };
            format!("{}{explode}{reserved}", style.as_str())
        }
        Serialization::Content(media_type) => media_type.to_string(),
    };
    format!(
        "{} {}{optional} ({serialization}{empty})",
        parameter.location.as_str(),
        parameter.name
    )
}

/// What a schema says of itself, in a few words.
fn summary(schema: &Schema) -> String {
    let types: Vec<String> = schema
        .types
        .iter()
        .map(|name| format!("{name:?}").to_lowercase())
        .collect();
    let mut text = if types.is_empty() {
        "any".to_owned()
    } else {
        types.join("|")
    };
    if let Some(format) = &schema.format {
        text.push_str(&format!("({format})"));
    }
    if schema.nullable {
        text.push('?');
    }
    if !schema.enumeration.is_empty() {
        text.push_str(&format!(" {{{}}}", values(schema)));
    }
    if let Some(discriminator) = &schema.discriminator {
        let values: Vec<&str> = discriminator.mapping.keys().map(String::as_str).collect();
        text.push_str(&format!(
            " by {}({})",
            discriminator.property,
            values.join(", ")
        ));
    }
    text.push_str(&flags(schema));
    if !schema.inexpressible.is_empty() {
        text.push_str(&format!(
            " inexpressible({})",
            schema.inexpressible.join(", ")
        ));
    }
    text
}

/// The values of an enumeration, each with its name if it has one.
fn values(schema: &Schema) -> String {
    let name = |name: &String| format!(" {name}");
    let values = schema.enumeration.iter().map(|listed| {
        let name = listed.name.as_ref().map(name).unwrap_or_default();
        format!("{}{name}", listed.value)
    });
    let values: Vec<String> = values.collect();
    values.join(", ")
}

fn flags(schema: &Schema) -> String {
    let flags = [
        (schema.read_only, " read-only"),
        (schema.write_only, " write-only"),
        (schema.deprecated, " deprecated"),
        (schema.unique_items, " unique"),
        (
            schema.additional_properties == AdditionalProperties::None,
            " closed",
        ),
        (
            schema.additional_properties == AdditionalProperties::Any,
            " open",
        ),
    ];
    flags
        .iter()
        .filter(|(set, _)| *set)
        .map(|(_, word)| *word)
        .collect()
}

/// Every schema within a schema, and what it is to it.
fn children(schema: &Schema) -> Vec<(String, SchemaId)> {
    let mut children = Vec::new();
    for (name, id) in &schema.properties {
        let optional = if schema.required.contains(name) {
            ""
        } else {
            "?"
        };
        children.push((format!("{name}{optional}"), *id));
    }
    if let AdditionalProperties::Schema(id) = schema.additional_properties {
        children.push(("*".to_owned(), id));
    }
    children.extend(
        schema
            .pattern_properties
            .iter()
            .map(|(pattern, id)| (format!("/{pattern}/"), *id)),
    );
    children.extend(schema.property_names.map(|id| ("names".to_owned(), id)));
    children.extend(
        schema
            .prefix_items
            .iter()
            .enumerate()
            .map(|(index, id)| (format!("[{index}]"), *id)),
    );
    children.extend(schema.items.map(|id| ("[]".to_owned(), id)));
    children.extend(schema.all_of.iter().map(|id| ("&".to_owned(), *id)));
    children.extend(schema.any_of.iter().map(|id| ("|".to_owned(), *id)));
    children.extend(schema.one_of.iter().map(|id| ("^".to_owned(), *id)));
    children.extend(schema.not.map(|id| ("!".to_owned(), id)));
    children
}
