use super::{surface::surface, written::whole};

/// The statics that describe operations and parameters.
fn statics(text: &str) -> String {
    let mut found = String::new();
    let mut inside = false;
    for line in text.lines() {
        inside |= line.starts_with("static ");
        if inside {
            found.push_str(line.trim_start());
            found.push('\n');
        }
        inside &= !line.ends_with(';');
    }
    found
}

#[test]
fn methods_without_a_constant_are_sent_by_their_names() {
    let text = whole(
        "
openapi: 3.2.0
info: {title: Files, version: '1'}
paths:
  /files/{name}:
    parameters: [{name: name, in: path, required: true, schema: {type: string}}]
    query: {operationId: searchFile, responses: {'204': {description: Done.}}}
    additionalOperations:
      COPY: {operationId: copyFile, responses: {'204': {description: Done.}}}
      LOCK: {responses: {'204': {description: Done.}}}
",
    );
    insta::assert_snapshot!(statics(&text), @r#"
    static OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
    "copyFile",
    crate::runtime::Method::GET,
    "/files/{name}",
    )
    .extension_method("COPY");
    static NAME: crate::runtime::Parameter = crate::runtime::Parameter::path("name");
    static OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
    "LOCK /files/{name}",
    crate::runtime::Method::GET,
    "/files/{name}",
    )
    .extension_method("LOCK");
    static NAME: crate::runtime::Parameter = crate::runtime::Parameter::path("name");
    static OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
    "searchFile",
    crate::runtime::Method::GET,
    "/files/{name}",
    )
    .extension_method("QUERY")
    .retry();
    static NAME: crate::runtime::Parameter = crate::runtime::Parameter::path("name");
    "#);
    insta::assert_snapshot!(surface(&text), @"
    super::Operations<'_>: fn copy_file(&self, name: impl Into<String>) -> CopyFile

    #[derive(Clone, Debug)]
    pub struct CopyFile {}

    CopyFile: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    CopyFile: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>

    super::Operations<'_>: fn lock_files_by_name(&self, name: impl Into<String>) -> LockFilesByName

    #[derive(Clone, Debug)]
    pub struct LockFilesByName {}

    LockFilesByName: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    LockFilesByName: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>

    super::Operations<'_>: fn search_file(&self, name: impl Into<String>) -> SearchFile

    #[derive(Clone, Debug)]
    pub struct SearchFile {}

    SearchFile: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    SearchFile: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>
    ");
}

#[test]
fn path_items_and_media_types_are_components_too() {
    let text = whole("
openapi: 3.2.0
info: {title: Files, version: '1'}
paths:
  /files: {$ref: '#/components/pathItems/Files'}
components:
  pathItems:
    Files:
      get:
        operationId: listFiles
        responses:
          '200': {description: All., content: {application/json: {$ref: '#/components/mediaTypes/Files'}}}
  mediaTypes:
    Files: {schema: {type: array, items: {type: string}}}
");
    insta::assert_snapshot!(surface(&text), @"
    super::Operations<'_>: fn list_files(&self) -> ListFiles

    #[derive(Clone, Debug)]
    pub struct ListFiles {}

    ListFiles: async fn send(self) -> crate::runtime::CallResult<Vec<String>, crate::runtime::Undecoded>
    ListFiles: async fn send_with_response(self) -> crate::runtime::Answered<Vec<String>, crate::runtime::Undecoded>
    ");
}

#[test]
fn a_whole_query_is_a_form_or_json() {
    let text = whole("
openapi: 3.2.0
info: {title: Files, version: '1'}
paths:
  /files:
    get:
      operationId: listFiles
      parameters:
        - name: filter
          in: querystring
          content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {name: {type: string}}}}}
      responses: {'204': {description: Done.}}
  /lines:
    get:
      operationId: listLines
      parameters:
        - {name: filter, in: querystring, content: {application/json: {schema: {type: array, items: {type: integer}}}}}
      responses: {'204': {description: Done.}}
");
    insta::assert_snapshot!(statics(&text), @r#"
    static OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
    "listFiles",
    crate::runtime::Method::GET,
    "/files",
    );
    static FILTER: crate::runtime::Parameter = crate::runtime::Parameter::querystring(
    "filter",
    );
    static OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
    "listLines",
    crate::runtime::Method::GET,
    "/lines",
    );
    static FILTER: crate::runtime::Parameter = crate::runtime::Parameter::querystring(
    "filter",
    )
    .style(crate::runtime::Style::Json);
    "#);
    insta::assert_snapshot!(surface(&text), @"
    super::Operations<'_>: fn list_files(&self) -> ListFiles

    #[derive(Clone, Debug)]
    pub struct ListFiles {}

    ListFiles: fn filter(mut self, filter: impl Into<Filter>) -> Self

    ListFiles: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    ListFiles: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Filter {
        pub name: Option<String>,
    }

    Filter: fn new() -> Self
    Filter: fn with_name(mut self, value: impl Into<String>) -> Self

    super::Operations<'_>: fn list_lines(&self) -> ListLines

    #[derive(Clone, Debug)]
    pub struct ListLines {}

    ListLines: fn filter(mut self, filter: impl Into<Vec<i64>>) -> Self

    ListLines: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    ListLines: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>
    ");
}

