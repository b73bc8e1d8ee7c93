use super::Operation;
use super::extensions::{self, Read};
use super::resolver::Resolver;
use crate::config::{OperationPattern, PageRule, Subject};
use crate::diagnostic::Code;
use crate::source::{FileId, Place, Pointer};

/// What is said of how an operation pages.
#[derive(Debug)]
pub struct PageClaim {
    /// Where it is said.
    pub place: Place,
    /// What is said.
    pub rule: PageRule,
    /// It is said of this operation, not of all that it may fit.
    pub is_meant: bool,
}

impl Resolver<'_, '_> {
    /// What the configuration says of an operation and what its extensions say.
    pub(super) fn page_claims(
        &mut self,
        operation: &openapiv3::Operation,
        subject: Subject<'_>,
        at: &Place,
    ) -> Vec<PageClaim> {
        let rules = self.rules.iter().enumerate();
        let mut claims: Vec<PageClaim> = rules
            .filter_map(|(index, rule)| self.configured(index, rule, subject, at))
            .collect();
        for (name, value) in &operation.extensions {
            let place = at.child(name);
            match extensions::read(name, value, &self.openapi.extensions) {
                Read::Rule(rule) => claims.push(PageClaim {
                    place,
                    rule: *rule,
                    is_meant: true,
                }),
                Read::Nothing => {}
                Read::Wrong(why) => {
                    let message = format!("`{name}` does not say how the operation pages: {why}");
                    self.say(Code::InvalidPagination, &place, message, "not paged by it");
                }
            }
        }
        claims
    }

    /// Says which rules no operation fits.
    pub(super) fn report_unmatched_rules(&mut self, operations: &[Operation]) {
        let Some(file) = self.rules_file else {
            return;
        };
        for index in 0..self.rules.len() {
            let place = rule_place(file, index, self.rules.len());
            let mut claims = operations.iter().flat_map(|operation| &operation.pages);
            if !claims.any(|claim| claim.place == place) {
                let message = "no operation fits the patterns of this rule";
                self.say(Code::UnmatchedSelection, &place, message, "chooses nothing");
            }
        }
    }

    fn configured(
        &self,
        index: usize,
        rule: &PageRule,
        subject: Subject<'_>,
        at: &Place,
    ) -> Option<PageClaim> {
        let fitting = |pattern: &&OperationPattern| pattern.fits(subject);
        let is_meant = rule
            .operations
            .iter()
            .filter(fitting)
            .any(|it| it.is_exact());
        let is_taken =
            rule.operations.is_empty() || rule.operations.iter().any(|it| it.fits(subject));
        is_taken.then(|| PageClaim {
            place: match self.rules_file {
                Some(file) => rule_place(file, index, self.rules.len()),
                None => at.clone(),
            },
            rule: rule.clone(),
            is_meant,
        })
    }
}

/// Where a rule stands in the configuration.
fn rule_place(file: FileId, index: usize, rules: usize) -> Place {
    let holder = Pointer::root().child("pagination");
    // A single table and a list of one cannot be told apart here; the table is what is mostly written.
    let pointer = if rules == 1 {
        holder
    } else {
        holder.index(index)
    };
    Place::new(file, pointer)
}
