use std::collections::BTreeSet;

use serde_json::Value;

use super::draw::Draw;
use super::pins::Pin;
use crate::document::{Dialect, Id, Site};

/// All that one value has to fit: schemas with their compositions taken apart, one branch chosen of each choice.
#[derive(Debug, Default)]
pub(super) struct Facets<'d> {
    /// The schemas, of which only what is not composition counts.
    pub(super) plain: Vec<Site<'d>>,
    /// What discriminators want.
    pub(super) pins: Vec<Pin>,
    /// The schemas that the judge is to be asked about when the value is made.
    pub(super) checks: Vec<Site<'d>>,
    /// Whether one of the schemas is `false`.
    pub(super) is_impossible: bool,
    seen: BTreeSet<Id>,
}

impl<'d> Facets<'d> {
    pub(super) fn gather(draw: &mut Draw<'_, 'd>, sites: &[Site<'d>]) -> Self {
        let mut facets = Self::default();
        for site in sites {
            let owner = draw.world.name(*site).map(str::to_owned);
            facets.enter(draw, *site, owner.as_deref());
        }
        facets
    }

    /// A schema by its own, which may be the base of others: then one of those, for the most part.
    fn enter(&mut self, draw: &mut Draw<'_, 'd>, site: Site<'d>, owner: Option<&str>) {
        let heirs = draw.world.heirs(site);
        let is_own = heirs.iter().any(|heir| self.seen.contains(&heir.site.id()));
        if heirs.is_empty() || is_own || self.seen.contains(&site.id()) || draw.dice.percent(15) {
            return self.add(draw, site, owner);
        }
        if let Some(heir) = draw.dice.pick(heirs) {
            self.add(draw, heir.site, Some(&heir.name));
        }
        self.add(draw, site, owner);
    }

    /// A schema, and what it is composed of. `owner` is the name of the component that it is a part of.
    fn add(&mut self, draw: &mut Draw<'_, 'd>, site: Site<'d>, owner: Option<&str>) {
        if !self.seen.insert(site.id()) {
            return;
        }
        if site.value == &Value::Bool(false) {
            self.is_impossible = true;
        }
        if let Some(target) = draw.world.target(site) {
            let name = draw.world.name(target).map(str::to_owned);
            self.enter(draw, target, name.as_deref().or(owner));
        }
        if draw.world.dialect() == Dialect::Draft4 && site.get("$ref").is_some() {
            return;
        }
        for part in site.list("allOf") {
            self.build_on(draw, part, owner);
        }
        self.choose(draw, site, "oneOf");
        self.choose(draw, site, "anyOf");
        self.decide(draw, site, owner);
        self.pin(draw, site, owner);
        if draw.world.is_checked(site) {
            self.checks.push(site);
        }
        self.plain.push(site);
    }

    /// A part of `allOf`: what tells of a base what it is, is the name of what is built on it.
    fn build_on(&mut self, draw: &mut Draw<'_, 'd>, part: Site<'d>, owner: Option<&str>) {
        let (Some(target), Some(_)) = (draw.world.target(part), owner) else {
            return self.add(draw, part, owner);
        };
        self.enter(draw, target, owner);
        self.add(draw, part, owner);
    }

    /// One branch of a choice; the shortest, where the instance shall come to an end.
    fn choose(&mut self, draw: &mut Draw<'_, 'd>, site: Site<'d>, keyword: &str) {
        let mut branches = site.list(keyword);
        if draw.is_tired() {
            let world = draw.world;
            let least = branches.iter().map(|branch| world.height(*branch)).min();
            branches.retain(|branch| Some(world.height(*branch)) == least);
        }
        let Some(&branch) = draw.dice.pick(&branches) else {
            return;
        };
        self.pin_branch(draw, site, branch);
        self.enter(draw, branch, None);
        if keyword == "anyOf"
            && draw.dice.percent(20)
            && let Some(&further) = draw.dice.pick(&branches)
        {
            self.enter(draw, further, None);
        }
    }

    /// One way of `if`.
    fn decide(&mut self, draw: &mut Draw<'_, 'd>, site: Site<'d>, owner: Option<&str>) {
        let Some(condition) = site.at("if") else {
            return;
        };
        let taken = match draw.dice.percent(50) {
            true => [Some(condition), site.at("then")],
            false => [None, site.at("else")],
        };
        for part in taken.into_iter().flatten() {
            self.add(draw, part, owner);
        }
    }
}
