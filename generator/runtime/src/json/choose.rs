use std::borrow::Cow;
use std::cmp::Reverse;

use crate::json::score::Score;
use crate::json::weigh::{Candidate, Depth, Scalar};
use crate::json::{Fault, Kind, Kinds, Reader, Variants};

/// The variants in the order in which they are tried.
pub(super) struct Order {
    /// What is tried before the others are looked at.
    first: Option<usize>,
    /// What has been tried first.
    tried: Option<usize>,
    tag: Tag,
    /// The others, the best one last; `None`: not looked at.
    ranked: Option<Vec<usize>>,
}

/// What the tag of a value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    /// It names this variant.
    Names(usize),
    /// It names none.
    Unlisted,
    /// It is not there, or no variant is told by it.
    Absent,
}

impl<'a> Reader<'a> {
    /// The variant that fits the next value best, which is looked at, but not read: by its type, then for objects by
    /// their tag, by values that are the only one, by members that have to be there, by names and values of members;
    /// for arrays by the first items; for strings by those listed and by their form; among equals the first. `None` if
    /// none fits.
    ///
    /// # Errors
    /// If the text is no JSON here.
    pub fn choose(&mut self, variants: &Variants) -> Result<Option<usize>, Fault> {
        let mut order = self.order(variants)?;
        self.next_choice(&mut order, variants)
    }

    /// In which order the variants are tried.
    pub(super) fn order(&mut self, variants: &Variants) -> Result<Order, Fault> {
        let kind = self.peek()?;
        let mut order = Order {
            first: None,
            tried: None,
            tag: Tag::Absent,
            ranked: None,
        };
        if kind == Kind::Object && !variants.tags.is_empty() {
            let mark = self.mark();
            order.tag = self.tag(variants)?;
            self.rewind(mark);
            order.first = match order.tag {
                Tag::Names(index) => Some(index),
                Tag::Unlisted | Tag::Absent => variants.default,
            };
        } else if let Some(sole) = sole(kind, variants) {
            order.first = Some(sole);
            order.ranked = Some(Vec::new());
        }
        Ok(order)
    }

    /// The variant to try next.
    pub(super) fn next_choice(
        &mut self,
        order: &mut Order,
        variants: &Variants,
    ) -> Result<Option<usize>, Fault> {
        if let Some(first) = order.first.take() {
            order.tried = Some(first);
            return Ok(Some(first));
        }
        if order.ranked.is_none() {
            order.ranked = Some(self.rank(order, variants)?);
        }
        Ok(order.ranked.as_mut().and_then(Vec::pop))
    }

    /// What the next value can be beside what was tried, the best one last.
    fn rank(&mut self, order: &Order, variants: &Variants) -> Result<Vec<usize>, Fault> {
        let mut all: Vec<Candidate> = Vec::with_capacity(variants.of.len());
        for (index, evidence) in variants.of.iter().enumerate() {
            if order.tried != Some(index) {
                Candidate::of(index, evidence, &mut all);
            }
        }
        all.retain(|candidate| match order.tag {
            Tag::Names(_) | Tag::Unlisted => !candidate.evidence.is_tagged,
            Tag::Absent => !candidate.evidence.needs_tag,
        });
        if all.is_empty() {
            return Ok(Vec::new());
        }
        let mark = self.mark();
        self.weigh(&mut all, Depth::Top)?;
        self.rewind(mark);
        let scored = all.iter();
        let scored = scored.filter_map(|one| Some((one.score?, Reverse(one.index))));
        let mut scored: Vec<(Score, Reverse<usize>)> = scored.collect();
        scored.sort_unstable();
        let mut ranked: Vec<usize> = Vec::with_capacity(scored.len());
        for (_, Reverse(index)) in scored.into_iter().rev() {
            if !ranked.contains(&index) {
                ranked.push(index);
            }
        }
        ranked.reverse();
        Ok(ranked)
    }

    /// Reads an object up to its tag.
    fn tag(&mut self, variants: &Variants) -> Result<Tag, Fault> {
        self.begin_object("")?;
        while let Some(name) = self.next_key()? {
            if name == variants.tag {
                return self.named(variants);
            }
            self.skip()?;
        }
        Ok(Tag::Absent)
    }

    /// The variant that the next value names.
    fn named(&mut self, variants: &Variants) -> Result<Tag, Fault> {
        let from = self.at;
        let text: Cow<'a, str> = match self.scalar()? {
            Some(Scalar::Text(text)) => text,
            Some(Scalar::Integer(_) | Scalar::Boolean(_)) => {
                Cow::Borrowed(self.slice(from, self.at))
            }
            Some(Scalar::Other) | None => return Ok(Tag::Absent),
        };
        let tags = variants.tags;
        let found = tags.binary_search_by(|(tag, _)| (*tag).cmp(&*text));
        if let Some((_, index)) = found.ok().and_then(|place| tags.get(place)) {
            return Ok(Tag::Names(*index));
        }
        Ok(in_other_case(variants, &text).map_or(Tag::Unlisted, Tag::Names))
    }
}

/// The variant whose tag is the text but for the case of its letters, if there is only one.
#[cold]
fn in_other_case(variants: &Variants, text: &str) -> Option<usize> {
    let tags = variants.tags.iter();
    let mut same = tags.filter(|(tag, _)| tag.eq_ignore_ascii_case(text));
    let (_, index) = same.next()?;
    same.all(|(_, other)| other == index).then_some(*index)
}

/// The only variant of this type, if its type is all that tells of it. Numbers need a closer look.
fn sole(kind: Kind, variants: &Variants) -> Option<usize> {
    let kinds = match kind {
        Kind::Null => Kinds::NULL,
        Kind::Bool => Kinds::BOOLEAN,
        Kind::Number => return None,
        Kind::String => Kinds::STRING,
        Kind::Array => Kinds::ARRAY,
        Kind::Object => Kinds::OBJECT,
    };
    let told = variants.of.iter().enumerate();
    let mut fitting = told.filter(|(_, one)| !one.any_of.is_empty() || one.kinds.meets(kinds));
    let (index, only) = fitting.next()?;
    let is_told = match kind {
        _ if !only.any_of.is_empty() => false,
        Kind::Array => only.items.is_none() && only.prefix.is_empty(),
        Kind::Object => only.values.iter().all(|(_, value)| value.listed.is_empty()),
        Kind::Null | Kind::Bool | Kind::Number | Kind::String => true,
    };
    (is_told && fitting.next().is_none()).then_some(index)
}
