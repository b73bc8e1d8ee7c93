use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use http::HeaderMap;

use super::reading::part;
use super::{PageSource, PageTarget, Paging, PagingStyle, next_link};
use crate::answer::Answer;
use crate::call::Call;
use crate::error::{BodyError, CallError, DecodeFailure, RequestFailure};
use crate::json::{Json, array_at};

/// A page, and what is known of those before it.
pub(super) struct Turn {
    call: Call,
    /// Which page it is, from 1.
    page: u32,
    /// The cursors and URLs that were used, as they went over the wire.
    used: BTreeSet<String>,
    /// The items of the page before, as a hash of their text.
    before: Option<u64>,
}

/// Why there is no next page although the last one was not the last.
pub(super) enum Stuck {
    /// It cannot be asked for.
    Call(CallError),
    /// The page before it does not say what it should.
    Body(DecodeFailure),
}

/// What the next page is asked for by.
enum Ask {
    /// A value.
    Value(PageTarget, Json),
    /// A number, which cannot come twice.
    Number(PageTarget, u64),
    /// A URL, absolute or not.
    Url(String),
}

impl Turn {
    /// The first page.
    pub(super) fn new(call: Call) -> Self {
        Self {
            call,
            page: 1,
            used: BTreeSet::new(),
            before: None,
        }
    }

    /// The call that asks for the page.
    pub(super) fn call(&self) -> Call {
        self.call.clone()
    }

    /// The page behind that of `answer`; `None` behind the last.
    pub(super) fn next(mut self, paging: &Paging, answer: &Answer) -> Result<Option<Self>, Stuck> {
        let asked = answer.text_of_page().and_then(|text| {
            let ask = ask(&self.call, paging, answer.headers(), &text)?;
            let is_new = ask.is_none() || self.is_new(paging, &text)?;
            Ok((ask, is_new))
        });
        let (ask, is_new) =
            asked.map_err(|error| Stuck::Body(answer.clone().undecodable(error)))?;
        let Some(ask) = ask else {
            return Ok(None);
        };
        let turned = if is_new {
            self.turn_to(ask)
        } else {
            Err(RequestFailure::new(
                "the same page came twice, so there is no end of them",
            ))
        };
        match turned {
            Ok(()) => Ok(Some(self)),
            Err(failure) => Err(Stuck::Call(self.call.named(failure).into())),
        }
    }

    /// Whether the items of a page are others than those of the page before. Lists of plain values
    /// may well repeat themselves.
    fn is_new(&mut self, paging: &Paging, text: &str) -> Result<bool, BodyError> {
        let array = array_at(text, paging.items).map_err(BodyError::Json)?;
        let objects = array.filter(|(_, items)| items.contains('{'));
        let now = objects.map(|(_, items)| {
            let mut hasher = DefaultHasher::new();
            items.hash(&mut hasher);
            hasher.finish()
        });
        let before = std::mem::replace(&mut self.before, now);
        Ok(now.is_none() || now != before)
    }

    fn turn_to(&mut self, ask: Ask) -> Result<(), RequestFailure> {
        match ask {
            Ask::Value(target, value) => {
                self.used.extend(self.call.page_text(target));
                self.call.ask_for(target, &value)?;
                let cursor = self.call.page_text(target).unwrap_or_default();
                self.note(cursor, target.name(), "a cursor came twice")?;
            }
            Ask::Number(target, number) => self.call.ask_for(target, &Json::from(number))?,
            Ask::Url(text) => {
                let url = self.call.url()?;
                self.used.insert(url.to_string());
                let next = url.join(&text).map_err(|error| {
                    RequestFailure::new("the URL of the next page is not legal").with_source(error)
                })?;
                self.note(next.to_string(), "next", "a URL came twice")?;
                self.call.follow(&url, next)?;
            }
        }
        self.page = self.page.saturating_add(1);
        self.call.key_of_page(self.page)
    }

    fn note(
        &mut self,
        cursor: String,
        name: &'static str,
        reason: &'static str,
    ) -> Result<(), RequestFailure> {
        if self.used.insert(cursor) {
            Ok(())
        } else {
            let reason = format!("{reason}, so there is no end of pages");
            Err(RequestFailure::about(
                name,
                format!("of the next page: {reason}"),
            ))
        }
    }
}

/// What the next page is asked for by; `None` behind the last.
fn ask(
    call: &Call,
    paging: &Paging,
    headers: &HeaderMap,
    text: &str,
) -> Result<Option<Ask>, BodyError> {
    if let Some(more) = paging.more
        && part::<Json>(text, more)? == Some(Json::Bool(false))
    {
        return Ok(None);
    }
    let said = match paging.style {
        PagingStyle::Cursor { to, from } => {
            found(from, headers, text)?.map(|value| Ask::Value(to, value))
        }
        PagingStyle::Url { from } => match found(from, headers, text)? {
            Some(Json::String(url)) => Some(Ask::Url(url)),
            Some(_) | None => None,
        },
        PagingStyle::Link => next_link(headers).map(Ask::Url),
        PagingStyle::Offset { to } => {
            let items = items(paging, text)?;
            let next = number(call, to, 0).saturating_add(items);
            let is_last = total(paging, text)?.is_some_and(|total| next >= total);
            (!is_last && !is_short(call, paging, items)).then_some(Ask::Number(to, next))
        }
        PagingStyle::Number { to, first } => {
            let items = items(paging, text)?;
            let next = number(call, to, first.into()).saturating_add(1);
            let read = next.saturating_sub(first.into());
            let is_last = total(paging, text)?.is_some_and(|total| read >= total);
            (!is_last && !is_short(call, paging, items)).then_some(Ask::Number(to, next))
        }
    };
    Ok(said)
}

/// A value that says something: not `null`, not empty.
fn found(from: PageSource, headers: &HeaderMap, text: &str) -> Result<Option<Json>, BodyError> {
    let value = match from {
        PageSource::Body(place) => part::<Json>(text, place)?,
        PageSource::Header(name) => {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            value.map(|value| Json::from(value.trim()))
        }
    };
    Ok(value.filter(|value| value.as_str() != Some("")))
}

/// The number by which this page was asked for.
fn number(call: &Call, target: PageTarget, unasked: u64) -> u64 {
    let text = call.page_text(target);
    let given = text.and_then(|text| text.rsplit('=').next()?.parse().ok());
    given.unwrap_or(unasked)
}

fn items(paging: &Paging, text: &str) -> Result<u64, BodyError> {
    if text.is_empty() {
        return Ok(0);
    }
    let array = array_at(text, paging.items).map_err(BodyError::Json)?;
    Ok(array.map_or(0, |(count, _)| u64::try_from(count).unwrap_or(u64::MAX)))
}

fn total(paging: &Paging, text: &str) -> Result<Option<u64>, BodyError> {
    let Some(place) = paging.total else {
        return Ok(None);
    };
    let total = part::<Json>(text, place)?;
    Ok(total.and_then(|total| total.as_u64()))
}

/// Whether a page has no items, or fewer than were to be expected where that makes it the last.
fn is_short(call: &Call, paging: &Paging, items: u64) -> bool {
    let size = paging.size.map(|(target, unasked)| {
        let unasked = unasked.map_or(0, u64::from);
        number(call, target, unasked)
    });
    items == 0 || size.is_some_and(|size| items < size)
}
