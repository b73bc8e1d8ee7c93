use serde_json::{Map, Value};

use super::draw::Draw;

impl Draw<'_, '_> {
    /// Any JSON, of a few levels.
    pub(super) fn any(&mut self) -> Value {
        self.any_of(3)
    }

    fn any_of(&mut self, depth: usize) -> Value {
        let least = if depth == 0 { 2 } else { 0 };
        match self.dice.between(least..=9) {
            0 => {
                let count = self.dice.between(0..=3);
                Value::Array((0..count).map(|_| self.any_of(depth - 1)).collect())
            }
            1 => {
                let count = self.dice.between(0..=3);
                let mut members = Map::new();
                for _ in 0..count {
                    let name = self.odd_name();
                    members.insert(name, self.any_of(depth - 1));
                }
                Value::Object(members)
            }
            2 => Value::Null,
            3 => Value::Bool(self.dice.percent(50)),
            4 | 5 => self.integer(&[]).unwrap_or(Value::Null),
            6 | 7 => self.number(&[]).unwrap_or(Value::Null),
            _ => Value::String(self.text(0, None)),
        }
    }
}
