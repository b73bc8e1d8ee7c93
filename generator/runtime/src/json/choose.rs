use std::borrow::Cow;
use std::cmp::Reverse;

use crate::json::{Constant, Evidence, Fault, Kind, Kinds, Number, Reader};

/// How many items of an array are looked at.
const LOOKED_AT: usize = 4;

/// How well a value fits a variant: what comes first weighs more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Members that have one of the values which are listed for them.
    agreeing: u32,
    /// Members that have none of several values which are listed for them.
    doubtful: Reverse<u32>,
    /// Required members that are not there.
    missing: Reverse<usize>,
    /// Strings: listed before free before not listed. Numbers: integers before any.
    precision: u32,
    known: u32,
    unknown: Reverse<u32>,
}

/// What a variant is told by, and how well it fits so far; no score is none at all.
#[derive(Clone, Copy)]
struct Candidate<'e> {
    evidence: &'e Evidence,
    score: Option<Score>,
}

impl Reader<'_> {
    /// The variant that fits the next value best, which is looked at, but not read: by its type,
    /// then for objects by constants, required members and names, for arrays by the first items,
    /// for strings by those listed; among equals the first. `None` if none fits.
    ///
    /// # Errors
    /// If the text is no JSON here.
    pub fn choose(&mut self, variants: &[Evidence]) -> Result<Option<usize>, Fault> {
        let kind = self.peek()?;
        if let Some(sole) = sole(kind, variants) {
            return Ok(Some(sole));
        }
        let mut candidates: Vec<Candidate<'_>> = variants.iter().map(Candidate::new).collect();
        let mark = self.mark();
        self.weigh(kind, &mut candidates)?;
        self.rewind(mark);
        let fitting = candidates.iter().enumerate();
        let best =
            fitting.filter_map(|(index, candidate)| Some((candidate.score?, Reverse(index))));
        Ok(best.max().map(|(_, Reverse(index))| index))
    }

    /// Scores what fits the next value, which is read in part.
    fn weigh(&mut self, kind: Kind, candidates: &mut [Candidate<'_>]) -> Result<(), Fault> {
        match kind {
            Kind::Null => restrict(candidates, Kinds::NULL),
            Kind::Bool => restrict(candidates, Kinds::BOOLEAN),
            Kind::Number => self.weigh_number(candidates)?,
            Kind::String => self.weigh_string(candidates)?,
            Kind::Array => {
                restrict(candidates, Kinds::ARRAY);
                self.weigh_array(candidates)?;
            }
            Kind::Object => {
                restrict(candidates, Kinds::OBJECT);
                self.weigh_object(candidates)?;
            }
        }
        Ok(())
    }

    fn weigh_number(&mut self, candidates: &mut [Candidate<'_>]) -> Result<(), Fault> {
        let number = self.number()?;
        if !is_whole(&number) {
            restrict(candidates, Kinds::NUMBER);
            return Ok(());
        }
        restrict(candidates, Kinds::NUMBER.or(Kinds::INTEGER));
        for candidate in candidates {
            if candidate.evidence.kinds.meets(Kinds::INTEGER) {
                candidate.raise(|score| score.precision += 1);
            }
        }
        Ok(())
    }

    fn weigh_string(&mut self, candidates: &mut [Candidate<'_>]) -> Result<(), Fault> {
        restrict(candidates, Kinds::STRING);
        let text = self.string()?;
        for candidate in candidates {
            let listed = candidate.evidence.texts;
            let precision = match listed.contains(&&*text) {
                true => 2,
                false if listed.is_empty() => 1,
                false => 0,
            };
            candidate.raise(|score| score.precision += precision);
        }
        Ok(())
    }

    fn weigh_array(&mut self, candidates: &mut [Candidate<'_>]) -> Result<(), Fault> {
        self.begin_array()?;
        for index in 0..LOOKED_AT {
            if !self.next_item()? {
                for candidate in candidates {
                    candidate.end(index);
                }
                break;
            }
            self.weigh_item(index, candidates)?;
        }
        Ok(())
    }

    fn weigh_item(&mut self, index: usize, candidates: &mut [Candidate<'_>]) -> Result<(), Fault> {
        let kind = self.peek()?;
        let mark = self.mark();
        for candidate in candidates {
            let evidence = candidate.evidence;
            if evidence.item(index).is_none() && !evidence.prefix.is_empty() {
                candidate.raise(|score| score.unknown.0 += 1);
            }
            let (Some(_), Some(item)) = (candidate.score, evidence.item(index)) else {
                continue;
            };
            let mut item = [Candidate::new(item)];
            self.weigh(kind, &mut item)?;
            self.rewind(mark);
            let [item] = item;
            candidate.add(item.score);
        }
        self.skip()
    }

    fn weigh_object(&mut self, candidates: &mut [Candidate<'_>]) -> Result<(), Fault> {
        for candidate in &mut *candidates {
            let required = candidate.evidence.required.len();
            candidate.raise(|score| score.missing = Reverse(required));
        }
        self.begin_object("")?;
        while let Some(name) = self.next_key()? {
            let value = self.mark();
            for candidate in &mut *candidates {
                candidate.count(&name);
            }
            self.compare(&name, candidates)?;
            self.rewind(value);
            self.skip()?;
        }
        Ok(())
    }

    /// Compares the next value with the constants of the member `name`.
    fn compare(&mut self, name: &str, candidates: &mut [Candidate<'_>]) -> Result<(), Fault> {
        let listed = candidates
            .iter()
            .any(|candidate| candidate.constants(name).is_some());
        if !listed {
            return Ok(());
        }
        let found = self.scalar()?;
        for candidate in candidates {
            if let Some(constants) = candidate.constants(name) {
                candidate.agree(found.is_one_of(constants), constants.len());
            }
        }
        Ok(())
    }

    /// The next value, if it can be a constant.
    fn scalar(&mut self) -> Result<Scalar<'_>, Fault> {
        Ok(match self.peek()? {
            Kind::String => Scalar::Text(self.string()?),
            Kind::Number => self
                .number()?
                .as_i64()
                .map_or(Scalar::Other, Scalar::Integer),
            Kind::Bool => Scalar::Boolean(self.bool()?),
            Kind::Null | Kind::Array | Kind::Object => Scalar::Other,
        })
    }
}

/// A value that may be a constant.
enum Scalar<'a> {
    Text(Cow<'a, str>),
    Integer(i64),
    Boolean(bool),
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

impl<'e> Candidate<'e> {
    fn new(evidence: &'e Evidence) -> Self {
        Self {
            evidence,
            score: Some(Score::default()),
        }
    }

    fn raise(&mut self, raise: impl FnOnce(&mut Score)) {
        if let Some(score) = &mut self.score {
            raise(score);
        }
    }

    /// Takes the score of an item into account.
    fn add(&mut self, item: Option<Score>) {
        self.score = self.score.zip(item).map(|(sum, item)| Score {
            agreeing: sum.agreeing + item.agreeing,
            doubtful: Reverse(sum.doubtful.0 + item.doubtful.0),
            missing: Reverse(sum.missing.0 + item.missing.0),
            precision: sum.precision + item.precision,
            known: sum.known + item.known,
            unknown: Reverse(sum.unknown.0 + item.unknown.0),
        });
    }

    /// Takes into account that an array has so many items and no more.
    fn end(&mut self, items: usize) {
        if items < self.evidence.least {
            self.score = None;
        }
    }

    /// Takes the name of a member into account. A name that is there twice counts twice, which is
    /// the same for all.
    fn count(&mut self, name: &str) {
        let evidence = self.evidence;
        self.raise(|score| {
            if evidence.required.contains(&name) {
                score.missing.0 = score.missing.0.saturating_sub(1);
            }
            match evidence.known.contains(&name) {
                true => score.known += 1,
                false => score.unknown.0 += 1,
            }
        });
    }

    fn constants(&self, name: &str) -> Option<&'static [Constant]> {
        self.score?;
        let mut constants = self.evidence.constants.iter();
        constants
            .find(|(of, _)| *of == name)
            .map(|(_, constants)| *constants)
    }

    /// Takes into account whether a member has one of `listed` values.
    fn agree(&mut self, agrees: bool, listed: usize) {
        match (agrees, listed) {
            (true, _) => self.raise(|score| score.agreeing += 1),
            (false, 0 | 1) => self.score = None,
            (false, _) => self.raise(|score| score.doubtful.0 += 1),
        }
    }
}

/// Rules out what has none of these types.
fn restrict(candidates: &mut [Candidate<'_>], kinds: Kinds) {
    for candidate in candidates {
        if !candidate.evidence.kinds.meets(kinds) {
            candidate.score = None;
        }
    }
}

/// The only variant of this type, if its type is all that tells of it. Numbers need a closer look.
fn sole(kind: Kind, variants: &[Evidence]) -> Option<usize> {
    let kinds = match kind {
        Kind::Null => Kinds::NULL,
        Kind::Bool => Kinds::BOOLEAN,
        Kind::Number => return None,
        Kind::String => Kinds::STRING,
        Kind::Array => Kinds::ARRAY,
        Kind::Object => Kinds::OBJECT,
    };
    let mut fitting = variants
        .iter()
        .enumerate()
        .filter(|(_, variant)| variant.kinds.meets(kinds));
    let (index, variant) = fitting.next()?;
    let told = match kind {
        Kind::Array => variant.items.is_none() && variant.prefix.is_empty(),
        Kind::Object => variant.constants.is_empty(),
        Kind::Null | Kind::Bool | Kind::Number | Kind::String => true,
    };
    (told && fitting.next().is_none()).then_some(index)
}

fn is_whole(number: &Number) -> bool {
    number.as_i64().is_some() || number.as_u64().is_some()
}
