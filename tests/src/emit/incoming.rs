use super::{surface::surface, written::whole};

#[test]
fn webhooks_and_callbacks_are_types() {
    let text = whole("
openapi: 3.1.0
info: {title: Shop, version: '1'}
webhooks:
  newOrder:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {lines: {type: array, items: {type: object, properties: {sku: {type: string}}}}}}}}}
      responses:
        '200': {description: Taken., content: {application/json: {schema: {$ref: '#/components/schemas/Receipt'}}}}
        '422': {description: Refused., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Receipt'}}}}}
  stock:
    $ref: '#/components/pathItems/Stock'
paths:
  /subscribe:
    post:
      operationId: subscribe
      responses: {'204': {description: Done.}}
      callbacks:
        onEvent:
          '{$request.body#/url}':
            post:
              requestBody: {content: {application/json: {schema: {type: string, enum: [began, ended]}}}}
              responses: {'204': {description: Taken.}}
components:
  schemas:
    Receipt: {type: object, required: [id], properties: {id: {type: string}}}
  pathItems:
    Stock:
      put: {requestBody: {content: {application/json: {schema: {type: object, properties: {left: {type: integer}}}}}}}
      delete: {parameters: [{name: X-Cause, in: header, schema: {type: string, enum: [sold]}}]}
");
    insta::assert_snapshot!(surface(&text), @"
    super::Operations<'_>: fn subscribe(&self) -> Subscribe

    #[derive(Clone, Debug)]
    pub struct Subscribe {}

    Subscribe: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    Subscribe: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>

    pub type NewOrder422 = Vec<crate::types::Receipt>;

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct NewOrderBody {
        pub lines: Option<Vec<Line>>,
    }

    NewOrderBody: fn new() -> Self
    NewOrderBody: fn with_lines(mut self, value: impl Into<Vec<Line>>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Line {
        pub sku: Option<String>,
    }

    Line: fn new() -> Self
    Line: fn with_sku(mut self, value: impl Into<String>) -> Self

    pub type NewOrderResponse = crate::types::Receipt;

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Receipt {
        pub id: String,
    }

    Receipt: fn new(id: impl Into<String>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum StockDeleteXCause {
        Sold,
        Unknown(json::UnknownValue),
    }

    StockDeleteXCause: fn as_str(&self) -> &str

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct StockPutBody {
        pub left: Option<i64>,
    }

    StockPutBody: fn new() -> Self
    StockPutBody: fn with_left(mut self, value: impl Into<i64>) -> Self

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum SubscribeOnEventBody {
        Began,
        Ended,
        Unknown(json::UnknownValue),
    }

    SubscribeOnEventBody: fn as_str(&self) -> &str
    ");
}
