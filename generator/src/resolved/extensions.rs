use indexmap::IndexMap;
use serde_json::Value;

use crate::config::{PageFrom, PagePlace, PageRule, PageStyle, PageTo};

/// What an extension says of how an operation pages.
pub(super) enum Read {
    /// This.
    Rule(Box<PageRule>),
    /// It is about something else, or says that there is one page only.
    Nothing,
    /// Something that cannot be made sense of: why.
    Wrong(String),
}

type Fields = IndexMap<String, Value>;

/// Reads one extension of an operation; `root` are those of the whole document.
pub(super) fn read(name: &str, value: &Value, root: &Fields) -> Read {
    let rule = match name {
        "x-speakeasy-pagination" => speakeasy(value).map(Some),
        "x-pagination" => plain(value).map(Some),
        "x-ms-pageable" => microsoft(value),
        "x-fern-pagination" if *value == Value::Bool(true) => match root.get(name) {
            Some(shared) => fern(shared).map(Some),
            None => Err("the document says nothing of it".to_owned()),
        },
        "x-fern-pagination" => fern(value).map(Some),
        "x-dropshot-pagination" => dropshot().map(Some),
        _ => return Read::Nothing,
    };
    match rule {
        Ok(Some(rule)) => Read::Rule(Box::new(rule)),
        Ok(None) => Read::Nothing,
        Err(why) => Read::Wrong(why),
    }
}

type Rule = Result<PageRule, String>;

/// `{type: offsetLimit | cursor | url, inputs: [{name, in, type}], outputs: {results, nextCursor, …}}`
fn speakeasy(value: &Value) -> Rule {
    let outputs = value.get("outputs").unwrap_or(&Value::Null);
    let input = |kind: &str| speakeasy_input(value, kind);
    let kind = text(value, "type").ok_or("it has no `type`")?;
    let (style, parameter) = match (kind, input("page")?) {
        ("cursor", _) => (PageStyle::Cursor, input("cursor")?),
        ("url", _) => (PageStyle::Url, None),
        ("offsetLimit", Some(page)) => (PageStyle::Page, Some(page)),
        ("offsetLimit", None) => (PageStyle::Offset, input("offset")?),
        (other, _) => return Err(format!("there is no type `{other}`")),
    };
    let next = place(outputs, "nextCursor")?.or(place(outputs, "nextUrl")?);
    Ok(PageRule {
        parameter,
        next: next.map(PageFrom::Body),
        items: place(outputs, "results")?,
        total: place(outputs, "numPages")?.filter(|_| style == PageStyle::Page),
        size: input("limit")?,
        ..PageRule::new(style)
    })
}

fn speakeasy_input(value: &Value, kind: &str) -> Result<Option<PageTo>, String> {
    let inputs = value.get("inputs").and_then(Value::as_array);
    let mut inputs = inputs.into_iter().flatten();
    let Some(input) = inputs.find(|input| text(input, "type") == Some(kind)) else {
        return Ok(None);
    };
    let name = text(input, "name").ok_or("an input has no `name`")?;
    match text(input, "in") {
        Some("requestBody") => Ok(Some(PageTo::Body(place_of(name)?))),
        Some("parameters") | None => Ok(Some(PageTo::Parameter(name.to_owned()))),
        Some(other) => Err(format!("an input is in `{other}`")),
    }
}

