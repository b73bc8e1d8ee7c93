use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::shown;
use super::wanted::{Found, Wanted};

/// Searches a TOML text, such as `clientwright.toml`.
pub(super) fn search(text: &str, wanted: &Wanted, found: &mut Found) {
    let (table, _errors) = DeTable::parse_recoverable(text);
    below_table(text, wanted, table.get_ref(), found);
}

fn below_table(text: &str, wanted: &Wanted, table: &DeTable<'_>, found: &mut Found) {
    for (key, value) in table {
        if let Some(wanted) = wanted.below(key.get_ref()) {
            let shown = shown::member(text, key.span(), value.span(), is_scalar(value));
            enter(text, wanted, value, &shown, found);
        }
    }
}

fn enter(
    text: &str,
    wanted: &Wanted,
    value: &Spanned<DeValue<'_>>,
    shown: &Range<usize>,
    found: &mut Found,
) {
    found.record(wanted, shown);
    match value.get_ref() {
        DeValue::Table(table) => below_table(text, wanted, table, found),
        DeValue::Array(array) => {
            for (index, element) in array.iter().enumerate() {
                if let Some(wanted) = wanted.below(&index.to_string()) {
                    let shown = shown::value(text, element.span(), is_scalar(element));
                    enter(text, wanted, element, &shown, found);
                }
            }
        }
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => {}
    }
}

fn is_scalar(value: &Spanned<DeValue<'_>>) -> bool {
    !value.get_ref().is_table() && !value.get_ref().is_array()
}
