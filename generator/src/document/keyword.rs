use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::terms::Method;

use super::extension;
use super::node::Node;
use super::reader::Reader;

/// The keywords of one kind of object (OAS 3.1 §4.8).
#[derive(Debug)]
pub(super) struct Keywords {
    /// The kind of object, in words for a report.
    pub(super) of: &'static str,
    /// Keywords that are acted on, or that only document.
    pub(super) read: &'static [&'static str],
    /// Keywords of the standard that the client does not act on.
    pub(super) unsupported: &'static [&'static str],
}

pub(super) const DOCUMENT: Keywords = Keywords {
    of: "the document",
    read: &[
        "openapi",
        "info",
        "servers",
        "paths",
        "components",
        "security",
        "tags",
        "externalDocs",
        "jsonSchemaDialect",
        "$self",
        "webhooks",
    ],
    unsupported: &[],
};

pub(super) const INFO: Keywords = Keywords {
    of: "the info object",
    read: &[
        "title",
        "summary",
        "description",
        "termsOfService",
        "contact",
        "license",
        "version",
    ],
    unsupported: &[],
};

pub(super) const SERVER: Keywords = Keywords {
    of: "a server",
    read: &["url", "name", "description", "variables"],
    unsupported: &[],
};

pub(super) const SERVER_VARIABLE: Keywords = Keywords {
    of: "a server variable",
    read: &["enum", "default", "description"],
    unsupported: &[],
};

pub(super) const TAG: Keywords = Keywords {
    of: "a tag",
    read: &[
        "name",
        "summary",
        "description",
        "externalDocs",
        "parent",
        "kind",
    ],
    unsupported: &[],
};

pub(super) const COMPONENTS: Keywords = Keywords {
    of: "the components object",
    read: &[
        "schemas",
        "responses",
        "parameters",
        "examples",
        "requestBodies",
        "headers",
        "securitySchemes",
        "links",
        "callbacks",
        "pathItems",
        "mediaTypes",
    ],
    unsupported: &[],
};

pub(super) const PATH_ITEM: Keywords = Keywords {
    of: "a path item",
    read: &[
        "$ref",
        "summary",
        "description",
        "get",
        "put",
        "post",
        "delete",
        "options",
        "head",
        "patch",
        "trace",
        "servers",
        "parameters",
        "query",
        "additionalOperations",
    ],
    unsupported: &[],
};

pub(super) const OPERATION: Keywords = Keywords {
    of: "an operation",
    read: &[
        "tags",
        "summary",
        "description",
        "externalDocs",
        "operationId",
        "parameters",
        "requestBody",
        "responses",
        "deprecated",
        "security",
        "servers",
        "callbacks",
    ],
    unsupported: &[],
};

pub(super) const PARAMETER: Keywords = Keywords {
    of: "a parameter",
    read: &[
        "name",
        "in",
        "description",
        "required",
        "deprecated",
        "style",
        "explode",
        "allowReserved",
        "allowEmptyValue",
        "schema",
        "content",
        "example",
        "examples",
    ],
    unsupported: &[],
};

pub(super) const HEADER: Keywords = Keywords {
    of: "a header",
    read: &[
        "description",
        "required",
        "deprecated",
        "style",
        "explode",
        "schema",
        "content",
        "example",
        "examples",
    ],
    unsupported: &["allowReserved", "allowEmptyValue"],
};

pub(super) const REQUEST_BODY: Keywords = Keywords {
    of: "a request body",
    read: &["description", "content", "required"],
    unsupported: &[],
};

pub(super) const RESPONSE: Keywords = Keywords {
    of: "a response",
    read: &["summary", "description", "headers", "content"],
    unsupported: &["links"],
};

pub(super) const OAUTH2_FLOWS: Keywords = Keywords {
    of: "the flows of a security scheme",
    read: &[
        "implicit",
        "password",
        "clientCredentials",
        "authorizationCode",
    ],
    unsupported: &["deviceAuthorization"],
};

pub(super) const OAUTH2_FLOW: Keywords = Keywords {
    of: "a flow of a security scheme",
    read: &["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"],
    unsupported: &[],
};

pub(super) const SECURITY_SCHEME: Keywords = Keywords {
    of: "a security scheme",
    read: &[
        "type",
        "description",
        "name",
        "in",
        "scheme",
        "bearerFormat",
        "flows",
        "openIdConnectUrl",
        "oauth2MetadataUrl",
        "deprecated",
    ],
    unsupported: &[],
};

