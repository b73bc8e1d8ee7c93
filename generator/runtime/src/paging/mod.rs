//! Answers that come page by page, as a stream of pages and as a stream of items.

mod described;
mod link;
mod pager;
mod reading;
mod streams;
mod turn;

pub use described::{PageSource, PageTarget, Paging, PagingStyle};
pub use link::next_link;
pub use streams::{PagedItems, Pages};
