//! From pointers to the bytes of a text: run only when a report is drawn.

mod json;
mod search;
mod shown;
mod slow;
mod toml;
mod wanted;
mod yaml;

#[cfg(test)]
mod tests;

pub(super) use search::locate;
