use crate::config::Config;
use crate::document::tests::read;
use crate::source::Pointer;

pub(super) const HEAD: &str = "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: h\nproduces: [application/json]\nconsumes: [application/json]\n";

/// What a description becomes, what stands at each of `parts` of it, and what was said.
pub(super) fn translated(files: &[(&str, &str)], parts: &[&str]) -> String {
    let (document, said, _) = read(files, &Config::default());
    let Some(document) = document else {
        return said;
    };
    let whole = serde_json::to_value(&document.openapi).expect("a document is a value");
    let mut text = String::new();
    for part in parts {
        let pointer = Pointer::parse(part).expect("a pointer");
        let Some(value) = whole.pointer(pointer.as_str()) else {
            text.push_str(&format!("{part}: nothing\n"));
            continue;
        };
        let members = value.as_object().filter(|_| part.ends_with('s'));
        match members {
            Some(members) => members
                .iter()
                .for_each(|(name, member)| text.push_str(&format!("{name}: {member}\n"))),
            None => text.push_str(&format!("{value}\n")),
        }
    }
    text + &said
}

/// What a document with these lines after its head becomes.
pub(super) fn document(lines: &str, parts: &[&str]) -> String {
    translated(&[("api.yaml", &format!("{HEAD}{lines}"))], parts)
}

/// The request bodies of operations with these members, each at a path of its own.
pub(super) fn operations(operations: &[&str], member: &str) -> String {
    let paths = operations.iter().enumerate();
    let paths: String = paths
        .map(|(index, operation)| {
            format!("  /{index}: {{post: {{{operation}, responses: {{}}}}}}\n")
        })
        .collect();
    let parts: Vec<String> = (0..operations.len())
        .map(|index| format!("/paths/~1{index}/post/{member}"))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    document(&format!("paths:\n{paths}"), &parts)
}

