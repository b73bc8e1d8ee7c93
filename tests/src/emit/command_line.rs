use super::generate;

/// The lists of the command line: which type each schema has, and the codecs of the types.
fn lists(document: &str) -> String {
    let files = generate(document);
    let list = |path: &str| {
        let text = files.get(path).expect("every crate has the list");
        let lines = text.lines().skip(1);
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    let codecs = list("src/cli/codecs.rs");
    let (_, codecs) = codecs.split_once("= &[\n").expect("the list begins");
    list("src/cli/schemas.txt") + codecs
}

#[test]
fn each_schema_has_its_codec_where_it_stands_and_references_lead_on() {
    let document = r##"
openapi: 3.0.3
info: { title: pets, version: "1" }
paths:
  /pets/{id}:
    get:
      tags: [pets]
      parameters: [{ $ref: "#/components/parameters/id" }]
      responses:
        "200": { $ref: "#/components/responses/pets" }
        "404": { description: none }
components:
  parameters:
    id: { name: id, in: path, required: true, schema: { type: integer } }
  responses:
    pets:
      description: all
      content:
        application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } }
  schemas:
    Pet:
      type: object
      properties:
        name: { type: string }
        owner: { $ref: "#/components/schemas/Owner" }
        former: { type: object, nullable: true, properties: { since: { type: string } } }
    Owner: { type: object, deprecated: true, properties: { "/": { type: boolean } } }
    Alias: { $ref: "#/components/schemas/Pet" }
  examples:
    unused: { value: 1 }
"##;
    insta::assert_snapshot!(lists(document), @r##"
    {
    "api.yaml":{
    "components":{
    "parameters":{
    "id":{"schema":"i64"}},
    "responses":{
    "pets":{"content":{"application/json":{"schema":["Vec<types::Pet>",{"items":"#/components/schemas/Pet"}]}}}},
    "schemas":{
    "Alias":["types::Alias","#/components/schemas/Pet"],
    "Owner":["types::Owner",{"properties":{"/":"bool"}}],
    "Pet":["types::Pet",{"properties":{"former":["Option<types::pet::Former>",{"properties":{"since":"String"}}],"name":"String","owner":"#/components/schemas/Owner"}}]}},
    "paths":{
    "/pets/{id}":{
    "get":{"parameters":{"0":"#/components/parameters/id"},"responses":{"200":"#/components/responses/pets"}}}}}
    }
        ("Option<types::pet::Former>", codec::<::std::option::Option<crate::types::pet::Former>>),
        ("String", codec::<::std::string::String>),
        ("Vec<types::Pet>", codec::<::std::vec::Vec<crate::types::Pet>>),
        ("bool", codec::<bool>),
        ("i64", codec::<i64>),
        ("types::Alias", codec::<crate::types::Alias>),
        ("types::Owner", codec::<crate::types::Owner>),
        ("types::Pet", codec::<crate::types::Pet>),
    ];
    "##);
}

#[test]
fn swagger_has_its_own_places() {
    let document = r##"
swagger: "2.0"
info: { title: pets, version: "1" }
consumes: [application/json]
produces: [application/json]
paths:
  /pets:
    post:
      parameters: [{ in: body, name: body, schema: { $ref: "#/definitions/Pet" } }]
      responses:
        200: { description: one, schema: { type: object, properties: { id: { type: integer } } } }
definitions:
  Pet: { type: object, properties: { name: { type: string } } }
"##;
    insta::assert_snapshot!(lists(document), @r##"
    {
    "api.yaml":{
    "definitions":{
    "Pet":["types::Pet",{
    "properties":{"name":"String"}}]},
    "paths":{
    "/pets":{
    "post":{"parameters":{"0":{"schema":"#/definitions/Pet"}},"responses":{"200":{"schema":["operations::post_pets::PostPetsResponse",{"properties":{"id":"i64"}}]}}}}}}
    }
        ("String", codec::<::std::string::String>),
        ("i64", codec::<i64>),
        ("operations::post_pets::PostPetsResponse", codec::<crate::operations::post_pets::PostPetsResponse>),
        ("types::Pet", codec::<crate::types::Pet>),
    ];
    "##);
}
