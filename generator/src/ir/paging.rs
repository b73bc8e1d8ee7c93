use super::TypeRef;
use crate::config::{PageFrom, PagePlace};

/// How an operation pages.
#[derive(Debug, Clone)]
pub struct Paging {
    /// How the next page is asked for.
    pub style: PagingStyle,
    /// The array of items in the body of an answer.
    pub items: PagePlace,
    /// The type of an item.
    pub item: TypeRef,
    /// What says `false` in the body of the last page.
    pub more: Option<PagePlace>,
    /// The number of all items, or of all pages where they are numbered.
    pub total: Option<PagePlace>,
    /// Where the size of a page goes, and the size that comes unasked.
    pub size: Option<(PageTarget, Option<u32>)>,
}

/// How the next page is asked for.
#[derive(Debug, Clone)]
pub enum PagingStyle {
    /// By a cursor that the answer names.
    Cursor {
        /// Where it goes.
        to: PageTarget,
        /// Where the answer has it.
        from: PageFrom,
    },
    /// By the number of items before it.
    Offset {
        /// Where it goes.
        to: PageTarget,
    },
    /// By its number.
    Number {
        /// Where it goes.
        to: PageTarget,
        /// That of the first page.
        first: u32,
    },
    /// By a URL that the answer names.
    Url {
        /// Where the answer has it.
        from: PageFrom,
    },
    /// By a `Link` header field (RFC 8288).
    Link,
}

/// Where something goes that asks for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageTarget {
    /// Into the parameter with this index.
    Parameter(usize),
    /// To this place in the body.
    Body(PagePlace),
}
