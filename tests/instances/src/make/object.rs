use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value};

use super::draw::Draw;
use super::facets::Facets;
use super::pattern;
use crate::document::Site;
use crate::judge::Reading;

/// What schemas say together about the members of an object.
struct Plan<'p, 'd> {
    facets: &'p Facets<'d>,
    reading: Reading,
    /// Every property with a name, and what it has to fit.
    declared: IndexMap<&'d str, Vec<Site<'d>>>,
    required: IndexSet<&'d str>,
    least: usize,
    most: usize,
}

impl<'d> Draw<'_, 'd> {
    pub(super) fn object(&mut self, facets: &Facets<'d>) -> Option<Value> {
        let plan = Plan::new(facets, self.reading);
        let mut members = Map::new();
        let chosen = self.chosen(&plan);
        for name in plan.declared.keys().chain(&plan.required) {
            if members.contains_key(*name) || !chosen.contains(name) {
                continue;
            }
            match self.member(&plan, name) {
                Some(value) => {
                    members.insert((*name).to_owned(), value);
                }
                None if plan.required.contains(name) => return None,
                None => {}
            }
        }
        self.add_others(&plan, &mut members);
        (members.len() >= plan.least && members.len() <= plan.most)
            .then_some(Value::Object(members))
    }

    /// The properties that are there this time.
    fn chosen(&mut self, plan: &Plan<'_, 'd>) -> IndexSet<&'d str> {
        let mut chosen = plan.required.clone();
        let share = match self.dice.between(0..=9) {
            0..=2 => 100,
            3 | 4 => 0,
            _ => 50,
        };
        let world = self.world;
        let tired = self.is_tired();
        for (name, sites) in &plan.declared {
            let deep = sites
                .iter()
                .any(|site| world.height(*site) > 0 || !is_scalar(*site));
            let share = if tired && deep { 0 } else { share };
            if chosen.len() < plan.most && self.dice.percent(share) {
                chosen.insert(name);
            }
        }
        // A member may ask for others.
        let dependencies: Vec<(&str, &Value)> = dependencies(plan.facets);
        for _ in 0..dependencies.len() {
            for (name, list) in &dependencies {
                if chosen.contains(name) {
                    chosen.extend(
                        list.as_array()
                            .into_iter()
                            .flatten()
                            .filter_map(Value::as_str),
                    );
                }
            }
        }
        let names: Vec<&'d str> = plan.declared.keys().copied().collect();
        while chosen.len() < plan.least.min(names.len()) {
            chosen.extend(self.dice.pick(&names));
        }
        chosen
    }

    fn member(&mut self, plan: &Plan<'_, 'd>, name: &str) -> Option<Value> {
        let sites = plan.schemas(name)?;
        let pinned = plan.facets.pinned(name);
        let world = self.world;
        if pinned.is_empty() {
            return self.value(&sites);
        }
        let lists = |value: &&Value| {
            let fits = |site: &Site<'d>| {
                let site = world.target(*site).unwrap_or(*site);
                let listed = site.get("enum").and_then(Value::as_array);
                let constant = site.get("const");
                // Names of a mapping stand for numbers, too, where the property is one.
                let typed = site.text("type").map(|name| name == "string");
                typed.is_none_or(|typed| typed == value.is_string())
                    && listed.is_none_or(|listed| listed.contains(value))
                    && constant.is_none_or(|constant| constant == *value)
            };
            sites.iter().all(fits)
        };
        let pinned: Vec<&Value> = pinned.iter().filter(lists).collect();
        match self.dice.pick(&pinned) {
            Some(value) => Some((*value).clone()),
            None => self.value(&sites),
        }
    }

    /// Members without a property: those that patterns and maps ask for, and in open objects such as servers add.
    fn add_others(&mut self, plan: &Plan<'_, 'd>, members: &mut Map<String, Value>) {
        let missing = plan.least.saturating_sub(members.len()).min(200);
        let typed = plan.facets.plain.iter().any(|site| {
            let schema = |value: &Value| value.is_object() || value.is_boolean();
            site.get("additionalProperties").is_some_and(schema)
                || site.get("patternProperties").is_some()
        });
        let wanted = match typed {
            _ if self.is_tired() => 0,
            true => self.dice.between(0..=4),
            false if self.dice.percent(35) => self.dice.between(1..=2),
            false => 0,
        };
        let wanted = wanted.max(missing);
        for _ in 0..wanted.saturating_mul(3) {
            if members.len() >= plan.most || (wanted <= missing && members.len() >= plan.least) {
                break;
            }
            let name = self.other_name(plan);
            if members.contains_key(&name) || plan.declared.contains_key(name.as_str()) {
                continue;
            }
            let value = match plan.schemas(&name) {
                Some(sites) if sites.is_empty() => Some(self.any()),
                Some(sites) => self.value(&sites),
                None => None,
            };
            members.extend(value.map(|value| (name, value)));
        }
    }

    fn other_name(&mut self, plan: &Plan<'_, 'd>) -> String {
        let patterns: Vec<&str> = plan
            .facets
            .plain
            .iter()
            .flat_map(|site| site.map("patternProperties"))
            .map(|(pattern, _)| pattern)
            .collect();
        if self.dice.percent(70)
            && let Some(pattern) = self.dice.pick(&patterns)
            && let Some(name) = pattern::text(&mut self.dice, pattern, 0, None)
        {
            return name;
        }
        let names: Vec<Site<'d>> = plan
            .facets
            .plain
            .iter()
            .filter_map(|site| site.at("propertyNames"))
            .collect();
        if !names.is_empty()
            && let Some(Value::String(name)) = self.value(&names)
        {
            return name;
        }
        self.odd_name()
    }
}

