use serde_json::Value;

use super::draw::Draw;
use super::facets::Facets;
use crate::document::Site;

/// The most items that are made because a schema wants them.
const MOST: usize = 1000;

impl<'d> Draw<'_, 'd> {
    pub(super) fn array(&mut self, facets: &Facets<'d>) -> Option<Value> {
        let plain = &facets.plain;
        let count = |keyword: &'static str| {
            let counts = plain
                .iter()
                .filter_map(move |site| site.get(keyword)?.as_u64());
            counts.map(|count| usize::try_from(count).unwrap_or(usize::MAX))
        };
        let least = count("minItems").max().unwrap_or(0);
        let most = count("maxItems").min().unwrap_or(usize::MAX);
        if least > MOST || least > most {
            return None;
        }
        let contained = contained(plain);
        let unique = plain
            .iter()
            .any(|site| site.get("uniqueItems") == Some(&Value::Bool(true)));
        let wanted = self.count_of_items(plain, least, most).max(contained.len());
        let mut items: Vec<Value> = Vec::new();
        for index in 0..wanted {
            let mut sites = at(plain, index)?;
            let places = index..index.saturating_add(1);
            // What must be contained comes first, one schema an item.
            sites.extend(contained.get(places).unwrap_or_default());
            let Some(item) = self.item(&sites, unique, &items) else {
                break;
            };
            items.push(item);
        }
        (items.len() >= least).then_some(Value::Array(items))
    }

    fn count_of_items(&mut self, plain: &[Site<'d>], least: usize, most: usize) -> usize {
        let listed = plain.iter().map(|site| listed(*site).len()).max();
        let above = match self.dice.between(0..=19) {
            _ if self.is_tired() => 0,
            0 => 25,
            1 | 2 => 0,
            3..=9 => 1 + listed.unwrap_or(0),
            _ => 3 + listed.unwrap_or(0),
        };
        let wanted = least.saturating_add(self.dice.between(0..=above));
        // Often a tuple is whole.
        let whole = listed.filter(|_| self.dice.percent(40) && !self.is_tired());
        wanted.max(whole.unwrap_or(0)).min(most)
    }

    fn item(&mut self, sites: &[Site<'d>], unique: bool, before: &[Value]) -> Option<Value> {
        for _ in 0..6 {
            let item = self.value(sites)?;
            if !unique || !before.contains(&item) {
                return Some(item);
            }
        }
        None
    }
}

/// The schemas of the first items, each its own.
fn listed(site: Site<'_>) -> Vec<Site<'_>> {
    let listed = site.list("prefixItems");
    match listed.is_empty() {
        true => site.list("items"),
        false => listed,
    }
}

/// The schemas of an item; `None`, if there can be no such item.
fn at<'d>(plain: &[Site<'d>], index: usize) -> Option<Vec<Site<'d>>> {
    let mut found = Vec::new();
    for site in plain {
        let listed = listed(*site);
        let rest = ["items", "additionalItems", "unevaluatedItems"]
            .into_iter()
            .filter(|keyword| !site.get(keyword).is_some_and(Value::is_array))
            .filter(|keyword| *keyword != "additionalItems" || !listed.is_empty())
            .find_map(|keyword| site.at(keyword));
        let own = listed.get(index).copied().or(rest);
        if own.is_some_and(|own| own.value == &Value::Bool(false)) {
            return None;
        }
        found.extend(own);
    }
    Some(found)
}

/// What an array must contain, as often as it must.
fn contained<'d>(plain: &[Site<'d>]) -> Vec<Site<'d>> {
    let mut found = Vec::new();
    for site in plain {
        let times = site.get("minContains").and_then(Value::as_u64).unwrap_or(1);
        let times = usize::try_from(times).unwrap_or(MOST).min(MOST);
        found.extend(
            site.at("contains")
                .into_iter()
                .flat_map(|it| vec![it; times]),
        );
    }
    found
}
