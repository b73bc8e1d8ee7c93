use std::ops::Range;

use saphyr_parser::{Event, Parser, Span, StrInput};

use super::shown;
use super::wanted::{Found, Wanted};

/// Searches the first document of a YAML text that holds an object or an array; false if the text was refused.
pub(super) fn search(text: &str, wanted: &Wanted, found: &mut Found) -> bool {
    let events = Parser::new_from_str(text);
    let cursor = Cursor {
        text,
        characters: 0,
        bytes: 0,
    };
    let mut search = Search {
        text,
        found,
        events,
        cursor,
        refused: false,
    };
    while let Some((event, span)) = search.next() {
        match kind(&event) {
            Kind::Object | Kind::Array => {
                let start = search.cursor.byte(span.start.index());
                let shown = shown::value(text, start..text.len(), false);
                search.found.record(wanted, &shown);
                search.below(wanted, kind(&event));
                break;
            }
            Kind::Scalar | Kind::End | Kind::Other => {}
        }
    }
    !search.refused
}

/// What an event means for a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    Array,
    /// A scalar, or an alias, which is not followed: reports show where it is used.
    Scalar,
    End,
    Other,
}

fn kind(event: &Event<'_>) -> Kind {
    match event {
        Event::MappingStart(..) => Kind::Object,
        Event::SequenceStart(..) => Kind::Array,
        Event::Scalar(..) | Event::Alias(_) => Kind::Scalar,
        Event::MappingEnd | Event::SequenceEnd | Event::DocumentEnd | Event::StreamEnd => Kind::End,
        Event::Nothing | Event::StreamStart | Event::DocumentStart(_) => Kind::Other,
    }
}

struct Search<'text, 'found> {
    text: &'text str,
    found: &'found mut Found,
    events: Parser<'text, StrInput<'text>>,
    cursor: Cursor<'text>,
    refused: bool,
}

impl<'text> Search<'text, '_> {
    /// The next event; none at the end and after an error, since the parser that reports places is stricter than the
    /// one that reads values. What was found up to there holds.
    fn next(&mut self) -> Option<(Event<'text>, Span)> {
        let event = self.events.next_event()?;
        self.refused |= event.is_err();
        event.ok()
    }

    /// Searches what the object or array that just began holds. As deep as a pointer at most.
    fn below(&mut self, wanted: &Wanted, holder: Kind) -> Option<()> {
        for index in 0_usize.. {
            let (event, span) = self.next()?;
            let first = kind(&event);
            if first == Kind::End {
                break;
            }
            if holder == Kind::Array {
                self.element(wanted.below(&index.to_string()), first, span)?;
                continue;
            }
            let name = if let Event::Scalar(name, ..) = &event {
                wanted.below(name)
            } else {
                None
            };
            self.skip(first)?;
            let (value, value_span) = self.next()?;
            self.member(name, span, kind(&value), value_span)?;
        }
        Some(())
    }

    fn member(
        &mut self,
        wanted: Option<&Wanted>,
        key: Span,
        value: Kind,
        value_span: Span,
    ) -> Option<()> {
        let Some(wanted) = wanted else {
            return self.skip(value);
        };
        let (key, value_span) = (self.bytes(key), self.bytes(value_span));
        let shown = shown::member(self.text, key, value_span, value == Kind::Scalar);
        self.enter(wanted, value, &shown)
    }

    fn element(&mut self, wanted: Option<&Wanted>, value: Kind, span: Span) -> Option<()> {
        let Some(wanted) = wanted else {
            return self.skip(value);
        };
        let mut bytes = self.bytes(span);
        if value != Kind::Scalar {
            bytes.end = self.text.len();
        }
        let shown = shown::value(self.text, bytes, value == Kind::Scalar);
        self.enter(wanted, value, &shown)
    }

    fn enter(&mut self, wanted: &Wanted, value: Kind, shown: &Range<usize>) -> Option<()> {
        self.found.record(wanted, shown);
        match value {
            Kind::Object | Kind::Array if !wanted.is_leaf() => self.below(wanted, value),
            Kind::Object | Kind::Array | Kind::Scalar | Kind::End | Kind::Other => self.skip(value),
        }
    }

    /// Passes over the rest of a value that begins with an event of that kind.
    fn skip(&mut self, first: Kind) -> Option<()> {
        let mut depth = usize::from(matches!(first, Kind::Object | Kind::Array));
        while depth > 0 {
            match kind(&self.next()?.0) {
                Kind::Object | Kind::Array => depth += 1,
                Kind::End => depth -= 1,
                Kind::Scalar | Kind::Other => {}
            }
        }
        Some(())
    }

    fn bytes(&mut self, span: Span) -> Range<usize> {
        let start = self.cursor.byte(span.start.index());
        start..self.cursor.byte(span.end.index()).max(start)
    }
}

/// The parser counts characters; asked for places in their order, this walks over the text once.
struct Cursor<'text> {
    text: &'text str,
    characters: usize,
    bytes: usize,
}

impl Cursor<'_> {
    fn byte(&mut self, character: usize) -> usize {
        if character < self.characters {
            (self.characters, self.bytes) = (0, 0);
        }
        let rest = self.text.get(self.bytes..).unwrap_or_default();
        let ahead = character - self.characters;
        self.bytes += rest
            .char_indices()
            .nth(ahead)
            .map_or(rest.len(), |(at, _)| at);
        self.characters = character;
        self.bytes
    }
}
