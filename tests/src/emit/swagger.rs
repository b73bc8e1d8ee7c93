use super::surface::surface;
use super::written::{generate, joined};

const HEAD: &str =
    "swagger: '2.0'\ninfo: {title: Shop, version: '1'}\nhost: shop.example\nbasePath: /v1\n";

/// The emitted Rust of the operations of a document with these lines after its head.
fn operations(lines: &str) -> String {
    let files = generate(&format!("{HEAD}{lines}"));
    joined(&files, |path| {
        path.starts_with("src/operations/") && !path.ends_with("mod.rs")
    })
}

/// What is said of parameters: the statics, one a line.
fn statics(text: &str) -> String {
    let statements = text.split("static ").skip(1);
    let parameters = statements.filter(|statement| statement.contains("runtime::Parameter "));
    let first = parameters.filter_map(|statement| statement.split(';').next());
    let lines = first.map(|statement| statement.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn collection_formats_decide_how_arrays_are_written() {
    let parameter = |format: &str, location: &str| {
        format!(
            "{{name: {format}_{location}, in: {location}, required: true, type: array, items: {{type: string}}, collectionFormat: {format}}}"
        )
    };
    let in_query = ["csv", "ssv", "tsv", "pipes", "multi"].map(|format| parameter(format, "query"));
    let in_header = ["csv", "ssv", "tsv", "pipes"].map(|format| parameter(format, "header"));
    let parameters = [in_query.join(", "), in_header.join(", ")].join(", ");
    let written = operations(&format!(
        "paths: {{/x: {{get: {{operationId: getX, parameters: [{parameters}], responses: {{204: {{description: Done.}}}}}}}}}}"
    ));
    insta::assert_snapshot!(statics(&written), @r#"
    CSV_QUERY: crate::runtime::Parameter = crate::runtime::Parameter::query( "csv_query", ) .explode(false)
    SSV_QUERY: crate::runtime::Parameter = crate::runtime::Parameter::query( "ssv_query", ) .style(crate::runtime::Style::SpaceDelimited)
    TSV_QUERY: crate::runtime::Parameter = crate::runtime::Parameter::query( "tsv_query", ) .style(crate::runtime::Style::TabDelimited)
    PIPES_QUERY: crate::runtime::Parameter = crate::runtime::Parameter::query( "pipes_query", ) .style(crate::runtime::Style::PipeDelimited)
    MULTI_QUERY: crate::runtime::Parameter = crate::runtime::Parameter::query( "multi_query", )
    CSV_HEADER: crate::runtime::Parameter = crate::runtime::Parameter::header( "csv_header", )
    SSV_HEADER: crate::runtime::Parameter = crate::runtime::Parameter::header( "ssv_header", ) .style(crate::runtime::Style::SpaceDelimited)
    TSV_HEADER: crate::runtime::Parameter = crate::runtime::Parameter::header( "tsv_header", ) .style(crate::runtime::Style::TabDelimited)
    PIPES_HEADER: crate::runtime::Parameter = crate::runtime::Parameter::header( "pipes_header", ) .style(crate::runtime::Style::PipeDelimited)
    "#);
}

#[test]
fn bodies_files_and_failures_have_their_types() {
    insta::assert_snapshot!(surface(&operations("
consumes: [application/json]
paths:
  /files/{id}:
    parameters: [{$ref: '#/parameters/Id'}]
    get:
      operationId: download
      produces: [application/octet-stream]
      responses:
        200: {description: The file., schema: {type: file}}
        default: {description: Wrong., schema: {$ref: '#/definitions/Problem'}}
    put:
      operationId: describe
      produces: [application/json]
      parameters: [{name: file, in: body, required: true, schema: {type: object, required: [name], properties: {name: {type: string}}}}]
      responses: {200: {description: Done., schema: {type: array, items: {type: string}}}}
parameters:
  Id: {name: id, in: path, required: true, type: integer}
definitions:
  Problem: {type: object, properties: {title: {type: string}}}
")), @"
    super::Operations<'_>: fn describe(&self, id: impl Into<i64>, body: impl Into<DescribeBody>) -> Describe

    #[derive(Clone, Debug)]
    pub struct Describe {}

    Describe: async fn send(self) -> crate::runtime::CallResult<Vec<String>, crate::runtime::Undecoded>
    Describe: async fn send_with_response(self) -> crate::runtime::Answered<Vec<String>, crate::runtime::Undecoded>

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct DescribeBody {
        pub name: String,
    }

    DescribeBody: fn new(name: impl Into<String>) -> Self

    super::Operations<'_>: fn download(&self, id: impl Into<i64>) -> Download

    #[derive(Clone, Debug)]
    pub struct Download {}

    Download: async fn send(self) -> crate::runtime::CallResult<crate::runtime::Bytes, crate::types::Problem>
    Download: async fn send_with_response(self) -> crate::runtime::Answered<crate::runtime::Bytes, crate::types::Problem>
    Download: async fn stream_bytes(self) -> crate::runtime::CallResult<crate::runtime::stream::ByteStream, crate::types::Problem>
    ");
}

/// The probe of the folder that is shared between those who build such generators; it need not be there.
#[test]
fn the_probe_of_swagger_2_has_its_right_answer() {
    let probe = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/probes/p16_swagger2.yaml"
    );
    let Ok(text) = std::fs::read_to_string(probe) else {
        eprintln!("SKIPPED: there is no {probe}");
        return;
    };
    let files = generate(&text);
    let client = files.get("src/client.rs").expect("a crate has a client");
    assert!(
        client.contains("ServerTemplate::new(\"https://example.com/v1\")"),
        "{client}"
    );
    let operation = files
        .get("src/operations/get_x.rs")
        .expect("the one operation");
    assert!(
        statics(operation).contains("Style::PipeDelimited"),
        "{operation}"
    );
    assert!(
        operation.contains(".accept(\"application/json\")"),
        "{operation}"
    );
}
