use crate::config::Config;
use crate::diagnostic::{Code, Diagnostics};
use crate::document;
use crate::source::Sources;

/// What comes of files whose texts follow their names, and what is said about them.
fn resolved(files: &[(&str, &str)]) -> String {
    let mut sources = Sources::in_memory(files.iter().map(|(path, text)| (*path, *text)));
    let mut cx = Diagnostics::new(true);
    let document = document::read(&mut cx, &mut sources, &Config::default());
    let mut text = document
        .map(|document| super::resolve(&mut cx, &document, &Config::default()).dump())
        .unwrap_or_default();
    for said in cx.into_all() {
        // The snippets here name no servers and few operations.
        if matches!(said.code, Code::NoServer | Code::MissingOperationId) {
            continue;
        }
        let (severity, place) = (said.severity.as_str(), &said.place);
        let (path, code) = (sources.path(place.file), said.code);
        let label = said
            .label
            .map(|label| format!(" ({label})"))
            .unwrap_or_default();
        text += &format!(
            "{severity}[{code}] {path}#{}: {}{label}\n",
            place.pointer, said.message
        );
    }
    text
}

/// A document with these operations and components, one file.
fn one(rest: &str) -> String {
    resolved(&[(
        "api.yaml",
        &format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{rest}"),
    )])
}

/// A document with only these schemas.
fn schemas(schemas: &str) -> String {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    one(&format!("components:\n  schemas:\n{indented}"))
}

#[test]
fn an_operation_has_the_parameters_of_its_path_that_it_does_not_replace() {
    insta::assert_snapshot!(one("
paths:
  /a/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: integer}}
      - {name: q, in: query, schema: {type: string}}
      - {name: X-A, in: header, schema: {type: string}}
    get:
      parameters:
        - {name: q, in: query, required: true, schema: {type: array, items: {type: string}}}
        - $ref: '#/components/parameters/Page'
      responses: {'204': {description: none}}
components:
  parameters:
    Page: {name: page, in: query, style: deepObject, explode: true, schema: {type: object}}
"), @"
    api T 1
    GET /a/{id} - []
      query q (form explode): array
        []: string
      query page? (deepObject explode): object
      path id (simple): integer
      header X-A? (simple): string
      204
    ");
}

