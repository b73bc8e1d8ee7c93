use std::collections::BTreeMap;

use super::features::Features;
use super::items::Items;
use super::short::named_holder;
use crate::ir::TypeId;
use crate::naming::{Case, Scope};
use crate::plan::{Module, SharedModule};

/// The files of the types that stand inside of several others: one for each that does not stand inside of another one
/// of them.
pub(super) fn shared_modules(items: &Items<'_>, features: &Features) -> Vec<SharedModule> {
    let mut by_root: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    for id in items.types.names.items(&Module::Shared) {
        by_root.entry(root(items, *id)).or_default().push(*id);
    }
    let mut modules = Scope::new(Case::Module);
    by_root
        .into_iter()
        .filter_map(|(root, ids)| {
            let twins: Vec<TypeId> = ids
                .iter()
                .flat_map(|id| items.types.names.twins(*id))
                .collect();
            let name = items.types.names.path(root)?.ident.unraw();
            Some(SharedModule {
                module: modules.claim(name),
                items: ids.iter().filter_map(|id| items.item(*id)).collect(),
                features: features.of(&twins),
            })
        })
        .collect()
}

/// The outermost shared type around a shared type.
fn root(items: &Items<'_>, id: TypeId) -> TypeId {
    let names = items.types.names;
    let is_shared = |id: &TypeId| {
        names
            .path(*id)
            .is_some_and(|path| path.module == Module::Shared)
    };
    let mut root = id;
    while let Some(holder) = named_holder(items.api(), root).filter(is_shared) {
        root = names.canonical(holder);
    }
    root
}
