use super::docs::code;

/// What a media type is called: `application/json` → `json`, `image/png` → `image png`, `image/*` → `image`.
pub(super) fn name(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    match essence.split_once('/') {
        Some(("*", _)) => "any".to_owned(),
        Some((kind, "*")) => kind.to_owned(),
        Some((kind, subtype)) if kind.eq_ignore_ascii_case("application") => subtype.to_owned(),
        Some((kind, subtype)) => format!("{kind} {subtype}"),
        None => essence.to_owned(),
    }
}

/// Media types in a sentence of documentation.
pub(super) fn listed(media_types: &[String]) -> String {
    let shown: Vec<String> = (media_types.iter())
        .map(|media_type| format!("`{}`", code(media_type)))
        .collect();
    shown.join(" or ")
}
