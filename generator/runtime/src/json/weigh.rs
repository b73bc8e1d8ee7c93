use std::borrow::Cow;
use std::cmp::Reverse;

use crate::json::score::{EXACT, FITTING, LISTED, NAMED, Score};
use crate::json::{Constant, Evidence, Fault, Kind, Kinds, Number, Reader};

/// How many items of an array are looked at.
const LOOKED_AT: usize = 4;

/// One of the variants that a value can be, and how well it fits so far; no score is none at all.
pub(super) struct Candidate {
    /// Which variant. One that is a union itself has a candidate for each of its own.
    pub(super) index: usize,
    pub(super) evidence: &'static Evidence,
    pub(super) score: Option<Score>,
    /// Members that have to be there and were not seen.
    missing: usize,
    /// Members that can be there and were not seen.
    unseen: usize,
}

/// What speaks against a variant: at the top for good, within a member as one reason among others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    Top,
    Inside,
}

impl Candidate {
    /// Adds the candidates of a variant: one, or those of the union that it is.
    pub(super) fn of(index: usize, evidence: &'static Evidence, all: &mut Vec<Self>) {
        if evidence.any_of.is_empty() {
            all.push(Self::new(index, evidence));
        }
        for one in evidence.any_of {
            Self::of(index, one, all);
        }
    }

    fn new(index: usize, evidence: &'static Evidence) -> Self {
        Self {
            index,
            evidence,
            score: Some(Score::default()),
            missing: evidence.required.len(),
            unseen: evidence.known.len(),
        }
    }

    fn raise(&mut self, raise: impl FnOnce(&mut Score)) {
        if let Some(score) = &mut self.score {
            raise(score);
        }
    }

    /// Takes the score of what stands inside into account.
    fn add(&mut self, inner: Option<Score>) {
        self.score = self.score.zip(inner).map(|(sum, inner)| sum.and(inner));
    }

    /// Takes the name of a member into account, and says whether its value has to be looked at. A name that is there
    /// twice counts twice, which is the same for all.
    fn meet(&mut self, name: &str) -> Met {
        let is_in = |names: &[&str]| names.binary_search(&name).is_ok();
        let met = if is_in(self.evidence.required) {
            self.missing = self.missing.saturating_sub(1);
            self.raise(|score| score.required += 1);
            Met::Required
        } else if is_in(self.evidence.known) {
            self.unseen = self.unseen.saturating_sub(1);
            Met::Known
        } else if self.evidence.value(name).is_some() {
            Met::Known
        } else {
            return Met::Other;
        };
        self.raise(|score| score.fit += NAMED);
        met
    }

    /// Takes into account which members were not there.
    fn end_object(&mut self) {
        let unseen = self.unseen as u64;
        self.raise(|score| score.slack.0 = score.slack.0.saturating_add(unseen));
        if self.missing > 0 {
            self.score = None;
        }
    }

    /// Takes into account that an array has so many items and no more.
    fn end_array(&mut self, items: usize) {
        if items < self.evidence.least {
            self.score = None;
        }
    }

    /// Takes into account whether a member has one of the values that are listed for it.
    fn agree(&mut self, agrees: bool, listed: usize, depth: Depth) {
        let several = listed > 1;
        match (agrees, several, depth) {
            (true, false, _) => self.raise(|score| score.agreeing += 1),
            (false, false, Depth::Top) => self.score = None,
            (false, false, Depth::Inside) => self.raise(|score| score.contradicting.0 += 1),
            (true, true, _) => self.raise(|score| score.fit += LISTED),
            (false, true, _) => self.raise(|score| score.fit -= LISTED),
        }
        let others = (listed as u64).saturating_sub(1);
        self.raise(|score| score.slack = Reverse(score.slack.0.saturating_add(others)));
    }
}

/// What a variant has to say of a member.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Met {
    Required,
    Known,
    Other,
}

