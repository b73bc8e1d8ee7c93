use crate::config::{PageFrom, PagePlace, PageRule, PageStyle, PageTo};
use crate::diagnostic::suggest;
use crate::ir::{Additional, Api, Operation, PageTarget, Paging, PagingStyle, Shape, TypeRef};

/// How an operation pages by a rule.
///
/// # Errors
///
/// What the operation does not have, in one sentence without a full stop.
pub fn paging(api: &Api, operation: &Operation, rule: &PageRule) -> Result<Paging, String> {
    let body = page(operation).ok_or("no success of the operation is JSON")?;
    let style = style(api, operation, rule, body)?;
    let (items, item) = items(api, body, rule)?;
    for place in [&rule.more, &rule.total].into_iter().flatten() {
        answered(api, body, place)?;
    }
    let size = match &rule.size {
        Some(size) => {
            let target = target(api, operation, size)?;
            let unasked = default(operation, &target);
            Some((target, unasked))
        }
        None => None,
    };
    Ok(Paging {
        style,
        items,
        item,
        more: rule.more.clone(),
        total: rule.total.clone(),
        size,
    })
}

/// Whether an answer declares a `Link` header field (RFC 8288), so that it may name the next page.
pub fn is_linked(operation: &Operation) -> bool {
    let successes = operation
        .responses
        .iter()
        .filter(|it| it.status.is_success());
    let mut headers = successes.flat_map(|response| &response.headers);
    headers.any(|header| header.name.eq_ignore_ascii_case("link"))
}

fn style(
    api: &Api,
    operation: &Operation,
    rule: &PageRule,
    body: TypeRef,
) -> Result<PagingStyle, String> {
    let to = || {
        let name = rule.style.as_str();
        let parameter = rule.parameter.as_ref();
        let parameter = parameter.ok_or_else(|| format!("style `{name}` needs a `parameter`"))?;
        target(api, operation, parameter)
    };
    let from = || {
        let name = rule.style.as_str();
        let next = rule.next.as_ref();
        let next = next.ok_or_else(|| format!("style `{name}` needs a `next`"))?;
        if let PageFrom::Body(place) = next {
            answered(api, body, place)?;
        }
        Ok::<_, String>(next.clone())
    };
    Ok(match rule.style {
        PageStyle::Cursor => PagingStyle::Cursor {
            to: to()?,
            from: from()?,
        },
        PageStyle::Offset => PagingStyle::Offset { to: to()? },
        PageStyle::Page => {
            let to = to()?;
            let first = rule.first.or(default(operation, &to)).unwrap_or(1);
            PagingStyle::Number { to, first }
        }
        PageStyle::Url => PagingStyle::Url { from: from()? },
        PageStyle::Link => PagingStyle::Link,
    })
}

/// The type of the body that a page is.
fn page(operation: &Operation) -> Option<TypeRef> {
    let successes = operation
        .responses
        .iter()
        .filter(|it| it.status.is_success());
    let mut contents = successes.flat_map(|response| &response.contents);
    contents.find_map(|content| content.payload.as_json())
}

fn target(api: &Api, operation: &Operation, to: &PageTo) -> Result<PageTarget, String> {
    match to {
        PageTo::Parameter(name) => {
            let parameters = &operation.parameters;
            let found = parameters.iter().position(|it| it.wire_name == *name);
            found.map(PageTarget::Parameter).ok_or_else(|| {
                let names = parameters.iter().map(|it| it.wire_name.as_str());
                let near = suggest(name, names).map(|near| format!("; there is `{near}`"));
                format!(
                    "the operation has no parameter `{name}`{}",
                    near.unwrap_or_default()
                )
            })
        }
        PageTo::Body(place) => {
            let contents = operation.body.iter().flat_map(|body| &body.contents);
            let body = contents
                .filter_map(|content| content.payload.as_json())
                .next();
            let body = body.ok_or("the operation has no body of JSON")?;
            match at(api, body, place) {
                Found::Nothing => Err(format!("the body has nothing at {place}")),
                Found::Anything | Found::Type(_) => Ok(PageTarget::Body(place.clone())),
            }
        }
    }
}

/// What the service takes if a parameter is not given.
fn default(operation: &Operation, target: &PageTarget) -> Option<u32> {
    let PageTarget::Parameter(index) = target else {
        return None;
    };
    let default = operation.parameters.get(*index)?.docs.default.as_ref()?;
    u32::try_from(default.as_u64()?).ok()
}

fn answered(api: &Api, body: TypeRef, place: &PagePlace) -> Result<(), String> {
    match at(api, body, place) {
        Found::Nothing => Err(format!("the answer has nothing at {place}")),
        Found::Anything | Found::Type(_) => Ok(()),
    }
}

fn item(api: &Api, body: TypeRef, items: &PagePlace) -> Result<TypeRef, String> {
    match at(api, body, items) {
        Found::Type(ty) => array(api, ty).ok_or_else(|| format!("{items} is no array")),
        Found::Anything => Err(format!("{items} is any JSON, not an array")),
        Found::Nothing => Err(format!("the answer has nothing at {items}")),
    }
}

