use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use pulldown_cmark_to_cmark::{calculate_code_block_token_count, cmark_with_options};

/// Lines of documentation from a text in CommonMark, such that nothing in it breaks the code or the documentation:
/// no code block is taken for a test, no bracket for a link to an item, no angle bracket for HTML.
pub(super) fn markdown(text: &str) -> Vec<String> {
    let clean: String = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| is_shown(*c))
        .collect();
    if clean.trim().is_empty() {
        return Vec::new();
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Harmless::default().all(Parser::new_ext(&clean, options));
    let mut safe = String::with_capacity(clean.len());
    let layout = pulldown_cmark_to_cmark::Options {
        code_block_token_count: calculate_code_block_token_count(&events).unwrap_or(3),
        increment_ordered_list_bullets: true,
        ..pulldown_cmark_to_cmark::Options::default()
    };
    let written = cmark_with_options(events.iter(), &mut safe, layout);
    if written.is_err() {
        return vec![escaped(&clean.replace('\n', " "))];
    }
    let mut lines: Vec<String> = safe.lines().map(line).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// A line as it can stand in a comment: without what references such as `&#x202E;` stood for, without tabs.
fn line(line: &str) -> String {
    let shown: String = line.chars().filter(|c| is_shown(*c)).collect();
    shown.replace('\t', "    ").trim_end().to_owned()
}

/// Control characters other than line feed and tab show nothing and confuse compilers; so do marks of direction.
pub(super) fn is_shown(character: char) -> bool {
    let directed = matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    !directed && (character == '\n' || character == '\t' || !character.is_control())
}

/// Makes events harmless one by one.
#[derive(Default)]
struct Harmless {
    in_code: bool,
    /// Whether each of the links around is kept.
    links: Vec<bool>,
}

impl Harmless {
    fn all<'a>(mut self, events: Parser<'a>) -> Vec<Event<'a>> {
        events.flat_map(|event| self.one(event)).collect()
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the parser's own enum: whatever it adds is shown as it is"
    )]
    fn one<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                self.in_code = true;
                vec![Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(
                    CowStr::Borrowed("text"),
                )))]
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                vec![event]
            }
            Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
            Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
            // The parser leaves the inside of an HTML block alone, so that it has links of its own.
            Event::Html(html) | Event::InlineHtml(html) => with_links(html.trim_end()),
            Event::Text(text) if !self.in_code => with_links(&text),
            Event::Start(Tag::Link {
                dest_url,
                title,
                id,
                ..
            }) => {
                let link_type = LinkType::Inline;
                self.link(
                    &dest_url.clone(),
                    Event::Start(Tag::Link {
                        link_type,
                        dest_url,
                        title,
                        id,
                    }),
                )
            }
            Event::Start(Tag::Image {
                dest_url,
                title,
                id,
                ..
            }) => {
                let link_type = LinkType::Inline;
                self.link(
                    &dest_url.clone(),
                    Event::Start(Tag::Image {
                        link_type,
                        dest_url,
                        title,
                        id,
                    }),
                )
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let kept = self.links.pop().unwrap_or(true);
                kept.then_some(event).into_iter().collect()
            }
            other => vec![other],
        }
    }

    /// The beginning of a link, if it leads somewhere from the pages of this crate; else its text stands alone.
    fn link<'a>(&mut self, target: &str, start: Event<'a>) -> Vec<Event<'a>> {
        let leads = ["https://", "http://", "mailto:"].iter().any(|scheme| {
            target
                .get(..scheme.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
        });
        self.links.push(leads);
        leads.then_some(start).into_iter().collect()
    }
}

/// Bare URLs as links; everything else that means something in Markdown escaped.
fn with_links<'a>(text: &str) -> Vec<Event<'a>> {
    let mut events = Vec::new();
    let mut rest = text;
    while let Some(at) = rest
        .find("https://")
        .into_iter()
        .chain(rest.find("http://"))
        .min()
    {
        let (before, from) = rest.split_at(at);
        let end = from
            .find(|c: char| c.is_whitespace() || "<>\"'`()[]{}|\\".contains(c))
            .unwrap_or(from.len());
        let (url, after) = from.split_at(end);
        let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let tail = from.get(url.len()..).unwrap_or(after);
        events.push(Event::InlineHtml(escaped(before).into()));
        events.push(Event::InlineHtml(format!("<{url}>").into()));
        rest = tail;
    }
    events.push(Event::InlineHtml(escaped(rest).into()));
    events
}

/// A text in which no character means anything in Markdown.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if means_something(before, character, characters.peek().copied()) {
            safe.push('\\');
        }
        safe.push(character);
        before = Some(character);
    }
    safe
}

/// Whether a character means something in Markdown where it stands.
fn means_something(before: Option<char>, character: char, after: Option<char>) -> bool {
    let in_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    match character {
        '\\' | '`' | '*' | '[' | ']' | '<' | '|' => true,
        '_' => !(in_word(before) && in_word(after)),
        '~' => before == Some('~') || after == Some('~'),
        '#' | '>' | '+' | '-' | '=' => before.is_none(),
        '.' | ')' => before.is_some_and(|before| before.is_ascii_digit()) && after == Some(' '),
        _ => false,
    }
}
