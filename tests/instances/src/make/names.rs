use super::draw::Draw;

/// Names of members that nobody planned for.
const ODD: &[&str] = &[
    "",
    " ",
    "x-new",
    "X_NEW",
    "naïve",
    "ключ",
    "名前",
    "🔑",
    "a.b",
    "a/b",
    "a~b",
    "$ref",
    "$id",
    "@type",
    "#",
    "\"",
    "\\",
    "\n",
    "\u{0}",
    "\u{2028}",
    "type",
    "self",
    "Self",
    "unknown_fields",
    "null",
    "0",
    "1e3",
    "true",
    "kind",
    "id",
    "data",
    "__proto__",
    "constructor",
    "value",
    "e\u{301}",
    "é",
    "İ",
    "ſ",
];

impl Draw<'_, '_> {
    /// The name of a member that the description does not know.
    pub(super) fn odd_name(&mut self) -> String {
        match self.dice.between(0..=9) {
            0 => self.text(0, Some(24)),
            1..=4 => {
                let number = self.dice.between(0..=999);
                let word = self.dice.word(&["new_", "beta-", "Extra", "xField", "ö"]);
                format!("{word}{number}")
            }
            _ => self.dice.word(ODD).to_owned(),
        }
    }
}
