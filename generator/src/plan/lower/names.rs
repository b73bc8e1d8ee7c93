use std::collections::BTreeMap;

use super::groups::Groups;
use super::short::{candidates, is_named, named_holder, short};
use crate::ir::{Api, Origin, Shape, TypeId, facts};
use crate::naming::{Case, Ident, Scope, singular, words};
use crate::plan::{Module, Path};

/// Where each type is in the crate. Twins under one honest name are one type.
pub(super) struct Names {
    paths: BTreeMap<TypeId, Path>,
    canonical: BTreeMap<TypeId, TypeId>,
    component_modules: BTreeMap<TypeId, Ident>,
}

impl Names {
    /// Names every type of the API that emitted code has a type for.
    pub(super) fn new(api: &Api, groups: &Groups) -> Self {
        let mut names = Self {
            paths: BTreeMap::new(),
            canonical: BTreeMap::new(),
            component_modules: BTreeMap::new(),
        };
        names.components(api);
        let classes = facts::twins(api);
        for (module, ids) in names.inline_by_module(api, groups) {
            let mut scope = Scope::new(Case::Type);
            names.reserve(&mut scope, api, groups, &module);
            names.inline(api, &classes, &module, &ids, &mut scope);
        }
        names
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
    pub(super) fn items(&self, module: &Module) -> Vec<TypeId> {
        self.paths
            .iter()
            .filter(|(id, path)| path.module == *module && self.canonical(**id) == **id)
            .map(|(id, _)| *id)
            .collect()
    }

    /// The module beside a component for what stands inside of it.
    pub(super) fn component_module(&self, id: TypeId) -> Option<&Ident> {
        self.component_modules.get(&id)
    }

    fn components(&mut self, api: &Api) {
        let components: Vec<(TypeId, &str)> = api
            .type_ids()
            .filter_map(|id| match &api.ty(id).origin {
                Origin::Component(name) => Some((id, name.as_str())),
                Origin::Body(_)
                | Origin::Response(..)
                | Origin::Header(..)
                | Origin::Parameter(..)
                | Origin::Property(..)
                | Origin::Items(_)
                | Origin::Values(_)
                | Origin::Variant(..) => None,
            })
            .collect();
        let wanted: Vec<&str> = components.iter().map(|(_, name)| *name).collect();
        let idents = Scope::new(Case::Type).claim_all(&wanted);
        let modules = Scope::new(Case::Module).claim_all(&wanted);
        for (((id, _), ident), module) in components.into_iter().zip(idents).zip(modules) {
            self.paths.insert(
                id,
                Path {
                    module: Module::Types,
                    ident,
                },
            );
            self.component_modules.insert(id, module);
        }
    }

    /// The inline types that need a name, by the module of what they stand in.
    fn inline_by_module(&self, api: &Api, groups: &Groups) -> BTreeMap<Module, Vec<TypeId>> {
        let mut modules: BTreeMap<Module, Vec<TypeId>> = BTreeMap::new();
        for id in api
            .type_ids()
            .filter(|id| is_named(api, *id) && !self.paths.contains_key(id))
        {
            if let Some(module) = self.module_of(api, groups, id) {
                modules.entry(module).or_default().push(id);
            }
        }
        modules
    }

    fn module_of(&self, api: &Api, groups: &Groups, id: TypeId) -> Option<Module> {
        let mut root = id;
        while let Some(parent) = api.ty(root).origin.parent() {
            root = parent;
        }
        match &api.ty(root).origin {
            Origin::Component(_) => self
                .component_modules
                .get(&root)
                .cloned()
                .map(Module::Component),
            Origin::Body(operation)
            | Origin::Response(operation, _)
            | Origin::Header(operation, _)
            | Origin::Parameter(operation, _) => groups.module(*operation),
            Origin::Property(..) | Origin::Items(_) | Origin::Values(_) | Origin::Variant(..) => {
                None
            }
        }
    }

    /// Keeps the names that a module has already.
    fn reserve(&self, scope: &mut Scope, api: &Api, groups: &Groups, module: &Module) {
        match module {
            Module::Types => {}
            Module::Component(own) => {
                let owner = api
                    .type_ids()
                    .find(|id| self.component_modules.get(id) == Some(own));
                if let Some(path) = owner.and_then(|owner| self.paths.get(&owner)) {
                    scope.reserve(path.ident.as_str());
                }
            }
            Module::Operation(..) => groups.reserve(scope, module),
        }
    }

    fn inline(
        &mut self,
        api: &Api,
        classes: &[usize],
        module: &Module,
        ids: &[TypeId],
        scope: &mut Scope,
    ) {
        let mut families: Vec<(usize, Vec<TypeId>)> = Vec::new();
        for id in ids {
            let class = classes.get(id.index()).copied().unwrap_or(usize::MAX);
            match families.iter_mut().find(|(known, _)| *known == class) {
                Some((_, family)) => family.push(*id),
                None => families.push((class, vec![*id])),
            }
        }
        for (_, family) in families {
            self.family(api, module, &family, scope);
        }
    }

    /// Names types that look the same on the wire: one name where it is honest, else each its own.
    fn family(&mut self, api: &Api, module: &Module, family: &[TypeId], scope: &mut Scope) {
        // What stands in a twin that is not emitted is not emitted either: its own twin stands in the one that is.
        let (standing, gone): (Vec<TypeId>, Vec<TypeId>) = family.iter().partition(|id| {
            named_holder(api, **id).is_none_or(|holder| self.canonical(holder) == holder)
        });
        let mut first = None;
        for (name, members) in honest_names(api, &standing) {
            let Some(canonical) = members.first().copied() else {
                continue;
            };
            let ident = scope.claim_first(&candidates(api, canonical, &name));
            self.paths.insert(
                canonical,
                Path {
                    module: module.clone(),
                    ident,
                },
            );
            self.canonical
                .extend(members.iter().map(|member| (*member, canonical)));
            first.get_or_insert(canonical);
        }
        if let Some(first) = first {
            self.canonical
                .extend(gone.into_iter().map(|id| (id, first)));
        }
    }
}

/// Splits twins into those that one name fits, and says which name.
fn honest_names(api: &Api, twins: &[TypeId]) -> Vec<(String, Vec<TypeId>)> {
    if let Some(name) = common_name(api, twins) {
        return vec![(name, twins.to_vec())];
    }
    let mut named: Vec<(String, Vec<TypeId>)> = Vec::new();
    for id in twins {
        let name = short(api, *id);
        match named
            .iter_mut()
            .find(|(known, _)| words(known) == words(&name))
        {
            Some((_, members)) => members.push(*id),
            None => named.push((name, vec![*id])),
        }
    }
    named
}

/// A name for twins that stand side by side in one struct under different names: what the names end in, or what the
/// struct is a plural of (`logDrain`, `traceDrain` → `Drain`; in `protocols`: `Protocol`).
fn common_name(api: &Api, twins: &[TypeId]) -> Option<String> {
    let (first, others) = twins.split_first()?;
    let name = short(api, *first);
    if others
        .iter()
        .all(|other| words(&short(api, *other)) == words(&name))
    {
        return Some(name);
    }
    let holder = named_holder(api, *first)?;
    let beside = others
        .iter()
        .all(|other| named_holder(api, *other) == Some(holder));
    if !beside || !matches!(api.ty(holder).shape, Shape::Struct(_)) {
        return None;
    }
    let mut suffix = words(&name);
    for other in others {
        let other = words(&short(api, *other));
        let same = suffix
            .iter()
            .rev()
            .zip(other.iter().rev())
            .take_while(|(left, right)| left == right)
            .count();
        suffix = suffix.split_off(suffix.len() - same);
    }
    if !suffix.is_empty() {
        return Some(suffix.join(" "));
    }
    let plural = short(api, holder);
    let one = singular(&plural);
    (one != plural).then_some(one)
}
