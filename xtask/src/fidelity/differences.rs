use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use super::number::same_number;

/// Where a value did not come back as it went in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Difference {
    /// The path in the value: `products[3].name`.
    pub path: String,
    /// What went in.
    pub expected: String,
    /// What came back.
    pub found: String,
}

/// The most differences of one value that are looked for.
const MOST: usize = 5;

/// The most characters of a value that are shown.
const SHOWN: usize = 120;

/// Where two values differ: in anything but the order of members and the way in which numbers are written.
pub(crate) fn differences(expected: &Value, found: &Value) -> Vec<Difference> {
    let mut search = Search {
        path: String::new(),
        differences: Vec::new(),
    };
    search.compare(expected, found);
    search.differences
}

struct Search {
    path: String,
    differences: Vec<Difference>,
}

impl Search {
    fn compare(&mut self, expected: &Value, found: &Value) {
        if self.differences.len() >= MOST {
            return;
        }
        match (expected, found) {
            (Value::Object(one), Value::Object(other)) => {
                for (name, value) in one {
                    self.within(&format!(".{name}"), |search| match other.get(name) {
                        Some(found) => search.compare(value, found),
                        None => search.differ(&shown(value), "nothing"),
                    });
                }
                for (name, value) in other.iter().filter(|(name, _)| !one.contains_key(*name)) {
                    self.within(&format!(".{name}"), |search| {
                        search.differ("nothing", &shown(value));
                    });
                }
            }
            (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
                for (index, (one, other)) in one.iter().zip(other).enumerate() {
                    self.within(&format!("[{index}]"), |search| search.compare(one, other));
                }
            }
            (Value::Number(one), Value::Number(other))
                if same_number(one.as_str(), other.as_str()) => {}
            (one, other) if one == other => {}
            (one, other) => self.differ(&shown(one), &shown(other)),
        }
    }

    fn within(&mut self, step: &str, look: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        let _ = self.path.write_str(step);
        look(self);
        self.path.truncate(length);
    }

    fn differ(&mut self, expected: &str, found: &str) {
        if self.differences.len() < MOST {
            self.differences.push(Difference {
                path: self.path.trim_start_matches('.').to_owned(),
                expected: expected.to_owned(),
                found: found.to_owned(),
            });
        }
    }
}

/// The beginning of a value.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
