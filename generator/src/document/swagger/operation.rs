use openapiv3::{Operation, ReferenceOr};

use super::inputs::Around;
use super::keyword;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::source::Pointer;

impl<'s> Reader<'s, '_> {
    /// One operation (Swagger 2.0 §4.3.5), which will stand at `pointer`.
    pub(super) fn swagger_operation(
        &mut self,
        pointer: &Pointer,
        node: &Node<'s>,
        around: &Around<'_, 's>,
    ) -> Operation {
        self.begin(pointer.clone(), &node.place);
        self.check_swagger_keywords(node, &keyword::OPERATION);
        let elements = self.list(node, "parameters");
        let inputs = self.inputs(&elements, around.path);
        let consumes = self.media_types("consumes", node, &around.home);
        let produces = self.media_types("produces", node, &around.home);
        Operation {
            tags: self.tag_names(node),
            summary: self.text(node, "summary"),
            description: self.text(node, "description"),
            external_docs: self.external_docs(node),
            operation_id: self.text(node, "operationId"),
            parameters: self.input_parameters(pointer, &inputs, around.path),
            request_body: self
                .input_body(pointer, &inputs.over(around.shared), &consumes)
                .map(ReferenceOr::Item)
                .or_else(|| self.request_body_under(node)),
            responses: self.responses_by(node, |reader, key, response, pointer| {
                reader.swagger_response(key, response, pointer, &produces)
            }),
            deprecated: self.flag(node, "deprecated").unwrap_or_default(),
            security: self.security(node),
            servers: self.operation_servers(pointer, node, &around.home),
            extensions: self.extensions(node),
            ..Operation::default()
        }
    }
}
