use crate::description::{Scheme, Security};
use crate::security::Credential;

/// The schemes to use: of the alternatives, the first whose credentials are all at hand.
///
/// Optional security (an empty alternative) is used without credentials only if there are none.
///
/// # Errors
/// Says in words what would be needed when no alternative can be satisfied.
pub fn choose(
    security: Security,
    at_hand: &dyn Fn(&Scheme) -> bool,
) -> Result<&'static [&'static Scheme], String> {
    let satisfied = |set: &&&'static [&'static Scheme]| {
        !set.is_empty() && set.iter().all(|scheme| at_hand(scheme))
    };
    match security.iter().find(satisfied) {
        Some(set) => Ok(set),
        None if security.is_empty() || security.iter().any(|set| set.is_empty()) => Ok(&[]),
        None => Err(needed(security)),
    }
}

/// The credential that was given for a scheme.
pub fn at_hand<'a>(
    credentials: &'a [(&'static Scheme, Credential)],
    scheme: &Scheme,
) -> Option<&'a Credential> {
    let found = credentials.iter().find(|(given, _)| *given == scheme);
    found.map(|(_, credential)| credential)
}

fn needed(security: Security) -> String {
    let set = |set: &&[&Scheme]| {
        let schemes: Vec<_> = set.iter().map(|scheme| scheme.to_string()).collect();
        schemes.join(" and ")
    };
    let sets: Vec<_> = security.iter().map(set).collect();
    sets.join(", or ")
}
