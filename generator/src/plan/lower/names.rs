use std::collections::BTreeMap;

use super::groups::Groups;
use super::homes::Homes;
use crate::ir::{Api, Origin, TypeId};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{Module, Path, Reexport};

/// Where each type is in the crate. Twins under one honest name are one type.
pub(super) struct Names {
    paths: BTreeMap<TypeId, Path>,
    canonical: BTreeMap<TypeId, TypeId>,
    component_modules: BTreeMap<TypeId, Ident>,
    items: BTreeMap<Module, Vec<TypeId>>,
    reexports: BTreeMap<Module, Vec<Reexport>>,
    twins: BTreeMap<TypeId, Vec<TypeId>>,
}

impl Names {
    /// Names every type of the API that emitted code has a type for.
    pub(super) fn new(api: &Api, groups: &Groups) -> Self {
        let (mut paths, component_modules) = components(api);
        let Homes {
            paths: inline,
            canonical,
            reexports,
        } = Homes::new(api, groups, &paths, &component_modules);
        paths.extend(inline);
        let mut items: BTreeMap<Module, Vec<TypeId>> = BTreeMap::new();
        for (id, path) in &paths {
            items.entry(path.module.clone()).or_default().push(*id);
        }
        let mut twins: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        for (twin, id) in &canonical {
            twins.entry(*id).or_default().push(*twin);
        }
        Self {
            paths,
            canonical,
            component_modules,
            items,
            reexports,
            twins,
        }
    }

    /// Where the type is that stands for `id`.
    pub(super) fn path(&self, id: TypeId) -> Option<&Path> {
        self.paths.get(&self.canonical(id))
    }

    /// The type that is emitted for `id`: itself, or its twin.
    pub(super) fn canonical(&self, id: TypeId) -> TypeId {
        self.canonical.get(&id).copied().unwrap_or(id)
    }

    /// The types to emit in a module, in their order.
    pub(super) fn items(&self, module: &Module) -> &[TypeId] {
        self.items.get(module).map_or(&[], Vec::as_slice)
    }

    /// The types that belong to a module and are emitted in another one.
    pub(super) fn reexports(&self, module: &Module) -> Vec<Reexport> {
        self.reexports.get(module).cloned().unwrap_or_default()
    }

    /// The types for which an emitted one stands, itself among them.
    pub(super) fn twins(&self, id: TypeId) -> Vec<TypeId> {
        self.twins.get(&id).cloned().unwrap_or_else(|| vec![id])
    }

    /// The module beside a component for what stands inside of it.
    pub(super) fn component_module(&self, id: TypeId) -> Option<&Ident> {
        self.component_modules.get(&id)
    }
}

/// Names the components, and the modules beside them.
fn components(api: &Api) -> (BTreeMap<TypeId, Path>, BTreeMap<TypeId, Ident>) {
    let components: Vec<(TypeId, &str)> = api
        .type_ids()
        .filter_map(|id| match &api.ty(id).origin {
            Origin::Component(name) => Some((id, name.as_str())),
            Origin::Body(_)
            | Origin::Response(..)
            | Origin::Header(..)
            | Origin::Item(_)
            | Origin::Parameter(..)
            | Origin::Property(..)
            | Origin::Items(_)
            | Origin::ItemAt(..)
            | Origin::Values(_)
            | Origin::Keys(_)
            | Origin::Variant(..) => None,
        })
        .collect();
    let wanted: Vec<&str> = components.iter().map(|(_, name)| *name).collect();
    let idents = Scope::new(Case::Type).claim_all(&wanted);
    let modules = Scope::new(Case::Module)
        .with_ours(&["shared", "types"], "component")
        .claim_all(&wanted);
    let ids = || components.iter().map(|(id, _)| *id);
    let path = |ident| Path {
        module: Module::Types,
        ident,
    };
    (
        ids().zip(idents.into_iter().map(path)).collect(),
        ids().zip(modules).collect(),
    )
}
