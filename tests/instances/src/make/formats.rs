use super::draw::Draw;

const URIS: &[&str] = &[
    "https://example.com",
    "https://example.com/",
    "HTTP://EXAMPLE.COM/a/../b",
    "http://user:pw@example.com:8080/p?q=1&r=%20#f",
    "urn:isbn:0451450523",
    "mailto:a@example.com",
    "http://[2001:db8::1]:80/",
    "tel:+1-816-555-1212",
    "data:,x",
    "ftp://ftp.example.com/%7Efoo",
    "s3://bucket/key",
    "file:///etc/hosts",
];
const REFERENCES: &[&str] = &["", "/a/b", "../c", "?q=1", "#f", "//example.com/x", "a%20b"];
const HOSTS: &[&str] = &[
    "example.com",
    "localhost",
    "a.b-c.example",
    "xn--bcher-kva.example",
    "EXAMPLE.com",
    "1.example",
];
const MAILS: &[&str] = &[
    "a@example.com",
    "first.last+tag@sub.example.org",
    "\"a b\"@example.com",
    "x_y@example.co.uk",
];
const FOUR: &[&str] = &[
    "0.0.0.0",
    "127.0.0.1",
    "255.255.255.255",
    "192.168.1.10",
    "8.8.8.8",
];
const SIX: &[&str] = &[
    "::",
    "::1",
    "2001:db8::ff00:42:8329",
    "2001:0DB8:0000:0000:0000:FF00:0042:8329",
    "::ffff:192.0.2.1",
    "fe80::1",
];
const POINTERS: &[&str] = &["", "/", "/a/b", "/a~1b/m~0n", "/0"];
const TEMPLATES: &[&str] = &["/a/{b}", "https://example.com/{?q*}", "plain"];
const PATTERNS: &[&str] = &["^a+$", "[0-9]{3}", "", "a|b"];
const DECIMALS: &[&str] = &[
    "0",
    "-0",
    "1.10",
    "0.000000001",
    "123456789012345678901234567890.123456789",
    "1e3",
    "-12.50",
    "+1",
];

impl Draw<'_, '_> {
    /// A string as a format wants it; `None` for a format that asks for nothing.
    pub(super) fn of_format(
        &mut self,
        format: &str,
        least: usize,
        most: Option<usize>,
    ) -> Option<String> {
        Some(match format {
            "date-time" | "datetime" | "iso-date-time" | "timestamp" => self.date_time(),
            "date" => self.date(),
            "time" => self.full_time(),
            "duration" => self.duration(),
            "http-date" => self.http_date(),
            "uuid" | "guid" => self.uuid(),
            "uri" | "url" | "iri" => self.dice.word(URIS).to_owned(),
            "uri-reference" | "iri-reference" => {
                let all = [URIS, REFERENCES].concat();
                self.dice.word(&all).to_owned()
            }
            "uri-template" => self.dice.word(TEMPLATES).to_owned(),
            "email" | "idn-email" => self.dice.word(MAILS).to_owned(),
            "hostname" | "idn-hostname" => self.dice.word(HOSTS).to_owned(),
            "ipv4" => self.dice.word(FOUR).to_owned(),
            "ipv6" => self.dice.word(SIX).to_owned(),
            "ip" => self.dice.word(&[FOUR, SIX].concat()).to_owned(),
            "json-pointer" => self.dice.word(POINTERS).to_owned(),
            "relative-json-pointer" => self.dice.word(&["0", "1/a", "2#"]).to_owned(),
            "regex" => self.dice.word(PATTERNS).to_owned(),
            "decimal" => self.dice.word(DECIMALS).to_owned(),
            "byte" | "base64" => self.base64(least, most, b"+/", true),
            "base64url" => {
                let padded = self.dice.percent(50);
                self.base64(least, most, b"-_", padded)
            }
            "int32" | "uint32" | "int64" | "uint64" => self.dice.integer(0..=99_999).to_string(),
            _ => return None,
        })
    }

    fn uuid(&mut self) -> String {
        let (high, low) = (self.dice.bits(), self.dice.bits());
        let digits = format!("{high:016x}{low:016x}");
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
        let (a, b, c) = (part(0, 8), part(8, 12), part(12, 16));
        let text = format!("{a}-{b}-{c}-{}-{}", part(16, 20), part(20, 32));
        match self.dice.percent(10) {
            true => text.to_uppercase(),
            false => text,
        }
    }

    /// RFC 4648 §4 or §5, of canonical bits.
    fn base64(
        &mut self,
        least: usize,
        most: Option<usize>,
        last: &[u8; 2],
        padded: bool,
    ) -> String {
        let alphabet: Vec<u8> = (b'A'..=b'Z')
            .chain(b'a'..=b'z')
            .chain(b'0'..=b'9')
            .chain(*last)
            .collect();
        let limit = most.map_or(10, |most| most / 4).min(least / 4 + 10);
        let groups = self.dice.between(least.div_ceil(4).min(limit)..=limit);
        let bytes = (groups * 3).saturating_sub(self.dice.between(0..=2));
        let mut text = String::new();
        for group in (0..bytes).step_by(3) {
            let known = (bytes - group).min(3);
            let bits = self.dice.bits() & (0xff_ff_ff << (8 * (3 - known)) & 0xff_ff_ff);
            for place in 0..=known {
                let index = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or(0);
                text.push(alphabet.get(index).copied().unwrap_or(b'A').into());
            }
            let missing = if padded { 3 - known } else { 0 };
            text.push_str(&"=".repeat(missing));
        }
        text
    }
}