#[test]
fn host_base_path_and_schemes_are_servers() {
    let servers = |head: &str| {
        let text = format!("swagger: 2.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n{head}");
        translated(&[("api.yaml", &text)], &["/servers"])
    };
    insta::assert_snapshot!(servers("tags: []"), @"/servers: nothing");
    insta::assert_snapshot!(servers("host: a.b:80"), @r#"[{"url":"https://a.b:80"}]"#);
    insta::assert_snapshot!(servers("basePath: /v1"), @r#"[{"url":"/v1"}]"#);
    insta::assert_snapshot!(servers("host: a.b\nbasePath: /"), @r#"[{"url":"https://a.b"}]"#);
    insta::assert_snapshot!(servers("host: a.b\nbasePath: v1/\nschemes: [http, ws, https, http]"), @r#"
    [{"url":"https://a.b/v1"},{"url":"http://a.b/v1"}]
    warning[invalid-value] api.yaml#/basePath: `v1/` does not begin with `/` (taken as `/v1`)
    warning[unsupported-keyword] api.yaml#/schemes/1: the scheme `ws` is not called (left out)
    "#);
    insta::assert_snapshot!(servers("host: http://a.b/\nbasePath: /v1"), @r#"
    [{"url":"http://a.b/v1"}]
    warning[invalid-value] api.yaml#/host: `http://a.b/` is more than a host (taken all the same)
    "#);
    insta::assert_snapshot!(servers("servers: [{url: https://c.d}]"), @r#"
    [{"url":"https://c.d"}]
    warning[newer-keyword] api.yaml#/servers: `servers` is no keyword of the document in Swagger 2.0 (taken as OpenAPI 3 means it)
    "#);
}

#[test]
fn responses_hold_what_the_operation_produces() {
    insta::assert_snapshot!(document("
paths:
  /a:
    get:
      produces: [application/xml, application/json]
      responses:
        200: {description: D, schema: {type: string}, examples: {application/json: b, text/plain: c}, headers: {X-A: {type: array, items: {type: integer}, collectionFormat: ssv}}}
        201: {description: D, schema: {type: file}}
        204: {description: D}
        404: {$ref: '#/responses/Shared'}
        4xx: {$ref: '#/definitions/Error'}
        default: {$ref: '#/responses/Missing'}
    head:
      produces: [text/plain, application/zip]
      responses:
        200: {schema: {type: object}}
        400: {schema: {$ref: '#/definitions/Error'}}
        401: {schema: {type: string}}
        402: {schema: {type: array, items: {}}, examples: {application/hal+json: []}}
    patch:
      produces: ['*/*']
      responses:
        200: {schema: {type: object}}
        201: {schema: {type: string}}
        202: {schema: {type: file}}
    put:
      produces: []
      responses:
        200: {schema: {type: file}}
        201: {schema: {type: string}, examples: {application/hal+json: b}}
        202: {examples: {text/plain: b}}
        203: {schema: {type: string}}
        204: {type: array, items: {schema: {$ref: '#/definitions/Error'}}}
        404: {$ref: '#/responses/Shared'}
responses:
  Shared: {description: S, schema: {$ref: '#/definitions/Error'}}
definitions:
  Error: {type: object}
", &["/paths/~1a/get/responses", "/paths/~1a/head/responses", "/paths/~1a/patch/responses", "/paths/~1a/put/responses"]), @r##"
    default: {"description":""}
    200: {"description":"D","headers":{"X-A":{"style":"simple","schema":{"type":"array","items":{"type":"integer"}},"x-clientwright-explode":false,"x-clientwright-style":"spaceDelimited"}},"content":{"application/xml":{"schema":{"type":"string"}},"application/json":{"schema":{"type":"string"},"example":"b"}}}
    201: {"description":"D","content":{"application/xml":{"schema":{"type":"string","format":"binary"}},"application/json":{"schema":{"type":"string","format":"binary"}}}}
    204: {"description":"D"}
    404: {"description":"S","content":{"application/xml":{"schema":{"$ref":"#/components/schemas/Error"}},"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}}
    4XX: {"description":"","content":{"application/xml":{"schema":{"$ref":"#/components/schemas/Error"}},"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}}
    200: {"description":"","content":{"text/plain":{"schema":{"type":"object"}},"application/zip":{"schema":{"type":"object"}}}}
    400: {"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}}
    401: {"description":"","content":{"text/plain":{"schema":{"type":"string"}},"application/zip":{"schema":{"type":"string"}}}}
    402: {"description":"","content":{"application/hal+json":{"schema":{"type":"array","items":{}},"example":[]}}}
    200: {"description":"","content":{"application/json":{"schema":{"type":"object"}}}}
    201: {"description":"","content":{"text/plain":{"schema":{"type":"string"}}}}
    202: {"description":"","content":{"*/*":{"schema":{"type":"string","format":"binary"}}}}
    200: {"description":"","content":{"*/*":{"schema":{"type":"string","format":"binary"}}}}
    201: {"description":"","content":{"application/hal+json":{"schema":{"type":"string"},"example":"b"}}}
    202: {"description":"","content":{"text/plain":{"example":"b"}}}
    203: {"description":"","content":{"application/json":{"schema":{"type":"string"}}}}
    204: {"description":"","content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Error"}}}}}
    404: {"description":"S","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}}
    warning[invalid-value] api.yaml#/paths/~1a/get/responses/200/examples/text~1plain: `text/plain` is no media type of this response (the example is left out)
    warning[unresolved-reference] api.yaml#/paths/~1a/get/responses/4xx/$ref: the reference names a schema, where a response should stand (taken as a response that holds it)
    warning[unresolved-reference] api.yaml#/paths/~1a/get/responses/default/$ref: nothing is at `#/responses/Missing` (taken as a response of which nothing is known)
    note[assumed-media-type] api.yaml#/swagger: neither the document nor all of its operations say `produces` (taken as `*/*`)
    note[assumed-media-type] api.yaml#/swagger: neither the document nor all of its operations say `produces` (taken as `application/json`)
    warning[missing-keyword] api.yaml#/paths/~1a/put/responses/204: a response with a type has no `schema` (its own type is taken)
    warning[newer-keyword] api.yaml#/paths/~1a/put/responses/204/items/schema: `schema` is no keyword of the items of a parameter in Swagger 2.0 (taken as OpenAPI 3 means it)
    note[assumed-media-type] api.yaml#/paths/~1a/head/produces/0: `text/plain` holds neither objects nor arrays (taken as `application/json`)
    note[assumed-media-type] api.yaml#/paths/~1a/patch/produces/0: `*/*` names no media type (taken as `application/json`)
    note[assumed-media-type] api.yaml#/paths/~1a/patch/produces/0: `*/*` names no media type (taken as `text/plain`)
    "##);
}

#[test]
fn components_stand_at_the_top_of_a_document_and_can_be_in_other_files() {
    insta::assert_snapshot!(translated(&[
        ("api.yaml", &format!("{HEAD}
paths:
  /a:
    $ref: paths.yaml
definitions:
  a/b~c d%: {{type: string}}
  A: {{$ref: '#/definitions/a~1b~0c%20d%25'}}
  Whole: {{$ref: whole.yaml}}
parameters:
  Page: {{name: page, in: query, type: integer}}
")),
        ("paths.yaml", "
post:
  parameters: [{$ref: 'api.yaml#/parameters/Page'}, {$ref: 'shared/types.json#/parameters/Body'}, {$ref: 'shared/types.json#/parameters/Version'}, {$ref: 'parts.yaml#/Sizes'}]
  responses: {'200': {$ref: 'shared/types.json#/responses/Done'}}
"),
        ("parts.yaml", "Sizes: {name: sizes, in: query, type: array, items: {type: integer}}"),
        ("whole.yaml", "{type: object, properties: {a: {$ref: 'api.yaml#/definitions/A'}}}"),
        ("shared/types.json", r##"{"swagger": "2.0", "info": {"title": "S", "version": "1"}, "paths": {},
            "definitions": {"Done": {"type": "object", "properties": {"whole": {"$ref": "../whole.yaml"}}}},
            "responses": {"Done": {"description": "done", "schema": {"$ref": "#/definitions/Done"}}},
            "parameters": {"Body": {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/Done"}}, "Version": {"name": "v", "in": "header", "type": "string"}}}"##),
    ], &["/paths", "/components/schemas", "/components/parameters"]), @r##"
    /a: {"post":{"parameters":[{"$ref":"#/components/parameters/Page"},{"$ref":"#/components/parameters/Version"},{"$ref":"#/components/parameters/Sizes"}],"requestBody":{"description":"The `b`.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Done"}}}},"responses":{"200":{"description":"done","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Done"}}}}}}}
    a/b~c d%: {"type":"string"}
    A: {"$ref":"#/components/schemas/a~1b~0c d%"}
    Whole: {"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"}}}
    Done: {"type":"object","properties":{"whole":{"$ref":"#/components/schemas/Whole"}}}
    Page: {"in":"query","name":"page","schema":{"type":"integer"},"style":"form"}
    Version: {"in":"header","name":"v","schema":{"type":"string"},"style":"simple"}
    Sizes: {"in":"query","name":"sizes","schema":{"type":"array","items":{"type":"integer"}},"explode":false,"style":"form"}
    "##);
}

#[test]
fn a_discriminator_maps_the_definitions_that_extend_its_own() {
    insta::assert_snapshot!(translated(&[
        ("api.yaml", &format!("{HEAD}paths: {{}}
definitions:
  Pet: {{type: object, discriminator: kind, required: [kind], properties: {{kind: {{type: string}}}}}}
  Cat: {{allOf: [{{$ref: '#/definitions/Pet'}}, {{type: object}}]}}
  Kitten: {{allOf: [{{$ref: '#/definitions/Cat'}}], x-ms-discriminator-value: '#Kitten'}}
  Alone: {{discriminator: {{propertyName: kind}}}}
  Other: {{$ref: 'types.yaml#/definitions/Base'}}
")),
        ("types.yaml", "
definitions:
  Base: {type: object, discriminator: t}
  Heir: {allOf: [{$ref: '#/definitions/Base'}]}
"),
    ], &["/components/schemas"]), @r##"
    Pet: {"discriminator":{"propertyName":"kind","mapping":{"Cat":"#/components/schemas/Cat","#Kitten":"#/components/schemas/Kitten"}},"type":"object","properties":{"kind":{"type":"string"}},"required":["kind"]}
    Cat: {"allOf":[{"$ref":"#/components/schemas/Pet"},{"type":"object"}]}
    Kitten: {"x-ms-discriminator-value":"#Kitten","allOf":[{"$ref":"#/components/schemas/Cat"}]}
    Alone: {"discriminator":{"propertyName":"kind"}}
    Other: {"discriminator":{"propertyName":"t","mapping":{"Heir":"#/components/schemas/Heir"}},"type":"object"}
    Heir: {"allOf":[{"$ref":"#/components/schemas/Other"}]}
    "##);
}

#[test]
fn security_definitions_are_schemes() {
    insta::assert_snapshot!(document("
paths: {}
security: [{a: []}, {b: [], c: [read]}]
securityDefinitions:
  a: {type: basic}
  b: {type: apiKey, name: k, in: query}
  c: {type: oauth2, flow: implicit, authorizationUrl: https://a, scopes: {read: R, x-y: 1}}
  d: {type: oauth2, flow: password, tokenUrl: https://t, scopes: {}}
  e: {type: oauth2, flow: application, tokenUrl: https://t, scopes: {}}
  f: {type: oauth2, flow: accessCode, tokenUrl: https://t, authorizationUrl: https://a, scopes: {}}
  g: {type: oauth2, flow: magic}
  h: {type: Basic}
  i: {type: http, scheme: bearer}
", &["/components/securitySchemes"]), @r#"
    a: {"type":"http","scheme":"basic"}
    b: {"type":"apiKey","in":"query","name":"k"}
    c: {"type":"oauth2","flows":{"implicit":{"authorizationUrl":"https://a","scopes":{"read":"R"}}}}
    d: {"type":"oauth2","flows":{"password":{"tokenUrl":"https://t","scopes":{}}}}
    e: {"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"https://t","scopes":{}}}}
    f: {"type":"oauth2","flows":{"authorizationCode":{"authorizationUrl":"https://a","tokenUrl":"https://t","scopes":{}}}}
    g: {"type":"oauth2","flows":{}}
    h: {"type":"http","scheme":"basic"}
    i: {"type":"http","scheme":"bearer"}
    warning[invalid-value] api.yaml#/securityDefinitions/g/flow: `magic` is no flow; there are `implicit`, `password`, `application` and `accessCode` (the flow is left out)
    warning[invalid-value] api.yaml#/securityDefinitions/h/type: `Basic` is no type of security scheme (taken as type `http` with `scheme: basic`)
    warning[newer-keyword] api.yaml#/securityDefinitions/i/scheme: `scheme` is no keyword of a security scheme in Swagger 2.0 (taken as OpenAPI 3 means it)
    "#);
}

#[test]
fn words_of_openapi_3_are_read_and_told() {
    insta::assert_snapshot!(document("
paths:
  /a:
    post:
      requestBody: {content: {text/plain: {schema: {type: string}}}}
      responses: {'200': {description: D, content: {text/plain: {}}}}
      callbacks: {}
definitions:
  A: {nullable: true, oneOf: [{$ref: '#/components/schemas/B'}, {type: string, collectionFormat: csv}]}
components: {schemas: {B: {type: file}}}
", &["/paths/~1a", "/components/schemas"]), @r##"
    {"post":{"requestBody":{"content":{"text/plain":{"schema":{"type":"string"}}}},"responses":{"200":{"description":"D","content":{"text/plain":{}}}}}}
    A: {"nullable":true,"oneOf":[{"$ref":"#/components/schemas/B"},{"type":"string"}]}
    B: {"type":"string","format":"binary"}
    warning[newer-keyword] api.yaml#/components: `components` is no keyword of the document in Swagger 2.0 (taken as OpenAPI 3 means it)
    warning[newer-keyword] api.yaml#/definitions/A/nullable: `nullable` is no keyword of a schema in Swagger 2.0 (taken as OpenAPI 3 means it)
    warning[newer-keyword] api.yaml#/definitions/A/oneOf: `oneOf` is no keyword of a schema in Swagger 2.0 (taken as OpenAPI 3 means it)
    warning[unknown-keyword] api.yaml#/definitions/A/oneOf/1/collectionFormat: `collectionFormat` is no keyword of a schema (ignored)
    warning[newer-keyword] api.yaml#/paths/~1a/post/requestBody: `requestBody` is no keyword of an operation in Swagger 2.0 (taken as OpenAPI 3 means it)
    warning[unknown-keyword] api.yaml#/paths/~1a/post/callbacks: `callbacks` is no keyword of an operation (ignored)
    warning[newer-keyword] api.yaml#/paths/~1a/post/responses/200/content: `content` is no keyword of a response in Swagger 2.0 (taken as OpenAPI 3 means it)
    "##);
}

#[test]
fn the_documents_of_a_folder_are_one() {
    let one = "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: h\n";
    let mut sources = crate::source::Sources::in_memory([
        (
            "a.yaml",
            format!(
                "{one}produces: [text/plain]\npaths: {{/a: {{get: {{responses: {{200: {{schema: {{$ref: '#/definitions/A'}}}}}}}}}}}}\ndefinitions: {{A: {{type: string}}}}"
            ),
        ),
        (
            "b.yaml",
            format!(
                "{one}produces: [application/json]\npaths: {{/a: {{put: {{schemes: [http], responses: {{200: {{schema: {{$ref: '#/definitions/A'}}}}}}}}}}}}\ndefinitions: {{A: {{type: string}}}}"
            ),
        ),
    ]);
    let mut cx = crate::diagnostic::Diagnostics::new(true);
    let document = crate::document::read(&mut cx, &mut sources, &Config::default());
    let openapi = document.map(|document| document.openapi);
    let paths = openapi.map(|openapi| serde_json::to_string(&openapi.paths));
    insta::assert_snapshot!(paths.expect("a document").expect("a text"), @r##"{"/a":{"get":{"responses":{"200":{"description":"","content":{"text/plain":{"schema":{"$ref":"#/components/schemas/A"}}}}}},"put":{"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}},"servers":[{"url":"http://h"}]}}}"##);
    assert!(cx.into_all().is_empty());
}

#[test]
fn places_are_those_of_the_document_as_it_was_written() {
    let text = format!("{HEAD}
paths:
  /a/{{id}}:
    parameters: [{{name: id, in: path, required: true, type: string}}]
    post:
      consumes: [application/json, text/json]
      parameters: [{{name: b, in: body, schema: {{type: object, properties: {{p: {{type: string}}}}}}}}, {{$ref: '#/parameters/Q'}}]
      responses: {{200: {{schema: {{type: object}}, headers: {{X: {{type: string}}}}}}, 404: {{$ref: '#/responses/R'}}}}
    put:
      parameters: [{{name: f, in: formData, type: string}}]
parameters: {{Q: {{name: q, in: query, type: string}}}}
responses: {{R: {{schema: {{type: object}}}}}}
");
    let (document, _, _) = read(&[("api.yaml", &text)], &Config::default());
    let origins = document.expect("a document").origins;
    let place = |pointer: &str| {
        let united = Pointer::parse(pointer).expect("a pointer");
        format!("{pointer} -> {}\n", origins.place(&united).pointer)
    };
    let written: String = [
        "/servers/0/url",
        "/paths/~1a~1{id}/parameters/0/schema",
        "/paths/~1a~1{id}/post/parameters/0",
        "/components/parameters/Q/schema",
        "/paths/~1a~1{id}/post/requestBody",
        "/paths/~1a~1{id}/post/requestBody/content/text~1json",
        "/paths/~1a~1{id}/post/requestBody/content/text~1json/schema/properties/p",
        "/paths/~1a~1{id}/post/responses/200/content/application~1json",
        "/paths/~1a~1{id}/post/responses/200/content/application~1json/schema/type",
        "/paths/~1a~1{id}/post/responses/200/headers/X/schema",
        "/paths/~1a~1{id}/post/responses/404/content/application~1json/schema",
        "/paths/~1a~1{id}/put/requestBody/content/application~1x-www-form-urlencoded/schema",
        "/paths/~1a~1{id}/put/requestBody/content/application~1x-www-form-urlencoded/schema/properties/f",
    ]
    .map(place)
    .concat();
    insta::assert_snapshot!(written, @r#"
    /servers/0/url -> /host
    /paths/~1a~1{id}/parameters/0/schema -> /paths/~1a~1{id}/parameters/0
    /paths/~1a~1{id}/post/parameters/0 -> /paths/~1a~1{id}/post/parameters/1
    /components/parameters/Q/schema -> /parameters/Q
    /paths/~1a~1{id}/post/requestBody -> /paths/~1a~1{id}/post/parameters/0
    /paths/~1a~1{id}/post/requestBody/content/text~1json -> /paths/~1a~1{id}/post/consumes/1
    /paths/~1a~1{id}/post/requestBody/content/text~1json/schema/properties/p -> /paths/~1a~1{id}/post/parameters/0/schema/properties/p
    /paths/~1a~1{id}/post/responses/200/content/application~1json -> /produces/0
    /paths/~1a~1{id}/post/responses/200/content/application~1json/schema/type -> /paths/~1a~1{id}/post/responses/200/schema/type
    /paths/~1a~1{id}/post/responses/200/headers/X/schema -> /paths/~1a~1{id}/post/responses/200/headers/X
    /paths/~1a~1{id}/post/responses/404/content/application~1json/schema -> /responses/R/schema
    /paths/~1a~1{id}/put/requestBody/content/application~1x-www-form-urlencoded/schema -> /paths/~1a~1{id}/put/parameters
    /paths/~1a~1{id}/put/requestBody/content/application~1x-www-form-urlencoded/schema/properties/f -> /paths/~1a~1{id}/put/parameters/0
    "#);
}
