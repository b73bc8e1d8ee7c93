use std::ops::Range;

/// Where the lines of a text begin. A line ends with `\n`, `\r\n` or `\r`.
#[derive(Debug)]
pub struct Lines<'text> {
    text: &'text str,
    starts: Vec<usize>,
}

/// A line of a text, and a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot<'text> {
    /// The number of the line, from 1.
    pub line: usize,
    /// The number of the character in the line at which the part begins, from 1.
    pub column: usize,
    /// The line, without its end.
    pub text: &'text str,
    /// The bytes of `text` that are the part.
    pub part: Range<usize>,
}

impl<'text> Lines<'text> {
    /// Counts the lines of a text.
    pub fn new(text: &'text str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|&(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        Self { text, starts }
    }

    /// The line in which a span of bytes begins, and the part of the line that the span covers.
    pub fn spot(&self, span: &Range<usize>) -> Spot<'text> {
        let line = self
            .starts
            .partition_point(|&start| start <= span.start)
            .max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let text = self
            .text
            .get(start..end)
            .unwrap_or_default()
            .trim_end_matches(['\n', '\r']);
        let from = self
            .boundary(span.start)
            .saturating_sub(start)
            .min(text.len());
        let to = self
            .boundary(span.end)
            .saturating_sub(start)
            .clamp(from, text.len());
        let column = text.get(..from).unwrap_or_default().chars().count() + 1;
        Spot {
            line,
            column,
            text,
            part: from..to,
        }
    }

    /// The byte of a character of a line, both counted from 1; the end of the text if there is none.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(self.text.len());
        let rest = self.text.get(start..).unwrap_or_default();
        let within = rest.char_indices().nth(column.saturating_sub(1));
        start + within.map_or(rest.len(), |(at, _)| at)
    }

    /// The start of the character that the byte is in.
    fn boundary(&self, at: usize) -> usize {
        (0..=at.min(self.text.len()))
            .rev()
            .find(|&at| self.text.is_char_boundary(at))
            .unwrap_or_default()
    }
}
