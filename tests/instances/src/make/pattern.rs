use proptest::string::string_regex_parsed;
use regex::RegexBuilder;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind, Look, Repetition};

use super::dice::Dice;
use super::ecma::translated;

/// How often at most something is repeated, above what is wanted.
const REPEATED: u32 = 8;
/// The most that something is repeated at all.
const MOST: u32 = 5000;

/// A text that a pattern matches, `None` where the pattern is not understood; the judge looks whether it does.
pub(super) fn text(
    dice: &mut Dice<'_>,
    pattern: &str,
    least: usize,
    most: Option<usize>,
) -> Option<String> {
    let parsed = ParserBuilder::new()
        .nest_limit(60)
        .build()
        .parse(&translated(pattern))
        .ok()?;
    let (starts, ends) = (is_anchored(&parsed, true), is_anchored(&parsed, false));
    let above = u32::try_from(least).unwrap_or(MOST).max(REPEATED);
    let strategy = string_regex_parsed(&plain(&parsed, above)?).ok()?;
    let mut text = dice.draw(&strategy)?;
    let room = most.map_or(10, |most| most.saturating_sub(text.chars().count()));
    let missing = least.saturating_sub(text.chars().count());
    if room > 0 && !ends && (missing > 0 || dice.percent(30)) {
        text.push_str(&"x".repeat(missing.max(1)));
    } else if room > 0 && !starts && (missing > 0 || dice.percent(30)) {
        text.insert_str(0, &"x".repeat(missing.max(1)));
    }
    Some(text)
}

/// Whether a pattern says where the text starts or ends, at least in one way.
fn is_anchored(hir: &Hir, start: bool) -> bool {
    let set = hir.properties().look_set();
    match start {
        true => set.contains(Look::Start) || set.contains(Look::StartLF),
        false => set.contains(Look::End) || set.contains(Look::EndLF),
    }
}

/// The same without places, which proptest does not make, and without long repetitions.
fn plain(hir: &Hir, above: u32) -> Option<Hir> {
    Some(match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0.clone()),
        HirKind::Class(class) => Hir::class(class.clone()),
        HirKind::Repetition(repetition) => {
            let min = repetition.min;
            if min > MOST {
                return None;
            }
            let limit = min.saturating_add(above).min(MOST.max(min));
            Hir::repetition(Repetition {
                min,
                max: Some(repetition.max.map_or(limit, |max| max.min(limit))),
                greedy: true,
                sub: Box::new(plain(&repetition.sub, REPEATED)?),
            })
        }
        HirKind::Capture(capture) => plain(&capture.sub, above)?,
        HirKind::Concat(parts) => Hir::concat(all(parts, above)?),
        HirKind::Alternation(parts) => Hir::alternation(all(parts, above)?),
    })
}

fn all(parts: &[Hir], above: u32) -> Option<Vec<Hir>> {
    parts.iter().map(|part| plain(part, above)).collect()
}

/// Whether a name has a pattern, as far as it is understood.
pub(super) fn is_match(pattern: &str, text: &str) -> bool {
    let built = RegexBuilder::new(&translated(pattern))
        .size_limit(1 << 20)
        .build();
    built.is_ok_and(|regex| regex.is_match(text))
}
