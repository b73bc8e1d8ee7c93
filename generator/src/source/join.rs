use percent_encoding::percent_decode_str;

/// The path of the file that `reference`, written in the file `base`, names (RFC 3986 §5.2, without schemes and hosts).
///
/// `None` when it leaves the root, or names no file.
pub(super) fn join(base: &str, reference: &str) -> Option<String> {
    let reference = reference.split('#').next().unwrap_or_default();
    if reference.is_empty() {
        return Some(base.to_owned());
    }
    let reference = percent_decode_str(reference).decode_utf8().ok()?;
    let reference = reference.replace('\\', "/");
    if reference.starts_with('/') || has_scheme(&reference) || reference.contains('\0') {
        return None;
    }
    let mut folders: Vec<&str> = base.split('/').collect();
    folders.pop();
    for segment in reference.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                folders.pop()?;
            }
            name => folders.push(name),
        }
    }
    (!folders.is_empty()).then(|| folders.join("/"))
}

/// `https:`, `file:`, `C:` — RFC 3986 §3.1.
fn has_scheme(reference: &str) -> bool {
    let Some((scheme, _)) = reference.split_once(':') else {
        return false;
    };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
