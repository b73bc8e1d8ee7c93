use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Padding, Renderer, Snippet,
};

use super::shown::Shown;
use super::{Diagnostic, Severity};
use crate::source::{Place, Sources, Spot};

/// Draws diagnostics for people: each with its file, line and column, the line, and what can be done.
///
/// Lines end with `\n`; the diagnostics stand apart by an empty line. `coloured` adds ANSI escapes.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, coloured: bool) -> String {
    let shown = Shown::new(diagnostics, sources);
    let renderer = if coloured {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let drawn = diagnostics
        .iter()
        .map(|diagnostic| draw(diagnostic, &shown, &renderer));
    drawn.collect::<Vec<_>>().join("\n")
}

fn draw(diagnostic: &Diagnostic, shown: &Shown<'_>, renderer: &Renderer) -> String {
    let level = level(diagnostic.severity);
    let title = level
        .primary_title(printable(&diagnostic.message))
        .id(diagnostic.code.as_str());
    let mut report = title.elements(place(
        &diagnostic.place,
        diagnostic.label.as_deref(),
        AnnotationKind::Primary,
        shown,
    ));
    if let Some(help) = &diagnostic.help {
        report = report
            .element(Padding)
            .element(Level::HELP.message(printable(help)));
    }
    let related = diagnostic.related.iter().map(|(at, label)| {
        Group::with_title(Level::NOTE.secondary_title(printable(label))).elements(place(
            at,
            None,
            AnnotationKind::Context,
            shown,
        ))
    });
    let groups: Vec<Group<'_>> = std::iter::once(report).chain(related).collect();
    let drawn = renderer.render(&groups);
    let lines = drawn.lines().map(str::trim_end);
    lines.map(|line| format!("{line}\n")).collect()
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// `--> file:line:column` and the line; only the file if it has no text.
fn place<'a>(
    place: &Place,
    label: Option<&str>,
    kind: AnnotationKind,
    shown: &Shown<'a>,
) -> Vec<Element<'a>> {
    let path = printable(shown.path(place));
    let Some(spot) = shown.spot(place) else {
        return vec![Origin::path(path).into()];
    };
    let (text, part, is_whole) = cropped(spot);
    let annotation = kind.span(part).label(label.map(printable));
    let snippet = Snippet::source(text)
        .line_start(spot.line)
        .annotation(annotation);
    if is_whole {
        return vec![snippet.path(path).into()];
    }
    // The column is that of the whole line.
    let origin = Origin::path(path).line(spot.line).char_column(spot.column);
    vec![origin.into(), snippet.into()]
}

/// Characters shown of a line, before and within the part.
const BEFORE: usize = 60;
const WITHIN: usize = 100;

/// The line, or what is around the part if the line is long; control characters and tabs as one visible character each.
///
/// With the part, and whether the line is there from its beginning.
fn cropped(spot: &Spot<'_>) -> (String, Range<usize>, bool) {
    let (before, rest) = spot
        .text
        .split_at_checked(spot.part.start)
        .unwrap_or(("", spot.text));
    let (part, after) = rest.split_at_checked(spot.part.len()).unwrap_or((rest, ""));
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let kept: String = before.chars().skip(skipped).collect();
    let mut text = if skipped > 0 {
        format!("…{}", visible(&kept))
    } else {
        visible(&kept)
    };
    let start = text.len();
    text.push_str(&first_characters(part, WITHIN));
    let end = text.len();
    let room = (BEFORE + WITHIN).saturating_sub(text.chars().count());
    if part.chars().count() <= WITHIN {
        text.push_str(&first_characters(after, room));
    }
    (text, start..end, skipped == 0)
}

fn first_characters(text: &str, most: usize) -> String {
    let first: String = text.chars().take(most).collect();
    let end = if first.len() < text.len() { "…" } else { "" };
    visible(&first) + end
}

/// A message cannot write over the screen: line ends become spaces.
fn printable(text: &str) -> String {
    const LONGEST: usize = 1000;
    first_characters(
        &text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "),
        LONGEST,
    )
}

/// Control characters, and those that turn the direction of text, as one visible character each.
fn visible(text: &str) -> String {
    let visible = |character| match character {
        '\t' => ' ',
        '\u{7f}' => '␡',
        control @ '\0'..='\u{1f}' => {
            char::from_u32(0x2400 + u32::from(control)).unwrap_or('\u{fffd}')
        }
        '\u{80}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        '\u{2028}' | '\u{2029}' => '␤',
        other => other,
    };
    text.chars().map(visible).collect()
}
