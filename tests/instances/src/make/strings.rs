use serde_json::Value;

use super::draw::Draw;
use super::pattern;
use crate::document::Site;

/// The longest text that is made because a schema wants it.
const LONGEST: usize = 100_000;

impl<'d> Draw<'_, 'd> {
    /// A string of the format, the pattern and the length that schemas want, as far as they agree.
    pub(super) fn string(&mut self, plain: &[Site<'d>]) -> Option<Value> {
        let count = |keyword: &'static str| {
            let counts = plain
                .iter()
                .filter_map(move |site| site.get(keyword)?.as_u64());
            counts.map(|count| usize::try_from(count).unwrap_or(usize::MAX))
        };
        let least = count("minLength").max().unwrap_or(0);
        let most = count("maxLength").min();
        if least > LONGEST {
            return None;
        }
        let format = plain.iter().find_map(|site| site.text("format"));
        let pattern = plain.iter().find_map(|site| site.text("pattern"));
        let fits = |text: &str| {
            let length = text.chars().count();
            length >= least && most.is_none_or(|most| length <= most)
        };
        // Those that have both agree on one of them.
        let by_format = pattern.is_none() || self.dice.percent(30);
        for _ in 0..6 {
            let text = match (format.filter(|_| by_format), pattern) {
                (Some(format), _) => self.of_format(format, least, most),
                (None, Some(pattern)) => pattern::text(&mut self.dice, pattern, least, most),
                (None, None) => None,
            };
            let text = text.unwrap_or_else(|| self.text(least, most));
            if fits(&text) {
                return Some(Value::String(text));
            }
        }
        Some(Value::String(self.text(least, most)))
    }
}