#[test]
fn path_parameters_are_those_of_the_path() {
    insta::assert_snapshot!(one("
paths:
  /a/{id}/{other}:
    get:
      parameters:
        - {name: id, in: path, schema: {type: integer}}
        - {name: gone, in: path, required: true, schema: {type: integer}}
      responses: {'204': {description: none}}
"), @"
    api T 1
    GET /a/{id}/{other} - []
      path id (simple): integer
      path other (simple): string
      204
    warning[optional-path-parameter] api.yaml#/paths/~1a~1{id}~1{other}/get/parameters/0: the path parameter `id` is not marked `required: true` (taken as required)
    warning[unused-path-parameter] api.yaml#/paths/~1a~1{id}~1{other}/get/parameters/1: the path parameter `gone` is not in the path `/a/{id}/{other}` (left out)
    warning[undeclared-path-parameter] api.yaml#/paths/~1a~1{id}~1{other}: `{other}` is in the path `/a/{id}/{other}` but no parameter declares it (taken as a required string)
    ");
}

#[test]
fn a_parameter_twice_is_taken_once_and_decided_headers_not_at_all() {
    insta::assert_snapshot!(one("
paths:
  /a:
    get:
      parameters:
        - {name: X-A, in: header, schema: {type: string}}
        - {name: x-a, in: header, schema: {type: integer}}
        - {name: Accept, in: header, schema: {type: string}}
        - {name: j, in: query, content: {application/json: {schema: {type: object}}}}
      responses:
        '200':
          description: ok
          headers:
            Content-Type: {schema: {type: string}}
            X-B: {required: true, schema: {type: integer}}
"), @"
    api T 1
    GET /a - []
      header X-A? (simple): string
      query j? (application/json): object
      200
        header X-B: integer
    warning[duplicate-parameter] api.yaml#/paths/~1a/get/parameters/1: the header parameter `x-a` is declared twice (ignored)
    note[ignored-header] api.yaml#/paths/~1a/get/parameters/2: the header `Accept` is decided by media types and security schemes (ignored, as the standard asks for)
    note[ignored-header] api.yaml#/paths/~1a/get/responses/200/headers/Content-Type: the header `Content-Type` is what `content` says (ignored, as the standard asks for)
    ");
}

#[test]
fn responses_are_in_the_order_of_precision() {
    insta::assert_snapshot!(one("
paths:
  /a:
    get:
      responses:
        default: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/E'}}}}
        4xx: {description: d}
        '404': {$ref: '#/components/responses/Gone'}
        200: {description: d, content: {text/plain: {}, '*/*': {schema: {type: string, format: binary}}}}
        oops: {description: d}
components:
  schemas: {E: {type: object}}
  responses: {Gone: {description: gone, content: {application/problem+json: {schema: {type: object}}}}}
"), @"
    api T 1
    GET /a - []
      200
        text/plain
        */*: string(binary)
      404
        application/problem+json: object
      4XX
      default
        application/json: E
    schema E: object
    warning[invalid-value] api.yaml#/paths/~1a/get/responses/oops: `oops` is no status code, no range such as `4XX`, and not `default` (the response is left out)
    ");
}

#[test]
fn security_and_servers_have_the_defaults_of_the_document() {
    insta::assert_snapshot!(one("
servers: [{url: 'https://{region}.a', variables: {region: {default: eu}}}]
security: [{key: [], token: [read]}, {}]
paths:
  /a:
    servers: [{url: 'https://p/{v}'}]
    get: {responses: {'204': {description: d}}}
    put: {security: [], responses: {'204': {description: d}}}
    post: {security: [{nothing: []}, {basic: []}], servers: [{url: /o}], responses: {'204': {description: d}}}
components:
  securitySchemes:
    key: {type: apiKey, in: cookie, name: k}
    token: {type: http, scheme: Bearer, bearerFormat: JWT}
    basic: {type: http, scheme: basic}
    oauth: {type: oauth2, flows: {}}
    tls: {type: mutualTLS}
"), @r#"
    api T 1
    server https://{region}.a
    security key: ApiKeyCookie("k")
    security token: HttpBearer(Some("JWT"))
    security basic: HttpBasic
    security oauth: OAuth2 { flows: [], metadata_url: None }
    security tls: MutualTls
    GET /a - []
      server https://p/{v}
      security key and token(read)
      security none
      204
    PUT /a - []
      server https://p/{v}
      204
    POST /a - []
      server /o
      security basic
      204
    warning[undeclared-server-variable] api.yaml#/paths/~1a/servers/0/url: `{v}` is in the URL but no variable declares it (taken as the empty text unless it is set)
    warning[unknown-security-scheme] api.yaml#/paths/~1a/post/security/0/nothing: there is no security scheme `nothing` (left out)
    "#);
}

#[test]
fn tags_that_only_operations_use_follow_the_declared_ones() {
    insta::assert_snapshot!(one("
tags: [{name: b}, {name: c}]
paths:
  /a:
    get: {operationId: x, tags: [a, b, a], responses: {'204': {description: d}}}
    delete: {operationId: x, deprecated: true, responses: {'204': {description: d}}}
"), @"
    api T 1
    tag b
    tag c
    tag a
    GET /a x [a, b]
      204
    DELETE /a x [] deprecated
      204
    warning[duplicate-operation-id] api.yaml#/paths/~1a/delete/operationId: `x` is the operationId of another operation already (its method gets a number)
    ");
}

#[test]
fn every_reference_to_a_component_is_the_same_schema() {
    insta::assert_snapshot!(schemas("
Node:
  type: object
  required: [next]
  properties:
    next: {$ref: '#/components/schemas/Node'}
    named: {$ref: '#/components/schemas/Alias', description: mine}
    children: {type: array, items: {$ref: '#/components/schemas/Node'}}
Alias: {$ref: '#/components/schemas/Node'}
"), @"
    api T 1
    schema Node: object
      next: Node
      named?: any
        &: Alias
      children?: array
        []: Node
    schema Alias: any
      &: Node
    ");
}

#[test]
fn components_that_are_only_each_other_are_any_json() {
    insta::assert_snapshot!(schemas("
A: {$ref: '#/components/schemas/B'}
B: {$ref: '#/components/schemas/A'}
C: {oneOf: [{$ref: '#/components/schemas/C'}, {type: string}]}
"), @"
    api T 1
    schema A: any
      &: B
    schema B: any
    schema C: any
      ^: string
    warning[alias-cycle] api.yaml#/components/schemas/B: the schema is composed of itself (taken without that part)
    warning[alias-cycle] api.yaml#/components/schemas/C: the schema is composed of itself (taken without that part)
    ");
}

#[test]
fn values_of_an_enumeration_keep_their_names_when_one_stands_twice() {
    insta::assert_snapshot!(schemas("
E: {type: string, enum: [a, b, a], x-enum-varnames: [One, Two, Three]}
"), @r#"
    api T 1
    schema E: string {"a" One, "b" Two}
    warning[duplicate-value] api.yaml#/components/schemas/E/enum/2: `"a"` is listed already (taken once)
    "#);
}

#[test]
fn what_json_schema_says_beyond_openapi_3_0_is_kept() {
    insta::assert_snapshot!(schemas("
Mixed: {type: [string, integer, 'null']}
Nothing: {type: 'null'}
Maybe: {type: [string, 'null'], enum: [a, null]}
One: {const: x}
Tuple: {type: array, prefixItems: [{type: string}, {$ref: '#/components/schemas/One'}], items: false}
Patterns:
  type: object
  patternProperties: {'^x-': {type: integer}}
  propertyNames: {maxLength: 3}
Never: false
Always: true
If: {type: object, if: {required: [a]}, then: {required: [b]}}
Bytes: {type: string, contentEncoding: base64}
Sibling: {$ref: '#/components/schemas/One', description: said here}
Local: {type: object, properties: {a: {$ref: '#/components/schemas/Local/$defs/Inner'}}, $defs: {Inner: {type: integer}}}
"), @r#"
    api T 1
    schema Mixed: string|integer?
    schema Nothing: null?
    schema Maybe: string? {"a", null}
    schema One: any {"x"}
    schema Tuple: array
      [0]: string
      [1]: One
      []: any
        !: any
    schema Patterns: object
      /^x-/: integer
      names: any
    schema Never: any
      !: any
    schema Always: any
    schema If: object inexpressible(if)
    schema Bytes: string(byte)
    schema Sibling: any
      &: One
    schema Local: object
      a?: Inner
    schema Inner: integer
    "#);
}

#[test]
fn a_folder_is_one_api() {
    let a = "
openapi: 3.0.3
info: {title: T, version: '1'}
servers: [{url: https://a}]
tags: [{name: t}]
security: [{token: []}]
paths:
  /x:
    get:
      tags: [t]
      parameters: [{$ref: 'shared.yaml#/parameters/Team'}]
      responses: {'200': {description: d, content: {application/json: {schema: {$ref: 'shared.yaml#/components/schemas/Status'}}}}}
components: {securitySchemes: {token: {$ref: 'shared.yaml#/components/securitySchemes/token'}}}
";
    let b = a
        .replace("    get:\n", "    put:\n")
        .replace("tags: [{name: t}]", "tags: [{name: t, description: more}]");
    let shared = "
parameters: {Team: {name: team, in: query, schema: {type: string}}}
components:
  schemas: {Status: {type: string, enum: [a]}}
  securitySchemes: {token: {type: http, scheme: bearer}}
";
    insta::assert_snapshot!(resolved(&[("a.yaml", a), ("b.yaml", &b), ("shared.yaml", shared)]), @r#"
    api T 1
    server https://a
    security token: HttpBearer(None)
    tag t
    GET /x - [t]
      security token
      query team? (form explode): string
      200
        application/json: Status
    PUT /x - [t]
      security token
      query team? (form explode): string
      200
        application/json: Status
    schema Status: string {"a"}
    "#);
}

#[test]
fn files_of_a_folder_that_contradict_each_other_are_an_error() {
    let a = "
openapi: 3.0.3
info: {title: T, version: '1'}
paths: {/x: {get: {operationId: a, responses: {'204': {description: d}}}}}
components: {schemas: {S: {type: string}}}
";
    let b = a
        .replace("operationId: a", "operationId: b")
        .replace("type: string", "type: integer")
        .replace("'1'", "'2'");
    insta::assert_snapshot!(resolved(&[("a.yaml", a), ("b.yaml", &b)]), @"
    api T 1
    GET /x a []
      204
    schema S: string
    error[contradiction] b.yaml#/components/schemas/S: two files describe the component `S` differently (said again in other words)
    warning[different-info] b.yaml#/info/version: the files of the folder give the API another `version` (passed over)
    error[contradiction] b.yaml#/paths/~1x/get: two files describe `GET /x` differently (said again in other words)
    ");
}

#[test]
fn hostile_depth_ends_in_any_json() {
    let (open, close) = ("{type: array, items: ".repeat(400), "}".repeat(400));
    let deep = format!("{open}{{type: string}}{close}");
    let text = schemas(&format!("Deep: {deep}"));
    assert!(text.contains("too-deep"), "{text}");
}
