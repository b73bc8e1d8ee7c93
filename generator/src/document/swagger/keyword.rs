//! The keywords of Swagger 2.0 (§4.3), and those of later versions that are read all the same.

use crate::diagnostic::Code;
use crate::document::keyword::Keywords;
use crate::document::node::Node;
use crate::document::reader::Reader;

/// The keywords of one kind of object.
#[derive(Debug)]
pub(in crate::document) struct SwaggerKeywords {
    own: Keywords,
    /// Keywords that OpenAPI 3 brought, which are read as it means them.
    newer: &'static [&'static str],
}

pub(in crate::document) const DOCUMENT: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "the document",
        read: &[
            "swagger",
            "info",
            "host",
            "basePath",
            "schemes",
            "consumes",
            "produces",
            "paths",
            "definitions",
            "parameters",
            "responses",
            "securityDefinitions",
            "security",
            "tags",
            "externalDocs",
        ],
        unsupported: &[],
    },
    newer: &["openapi", "servers", "components"],
};

pub(super) const PATH_ITEM: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "a path item",
        read: &[
            "$ref",
            "get",
            "put",
            "post",
            "delete",
            "options",
            "head",
            "patch",
            "parameters",
        ],
        unsupported: &[],
    },
    newer: &["summary", "description", "trace", "servers"],
};

pub(super) const OPERATION: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "an operation",
        read: &[
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "consumes",
            "produces",
            "parameters",
            "responses",
            "schemes",
            "deprecated",
            "security",
        ],
        unsupported: &[],
    },
    newer: &["requestBody", "servers"],
};

pub(super) const BODY: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "a body parameter",
        read: &["name", "in", "description", "required", "schema"],
        unsupported: &[],
    },
    newer: &["example", "examples"],
};

pub(super) const PARAMETER: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "a parameter",
        read: &[
            "name",
            "in",
            "description",
            "required",
            "type",
            "format",
            "items",
            "collectionFormat",
            "default",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "enum",
            "multipleOf",
            "allowEmptyValue",
        ],
        unsupported: &[],
    },
    newer: &[
        "schema",
        "style",
        "explode",
        "allowReserved",
        "deprecated",
        "example",
        "examples",
        "nullable",
    ],
};

pub(super) const ITEMS: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "the items of a parameter",
        read: &[
            "type",
            "format",
            "items",
            "collectionFormat",
            "default",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "enum",
            "multipleOf",
            // They mean nothing here, and only document.
            "title",
            "description",
        ],
        unsupported: &[],
    },
    newer: &["example", "nullable", "schema"],
};

pub(super) const HEADER: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "a header",
        read: ITEMS.own.read,
        unsupported: &[],
    },
    newer: &["schema", "required", "deprecated", "example", "nullable"],
};

pub(super) const RESPONSE: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "a response",
        read: &["description", "schema", "headers", "examples"],
        unsupported: &[],
    },
    newer: &["content"],
};

pub(in crate::document) const SECURITY_SCHEME: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "a security scheme",
        read: &[
            "type",
            "description",
            "name",
            "in",
            "flow",
            "authorizationUrl",
            "tokenUrl",
            "scopes",
        ],
        unsupported: &[],
    },
    newer: &["scheme", "bearerFormat", "openIdConnectUrl", "flows"],
};

pub(in crate::document) const SCHEMA: SwaggerKeywords = SwaggerKeywords {
    own: Keywords {
        of: "a schema",
        read: &[
            "$ref",
            "format",
            "title",
            "description",
            "default",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties",
            "minProperties",
            "required",
            "enum",
            "type",
            "items",
            "allOf",
            "properties",
            "additionalProperties",
            "discriminator",
            "readOnly",
            "xml",
            "externalDocs",
            "example",
            // They say nothing of values.
            "$schema",
            "$id",
            "id",
            "$comment",
            "definitions",
            "$defs",
        ],
        unsupported: &[],
    },
    newer: &[
        "oneOf",
        "anyOf",
        "not",
        "nullable",
        "writeOnly",
        "deprecated",
        "const",
        "examples",
        "patternProperties",
        "propertyNames",
        "prefixItems",
        "additionalItems",
        "contentEncoding",
        "contentMediaType",
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
        "$anchor",
    ],
};

impl<'s> Reader<'s, '_> {
    /// Reports the keywords of an object that nothing comes of, and those that are not of its version.
    pub(in crate::document) fn check_swagger_keywords(
        &mut self,
        node: &Node<'s>,
        keywords: &SwaggerKeywords,
    ) {
        self.check_swagger_keywords_of(node, keywords, &[]);
    }

    /// The same of an object that may say what another kind of object says.
    pub(super) fn check_swagger_keywords_besides(
        &mut self,
        node: &Node<'s>,
        keywords: &SwaggerKeywords,
        besides: &SwaggerKeywords,
    ) {
        self.check_swagger_keywords_of(node, keywords, besides.own.read);
    }

    fn check_swagger_keywords_of(
        &mut self,
        node: &Node<'s>,
        keywords: &SwaggerKeywords,
        besides: &[&str],
    ) {
        for (name, member) in node.members() {
            if besides.contains(&name) {
                continue;
            }
            if keywords.newer.contains(&name) {
                let message = format!(
                    "`{name}` is no keyword of {} in Swagger 2.0",
                    keywords.own.of
                );
                let label = "taken as OpenAPI 3 means it";
                self.say(Code::NewerKeyword, &member.place, message, label);
            } else {
                self.check_keyword(name, &member, &keywords.own);
            }
        }
    }
}
