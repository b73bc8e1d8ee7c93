use std::collections::BTreeSet;

use super::case::Case;

/// The names that are taken, and how further ones are found.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    pub(super) fn take(&mut self, name: &str) {
        self.0.insert(name.to_owned());
    }

    pub(super) fn is_free(&self, name: &str) -> bool {
        !self.0.contains(name)
    }

    /// Takes the first free of the candidates.
    pub(super) fn first_free(&mut self, candidates: &[String]) -> Option<String> {
        let free = candidates.iter().find(|name| self.is_free(name))?;
        self.0.insert(free.clone());
        Some(free.clone())
    }

    /// Takes the name with the least number, from 2 on, that is free.
    pub(super) fn numbered(&mut self, name: &str) -> String {
        let free = (2..=u32::MAX)
            .map(|number| Case::numbered(name, number))
            .find(|name| self.is_free(name));
        let free = free.unwrap_or_else(|| name.to_owned());
        self.0.insert(free.clone());
        free
    }
}
