use super::{PageTarget, PagingStyle, RustType};
use crate::config::PagePlace;

/// How an operation pages.
#[derive(Debug)]
pub struct Paging {
    /// How the next page is asked for.
    pub style: PagingStyle,
    /// The array of items in the body of an answer.
    pub items: PagePlace,
    /// The type of an item.
    pub item: RustType,
    /// What says `false` in the body of the last page.
    pub more: Option<PagePlace>,
    /// The number of all items, or of all pages where they are numbered.
    pub total: Option<PagePlace>,
    /// Where the size of a page goes, and the size that comes unasked.
    pub size: Option<(PageTarget, Option<u32>)>,
    /// Lines of documentation of the method that gives the pages.
    pub pages_docs: Vec<String>,
    /// Lines of documentation of the method that gives the items.
    pub items_docs: Vec<String>,
}
