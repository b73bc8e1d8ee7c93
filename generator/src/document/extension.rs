//! The `x-` names under which the document carries what OpenAPI 3.0 has no word for.
//!
//! A description cannot say them itself: such keys are reported as unknown and left out.

/// What all of our names begin with.
pub const PREFIX: &str = "x-clientwright-";

/// On a schema: the list of its types, where they are several or `null` alone (JSON Schema 2020-12 validation §6.1.1).
pub const TYPES: &str = "x-clientwright-types";

/// On a schema: regular expression → `{"$ref": …}` to a part (JSON Schema 2020-12 core §10.3.2.2).
pub const PATTERN_PROPERTIES: &str = "x-clientwright-pattern-properties";

/// On a schema: `{"$ref": …}` to a part (JSON Schema 2020-12 core §10.3.2.4).
pub const PROPERTY_NAMES: &str = "x-clientwright-property-names";

/// On a schema: a list of `{"$ref": …}` to parts (JSON Schema 2020-12 core §10.3.1.1).
pub const PREFIX_ITEMS: &str = "x-clientwright-prefix-items";

/// On a schema: its `xml`, whose members are those of OAS 3.2 §4.26, but for those that `nodeType` stands for.
pub const XML: &str = "x-clientwright-xml";

/// On a schema: the names of the keywords that no type expresses.
pub const INEXPRESSIBLE: &str = "x-clientwright-inexpressible";

/// On a schema: `minimum`, `maximum`, `multipleOf` as they were written, where a 64-bit float does not hold them.
pub const BOUNDS: &str = "x-clientwright-bounds";

/// On a schema of `components`: it is no component, but a part that an extension of another schema refers to.
pub const PART: &str = "x-clientwright-part";

/// On a media type: `{"$ref": …}` to a part (OAS 3.2 §4.14.1, `itemSchema`).
pub const ITEM_SCHEMA: &str = "x-clientwright-item-schema";

/// On a schema of texts that hold JSON: `{"$ref": …}` to a part, the schema of that (JSON Schema 2020-12 validation §8.5).
pub const CONTENT_SCHEMA: &str = "x-clientwright-content-schema";

/// Among the encodings of a media type whose parts have no names: that of the parts behind those with an index (OAS 3.2
/// §4.14.1, `itemEncoding`).
pub const ITEMS_ENCODING: &str = "x-clientwright-items";

/// On a discriminator: `{"$ref": …}` to a component (OAS 3.2 §4.25.1, `defaultMapping`).
pub const DEFAULT_MAPPING: &str = "x-clientwright-default-mapping";

/// On a query parameter: it is the whole query (OAS 3.2 §4.12.1, `in: querystring`).
pub const QUERYSTRING: &str = "x-clientwright-querystring";

/// On a parameter that is not in the query: `allowReserved` (OAS 3.2 §4.12.2.2).
pub const ALLOW_RESERVED: &str = "x-clientwright-allow-reserved";

/// On a header: its `explode`.
pub const EXPLODE: &str = "x-clientwright-explode";

/// On a parameter, a header or the encoding of a form's field: its style, where OpenAPI 3.0 does not allow it there. The
/// words are those of `style`, `tabDelimited`, which is Swagger 2.0's `tsv`, and
/// `cookie` (OAS 3.2 §4.12.3).
pub const STYLE: &str = "x-clientwright-style";

/// On a security scheme: it is the client's TLS certificate (OAS 3.1 §4.8.27, `mutualTLS`).
pub const MUTUAL_TLS: &str = "x-clientwright-mutual-tls";

/// On a server: what it is called (OAS 3.2 §4.5.1, `name`).
pub const NAME: &str = "x-clientwright-name";

/// On a security scheme: the URL of the document that says where tokens come from (OAS 3.2 §4.27, `oauth2MetadataUrl`).
pub const OAUTH2_METADATA: &str = "x-clientwright-oauth2-metadata";

/// On the document: the name of the component that is the body of error answers which declare none.
pub const ERROR: &str = "x-clientwright-error";