impl<'a> Reader<'a> {
    /// Scores what fits the next value, which is read in part.
    pub(super) fn weigh(&mut self, all: &mut [Candidate], depth: Depth) -> Result<(), Fault> {
        match self.peek()? {
            Kind::Null => restrict(all, Kinds::NULL),
            Kind::Bool => restrict(all, Kinds::BOOLEAN),
            Kind::Number => self.weigh_number(all)?,
            Kind::String => self.weigh_string(all)?,
            Kind::Array => {
                restrict(all, Kinds::ARRAY);
                self.weigh_array(all, depth)?;
            }
            Kind::Object => {
                restrict(all, Kinds::OBJECT);
                self.weigh_object(all, depth)?;
            }
        }
        Ok(())
    }

    /// How well the next value, which is looked at, but not read, fits what is told of it.
    fn fit(&mut self, of: &'static Evidence, depth: Depth) -> Result<Option<Score>, Fault> {
        let mark = self.mark();
        let score = if of.any_of.is_empty() {
            let mut one = [Candidate::new(0, of)];
            self.weigh(&mut one, depth)?;
            let [one] = one;
            one.score
        } else {
            let mut all = Vec::with_capacity(of.any_of.len());
            Candidate::of(0, of, &mut all);
            self.weigh(&mut all, depth)?;
            all.iter().filter_map(|candidate| candidate.score).max()
        };
        self.rewind(mark);
        Ok(score)
    }

    fn weigh_number(&mut self, all: &mut [Candidate]) -> Result<(), Fault> {
        let number = self.number()?;
        let is_whole = is_whole(&number);
        restrict(
            all,
            match is_whole {
                true if comes_back(&number) => Kinds::NUMBER.or(Kinds::INTEGER),
                // As a number of the other kind it would lose digits.
                true => Kinds::INTEGER,
                false => Kinds::NUMBER,
            },
        );
        let found = number.as_i64().map_or(Scalar::Other, Scalar::Integer);
        for candidate in all {
            let exact = is_whole && candidate.evidence.kinds.meets(Kinds::INTEGER);
            let exact = exact && !candidate.evidence.kinds.meets(Kinds::OBJECT);
            let listed = found.is_one_of(candidate.evidence.listed);
            candidate.raise(|score| {
                score.fit += if exact { EXACT } else { 0 } + if listed { LISTED } else { 0 };
            });
        }
        Ok(())
    }

    fn weigh_string(&mut self, all: &mut [Candidate]) -> Result<(), Fault> {
        restrict(all, Kinds::STRING);
        let text = self.string()?;
        let found = Scalar::Text(text.clone());
        for candidate in all {
            let evidence = candidate.evidence;
            let is_any = evidence.kinds.meets(Kinds::OBJECT);
            let fit = match evidence.form {
                _ if found.is_one_of(evidence.listed) => LISTED,
                Some(form) if form(&text) => EXACT + 1,
                None if evidence.listed.is_empty() && !is_any => EXACT,
                Some(_) | None => 0,
            };
            candidate.raise(|score| score.fit += fit);
        }
        Ok(())
    }

    fn weigh_array(&mut self, all: &mut [Candidate], depth: Depth) -> Result<(), Fault> {
        self.begin_array()?;
        for index in 0..LOOKED_AT {
            if !self.next_item()? {
                all.iter_mut()
                    .for_each(|candidate| candidate.end_array(index));
                break;
            }
            for candidate in all.iter_mut().filter(|one| one.score.is_some()) {
                if let Some(item) = candidate.evidence.item(index) {
                    let score = self.fit(item, depth)?;
                    candidate.add(score);
                } else if !candidate.evidence.prefix.is_empty() {
                    candidate.raise(|score| score.fit -= FITTING);
                }
            }
            self.skip()?;
        }
        Ok(())
    }

    fn weigh_object(&mut self, all: &mut [Candidate], depth: Depth) -> Result<(), Fault> {
        if all.iter().all(|candidate| candidate.score.is_none()) {
            return Ok(());
        }
        self.begin_object("")?;
        while let Some(name) = self.next_key()? {
            for candidate in all.iter_mut().filter(|one| one.score.is_some()) {
                self.weigh_member(&name, candidate, depth)?;
            }
            self.skip()?;
        }
        all.iter_mut().for_each(Candidate::end_object);
        Ok(())
    }