/// `{limitParam, pageOffsetParam | pageParam | cursorParam, cursorPath, resultsPath}`
fn plain(value: &Value) -> Rule {
    let parameter = |name: &str| text(value, name).map(plain_target).transpose();
    let (offset, page) = (parameter("pageOffsetParam")?, parameter("pageParam")?);
    let cursor = parameter("cursorParam")?;
    let (style, parameter, first) = match (cursor, offset, page) {
        (Some(cursor), _, _) => (PageStyle::Cursor, cursor, None),
        (None, Some(offset), _) => (PageStyle::Offset, offset, None),
        (None, None, Some(page)) => (PageStyle::Page, page, Some(first(value))),
        (None, None, None) => {
            return Err("it has no `cursorParam`, `pageOffsetParam` or `pageParam`".to_owned());
        }
    };
    // Whoever says nothing of the results means the body itself.
    let items = place(value, "resultsPath")?.map_or_else(|| place_of(""), Ok)?;
    Ok(PageRule {
        parameter: Some(parameter),
        next: place(value, "cursorPath")?.map(PageFrom::Body),
        items: Some(items),
        size: text(value, "limitParam").map(plain_target).transpose()?,
        first,
        ..PageRule::new(style)
    })
}

/// Parts of the body are `body.page.limit` there.
fn plain_target(name: &str) -> Result<PageTo, String> {
    match name.strip_prefix("body.") {
        Some(path) => place_of(path).map(PageTo::Body),
        None => Ok(PageTo::Parameter(name.to_owned())),
    }
}

fn first(value: &Value) -> u32 {
    let first = value.get("pageStart").and_then(Value::as_u64);
    first
        .and_then(|first| u32::try_from(first).ok())
        .unwrap_or(0)
}

/// `{nextLinkName, itemName}`; without a name of the link there is one page.
fn microsoft(value: &Value) -> Result<Option<PageRule>, String> {
    let link = match value.get("nextLinkName") {
        None => "nextLink",
        Some(Value::String(name)) if !name.is_empty() => name,
        Some(Value::Null | Value::String(_)) => return Ok(None),
        Some(_) => return Err("`nextLinkName` is no name".to_owned()),
    };
    let items = text(value, "itemName").unwrap_or("value");
    Ok(Some(PageRule {
        next: Some(PageFrom::Body(place_of(link)?)),
        items: Some(place_of(items)?),
        ..PageRule::new(PageStyle::Url)
    }))
}

/// `{cursor: $request.…, next_cursor: $response.…, results: $response.…}`, or `offset` in place of the cursor.
fn fern(value: &Value) -> Rule {
    let request = |name: &str| text(value, name).map(fern_target).transpose();
    let response = |name: &str| -> Result<Option<PagePlace>, String> {
        let path = text(value, name);
        path.map(|path| place_of(path.strip_prefix("$response.").unwrap_or(path)))
            .transpose()
    };
    let (style, parameter) = match (request("cursor")?, request("offset")?) {
        (Some(cursor), _) => (PageStyle::Cursor, Some(cursor)),
        // What is called an offset there is the number of a page.
        (None, Some(offset)) => (PageStyle::Page, Some(offset)),
        (None, None) if value.get("next_uri").is_some() => (PageStyle::Url, None),
        (None, None) => return Err("it has neither `cursor` nor `offset`".to_owned()),
    };
    let next = response("next_cursor")?.or(response("next_uri")?);
    Ok(PageRule {
        parameter,
        next: next.map(PageFrom::Body),
        items: response("results")?,
        more: response("has-next-page")?,
        ..PageRule::new(style)
    })
}

fn fern_target(path: &str) -> Result<PageTo, String> {
    let name = path.strip_prefix("$request.").unwrap_or(path);
    match name.strip_prefix("body.") {
        Some(path) => place_of(path).map(PageTo::Body),
        None => Ok(PageTo::Parameter(name.to_owned())),
    }
}

/// What every such service has.
fn dropshot() -> Rule {
    Ok(PageRule {
        parameter: Some(PageTo::Parameter("page_token".to_owned())),
        next: Some(PageFrom::Body(PagePlace::member("next_page"))),
        items: Some(PagePlace::member("items")),
        ..PageRule::new(PageStyle::Cursor)
    })
}

fn text<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}

fn place(value: &Value, name: &str) -> Result<Option<PagePlace>, String> {
    text(value, name).map(place_of).transpose()
}

fn place_of(text: &str) -> Result<PagePlace, String> {
    PagePlace::try_from(text.to_owned())
}