#[test]
fn items_of_a_sequence_have_a_type() {
    let text = whole(
        "
openapi: 3.2.0
info: {title: Files, version: '1'}
paths:
  /events:
    get:
      operationId: listEvents
      responses:
        '200':
          description: Events.
          content:
            application/jsonl: {itemSchema: {type: object, properties: {name: {type: string}}}}
",
    );
    insta::assert_snapshot!(surface(&text), @"
    super::Operations<'_>: fn list_events(&self) -> ListEvents

    #[derive(Clone, Debug)]
    pub struct ListEvents {}

    ListEvents: async fn send(self) -> crate::runtime::CallResult<crate::runtime::stream::ItemStream<ListEventsItem>, crate::runtime::Undecoded>
    ListEvents: async fn send_with_response(self) -> crate::runtime::Answered<crate::runtime::stream::ItemStream<ListEventsItem>, crate::runtime::Undecoded>

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct ListEventsItem {
        pub name: Option<String>,
    }

    ListEventsItem: fn new() -> Self
    ListEventsItem: fn with_name(mut self, value: impl Into<String>) -> Self
    ");
}

#[test]
fn events_are_what_their_schemas_say() {
    let text = whole(
        "
openapi: 3.2.0
info: {title: Files, version: '1'}
paths:
  /raw: {get: {operationId: a, responses: {'200': {description: Events., content: {text/event-stream: {}}}}}}
  /data:
    get:
      operationId: b
      responses:
        '200':
          description: Events.
          content:
            application/json: {schema: {type: boolean}}
            text/event-stream: {schema: {type: array, items: {type: string}}}
  /fields:
    get:
      operationId: c
      x-speakeasy-sse-sentinel: over
      responses:
        '200':
          description: Events.
          content:
            text/event-stream:
              itemSchema:
                oneOf:
                  - type: object
                    properties:
                      event: {const: add}
                      data: {type: string, contentMediaType: application/json, contentSchema: {type: integer}}
                  - type: object
                    properties: {event: {const: bye}, data: {type: string}}
                    x-ms-sse-terminal-event: true
",
    );
    insta::assert_snapshot!(
        statics(&text).replace("crate::runtime::stream::", ""),
        @r#"
    static OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
    "a",
    crate::runtime::Method::GET,
    "/raw",
    )
    .accept("text/event-stream");
    static EVENTS: EventForm = EventForm::of_event(
    EventData::Text,
    );
    static OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
    "b",
    crate::runtime::Method::GET,
    "/data",
    )
    .accept("application/json");
    static EVENTS: EventForm = EventForm::of_data(
    EventData::Text,
    );
    static OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
    "c",
    crate::runtime::Method::GET,
    "/fields",
    )
    .accept("text/event-stream");
    static EVENTS: EventForm = EventForm::of_event(
    EventData::JsonOf(&["add"]),
    )
    .ends_at(&["over"])
    .ends_after(&["bye"]);
    "#
    );
}

#[test]
fn items_of_a_request_body_are_given_one_by_one() {
    let text = whole(
        "
openapi: 3.1.0
info: {title: Files, version: '1'}
paths:
  /events:
    post:
      operationId: addEvents
      requestBody:
        required: true
        content:
          application/x-ndjson: {schema: {type: array, items: {type: object, properties: {name: {type: string}}}}}
          application/json-seq: {schema: {type: integer}}
          application/jsonl: {schema: {type: string}}
      responses: {'204': {description: Done.}}
",
    );
    insta::assert_snapshot!(surface(&text), @"
    super::Operations<'_>: fn add_events(&self) -> AddEvents

    #[derive(Clone, Debug)]
    pub struct AddEvents {}

    AddEvents: fn body_x_ndjson(mut self, body_x_ndjson: impl Into<Vec<AddEvent>>) -> Self
    AddEvents: fn body_json_seq(mut self, body_json_seq: impl Into<Vec<i64>>) -> Self
    AddEvents: fn body_jsonl(mut self, body_jsonl: impl Into<crate::runtime::Body>) -> Self

    AddEvents: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    AddEvents: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct AddEvent {
        pub name: Option<String>,
    }

    AddEvent: fn new() -> Self
    AddEvent: fn with_name(mut self, value: impl Into<String>) -> Self
    ");
}
