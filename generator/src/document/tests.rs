use crate::config::{Config, ErrorShape};
use crate::diagnostic::Diagnostics;
use crate::source::{Pointer, Sources};

use super::Document;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

/// Reads the first file, which may refer to the others, and gives what was said about them.
pub(super) fn read(files: &[(&str, &str)], config: &Config) -> (Option<Document>, String, Sources) {
    let mut sources = Sources::in_memory(files.iter().map(|(path, text)| (*path, *text)));
    sources = sources.with_roots(files.iter().take(1).map(|(path, _)| *path));
    let mut cx = Diagnostics::new(true);
    let document = super::read(&mut cx, &mut sources, config);
    let mut said = String::new();
    for one in cx.into_all() {
        let path = sources.path(one.place.file);
        said.push_str(&format!(
            "{}[{}] {path}#{}: {}",
            one.severity.as_str(),
            one.code,
            one.place.pointer,
            one.message
        ));
        said.push_str(
            &one.label
                .map(|label| format!(" ({label})"))
                .unwrap_or_default(),
        );
        said.push_str(
            &one.help
                .map(|help| format!(" = {help}"))
                .unwrap_or_default(),
        );
        said.push('\n');
    }
    (document, said, sources)
}

/// The components that come of a description, where each was written, and what was said.
fn bundled(files: &[(&str, &str)]) -> String {
    let (document, said, sources) = read(files, &Config::default());
    let Some(document) = document else {
        return said;
    };
    let components =
        serde_json::to_value(document.openapi.components.unwrap_or_default()).unwrap_or_default();
    let mut text = String::new();
    for (kind, list) in components.as_object().into_iter().flatten() {
        for (name, component) in list.as_object().into_iter().flatten() {
            let place = document
                .origins
                .place(&Pointer::root().child("components").child(kind).child(name));
            let path = sources.path(place.file);
            text.push_str(&format!(
                "{kind} {name} at {path}#{}: {component}\n",
                place.pointer
            ));
        }
    }
    text + &said
}

/// The components of a document with these schemas, one file.
fn schemas(schemas: &str) -> String {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    bundled(&[(
        "api.yaml",
        &format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{indented}"),
    )])
}

