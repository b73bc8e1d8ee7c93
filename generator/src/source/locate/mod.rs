//! From pointers to the bytes of a text: run only when a report is drawn.

mod search;

pub(super) use search::locate;
