use std::collections::BTreeSet;

use super::resolver::Resolver;
use super::{AdditionalProperties, Schema, SchemaId};
use crate::diagnostic::{Code, Diagnostic};

/// Schemas that name each other in their `allOf`, each by way of the others.
type Ring = Vec<SchemaId>;

/// How many members a ring can have: each of them gets the contents of all.
const LARGEST: usize = 64;

impl Resolver<'_, '_> {
    /// Lets schemas that name each other in their `allOf` say what all of them say: a value that fits one of them fits
    /// them all. Rings of mere references say nothing, and are cut like any other.
    pub(super) fn open_rings(&mut self) {
        for ring in rings(&self.schemas) {
            let members: BTreeSet<SchemaId> = ring.iter().copied().collect();
            let says = |id: &SchemaId| {
                let schema = self.schemas.get(id.index());
                schema.is_some_and(|schema| says_anything(schema, &members))
            };
            if ring.len() <= LARGEST && ring.iter().any(says) {
                self.open_ring(&ring, &members);
            }
        }
    }

    /// Every member gets the contents of the others in the place of their names.
    fn open_ring(&mut self, ring: &Ring, members: &BTreeSet<SchemaId>) {
        let contents: Vec<(SchemaId, SchemaId)> = ring
            .iter()
            .filter_map(|id| Some((*id, self.without_ring(*id, members)?)))
            .collect();
        for id in ring {
            let others = contents.iter().filter(|(other, _)| other != id);
            let mut others: Vec<SchemaId> = others.map(|(_, content)| *content).collect();
            let Some(schema) = self.schemas.get_mut(id.index()) else {
                continue;
            };
            schema.is_alias = false;
            let named = std::mem::take(&mut schema.all_of);
            for part in named {
                if members.contains(&part) {
                    schema.all_of.append(&mut others);
                } else {
                    schema.all_of.push(part);
                }
            }
        }
        self.report_ring(ring);
    }

    /// A schema of its own with what a member says besides naming members.
    fn without_ring(&mut self, id: SchemaId, members: &BTreeSet<SchemaId>) -> Option<SchemaId> {
        let mut content = self.schemas.get(id.index())?.clone();
        content.component = None;
        content.is_alias = false;
        content.all_of.retain(|part| !members.contains(part));
        let content_id = SchemaId::new(self.schemas.len());
        self.schemas.push(content);
        Some(content_id)
    }

    fn report_ring(&mut self, ring: &Ring) {
        let place = |id: &SchemaId| Some(self.schemas.get(id.index())?.place.clone());
        let mut places = ring.iter().filter_map(place);
        let Some(first) = places.next() else {
            return;
        };
        let message = "the schema is composed of itself, by way of others";
        let diagnostic = Diagnostic::new(Code::AliasCycle, first, message)
            .label("each of them is taken as what all of them say");
        let diagnostic = places.take(3).fold(diagnostic, |diagnostic, place| {
            diagnostic.related(place, "one of the others")
        });
        self.cx.report(diagnostic);
    }
}

/// Whether a member says more than which members it is composed of.
fn says_anything(schema: &Schema, members: &BTreeSet<SchemaId>) -> bool {
    schema.all_of.iter().any(|part| !members.contains(part))
        || [&schema.one_of, &schema.any_of]
            .iter()
            .any(|list| !list.is_empty())
        || matches!(
            schema.additional_properties,
            AdditionalProperties::Schema(_)
        )
        || !schema.types.is_empty()
        || !schema.enumeration.is_empty()
        || !schema.properties.is_empty()
        || !schema.required.is_empty()
        || schema.items.is_some()
}

/// The rings of two schemas and more, by Tarjan's search with a stack of its own: chains of components can be long.
fn rings(schemas: &[Schema]) -> Vec<Ring> {
    let mut search = Search {
        schemas,
        order: vec![None; schemas.len()],
        least: vec![0; schemas.len()],
        open: Vec::new(),
        is_open: vec![false; schemas.len()],
        next: 0,
        rings: Vec::new(),
    };
    for (index, schema) in schemas.iter().enumerate() {
        if !schema.all_of.is_empty() {
            search.from(SchemaId::new(index));
        }
    }
    search.rings
}

/// Where the search is: what was met in which order, and the first of what each leads back to.
struct Search<'a> {
    schemas: &'a [Schema],
    order: Vec<Option<usize>>,
    least: Vec<usize>,
    open: Vec<SchemaId>,
    is_open: Vec<bool>,
    next: usize,
    rings: Vec<Ring>,
}

impl Search<'_> {
    fn from(&mut self, start: SchemaId) {
        if !self.meet(start) {
            return;
        }
        let mut way = vec![(start, 0)];
        while let Some((id, next)) = way.last_mut() {
            let (id, part) = (*id, self.part(*id, *next));
            *next += 1;
            match part {
                Some(part) if self.meet(part) => way.push((part, 0)),
                Some(part) => {
                    if self.is_open.get(part.index()) == Some(&true) {
                        self.lower(id, self.order_of(part));
                    }
                }
                None => {
                    way.pop();
                    self.close(id);
                    if let Some((holder, _)) = way.last() {
                        self.lower(*holder, self.least_of(id));
                    }
                }
            }
        }
    }

    fn part(&self, id: SchemaId, index: usize) -> Option<SchemaId> {
        self.schemas.get(id.index())?.all_of.get(index).copied()
    }

    /// Whether a schema is met for the first time.
    fn meet(&mut self, id: SchemaId) -> bool {
        let Some(order @ None) = self.order.get_mut(id.index()) else {
            return false;
        };
        *order = Some(self.next);
        self.open.push(id);
        if let Some(least) = self.least.get_mut(id.index()) {
            *least = self.next;
        }
        if let Some(is_open) = self.is_open.get_mut(id.index()) {
            *is_open = true;
        }
        self.next += 1;
        true
    }

    /// Ends the search below a schema: if nothing led back further, what is open since then is a ring.
    fn close(&mut self, id: SchemaId) {
        if self.least_of(id) != self.order_of(id) {
            return;
        }
        let start = self.open.iter().rposition(|open| *open == id);
        let mut ring = self.open.split_off(start.unwrap_or_default());
        for member in &ring {
            if let Some(is_open) = self.is_open.get_mut(member.index()) {
                *is_open = false;
            }
        }
        if ring.len() > 1 {
            ring.sort();
            self.rings.push(ring);
        }
    }

    fn lower(&mut self, id: SchemaId, to: usize) {
        if let Some(least) = self.least.get_mut(id.index()) {
            *least = (*least).min(to);
        }
    }

    fn order_of(&self, id: SchemaId) -> usize {
        let order = self.order.get(id.index()).copied().flatten();
        order.unwrap_or(usize::MAX)
    }

    fn least_of(&self, id: SchemaId) -> usize {
        self.least.get(id.index()).copied().unwrap_or(usize::MAX)
    }
}