/// The type of the items, if a type is an array of one kind of them.
fn array(api: &Api, ty: TypeRef) -> Option<TypeRef> {
    if let Shape::Array(items) = &api.ty(api.unaliased(ty).id).shape {
        Some(*items)
    } else {
        None
    }
}

/// Where the items are, and their type: the same in all variants of an answer that can be pages.
fn items(api: &Api, body: TypeRef, rule: &PageRule) -> Result<(PagePlace, TypeRef), String> {
    let of = |page: TypeRef| {
        let place = match &rule.items {
            Some(items) => items.clone(),
            None => only_array(api, page)?,
        };
        let item = item(api, page, &place)?;
        Ok((place, item))
    };
    let Shape::Union(union) = &api.ty(api.unaliased(body).id).shape else {
        return of(body);
    };
    let is_page = |ty: TypeRef| match &rule.next {
        Some(PageFrom::Body(next)) => answered(api, ty, next).is_ok(),
        Some(PageFrom::Header(_)) | None => true,
    };
    let variants = union.variants.iter().map(|variant| variant.ty);
    let found: Vec<Result<_, String>> = variants.filter(|ty| is_page(*ty)).map(of).collect();
    let mut known = found.iter().flatten();
    match known.next() {
        Some(first) if known.all(|other| other == first) => Ok(first.clone()),
        Some(_) => Err("the variants of the answer have different items".to_owned()),
        None => (found.into_iter().next())
            .unwrap_or_else(|| Err("the answer has no array of items".to_owned())),
    }
}

/// The only array of an answer: the whole, a member of it, or else a member of a member.
fn only_array(api: &Api, body: TypeRef) -> Result<PagePlace, String> {
    if array(api, body).is_some() {
        return Ok(PagePlace::whole());
    }
    let members = members(api, body);
    let deeper = || {
        let inner = members.iter().flat_map(|(place, ty)| {
            let below = self::members(api, *ty);
            below
                .into_iter()
                .map(|(inner, ty)| (place.within(&inner), ty))
        });
        inner.collect::<Vec<_>>()
    };
    let arrays = |members: &[(PagePlace, TypeRef)]| -> Vec<PagePlace> {
        let arrays = members.iter().filter(|(_, ty)| array(api, *ty).is_some());
        arrays.map(|(place, _)| place.clone()).collect()
    };
    let mut found = arrays(&members);
    if found.is_empty() {
        found = arrays(&deeper());
    }
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err("the answer has no array of items".to_owned()),
        several => {
            let names: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(format!(
                "the answer has several arrays, {}: `items` says which",
                names.join(", ")
            ))
        }
    }
}

/// The named members of an object with their places.
fn members(api: &Api, ty: TypeRef) -> Vec<(PagePlace, TypeRef)> {
    let Shape::Struct(shape) = &api.ty(api.unaliased(ty).id).shape else {
        return Vec::new();
    };
    let fields = shape.fields.iter();
    fields
        .map(|field| (PagePlace::member(&field.wire_name), field.ty))
        .collect()
}

/// What stands at a place of a value.
#[derive(Clone, Copy)]
enum Found {
    /// Values of this type.
    Type(TypeRef),
    /// Something of which the description does not say what it is.
    Anything,
    /// Nothing can stand there.
    Nothing,
}

fn at(api: &Api, ty: TypeRef, place: &PagePlace) -> Found {
    let mut found = Found::Type(ty);
    for token in place.tokens() {
        let Found::Type(ty) = found else {
            return found;
        };
        found = step(api, ty, &token);
    }
    found
}

fn step(api: &Api, ty: TypeRef, token: &str) -> Found {
    match &api.ty(api.unaliased(ty).id).shape {
        Shape::Struct(shape) => {
            let mut fields = shape.fields.iter();
            match fields.find(|field| field.wire_name == token) {
                Some(field) => Found::Type(field.ty),
                None => match shape.additional {
                    Additional::Typed(ty) => Found::Type(ty),
                    Additional::Patterned(_) => Found::Anything,
                    Additional::Kept => Found::Nothing,
                },
            }
        }
        Shape::Map(map) => Found::Type(map.values),
        Shape::Array(items) if is_index(token) => Found::Type(*items),
        // Which of its variants it is, is known only when it is there.
        Shape::Union(union) => {
            let variants = union.variants.iter().map(|it| step(api, it.ty, token));
            let mut there = variants.filter(|found| !matches!(found, Found::Nothing));
            there.next().unwrap_or(Found::Nothing)
        }
        Shape::Any | Shape::Patterned(_) | Shape::Tuple(_) => Found::Anything,
        Shape::Array(_) | Shape::Primitive(_) | Shape::Enum(_) | Shape::Alias(_) => Found::Nothing,
    }
}

fn is_index(token: &str) -> bool {
    token == "-1" || token.parse::<u32>().is_ok()
}
