use super::{surface::surface, written::operation};

#[test]
fn what_must_be_given_is_an_argument_and_the_rest_a_setter() {
    insta::assert_snapshot!(surface(&operation("PUT /shops/{shopId}/products/{id}", "
        operationId: updateProduct
        tags: [products]
        parameters:
          - { name: shopId, in: path, required: true, schema: { type: string } }
          - { name: id, in: path, required: true, schema: { type: integer } }
          - { name: dryRun, in: query, required: true, schema: { type: boolean } }
          - { name: fields, in: query, schema: { type: array, items: { type: string } } }
          - { name: X-Request-Id, in: header, schema: { type: string } }
        requestBody:
          required: true
          content:
            application/json:
              schema: { type: object, required: [name], properties: { name: { type: string } } }
        responses:
          '204': { description: Done. }
    ", "")), @"
    super::Products<'_>: fn update_product(&self, shop_id: impl Into<String>, id: impl Into<i64>, dry_run: impl Into<bool>, body: impl Into<UpdateProductBody>) -> UpdateProduct

    #[derive(Clone, Debug)]
    pub struct UpdateProduct {}

    UpdateProduct: fn fields(mut self, fields: impl Into<Vec<String>>) -> Self
    UpdateProduct: fn x_request_id(mut self, x_request_id: impl Into<String>) -> Self

    UpdateProduct: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    UpdateProduct: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct UpdateProductBody {
        pub name: String,
    }

    UpdateProductBody: fn new(name: impl Into<String>) -> Self
    ");
}

#[test]
fn several_successes_are_an_enum_by_status() {
    insta::assert_snapshot!(surface(&operation("POST /jobs", "
        operationId: startJob
        responses:
          '200': { description: Done., content: { application/json: { schema: { type: string } } } }
          '202': { description: Later., content: { application/json: { schema: { type: integer } } } }
          4XX: { description: Wrong., content: { application/json: { schema: { type: boolean } } } }
    ", "")), @"
    super::Operations<'_>: fn start_job(&self) -> StartJob

    #[derive(Clone, Debug)]
    pub struct StartJob {}

    StartJob: async fn send(self) -> crate::runtime::CallResult<StartJobSuccess, bool>
    StartJob: async fn send_with_response(self) -> crate::runtime::Answered<StartJobSuccess, bool>

    #[derive(Clone, Debug, PartialEq)]
    pub enum StartJobSuccess {
        Ok(String),
        Accepted(i64),
    }
    ");
}

#[test]
fn an_operation_without_an_id_is_called_by_its_path() {
    insta::assert_snapshot!(surface(&operation("GET /teams/{id}/members", "
        parameters:
          - { name: id, in: path, required: true, schema: { type: string } }
        responses:
          '200': { description: Done. }
    ", "")), @"
    super::Operations<'_>: fn get_teams_by_id_members(&self, id: impl Into<String>) -> GetTeamsByIdMembers

    #[derive(Clone, Debug)]
    pub struct GetTeamsByIdMembers {}

    GetTeamsByIdMembers: async fn send(self) -> crate::runtime::CallResult<(), crate::runtime::Undecoded>
    GetTeamsByIdMembers: async fn send_with_response(self) -> crate::runtime::Answered<(), crate::runtime::Undecoded>
    ");
}