impl<'p, 'd> Plan<'p, 'd> {
    fn new(facets: &'p Facets<'d>, reading: Reading) -> Self {
        let mut declared: IndexMap<&'d str, Vec<Site<'d>>> = IndexMap::new();
        let mut required: IndexSet<&'d str> = IndexSet::new();
        for site in &facets.plain {
            for (name, property) in site.map("properties") {
                declared.entry(name).or_default().push(property);
            }
            let names = site.get("required").and_then(Value::as_array);
            required.extend(names.into_iter().flatten().filter_map(Value::as_str));
        }
        let count = |keyword: &'static str| {
            let sites = facets.plain.iter();
            let counts = sites.filter_map(move |site| site.get(keyword)?.as_u64());
            counts.map(|count| usize::try_from(count).unwrap_or(usize::MAX))
        };
        Self {
            facets,
            reading,
            declared,
            required,
            least: count("minProperties").max().unwrap_or(0),
            most: count("maxProperties").min().unwrap_or(usize::MAX),
        }
    }

    /// What a member has to fit; `None`, if a schema is closed to it.
    fn schemas(&self, name: &str) -> Option<Vec<Site<'d>>> {
        let mut found = self.declared.get(name).cloned().unwrap_or_default();
        let is_declared = !found.is_empty();
        for site in &self.facets.plain {
            let matching = site
                .map("patternProperties")
                .into_iter()
                .filter(|(pattern, _)| pattern::is_match(pattern, name));
            let before = found.len();
            found.extend(matching.map(|(_, schema)| schema));
            let own = site
                .get("properties")
                .is_some_and(|it| it.get(name).is_some());
            if own || found.len() > before {
                continue;
            }
            let further = site.at("additionalProperties");
            if self.reading == Reading::Loose
                && is_declared
                && further.is_some_and(|further| further.value == &Value::Bool(false))
            {
                continue;
            }
            // What is declared by any schema is evaluated.
            let further = further.or(site.at("unevaluatedProperties").filter(|_| !is_declared));
            match further {
                Some(further) if further.value == &Value::Bool(false) => return None,
                further => found.extend(further.filter(|further| further.value.is_object())),
            }
        }
        Some(found)
    }
}

fn dependencies<'d>(facets: &Facets<'d>) -> Vec<(&'d str, &'d Value)> {
    let maps = facets.plain.iter().flat_map(|site| {
        let map = site.get("dependentRequired").and_then(Value::as_object);
        map.into_iter().flatten()
    });
    maps.map(|(name, list)| (name.as_str(), list)).collect()
}

/// Whether a schema by itself says that there is nothing below.
fn is_scalar(site: Site<'_>) -> bool {
    let scalar = ["string", "integer", "number", "boolean", "null"];
    site.text("type").is_some_and(|name| scalar.contains(&name)) || site.get("enum").is_some()
}