#[test]
fn a_referenced_file_is_one_component_under_the_name_of_the_file() {
    insta::assert_snapshot!(bundled(&[
        ("api.yaml", &format!("{HEAD}paths: {{}}\ncomponents: {{schemas: {{
            A: {{$ref: schemas/Pet.yaml}},
            B: {{type: array, items: {{$ref: ./schemas/Pet.yaml}}}},
            C: {{type: array, items: {{$ref: ./schemas/../schemas/owner.v1.yaml#/defs/Owner}}}}}}}}")),
        ("schemas/Pet.yaml", "type: object\nproperties: {owner: {$ref: owner.v1.yaml#/defs/Owner}, self: {$ref: '#'}}"),
        ("schemas/owner.v1.yaml", "defs: {Owner: {type: object, properties: {pets: {$ref: Pet.yaml}}}}"),
    ]), @r##"
    schemas A at schemas/Pet.yaml#: {"type":"object","properties":{"owner":{"$ref":"#/components/schemas/Owner"},"self":{"$ref":"#/components/schemas/A"}}}
    schemas B at api.yaml#/components/schemas/B: {"type":"array","items":{"$ref":"#/components/schemas/A"}}
    schemas C at api.yaml#/components/schemas/C: {"type":"array","items":{"$ref":"#/components/schemas/Owner"}}
    schemas Owner at schemas/owner.v1.yaml#/defs/Owner: {"type":"object","properties":{"pets":{"$ref":"#/components/schemas/A"}}}
    "##);
}

#[test]
fn a_lifted_name_that_is_taken_gets_a_number() {
    insta::assert_snapshot!(bundled(&[
        ("api.yaml", &format!("{HEAD}paths: {{}}\ncomponents: {{schemas: {{
            Pet: {{type: string}},
            A: {{type: array, items: {{$ref: one.yaml#/Pet}}}},
            B: {{type: array, items: {{$ref: two.yaml#/Pet}}}},
            C: {{type: array, items: {{$ref: one.yaml#/Pet}}}}}}}}")),
        ("one.yaml", "Pet: {type: integer}"),
        ("two.yaml", "Pet: {$ref: '#/Same'}\nSame: {type: boolean}"),
    ]), @r##"
    schemas Pet at api.yaml#/components/schemas/Pet: {"type":"string"}
    schemas A at api.yaml#/components/schemas/A: {"type":"array","items":{"$ref":"#/components/schemas/Pet2"}}
    schemas B at api.yaml#/components/schemas/B: {"type":"array","items":{"$ref":"#/components/schemas/Same"}}
    schemas C at api.yaml#/components/schemas/C: {"type":"array","items":{"$ref":"#/components/schemas/Pet2"}}
    schemas Pet2 at one.yaml#/Pet: {"type":"integer"}
    schemas Same at two.yaml#/Same: {"type":"boolean"}
    "##);
}

#[test]
fn a_schema_that_is_referred_to_where_it_stands_is_one_schema() {
    insta::assert_snapshot!(schemas("
A: {type: object, properties: {tag: {type: object, properties: {child: {$ref: '#/components/schemas/A/properties/tag'}}}}}
B: {$ref: '#/components/schemas/A/properties/tag'}
C: {type: array, items: {$ref: '#/components/schemas/D/properties/tag/properties/child'}}
D: {$ref: '#/components/schemas/A'}
"), @r##"
    schemas A at api.yaml#/components/schemas/A: {"type":"object","properties":{"tag":{"$ref":"#/components/schemas/B"}}}
    schemas B at api.yaml#/components/schemas/A/properties/tag: {"type":"object","properties":{"child":{"$ref":"#/components/schemas/B"}}}
    schemas C at api.yaml#/components/schemas/C: {"type":"array","items":{"$ref":"#/components/schemas/B"}}
    schemas D at api.yaml#/components/schemas/D: {"$ref":"#/components/schemas/A"}
    "##);
}

#[test]
fn every_kind_of_component_can_be_in_another_file() {
    insta::assert_snapshot!(bundled(&[
        ("api.yaml", &format!("{HEAD}paths: {{/a: {{$ref: 'paths.yaml#/~1a'}}}}")),
        ("paths.yaml", "
/a:
  post:
    parameters: [{$ref: 'shared.yaml#/Page'}]
    requestBody: {$ref: 'shared.yaml#/Body'}
    responses: {'200': {$ref: 'shared.yaml#/Done'}}
"),
        ("shared.yaml", "
Page: {name: page, in: query, schema: {$ref: '#/Number'}}
Number: {type: integer}
Body: {content: {application/json: {schema: {$ref: '#/Number'}, examples: {one: {$ref: '#/One'}}}}}
One: {value: 1}
Done: {description: done, headers: {X-A: {$ref: '#/Left'}}}
Left: {schema: {type: integer}}
"),
    ]), @r##"
    schemas Number at shared.yaml#/Number: {"type":"integer"}
    responses Done at shared.yaml#/Done: {"description":"done","headers":{"X-A":{"$ref":"#/components/headers/Left"}}}
    parameters Page at shared.yaml#/Page: {"in":"query","name":"page","schema":{"$ref":"#/components/schemas/Number"},"style":"form"}
    requestBodies Body at shared.yaml#/Body: {"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Number"},"examples":{"one":{"value":1}}}}}
    headers Left at shared.yaml#/Left: {"style":"simple","schema":{"type":"integer"}}
    "##);
}

#[test]
fn a_reference_can_name_an_anchor() {
    insta::assert_snapshot!(schemas("
A: {type: array, items: {$ref: '#here'}}
B: {type: object, properties: {b: {$anchor: here, type: string}}}
"), @r##"
    schemas A at api.yaml#/components/schemas/A: {"type":"array","items":{"$ref":"#/components/schemas/b"}}
    schemas B at api.yaml#/components/schemas/B: {"type":"object","properties":{"b":{"$ref":"#/components/schemas/b"}}}
    schemas b at api.yaml#/components/schemas/B/properties/b: {"type":"string"}
    "##);
}

#[test]
fn references_that_name_nothing_are_any_json() {
    insta::assert_snapshot!(bundled(&[
        ("api.yaml", &format!("{HEAD}paths: {{}}\ncomponents: {{schemas: {{
            Pet: {{type: string}},
            A: {{$ref: '#/components/schemas/pet'}},
            B: {{$ref: gone.yaml}},
            C: {{$ref: bad.yaml}},
            D: {{$ref: '#name'}},
            E: {{$ref: '#/components/parameters/P'}},
            F: {{$ref: loop.yaml#/a}}}}, parameters: {{P: {{name: p, in: query, schema: {{}}}}}}}}")),
        ("bad.yaml", "'"),
        ("loop.yaml", "a: {$ref: '#/b'}\nb: {$ref: '#/a'}"),
    ]), @r#"
    schemas Pet at api.yaml#/components/schemas/Pet: {"type":"string"}
    schemas A at api.yaml#/components/schemas/A: {}
    schemas B at api.yaml#/components/schemas/B: {}
    schemas C at api.yaml#/components/schemas/C: {}
    schemas D at api.yaml#/components/schemas/D: {}
    schemas E at api.yaml#/components/schemas/E: {}
    schemas F at api.yaml#/components/schemas/F: {}
    parameters P at api.yaml#/components/parameters/P: {"in":"query","name":"p","schema":{},"style":"form"}
    error[syntax-error] bad.yaml#: the file is no YAML: found unexpected end of stream, while scanning a quoted scalar
    warning[unresolved-reference] api.yaml#/components/schemas/A/$ref: nothing is at `#/components/schemas/pet` (taken as any JSON) = there is `#/components/schemas/Pet`
    warning[unresolved-reference] api.yaml#/components/schemas/B/$ref: there is no file `gone.yaml` (taken as any JSON)
    warning[unresolved-reference] api.yaml#/components/schemas/C/$ref: the file `bad.yaml` cannot be read (taken as any JSON)
    warning[unresolved-reference] api.yaml#/components/schemas/D/$ref: `#name` is no JSON Pointer, and no `$anchor` says that name (taken as any JSON) = write the way to the value, as `#/components/schemas/Name`
    warning[unresolved-reference] api.yaml#/components/schemas/E/$ref: the reference names a parameter, where a schema should stand (taken as any JSON)
    warning[unresolved-reference] loop.yaml#/b/$ref: the references from here lead back to where they began (taken as any JSON)
    "#);
}

#[test]
fn references_beyond_the_folder_are_not_followed() {
    insta::assert_snapshot!(schemas("
A: {$ref: 'https://example.com/a.yaml#/A'}
B: {$ref: '//example.com/a.yaml#/A'}
C: {$ref: ../a.yaml}
D: {$ref: /etc/a.yaml}
"), @"
    schemas A at api.yaml#/components/schemas/A: {}
    schemas B at api.yaml#/components/schemas/B: {}
    schemas C at api.yaml#/components/schemas/C: {}
    schemas D at api.yaml#/components/schemas/D: {}
    error[remote-reference] api.yaml#/components/schemas/A/$ref: `https://example.com/a.yaml#/A` is a URL, and nothing is fetched = save what it names beside the description and refer to that file: `./name.yaml#/…`
    error[remote-reference] api.yaml#/components/schemas/B/$ref: `//example.com/a.yaml#/A` is a URL, and nothing is fetched = save what it names beside the description and refer to that file: `./name.yaml#/…`
    warning[reference-outside] api.yaml#/components/schemas/C/$ref: `../a.yaml` is outside the folder that may be read (taken as any JSON) = name a folder that holds both files with `--allow-root`, or move the file
    warning[reference-outside] api.yaml#/components/schemas/D/$ref: `/etc/a.yaml` is outside the folder that may be read (taken as any JSON) = name a folder that holds both files with `--allow-root`, or move the file
    ");
}

#[test]
fn a_discriminator_maps_to_references() {
    insta::assert_snapshot!(bundled(&[
        ("api.yaml", &format!("{HEAD}paths: {{}}\ncomponents: {{schemas: {{
            Cat: {{type: object}},
            Pet: {{oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: dog.yaml}}], discriminator: {{propertyName: kind,
              mapping: {{cat: Cat, kitten: '#/components/schemas/Cat', dog: dog.yaml, cow: Cow}}}}}}}}}}")),
        ("dog.yaml", "type: object"),
    ]), @r##"
    schemas Cat at api.yaml#/components/schemas/Cat: {"type":"object"}
    schemas Pet at api.yaml#/components/schemas/Pet: {"discriminator":{"propertyName":"kind","mapping":{"cat":"#/components/schemas/Cat","kitten":"#/components/schemas/Cat","dog":"#/components/schemas/dog"}},"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/dog"}]}
    schemas dog at dog.yaml#: {"type":"object"}
    warning[unresolved-reference] api.yaml#/components/schemas/Pet/discriminator/mapping/cow: there is no schema `Cow` (`cow` is left out of the mapping)
    "##);
}

#[test]
fn bounds_keep_every_digit() {
    insta::assert_snapshot!(schemas("
A: {type: integer, minimum: 0, maximum: 18446744073709551615}
B: {type: number, minimum: 1.0, exclusiveMinimum: 2, maximum: 3, exclusiveMaximum: true, multipleOf: 0.01}
C: {type: string, minLength: 1.0, maxLength: -1}
"), @r##"
    schemas A at api.yaml#/components/schemas/A: {"x-clientwright-bounds":{"maximum":18446744073709551615},"type":"integer","minimum":0.0,"maximum":1.8446744073709552e+19}
    schemas B at api.yaml#/components/schemas/B: {"type":"number","multipleOf":0.01,"exclusiveMinimum":true,"exclusiveMaximum":true,"minimum":2.0,"maximum":3.0}
    schemas C at api.yaml#/components/schemas/C: {"type":"string","minLength":1}
    warning[wrong-type] api.yaml#/components/schemas/C/maxLength: `maxLength` is a number, where the standard asks for a number that counts (ignored)
    "##);
}

#[test]
fn what_is_of_the_wrong_type_is_taken_where_it_is_plain() {
    insta::assert_snapshot!(schemas("
A: {type: Int, description: 1, nullable: 'true', deprecated: perhaps, properties: []}
B: text
C: {type: object, required: a, properties: {a: {$ref: 5}}, example: 1, examples: {x: {value: 2}}}
D: {allOf: {}, enum: []}
E: {type: widget, x-clientwright-part: true}
"), @r##"
    schemas A at api.yaml#/components/schemas/A: {"nullable":true,"description":"1","type":"integer"}
    schemas B at api.yaml#/components/schemas/B: {}
    schemas C at api.yaml#/components/schemas/C: {"example":1,"type":"object","properties":{"a":{}},"required":["a"]}
    schemas D at api.yaml#/components/schemas/D: {"allOf":[{}]}
    schemas E at api.yaml#/components/schemas/E: {}
    warning[wrong-type] api.yaml#/components/schemas/A/nullable: `nullable` is a text, where the standard asks for a boolean (taken as `true`)
    warning[wrong-type] api.yaml#/components/schemas/A/deprecated: `deprecated` is a text, where the standard asks for a boolean (ignored)
    warning[wrong-type] api.yaml#/components/schemas/A/description: `description` is a number, where the standard asks for a text (taken as the text `1`)
    warning[invalid-value] api.yaml#/components/schemas/A/type: `Int` is no type (taken as `integer`)
    warning[wrong-type] api.yaml#/components/schemas/A/properties: `properties` is a list, where the standard asks for an object (ignored)
    warning[wrong-type] api.yaml#/components/schemas/B: a schema is a text, where the standard asks for an object (taken as any JSON)
    warning[wrong-type] api.yaml#/components/schemas/C/properties/a/$ref: `$ref` is a number, where the standard asks for a text (ignored)
    warning[wrong-type] api.yaml#/components/schemas/C/required: `required` is a text, where the standard asks for a list (taken as a list of it alone)
    warning[invalid-value] api.yaml#/components/schemas/D/enum: `enum` lists no value (taken as if it were not there)
    warning[wrong-type] api.yaml#/components/schemas/D/allOf: `allOf` is an object, where the standard asks for a list (taken as a list of it alone)
    warning[unknown-keyword] api.yaml#/components/schemas/E/x-clientwright-part: `x-clientwright-part` is no keyword of a schema (ignored)
    warning[invalid-value] api.yaml#/components/schemas/E/type: `widget` is no type (taken as any type)
    "##);
}

#[test]
fn the_schema_of_errors_is_a_component_with_its_place_in_the_configuration() {
    let schema = serde_json::json!({ "type": "object", "properties": { "a": { "$ref": "#/components/schemas/A" } } });
    let error = Some(ErrorShape {
        name: "A".to_owned(),
        schema,
    });
    let config = Config {
        error,
        ..Config::default()
    };
    let text = format!("{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {{type: string}}}}}}");
    let (document, said, sources) = read(&[("api.yaml", &text)], &config);
    assert_eq!(said, "");
    let document = document.expect("the document is read");
    let name = document.openapi.extensions.get(super::extension::ERROR);
    assert_eq!(name.and_then(|name| name.as_str()), Some("A2"));
    let components = Pointer::root().child("components").child("schemas");
    let place = document.origins.place(&components.child("A2"));
    assert_eq!(sources.path(place.file), "clientwright.toml");
    assert_eq!(place.pointer.as_str(), "/error/schema");
    let written = serde_json::to_value(&document.openapi).expect("a description is JSON");
    let property = written.pointer("/components/schemas/A2/properties/a/$ref");
    assert_eq!(
        property.and_then(|target| target.as_str()),
        Some("#/components/schemas/A")
    );
}

#[test]
fn a_file_that_is_no_description_says_so() {
    insta::assert_snapshot!(bundled(&[("a.yaml", "swagger: '1.2'")]), @"error[unsupported-version] a.yaml#/swagger: `1.2` is no version that is read = there are 2.0, 3.0, 3.1 and 3.2");
    insta::assert_snapshot!(bundled(&[("a.yaml", "openapi: 4.0.0")]), @"error[unsupported-version] a.yaml#/openapi: `4.0.0` is no version that is read = there are 2.0, 3.0, 3.1 and 3.2");
    insta::assert_snapshot!(bundled(&[("a.yaml", "- nothing")]), @"error[not-openapi] a.yaml#: `a.yaml` is no OpenAPI description: it looks like a list = name the OpenAPI description of the API instead");
    insta::assert_snapshot!(bundled(&[]), @"error[not-openapi] #: there is no file to read = a description begins with its version: `openapi: 3.0.3`");
}
