use crate::description::Parameter;

/// How an operation pages. A generated crate has a static for each that does.
///
/// Places in a body are JSON Pointers (RFC 6901) in which `-1` is the last item of an array.
#[derive(Debug)]
pub struct Paging {
    /// How the next page is asked for.
    pub style: PagingStyle,
    /// The array of items in the body of an answer.
    pub items: &'static str,
    /// What says `false` in the body of the last page.
    pub more: Option<&'static str>,
    /// The number of all items where pages are told by an offset, of all pages where they are told
    /// by their number.
    pub total: Option<&'static str>,
    /// Where the size of a page is asked for, and the size that is taken if it is not: a page with
    /// fewer items is the last.
    pub size: Option<(PageTarget, Option<u32>)>,
}

/// How the next page is asked for.
#[derive(Debug, Clone, Copy)]
pub enum PagingStyle {
    /// By what the answer says.
    Cursor {
        /// Where the cursor goes.
        to: PageTarget,
        /// Where the answer has it.
        from: PageSource,
    },
    /// By how many items come before it.
    Offset {
        /// Where their number goes.
        to: PageTarget,
    },
    /// By its number.
    Number {
        /// Where it goes.
        to: PageTarget,
        /// The number of the first page, unless the caller begins with another.
        first: u32,
    },
    /// By the URL that the answer names.
    Url {
        /// Where the answer has it.
        from: PageSource,
    },
    /// By the URL that the answer links to as `next` (RFC 8288).
    Link,
}

/// Where something goes that asks for a page.
#[derive(Debug, Clone, Copy)]
pub enum PageTarget {
    /// Into a parameter.
    Parameter(&'static Parameter),
    /// To this place in the body, which is JSON.
    Body(&'static str),
}

/// Where an answer says what the next page is asked for by.
#[derive(Debug, Clone, Copy)]
pub enum PageSource {
    /// At this place in the body.
    Body(&'static str),
    /// In this header field.
    Header(&'static str),
}

impl Paging {
    /// Pages whose items stand at this place of the body, and which end where nothing says how to
    /// go on, or with a page without items.
    pub const fn new(style: PagingStyle, items: &'static str) -> Self {
        Self {
            style,
            items,
            more: None,
            total: None,
            size: None,
        }
    }

    /// What says `false` in the body of the last page.
    pub const fn more(mut self, place: &'static str) -> Self {
        self.more = Some(place);
        self
    }

    /// The number of all items, or of all pages where they are told by their number.
    pub const fn total(mut self, place: &'static str) -> Self {
        self.total = Some(place);
        self
    }

    /// A page with fewer items than were asked for, or than come unasked, is the last.
    pub const fn size(mut self, target: PageTarget, unasked: Option<u32>) -> Self {
        self.size = Some((target, unasked));
        self
    }
}

impl PageTarget {
    /// What it is called in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Parameter(parameter) => parameter.name,
            Self::Body(place) => place,
        }
    }
}
