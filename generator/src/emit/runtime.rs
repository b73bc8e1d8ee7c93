use std::collections::BTreeSet;

use clientwright_runtime::sources::{self, Part};

use super::File;
use crate::config::MARK;
use crate::plan::{Crate, FormatType};

/// `src/runtime/…`: the hand-written half, as it stands in the runtime's own crate, with its paths one module deeper.
pub(super) fn runtime(plan: &Crate) -> Vec<File> {
    sources::embedded(&parts(plan))
        .into_iter()
        .map(|(path, text)| embedded(plan, path, &text))
        .collect()
}

/// The parts of the runtime that not every crate needs.
pub(super) fn parts(plan: &Crate) -> BTreeSet<Part> {
    plan.formats.iter().map(|format| part(*format)).collect()
}

fn part(of: FormatType) -> Part {
    match of {
        FormatType::DateTime | FormatType::Date | FormatType::Time | FormatType::Duration => {
            Part::Dates
        }
        FormatType::HttpDate => Part::HttpDate,
        FormatType::Uuid => Part::Uuid,
        FormatType::Uri => Part::Uri,
        FormatType::Ip => Part::Ip,
        FormatType::Base64 | FormatType::Base64Url => Part::Base64,
        FormatType::Binary => Part::Binary,
        FormatType::Decimal => Part::Decimal,
        FormatType::Password => Part::Password,
        FormatType::UnixSeconds
        | FormatType::UnixMillis
        | FormatType::UnixMicros
        | FormatType::UnixNanos => Part::UnixTime,
    }
}

fn embedded(plan: &Crate, path: &str, text: &str) -> File {
    let text = text.replace("crate::", "crate::runtime::");
    File {
        path: format!("src/runtime/{path}"),
        text: format!("// {MARK} {}.\n\n{text}", plan.notice),
    }
}
