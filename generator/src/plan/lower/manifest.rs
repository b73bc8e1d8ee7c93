use super::groups::Groups;
use super::markdown::markdown;
use crate::config::Config;
use crate::ir::Api;
use crate::naming::words;
use crate::plan::Manifest;

/// The head of the emitted `Cargo.toml`: what the configuration says, else what the description says of itself.
pub(super) fn manifest(api: &Api, config: &Config, groups: &Groups) -> Manifest {
    let package = &config.package;
    Manifest {
        name: package
            .name
            .clone()
            .unwrap_or_else(|| package_name(&api.info.title)),
        version: package
            .version
            .clone()
            .unwrap_or_else(|| version(&api.info.version)),
        description: package
            .description
            .clone()
            .unwrap_or_else(|| description(api)),
        license: package.license.clone(),
        repository: package.repository.clone(),
        features: groups
            .list
            .iter()
            .filter_map(|group| group.feature.clone())
            .collect(),
    }
}

fn description(api: &Api) -> String {
    let title = super::docs::first_paragraph(markdown(&api.info.title)).join(" ");
    if title.is_empty() {
        "A client of an HTTP API".to_owned()
    } else {
        format!("A client of {title}")
    }
}

/// A title as the name of a package: ASCII letters, digits and hyphens, a letter first.
fn package_name(title: &str) -> String {
    let ascii = |word: &String| {
        word.chars()
            .all(|character| character.is_ascii_alphanumeric())
    };
    let name = words(title)
        .into_iter()
        .filter(ascii)
        .collect::<Vec<_>>()
        .join("-");
    match name.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => name,
        Some(_) => format!("api-{name}"),
        None => "api-client".to_owned(),
    }
}

/// The description's version as a semantic version: as it is, if it is one, else its first three numbers.
fn version(text: &str) -> String {
    if let Ok(version) = semver::Version::parse(text.trim_start_matches(['v', 'V'])) {
        return version.to_string();
    }
    let numbers: Vec<String> = text
        .split(|character: char| !character.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| digits.trim_start_matches('0'))
        .map(|digits| {
            if digits.is_empty() {
                "0".to_owned()
            } else {
                digits.chars().take(18).collect()
            }
        })
        .collect();
    let number = |index: usize| numbers.get(index).map_or("0", String::as_str);
    if numbers.is_empty() {
        "0.1.0".to_owned()
    } else {
        format!("{}.{}.{}", number(0), number(1), number(2))
    }
}