pub(super) const DISCRIMINATOR: Keywords = Keywords {
    of: "a discriminator",
    read: &["propertyName", "mapping", "defaultMapping"],
    unsupported: &[],
};

pub(super) const XML: Keywords = Keywords {
    of: "an XML object",
    read: &[
        "name",
        "namespace",
        "prefix",
        "attribute",
        "wrapped",
        "nodeType",
    ],
    unsupported: &[],
};

pub(super) const SCHEMA: Keywords = Keywords {
    of: "a schema",
    read: &[
        "$ref",
        "type",
        "title",
        "description",
        "format",
        "default",
        "nullable",
        "deprecated",
        "readOnly",
        "writeOnly",
        "example",
        "examples",
        "externalDocs",
        "discriminator",
        "xml",
        "enum",
        "const",
        "multipleOf",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "required",
        "properties",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "items",
        "prefixItems",
        "additionalItems",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "contentEncoding",
        "contentMediaType",
        "$defs",
        "definitions",
        "$comment",
        "$id",
        "$schema",
        "$anchor",
        "id",
        "if",
        "then",
        "else",
        "dependentSchemas",
        "dependentRequired",
        "dependencies",
        "contains",
        "minContains",
        "maxContains",
        "unevaluatedItems",
        "unevaluatedProperties",
        "contentSchema",
        "$dynamicRef",
        "$vocabulary",
        "$dynamicAnchor",
    ],
    unsupported: &[],
};

impl Keywords {
    /// Whether a key of a path item is a method in other letters, which is reported where it is read.
    fn is_method(&self, name: &str) -> bool {
        let is_it = |method: &Method| name.eq_ignore_ascii_case(method.field());
        self.read.contains(&Method::Get.field()) && Method::ALL.iter().any(is_it)
    }
}

impl<'s> Reader<'s, '_> {
    /// Reports the keywords of an object that nothing comes of.
    pub(super) fn check_keywords(&mut self, node: &Node<'s>, keywords: &Keywords) {
        self.check_keywords_besides(node, keywords, &[]);
    }

    /// The same of a parameter or header, which may say its schema itself, as in Swagger 2.0: see [`is_typed`].
    pub(super) fn check_keywords_of_value(&mut self, node: &Node<'s>, keywords: &Keywords) {
        let besides = if is_typed(node) { SCHEMA.read } else { &[] };
        self.check_keywords_besides(node, keywords, besides);
    }

    fn check_keywords_besides(
        &mut self,
        node: &Node<'s>,
        keywords: &Keywords,
        besides: &[&'static str],
    ) {
        for (name, member) in node.members() {
            if !besides.contains(&name) {
                self.check_keyword(name, &member, keywords);
            }
        }
    }

    /// Reports one keyword if nothing comes of it.
    pub(super) fn check_keyword(&mut self, name: &str, member: &Node<'s>, keywords: &Keywords) {
        if keywords.read.contains(&name)
            || keywords.is_method(name)
            || (name.starts_with("x-") && !name.starts_with(extension::PREFIX))
        {
            return;
        }
        if keywords.unsupported.contains(&name) {
            if !says_nothing(member.value) {
                let message = format!("`{name}` of {} is not acted on", keywords.of);
                self.say(Code::UnsupportedKeyword, &member.place, message, "left out");
            }
            return;
        }
        let message = format!("`{name}` is no keyword of {}", keywords.of);
        let diagnostic =
            Diagnostic::new(Code::UnknownKeyword, member.place.clone(), message).label("ignored");
        self.cx.report(match near(name, keywords) {
            Some(near) => diagnostic.help(format!("there is `{near}`")),
            None => diagnostic,
        });
    }
}

/// Whether a parameter or a header says its type itself, and not in a schema.
pub(super) fn is_typed(node: &Node<'_>) -> bool {
    node.has("type") && !node.has("schema") && !node.has("content")
}

/// Whether a value asks for nothing that could be left out.
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The keyword that was probably meant.
fn near(name: &str, keywords: &Keywords) -> Option<&'static str> {
    let candidates = keywords.read.iter().chain(keywords.unsupported);
    suggest(
        name,
        candidates.copied().filter(|candidate| *candidate != "$ref"),
    )
}
