use std::collections::BTreeSet;

use super::resolver::Resolver;
use super::{Schema, SchemaId};
use crate::diagnostic::{Code, Diagnostic};

/// A schema on the way, and how many of its compositions were gone into.
struct Step {
    id: SchemaId,
    next: usize,
}

impl Resolver<'_, '_> {
    /// Cuts compositions that contain themselves: such a schema says nothing, and no later stage could ever end.
    pub(super) fn cut_cycles(&mut self) {
        let mut done = BTreeSet::new();
        for index in 0..self.schemas.len() {
            self.cut_from(SchemaId::new(index), &mut done);
        }
    }

    /// Goes down into everything that `start` is composed of; the way is a list, so that it may be long.
    fn cut_from(&mut self, start: SchemaId, done: &mut BTreeSet<SchemaId>) {
        if done.contains(&start) {
            return;
        }
        let mut way = vec![Step { id: start, next: 0 }];
        let mut on_way = BTreeSet::from([start]);
        while let Some(step) = way.last_mut() {
            let id = step.id;
            let composed = self
                .schemas
                .get(id.index())
                .and_then(|schema| composition(schema).nth(step.next));
            let Some(composed) = composed else {
                done.insert(id);
                on_way.remove(&id);
                way.pop();
                continue;
            };
            if on_way.contains(&composed) {
                self.cut(id, composed);
            } else {
                step.next += 1;
                if !done.contains(&composed) {
                    on_way.insert(composed);
                    way.push(Step {
                        id: composed,
                        next: 0,
                    });
                }
            }
        }
    }

    fn cut(&mut self, from: SchemaId, to: SchemaId) {
        let place = self
            .schemas
            .get(to.index())
            .map(|schema| schema.place.clone());
        let Some(schema) = self.schemas.get_mut(from.index()) else {
            return;
        };
        schema.all_of.retain(|id| *id != to);
        schema.any_of.retain(|id| *id != to);
        schema.one_of.retain(|id| *id != to);
        let message = "the schema is composed of itself";
        let diagnostic = Diagnostic::new(Code::AliasCycle, schema.place.clone(), message);
        let diagnostic = diagnostic.label("taken without that part");
        self.cx.report(match place {
            Some(place) if place != schema.place => {
                diagnostic.related(place, "which refers back to here")
            }
            _ => diagnostic,
        });
    }
}

/// The schemas that a schema is composed of.
fn composition(schema: &Schema) -> impl Iterator<Item = SchemaId> + '_ {
    schema
        .all_of
        .iter()
        .chain(&schema.any_of)
        .chain(&schema.one_of)
        .copied()
}
