use std::collections::BTreeSet;

use crate::ir::{Api, Shape, TypeId};

/// Which parts of which types hold their values behind a pointer: a field of a struct or a variant of a union, by index.
pub type Boxes = BTreeSet<(TypeId, usize)>;

/// The parts that would make a type contain itself without an array or a map between.
///
/// Only one part of each cycle is taken: the last that closes it. `stands_for` says which of several twins is emitted.
pub fn boxes(api: &Api, stands_for: &dyn Fn(TypeId) -> TypeId) -> Boxes {
    let mut search = Search {
        api,
        stands_for,
        state: vec![State::New; api.types.len()],
        boxes: Boxes::new(),
    };
    for id in api.type_ids() {
        search.visit(stands_for(id));
    }
    search.boxes
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

struct Search<'a> {
    api: &'a Api,
    stands_for: &'a dyn Fn(TypeId) -> TypeId,
    state: Vec<State>,
    boxes: Boxes,
}

/// A type on the way down, and how many of its parts were looked at.
struct Step {
    id: TypeId,
    parts: Vec<(usize, TypeId)>,
    next: usize,
}

impl Search<'_> {
    /// Depth first, with a stack of its own: descriptions can nest deeper than ours.
    fn visit(&mut self, start: TypeId) {
        if self.set(start, State::New, State::Open) {
            let mut stack = vec![self.step(start)];
            while let Some(step) = stack.last_mut() {
                let id = step.id;
                let Some((index, part)) = step.parts.get(step.next).copied() else {
                    self.set(id, State::Open, State::Done);
                    stack.pop();
                    continue;
                };
                step.next += 1;
                match self.state.get(part.index()) {
                    Some(State::New) => {
                        self.set(part, State::New, State::Open);
                        stack.push(self.step(part));
                    }
                    Some(State::Open) => {
                        self.boxes.insert((id, index));
                    }
                    Some(State::Done) | None => {}
                }
            }
        }
    }

    fn set(&mut self, id: TypeId, from: State, to: State) -> bool {
        match self.state.get_mut(id.index()) {
            Some(state) if *state == from => {
                *state = to;
                true
            }
            Some(_) | None => false,
        }
    }

    fn step(&self, id: TypeId) -> Step {
        let parts = held(self.api, id).into_iter();
        Step {
            id,
            parts: parts
                .map(|(index, part)| (index, (self.stands_for)(part)))
                .collect(),
            next: 0,
        }
    }
}

/// The parts whose values are held in the type itself, aliases followed.
fn held(api: &Api, id: TypeId) -> Vec<(usize, TypeId)> {
    let parts: Vec<(usize, TypeId)> = match &api.ty(id).shape {
        Shape::Struct(shape) => shape
            .fields
            .iter()
            .map(|field| api.unaliased(field.ty).id)
            .enumerate()
            .collect(),
        Shape::Tuple(shape) => shape
            .items
            .iter()
            .map(|item| api.unaliased(item.ty).id)
            .enumerate()
            .collect(),
        Shape::Union(shape) => shape
            .variants
            .iter()
            .map(|variant| api.unaliased(variant.ty).id)
            .enumerate()
            .collect(),
        Shape::Any
        | Shape::Primitive(_)
        | Shape::Array(_)
        | Shape::Map(_)
        | Shape::Patterned(_)
        | Shape::Alias(_)
        | Shape::Enum(_) => Vec::new(),
    };
    parts
        .into_iter()
        .filter(|(_, part)| holds(&api.ty(*part).shape))
        .collect()
}

/// Whether values hold others in themselves.
fn holds(shape: &Shape) -> bool {
    matches!(shape, Shape::Struct(_) | Shape::Tuple(_) | Shape::Union(_))
}
