use std::collections::{BTreeMap, BTreeSet};

use super::parts;
use crate::ir::{Api, Operation, TypeId};

/// The operations that need a type, by their index.
pub type Reach = BTreeMap<TypeId, BTreeSet<usize>>;

/// For each type, the operations that need it. A type that none needs does not occur.
pub fn reach(api: &Api) -> Reach {
    let mut reach = Reach::new();
    for (index, operation) in api.operations.iter().enumerate() {
        let mut waiting = roots(api, operation);
        while let Some(id) = waiting.pop() {
            if reach.entry(id).or_default().insert(index) {
                waiting.extend(parts(api, id).into_iter().map(|part| part.id));
            }
        }
    }
    reach
}

/// The types that an operation names itself.
fn roots(api: &Api, operation: &Operation) -> Vec<TypeId> {
    let parameters = operation.parameters.iter().map(|parameter| parameter.ty.id);
    let headers = operation
        .responses
        .iter()
        .flat_map(|response| response.headers.iter().map(|header| header.ty.id));
    let contents = operation.body.iter().flat_map(|body| &body.contents);
    let bodies = contents.flat_map(|content| content.payload.types());
    let forms = || (operation.responses.iter()).flat_map(|response| &response.contents);
    let answers = forms().flat_map(|content| content.payload.types());
    let payloads = bodies.chain(answers).map(|ty| ty.id);
    let items = operation.body.iter().flat_map(|body| &body.contents);
    let items = items.filter_map(|content| content.item);
    let items = items.chain(forms().filter_map(|content| content.item));
    let items = items.chain((operation.responses.iter()).flat_map(|answer| answer.others.clone()));
    let error = api.error.iter().map(|error| error.id);
    parameters
        .chain(headers)
        .chain(payloads)
        .chain(items.map(|item| item.id))
        .chain(error)
        .collect()
}
