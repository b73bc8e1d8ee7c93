use clientwright::Generation;

use super::written::generation;

/// Two tags with a scheme each; `Loaf` is needed by one, `Knife` by the other, `Flour` by both, `Sack` by none.
const BAKERY: &str = r##"
openapi: 3.0.3
info: { title: Bakery, version: 1.0.0 }
paths:
  /breads:
    get:
      operationId: listBreads
      tags: [breads]
      security: [{ door: [] }]
      responses:
        "200":
          description: All of them.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Loaf" } } } }
  /knives/{id}:
    get:
      operationId: getKnife
      tags: [knives]
      security: [{ drawer: [] }]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: One of them.
          content: { application/json: { schema: { $ref: "#/components/schemas/Knife" } } }
components:
  securitySchemes:
    door: { type: http, scheme: bearer }
    drawer: { type: apiKey, in: header, name: X-Drawer }
  schemas:
    Loaf: { type: object, properties: { of: { $ref: "#/components/schemas/Flour" } } }
    Flour: { type: object, properties: { kind: { type: string } } }
    Knife: { type: object, properties: { cuts: { $ref: "#/components/schemas/Flour" }, edge: { $ref: "#/components/schemas/Edge" } } }
    Edge: { type: object, properties: { both: { type: string, if: {}, not: {} } } }
    Sack: { type: object, properties: { litres: { type: integer } } }
"##;

/// The files of the crate of what a configuration chooses of the bakery, runtime and program apart, then its counts.
fn chosen(config: &str) -> String {
    let generation = generation(BAKERY, config);
    let paths = generation.files.iter().map(|file| file.path.as_str());
    let own = paths.filter_map(|path| path.strip_prefix("src/"));
    let others = ["runtime/", "cli/", "main.rs"];
    let own = own.filter(|path| !others.iter().any(|other| path.starts_with(other)));
    let own = own.filter(|path| !path.ends_with("mod.rs"));
    let own: Vec<&str> = own.collect();
    let counts = [&generation.report.operations, &generation.report.schemas]
        .map(|it| format!("{} = {} + {}", it.declared, it.emitted, it.left_out));
    format!(
        "{}\noperations: {}, schemas: {}",
        own.join("\n"),
        counts[0],
        counts[1]
    )
}

fn text<'a>(generation: &'a Generation, path: &str) -> &'a str {
    let mut files = generation.files.iter();
    let file = files.find(|file| file.path == path);
    &file.expect("the file is emitted").text
}

#[test]
fn without_a_choice_every_schema_is_emitted() {
    insta::assert_snapshot!(chosen(""), @r"
    breads/list_breads.rs
    client.rs
    knives/get_knife.rs
    lib.rs
    types/edge.rs
    types/flour.rs
    types/knife.rs
    types/loaf.rs
    types/sack.rs
    operations: 2 = 2 + 0, schemas: 5 = 5 + 0
    ");
}

#[test]
fn what_only_excluded_operations_need_is_left_out_with_them() {
    insta::assert_snapshot!(chosen("operations.exclude = [{ tag = \"knives\" }]"), @r"
    breads/list_breads.rs
    client.rs
    lib.rs
    types/flour.rs
    types/loaf.rs
    operations: 2 = 1 + 1, schemas: 5 = 2 + 3
    ");
}

#[test]
fn what_is_included_takes_what_it_needs_along() {
    insta::assert_snapshot!(chosen("operations.include = [\"GET /knives/*\"]"), @r"
    client.rs
    knives/get_knife.rs
    lib.rs
    types/edge.rs
    types/flour.rs
    types/knife.rs
    operations: 2 = 1 + 1, schemas: 5 = 3 + 2
    ");
}

#[test]
fn schemas_that_nothing_needs_can_be_left_out_or_kept() {
    insta::assert_snapshot!(chosen("schemas.unreachable = \"omit\""), @r"
    breads/list_breads.rs
    client.rs
    knives/get_knife.rs
    lib.rs
    types/edge.rs
    types/flour.rs
    types/knife.rs
    types/loaf.rs
    operations: 2 = 2 + 0, schemas: 5 = 4 + 1
    ");
    insta::assert_snapshot!(chosen("operations.exclude = [\"*\"]\nschemas.unreachable = \"emit\""), @r"
    client.rs
    lib.rs
    types/edge.rs
    types/flour.rs
    types/knife.rs
    types/loaf.rs
    types/sack.rs
    operations: 2 = 0 + 2, schemas: 5 = 5 + 0
    ");
}

#[test]
fn schemes_and_features_of_excluded_operations_are_left_out() {
    let all = generation(BAKERY, "");
    let some = generation(BAKERY, "operations.exclude = [\"getKnife\"]");
    for (generation, there) in [(&all, true), (&some, false)] {
        assert_eq!(text(generation, "src/client.rs").contains("drawer"), there);
        assert_eq!(text(generation, "Cargo.toml").contains("knives"), there);
        assert!(text(generation, "src/client.rs").contains("door"));
    }
}

#[test]
fn schemas_that_are_left_out_cost_no_warnings() {
    let codes = |config: &str| {
        let said = generation(BAKERY, config).diagnostics;
        said.iter().map(|it| it.code.as_str()).collect::<Vec<_>>()
    };
    assert!(codes("").contains(&"unchecked-keyword"));
    assert_eq!(codes("operations.exclude = [\"getKnife\"]"), ["no-server"]);
}
