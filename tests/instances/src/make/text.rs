use super::draw::Draw;

/// What codecs, editors and databases stumble over, a class a line.
const CLASSES: &[&[&str]] = &[
    &["a", "Z", "0", "word ", "tag"],
    &[" ", "\t", "\n", "\r\n", "\u{a0}", "\u{3000}"],
    &["\"", "\\", "/", "\\n", "\\u0041", "'", "`"],
    &[
        "\u{0}", "\u{1}", "\u{8}", "\u{c}", "\u{1b}", "\u{1f}", "\u{7f}", "\u{80}", "\u{9f}",
    ],
    &["é", "ß", "Ω", "Ж", "א", "ا", "ไ", "日", "한"],
    &["😀", "👩‍👩‍👧", "🇦🇶", "𝒳", "𠀀", "\u{10ffff}"],
    &[
        "\u{2028}", "\u{2029}", "\u{85}", "\u{feff}", "\u{fffd}", "\u{fffe}", "\u{ffff}",
        "\u{d7ff}", "\u{e000}",
    ],
    &["e\u{301}", "\u{200d}", "\u{202e}", "\u{200b}"],
    &[
        "<", ">", "&", "{", "}", "[", "]", ":", ",", "%00", "${x}", "--", "#",
    ],
];

/// Whole texts that are mistaken for something else.
const MISTAKEN: &[&str] = &[
    "",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1e3",
    "1.0",
    "9007199254740993",
    "NaN",
    "Infinity",
    "{}",
    "[]",
    "\"\"",
    "2020-01-01",
    "2020-02-30",
    "2020-01-01T00:00:00Z",
    "undefined",
    "None",
    " ",
    "yes",
    "no",
];

impl Draw<'_, '_> {
    /// Any text of so many characters.
    pub(super) fn text(&mut self, least: usize, most: Option<usize>) -> String {
        let fits = |text: &str| {
            let length = text.chars().count();
            length >= least && most.is_none_or(|most| length <= most)
        };
        let mistaken = self.dice.word(MISTAKEN);
        if self.dice.percent(15) && fits(mistaken) {
            return mistaken.to_owned();
        }
        let length = self.length(least, most);
        let mut text = String::new();
        let plain = self.dice.percent(40);
        for _ in 0..length {
            let last = if plain { 0 } else { CLASSES.len() - 1 };
            let class = CLASSES.get(self.dice.between(0..=last)).copied();
            text.push_str(self.dice.word(class.unwrap_or(&["a"])));
            if text.chars().count() >= length {
                break;
            }
        }
        text.chars().take(length).collect()
    }

    /// Mostly a short one, sometimes a long one.
    fn length(&mut self, least: usize, most: Option<usize>) -> usize {
        let above = match self.dice.between(0..=199) {
            0 => 6000,
            1..=5 => 300,
            6..=25 => 0,
            _ => 12,
        };
        let wanted = least.saturating_add(self.dice.between(0..=above));
        wanted.min(most.unwrap_or(usize::MAX)).max(least)
    }
}