    /// Takes the next value into account, which is that of the member `name`, and is not read.
    fn weigh_member(
        &mut self,
        name: &str,
        candidate: &mut Candidate,
        depth: Depth,
    ) -> Result<(), Fault> {
        let met = candidate.meet(name);
        if met == Met::Other {
            return self.weigh_other(candidate);
        }
        let Some(value) = candidate.evidence.value(name) else {
            return Ok(());
        };
        let is_null = self.peek()? == Kind::Null;
        if is_null && met == Met::Known && !value.kinds.meets(Kinds::NULL) {
            // Such a `null` is kept.
            return Ok(());
        }
        if !value.listed.is_empty() {
            return self.compare(value, candidate, depth);
        }
        let score = self.fit(value, Depth::Inside)?;
        candidate.add(score);
        Ok(())
    }

    /// Takes the next value into account, which is that of a member without a name. One that is of another type than
    /// such members have may be kept all the same.
    fn weigh_other(&mut self, candidate: &mut Candidate) -> Result<(), Fault> {
        if let Some(others) = candidate.evidence.others {
            let fits = self.fit(others, Depth::Inside)?.is_some();
            candidate.raise(|score| score.fit += if fits { FITTING } else { -FITTING });
        }
        Ok(())
    }

    /// Compares the next value, which is not read, with those that are listed for it.
    fn compare(
        &mut self,
        with: &'static Evidence,
        candidate: &mut Candidate,
        depth: Depth,
    ) -> Result<(), Fault> {
        let mark = self.mark();
        let found = self.scalar()?;
        self.rewind(mark);
        match found {
            Some(found) => {
                let listed = with.listed;
                candidate.agree(found.is_one_of(listed), listed.len(), depth);
            }
            None => candidate.score = None,
        }
        Ok(())
    }

    /// The next value, if it has no parts.
    pub(super) fn scalar(&mut self) -> Result<Option<Scalar<'a>>, Fault> {
        Ok(match self.peek()? {
            Kind::String => Some(Scalar::Text(self.string()?)),
            Kind::Number => {
                let number = self.number()?.as_i64();
                Some(number.map_or(Scalar::Other, Scalar::Integer))
            }
            Kind::Bool => Some(Scalar::Boolean(self.bool()?)),
            Kind::Null => Some(Scalar::Other),
            Kind::Array | Kind::Object => None,
        })
    }
}

/// A value without parts.
pub(super) enum Scalar<'a> {
    Text(Cow<'a, str>),
    Integer(i64),
    Boolean(bool),
    /// It is never listed.
    Other,
}

impl Scalar<'_> {
    fn is_one_of(&self, constants: &[Constant]) -> bool {
        constants.iter().any(|constant| match (self, constant) {
            (Self::Text(found), Constant::Text(constant)) => found == constant,
            (Self::Integer(found), Constant::Integer(constant)) => found == constant,
            (Self::Boolean(found), Constant::Boolean(constant)) => found == constant,
            (Self::Text(_) | Self::Integer(_) | Self::Boolean(_) | Self::Other, _) => false,
        })
    }
}

/// Rules out what has none of these types.
fn restrict(all: &mut [Candidate], kinds: Kinds) {
    for candidate in all {
        if !candidate.evidence.kinds.meets(kinds) {
            candidate.score = None;
        }
    }
}

fn is_whole(number: &Number) -> bool {
    number.as_i64().is_some() || number.as_u64().is_some()
}

/// Whether an `f64` brings the number back: whole ones beyond 53 bits can be too long.
fn comes_back(number: &Number) -> bool {
    let nearest = number
        .as_f64()
        .and_then(|float| Number::try_from(float).ok());
    nearest.is_some_and(|nearest| nearest == *number)
}
