use super::groups::Groups;
use super::markdown::is_shown;
use crate::config::Config;
use crate::ir::Api;
use crate::naming;
use crate::plan::Manifest;

/// The head of the emitted `Cargo.toml`: what the configuration says, else what the description says of itself.
pub(super) fn manifest(api: &Api, config: &Config, groups: &Groups) -> Manifest {
    let package = &config.package;
    Manifest {
        name: package
            .name
            .clone()
            .unwrap_or_else(|| naming::package(&api.info.title)),
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

/// One line without markup, for registries show it as it is.
fn description(api: &Api) -> String {
    let shown: String = (api.info.title.chars())
        .map(|character| if is_shown(character) { character } else { ' ' })
        .collect();
    let title: Vec<&str> = shown.split_whitespace().collect();
    if title.is_empty() {
        "A client of an HTTP API".to_owned()
    } else {
        format!("A client of {}", title.join(" "))
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
