use std::collections::{BTreeMap, BTreeSet};

use super::families::{families, honest_names};
use super::groups::Groups;
use super::short::{candidates, is_named, named_holder, short};
use crate::ir::{Api, Origin, TypeId};
use crate::naming::{Case, Ident, Scope, words};
use crate::plan::{Module, Path, Reexport};

/// Where the inline types are: in the module of what they stand in, or, if twins of theirs stand in other modules, in
/// the one that all share.
pub(super) struct Homes {
    /// Where the types are that are emitted.
    pub(super) paths: BTreeMap<TypeId, Path>,
    /// The type that is emitted for each one.
    pub(super) canonical: BTreeMap<TypeId, TypeId>,
    /// What a module shares with others, under the names it has there.
    pub(super) reexports: BTreeMap<Module, Vec<Reexport>>,
}

/// Gives homes, holders before what stands in them.
struct Settling<'a> {
    api: &'a Api,
    modules: BTreeMap<TypeId, Module>,
    scopes: BTreeMap<Module, Scope>,
    homes: Homes,
}

impl Homes {
    pub(super) fn new(
        api: &Api,
        groups: &Groups,
        components: &BTreeMap<TypeId, Path>,
        component_modules: &BTreeMap<TypeId, Ident>,
    ) -> Self {
        let mut inline: Vec<(usize, TypeId)> = Vec::new();
        let mut modules = BTreeMap::new();
        for id in api
            .type_ids()
            .filter(|id| is_named(api, *id) && !components.contains_key(id))
        {
            let (root, depth) = root(api, id);
            if let Some(module) = module(api, groups, component_modules, root) {
                inline.push((depth, id));
                modules.insert(id, module);
            }
        }
        inline.sort_unstable();
        let inline: Vec<TypeId> = inline.into_iter().map(|(_, id)| id).collect();
        let mut settling = Settling {
            api,
            modules,
            scopes: scopes(groups, components, component_modules),
            homes: Self {
                paths: BTreeMap::new(),
                canonical: BTreeMap::new(),
                reexports: BTreeMap::new(),
            },
        };
        for family in families(api, &inline) {
            settling.family(&family);
        }
        settling.homes
    }
}

impl Settling<'_> {
    /// Names types that look the same on the wire: one name where it is honest, else each its own.
    fn family(&mut self, family: &[TypeId]) {
        // What stands in a twin that is not emitted is not emitted either: its own twin stands in the one that is.
        let (standing, mut gone): (Vec<TypeId>, Vec<TypeId>) =
            family.iter().partition(|id| self.is_standing(**id));
        let named = honest_names(self.api, &standing);
        for (index, (name, members)) in named.iter().enumerate() {
            let own = |id: &TypeId| words(&short(self.api, *id)) == words(name);
            let others = named.get(index + 1..).unwrap_or_default();
            let elsewhere = |id: &TypeId| {
                let name = words(&short(self.api, *id));
                others.iter().any(|(other, _)| words(other) == name)
            };
            let beneath: Vec<TypeId> = gone
                .extract_if(.., |id| own(id) || (index == 0 && !elsewhere(id)))
                .collect();
            self.settle(name, members, &beneath);
        }
    }

    fn is_standing(&self, id: TypeId) -> bool {
        named_holder(self.api, id).is_none_or(|holder| {
            self.homes
                .canonical
                .get(&holder)
                .is_none_or(|canonical| *canonical == holder)
        })
    }

    /// Gives twins of one name their home, and each module in which they stand its name for them. Those `beneath` stand
    /// in types that are not emitted.
    fn settle(&mut self, name: &str, members: &[TypeId], beneath: &[TypeId]) {
        let Some(canonical) = members.first().copied() else {
            return;
        };
        let homes: BTreeSet<Module> = members.iter().map(|member| self.home(*member)).collect();
        let all = || members.iter().chain(beneath).copied();
        self.homes
            .canonical
            .extend(all().map(|member| (member, canonical)));
        let module = match homes.first() {
            Some(only) if homes.len() == 1 => only.clone(),
            Some(_) | None => Module::Shared,
        };
        let ident = self.claim(&module, canonical, name);
        let path = Path { module, ident };
        if path.module == Module::Shared {
            self.reexport(name, all(), &path);
        }
        self.homes.paths.insert(canonical, path);
    }

    /// Gives a shared type a name in each module in which a twin of it stands.
    fn reexport(&mut self, name: &str, twins: impl Iterator<Item = TypeId>, path: &Path) {
        let mut by_module = BTreeMap::new();
        for twin in twins {
            if let Some(module) = self.modules.get(&twin) {
                by_module.entry(module.clone()).or_insert(twin);
            }
        }
        for (module, twin) in by_module {
            let ident = self.claim(&module, twin, name);
            let path = path.clone();
            self.homes
                .reexports
                .entry(module)
                .or_default()
                .push(Reexport { ident, path });
        }
    }

    /// The module of what a type stands in.
    fn home(&self, id: TypeId) -> Module {
        let holder = named_holder(self.api, id).and_then(|holder| self.homes.paths.get(&holder));
        match holder {
            Some(path) if path.module == Module::Shared => Module::Shared,
            Some(_) | None => self.modules.get(&id).cloned().unwrap_or(Module::Shared),
        }
    }

    fn claim(&mut self, module: &Module, id: TypeId, name: &str) -> Ident {
        let candidates = candidates(self.api, id, name);
        self.scopes
            .entry(module.clone())
            .or_insert_with(|| Scope::new(Case::Type))
            .claim_first(&candidates)
    }
}

/// The outermost of the types around an inline type, and how far out it is.
fn root(api: &Api, id: TypeId) -> (TypeId, usize) {
    let (mut root, mut depth) = (id, 0);
    while let Some(parent) = api.ty(root).origin.parent() {
        root = parent;
        depth += 1;
    }
    (root, depth)
}

/// The module in which everything is that stands in `root`.
fn module(
    api: &Api,
    groups: &Groups,
    component_modules: &BTreeMap<TypeId, Ident>,
    root: TypeId,
) -> Option<Module> {
    match &api.ty(root).origin {
        Origin::Component(_) => component_modules.get(&root).cloned().map(Module::Component),
        Origin::Body(operation)
        | Origin::Response(operation, _)
        | Origin::Header(operation, _)
        | Origin::Item(operation)
        | Origin::Parameter(operation, _) => groups.module(*operation),
        Origin::Property(..)
        | Origin::Items(_)
        | Origin::ItemAt(..)
        | Origin::Values(_)
        | Origin::Keys(_)
        | Origin::Variant(..) => None,
    }
}

/// The names that the modules have already.
fn scopes(
    groups: &Groups,
    components: &BTreeMap<TypeId, Path>,
    component_modules: &BTreeMap<TypeId, Ident>,
) -> BTreeMap<Module, Scope> {
    let mut scopes = groups.scopes();
    for (id, module) in component_modules {
        let mut scope = Scope::new(Case::Type);
        if let Some(path) = components.get(id) {
            scope.reserve(path.ident.as_str());
        }
        scopes.insert(Module::Component(module.clone()), scope);
    }
    scopes
}
