use serde_json::Value;

use super::draw::Draw;
use super::facets::Facets;
use crate::document::Site;

/// A property that tells what the value is.
#[derive(Debug, Clone)]
pub(super) struct Pin {
    pub(super) property: String,
    /// Any of these; the property's own schema may allow some of them only.
    pub(super) values: Vec<String>,
}

impl<'d> Facets<'d> {
    /// What a discriminator beside a choice wants of the branch that was chosen.
    pub(super) fn pin_branch(&mut self, draw: &mut Draw<'_, 'd>, site: Site<'d>, branch: Site<'d>) {
        let Some(property) = property(site) else {
            return;
        };
        let target = draw.world.target(branch).unwrap_or(branch);
        let mut values = aliases(draw, site, target);
        if values.is_empty() {
            values.extend(draw.world.name(target).map(str::to_owned));
        }
        self.insist(draw, property, values);
    }

    /// What the discriminator of a base wants of what is built on it.
    pub(super) fn pin(&mut self, draw: &mut Draw<'_, 'd>, site: Site<'d>, owner: Option<&str>) {
        let is_choice = site.get("oneOf").is_some() || site.get("anyOf").is_some();
        let (Some(property), Some(owner), false) = (property(site), owner, is_choice) else {
            return;
        };
        let target = draw.world.component(owner);
        let mut values = target.map_or_else(Vec::new, |target| aliases(draw, site, target));
        if values.is_empty() {
            values.push(owner.to_owned());
        }
        self.insist(draw, property, values);
    }

    /// The first who asks is asked: a union within a union has the last word of what it is.
    fn insist(&mut self, draw: &mut Draw<'_, 'd>, property: &str, values: Vec<String>) {
        // A server may know more kinds than its description.
        let stranger = draw.dice.percent(3);
        let property = property.to_owned();
        if !stranger && !values.is_empty() {
            self.pins.push(Pin { property, values });
        }
    }

    /// What discriminators want a property to be, if they do, and agree.
    pub(super) fn pinned(&self, property: &str) -> Vec<Value> {
        let mut pins = self.pins.iter().filter(|pin| pin.property == property);
        let Some(first) = pins.next() else {
            return Vec::new();
        };
        let mut values = first.values.clone();
        for pin in pins {
            if values.iter().any(|value| pin.values.contains(value)) {
                values.retain(|value| pin.values.contains(value));
            }
        }
        // A mapping has names only, even of numbers.
        let others = values.iter().filter_map(|value| value.parse().ok());
        let others: Vec<Value> = others.filter(|it: &Value| !it.is_string()).collect();
        let values = values.into_iter().map(Value::from);
        values.chain(others).collect()
    }
}

fn property(site: Site<'_>) -> Option<&str> {
    let discriminator = site.get("discriminator")?;
    let name = discriminator.get("propertyName");
    name.unwrap_or(discriminator).as_str()
}

/// The values that a mapping has for a schema.
fn aliases<'d>(draw: &Draw<'_, 'd>, site: Site<'d>, target: Site<'d>) -> Vec<String> {
    let mapping = site.get("discriminator").and_then(|it| it.get("mapping"));
    let mapping = mapping.and_then(Value::as_object).into_iter().flatten();
    let leads = |reference: &Value| {
        let reference = reference.as_str()?;
        let found = draw.world.component(reference);
        found.or_else(|| draw.world.resolve(site, reference))
    };
    mapping
        .filter(|(_, reference)| leads(reference).is_some_and(|it| it.id() == target.id()))
        .map(|(value, _)| value.clone())
        .collect()
}
