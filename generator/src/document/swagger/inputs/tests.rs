use crate::document::swagger::tests::{document, operations};

#[test]
fn a_body_parameter_is_the_request_body() {
    insta::assert_snapshot!(operations(&[
        "parameters: [{name: pet, in: body, required: true, description: A pet., schema: {type: string}}]",
        "parameters: [{name: pet, in: body, schema: {type: string}}], consumes: [application/xml, text/json]",
        "parameters: [{name: pet, in: body, schema: {type: string}}], consumes: []",
        "parameters: [{name: body, in: body, schema: {type: string}}], consumes: ['*/*']",
        "parameters: [{name: body, in: body, schema: {type: string, format: binary}}], consumes: ['*/*']",
        "parameters: [{name: body, in: body, type: array, items: {type: string}}], consumes: json",
        "parameters: [{name: body, in: body}, {name: other, in: body, schema: {}}]",
    ], "requestBody"), @r#"
    {"description":"A pet.","content":{"application/json":{"schema":{"type":"string"}}},"required":true}
    {"description":"The `pet`.","content":{"application/xml":{"schema":{"type":"string"}},"text/json":{"schema":{"type":"string"}}}}
    {"description":"The `pet`.","content":{"application/json":{"schema":{"type":"string"}}}}
    {"content":{"application/json":{"schema":{"type":"string"}}}}
    {"content":{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}}
    {"content":{"application/json":{"schema":{"type":"array","items":{"type":"string"}}}}}
    {"content":{"application/json":{"schema":{}}}}
    note[assumed-media-type] api.yaml#/swagger: neither the document nor all of its operations say `consumes` (taken as `application/json`)
    note[assumed-media-type] api.yaml#/paths/~13/post/consumes/0: `*/*` names no media type (taken as `application/json`)
    note[assumed-media-type] api.yaml#/paths/~14/post/consumes/0: `*/*` names no media type (taken as `application/octet-stream`)
    warning[wrong-type] api.yaml#/paths/~15/post/consumes: `consumes` is a text, where the standard asks for a list (taken as a list of it alone)
    warning[invalid-value] api.yaml#/paths/~15/post/consumes: `json` is no media type (taken as `application/json`)
    warning[missing-keyword] api.yaml#/paths/~15/post/parameters/0: a body parameter has no `schema` (the type of the parameter is taken)
    warning[duplicate-parameter] api.yaml#/paths/~16/post/parameters/1: an operation has one body, and another is declared here (ignored)
    warning[missing-keyword] api.yaml#/paths/~16/post/parameters/0: a body parameter has no `schema` (taken as any JSON)
    "#);
}

#[test]
fn form_parameters_are_the_request_body() {
    insta::assert_snapshot!(operations(&[
        "parameters: [{name: a, in: formData, type: string, required: true}, {name: b, in: formData, type: array, items: {type: integer}}], consumes: [application/x-www-form-urlencoded]",
        "parameters: [{name: a, in: formData, type: file}, {name: b, in: formData, type: array, items: {type: string}, collectionFormat: multi}], consumes: [application/x-www-form-urlencoded, multipart/form-data]",
        "parameters: [{name: a, in: formData, type: File}], consumes: [application/x-www-form-urlencoded]",
        "parameters: [{name: a, in: formData, type: string}]",
        "parameters: [{name: a, in: form, type: array, collectionFormat: tsv}, {name: a, in: formData, type: string}], consumes: []",
        "parameters: [{name: a, in: formData, type: string}, {name: b, in: body, schema: {type: integer}}]",
    ], "requestBody"), @r#"
    {"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"array","items":{"type":"integer"}}},"required":["a"]},"encoding":{"b":{"contentType":null,"style":"form"}}}},"required":true}
    {"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{"type":"string","format":"binary"},"b":{"type":"array","items":{"type":"string"}}}},"encoding":{"b":{"contentType":null,"style":"form","explode":true}}},"multipart/form-data":{"schema":{"type":"object","properties":{"a":{"type":"string","format":"binary"},"b":{"type":"array","items":{"type":"string"}}}},"encoding":{"b":{"contentType":null,"style":"form","explode":true}}}}}
    {"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"a":{"type":"string","format":"binary"}}}}}}
    {"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}}
    {"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}}}},"encoding":{"a":{"contentType":null,"style":"form","x-clientwright-style":"tabDelimited"}}}}}
    {"description":"The `b`.","content":{"application/json":{"schema":{"type":"integer"}},"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}}
    warning[invalid-value] api.yaml#/paths/~12/post/consumes/0: a form with a file cannot be sent as `application/x-www-form-urlencoded` (sent as `multipart/form-data`)
    warning[invalid-value] api.yaml#/paths/~12/post/parameters/0/type: `File` is no type (taken as `string` of format `binary`)
    warning[invalid-value] api.yaml#/consumes/0: form parameters cannot be sent as `application/json` (sent as `application/x-www-form-urlencoded`)
    warning[invalid-value] api.yaml#/paths/~14/post/parameters/0/in: a parameter cannot be in `form`; there are `path`, `query`, `header`, `formData` and `body` (taken as `formData`)
    warning[duplicate-parameter] api.yaml#/paths/~14/post/parameters/1: the form parameter `a` is declared twice (ignored)
    note[assumed-media-type] api.yaml#/swagger: neither the document nor all of its operations say `consumes` (taken as `application/x-www-form-urlencoded`)
    warning[missing-keyword] api.yaml#/paths/~14/post/parameters/0: an array has no `items` (taken as an array of texts)
    warning[invalid-value] api.yaml#/paths/~15/post/parameters/0: an operation cannot have both a body and form parameters (either can be sent, each as its own media type)
    "#);
}

#[test]
fn a_path_item_gives_its_body_and_its_form_to_each_operation() {
    insta::assert_snapshot!(document("
paths:
  /a:
    parameters: [{$ref: '#/parameters/Pet'}, {name: q, in: query, type: string}]
    put: {responses: {}}
    patch: {parameters: [{name: own, in: body, schema: {type: integer}}], responses: {}}
  /b:
    parameters: [{name: a, in: formData, type: string}, {name: b, in: formData, type: string}]
    put: {parameters: [{name: b, in: formData, type: boolean}], consumes: [multipart/form-data], responses: {}}
parameters:
  Pet: {name: pet, in: body, schema: {$ref: '#/definitions/Pet'}}
definitions:
  Pet: {type: object}
", &["/paths/~1a", "/paths/~1b"]), @r##"
    {"put":{"requestBody":{"description":"The `pet`.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}},"responses":{}},"patch":{"requestBody":{"description":"The `own`.","content":{"application/json":{"schema":{"type":"integer"}}}},"responses":{}},"parameters":[{"in":"query","name":"q","schema":{"type":"string"},"style":"form"}]}
    {"put":{"requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"b":{"type":"boolean"},"a":{"type":"string"}}}}}},"responses":{}}}
    "##);
}

#[test]
fn collection_formats_are_styles() {
    insta::assert_snapshot!(operations(&[
        "parameters: [{name: a, in: query, type: array, items: {type: string}}]",
        "parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: ssv}]",
        "parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: tsv}]",
        "parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: pipes}]",
        "parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: multi}]",
        "parameters: [{name: a, in: header, type: array, items: {type: string}, collectionFormat: pipes}]",
        "parameters: [{name: a, in: header, type: array, items: {type: string}, collectionFormat: Multi}]",
        "parameters: [{name: a, in: query, type: string, collectionFormat: csv}]",
        "parameters: [{name: a, in: query, type: array, collectionFormat: pipe, items: {type: array, items: {type: string}}}]",
    ], "parameters"), @r#"
    [{"in":"query","name":"a","schema":{"type":"array","items":{"type":"string"}},"explode":false,"style":"form"}]
    [{"in":"query","name":"a","schema":{"type":"array","items":{"type":"string"}},"explode":false,"style":"spaceDelimited"}]
    [{"in":"query","name":"a","schema":{"type":"array","items":{"type":"string"}},"explode":false,"x-clientwright-style":"tabDelimited","style":"form"}]
    [{"in":"query","name":"a","schema":{"type":"array","items":{"type":"string"}},"explode":false,"style":"pipeDelimited"}]
    [{"in":"query","name":"a","schema":{"type":"array","items":{"type":"string"}},"explode":true,"style":"form"}]
    [{"in":"header","name":"a","schema":{"type":"array","items":{"type":"string"}},"explode":false,"x-clientwright-style":"pipeDelimited","style":"simple"}]
    [{"in":"header","name":"a","schema":{"type":"array","items":{"type":"string"}},"explode":false,"style":"simple"}]
    [{"in":"query","name":"a","schema":{"type":"string"},"style":"form"}]
    [{"in":"query","name":"a","schema":{"type":"array","items":{"type":"array","items":{"type":"string"}}},"explode":false,"style":"pipeDelimited"}]
    warning[invalid-value] api.yaml#/paths/~16/post/parameters/0/collectionFormat: `Multi` is no `collectionFormat`; there are `csv`, `ssv`, `tsv`, `pipes` and `multi` (taken as `csv`)
    warning[invalid-value] api.yaml#/paths/~17/post/parameters/0/collectionFormat: `collectionFormat` means something for arrays only (ignored)
    warning[unsupported-keyword] api.yaml#/paths/~18/post/parameters/0/items: arrays within the array of a parameter are not written by `collectionFormat` (each inner array is written as JSON)
    warning[invalid-value] api.yaml#/paths/~18/post/parameters/0/collectionFormat: `pipe` is no `collectionFormat`; there are `csv`, `ssv`, `tsv`, `pipes` and `multi` (taken as `pipes`)
    "#);
}

#[test]
fn a_parameter_says_its_type_itself() {
    insta::assert_snapshot!(operations(&[
        "parameters: [{name: a, in: query, type: integer, format: int32, minimum: 1, default: 2, description: D, required: true, x-nullable: true}]",
        "parameters: [{name: a, in: query, type: string, enum: [b, c], x-enum-varnames: [B, C], allowEmptyValue: true}]",
        "parameters: [{name: a, in: query}, {name: b, in: query, items: {type: string}}, {name: c, in: query, type: array}]",
        "parameters: [{name: a, in: query, schema: {type: array, items: {type: string}}}, {name: b, in: Query, type: string}]",
        "parameters: [{name: a, in: cookie, type: string}, {name: b, in: matrix, type: string}, {in: query, type: string}, {$ref: '#/definitions/A'}, 1]",
    ], "parameters"), @r#"
    [{"in":"query","name":"a","description":"D","required":true,"schema":{"nullable":true,"default":2,"x-nullable":true,"type":"integer","minimum":1.0,"format":"int32"},"x-nullable":true,"style":"form"}]
    [{"in":"query","name":"a","schema":{"x-enum-varnames":["B","C"],"type":"string","enum":["b","c"]},"x-enum-varnames":["B","C"],"style":"form","allowEmptyValue":true}]
    [{"in":"query","name":"a","schema":{"type":"string"},"style":"form"},{"in":"query","name":"b","schema":{"type":"array","items":{"type":"string"}},"explode":false,"style":"form"},{"in":"query","name":"c","schema":{"type":"array","items":{"type":"string"}},"explode":false,"style":"form"}]
    [{"in":"query","name":"a","schema":{"type":"array","items":{"type":"string"}},"style":"form"},{"in":"query","name":"b","schema":{"type":"string"},"style":"form"}]
    [{"in":"cookie","name":"a","schema":{"type":"string"},"style":"form"}]
    warning[missing-keyword] api.yaml#/paths/~12/post/parameters/0: a parameter or header has no `type` (taken as `string`)
    warning[missing-keyword] api.yaml#/paths/~12/post/parameters/1: a parameter or header has no `type` (taken as `array`)
    warning[missing-keyword] api.yaml#/paths/~12/post/parameters/2: an array has no `items` (taken as an array of texts)
    warning[invalid-value] api.yaml#/paths/~13/post/parameters/1/in: a parameter cannot be in `Query`; there are `path`, `query`, `header`, `formData` and `body` (taken as `query`)
    warning[newer-keyword] api.yaml#/paths/~13/post/parameters/0/schema: `schema` is no keyword of a parameter in Swagger 2.0 (taken as OpenAPI 3 means it)
    warning[newer-keyword] api.yaml#/paths/~14/post/parameters/0/in: a parameter cannot be in `cookie` in Swagger 2.0 (taken as OpenAPI 3 means it)
    warning[invalid-value] api.yaml#/paths/~14/post/parameters/1/in: a parameter cannot be in `matrix`; there are `path`, `query`, `header`, `formData` and `body` (the parameter is left out)
    warning[unresolved-reference] api.yaml#/paths/~14/post/parameters/3/$ref: nothing is at `#/definitions/A` (left out)
    warning[wrong-type] api.yaml#/paths/~14/post/parameters/4: `parameters` is a number, where the standard asks for an object (ignored)
    warning[missing-keyword] api.yaml#/paths/~14/post/parameters/2: a parameter has no `name` (left out)
    "#);
}
