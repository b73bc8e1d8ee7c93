use std::collections::BTreeSet;

use super::case::Case;
use super::letters;

/// The names that are taken, and how further ones are found. A name is taken when another looks the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    pub(super) fn take(&mut self, name: &str) {
        self.0.insert(letters::look(name));
    }

    pub(super) fn is_free(&self, name: &str) -> bool {
        !self.0.contains(&letters::look(name))
    }

    /// Takes the first free of the candidates.
    pub(super) fn first_free(&mut self, candidates: &[String]) -> Option<String> {
        let free = candidates.iter().find(|name| self.is_free(name))?;
        self.take(free);
        Some(free.clone())
    }

    /// Takes the name with the least number, from 2 on, that is free.
    pub(super) fn numbered(&mut self, name: &str) -> String {
        let free = (2..=u32::MAX)
            .map(|number| Case::numbered(name, number))
            .find(|name| self.is_free(name));
        let free = free.unwrap_or_else(|| name.to_owned());
        self.take(&free);
        free
    }
}
