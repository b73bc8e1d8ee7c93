use std::collections::BTreeMap;

use super::short::operation_name;
use crate::ir::Api;
use crate::naming::{Case, FeatureScope, Ident, Scope};
use crate::plan::Module;

/// How the operations are grouped, and what the groups and operations are called.
pub(super) struct Groups {
    pub(super) list: Vec<GroupNames>,
    operations: Vec<OperationNames>,
}

/// What a group is called.
pub(super) struct GroupNames {
    /// The tag; `None`: the operations without one.
    pub(super) tag: Option<String>,
    pub(super) module: Ident,
    pub(super) ident: Ident,
    pub(super) feature: Option<String>,
    /// The operations, by their index in the API.
    pub(super) operations: Vec<usize>,
}

/// What an operation is called.
pub(super) struct OperationNames {
    pub(super) group: Ident,
    pub(super) module: Ident,
    pub(super) builder: Ident,
    pub(super) success: Ident,
    pub(super) error: Ident,
}

/// Modules at the root of every emitted crate.
const ROOT_MODULES: &[&str] = &["client", "json", "runtime", "types"];
/// Methods that the client has whatever the API is.
const CLIENT_METHODS: &[&str] = &[
    "builder", "from_env", "call", "request", "base_url", "limits", "clone",
];
/// Features that every emitted crate can have.
const FEATURES: &[&str] = &[
    "default",
    "rustls",
    "native-tls",
    "serde",
    "tracing",
    "blocking",
    "cli",
];

impl Groups {
    pub(super) fn new(api: &Api) -> Self {
        let tags = used_tags(api);
        let wanted: Vec<&str> = tags
            .iter()
            .map(|tag| tag.as_deref().unwrap_or("operations"))
            .collect();
        let mut modules = Scope::new(Case::Module);
        ROOT_MODULES
            .iter()
            .chain(CLIENT_METHODS)
            .for_each(|name| modules.reserve(name));
        let modules = modules.claim_all(&wanted);
        let idents = Scope::new(Case::Type).claim_all(&wanted);
        let mut features = FeatureScope::new();
        FEATURES.iter().for_each(|name| features.reserve(name));
        let mut groups = Self {
            list: Vec::new(),
            operations: Vec::new(),
        };
        for ((tag, module), ident) in tags.into_iter().zip(modules).zip(idents) {
            let operations = (0..api.operations.len())
                .filter(|index| {
                    api.operations
                        .get(*index)
                        .is_some_and(|operation| operation.tag == tag)
                })
                .collect();
            let feature = tag.as_ref().map(|tag| features.claim(tag));
            groups.list.push(GroupNames {
                tag,
                module,
                ident,
                feature,
                operations,
            });
        }
        groups.name_operations(api);
        groups
    }

    /// The names of an operation.
    pub(super) fn operation(&self, index: usize) -> Option<&OperationNames> {
        self.operations.get(index)
    }

    /// The module of an operation.
    pub(super) fn module(&self, index: usize) -> Option<Module> {
        let names = self.operation(index)?;
        Some(Module::Operation(names.group.clone(), names.module.clone()))
    }

    /// The names that the modules of operations have already.
    pub(super) fn scopes(&self) -> BTreeMap<Module, Scope> {
        let scope = |names: &OperationNames| {
            let mut scope = Scope::new(Case::Type);
            for ident in [&names.builder, &names.success, &names.error] {
                scope.reserve(ident.as_str());
            }
            let module = Module::Operation(names.group.clone(), names.module.clone());
            (module, scope)
        };
        self.operations.iter().map(scope).collect()
    }

    fn name_operations(&mut self, api: &Api) {
        let mut named: Vec<(usize, OperationNames)> = Vec::new();
        for group in &self.list {
            let wanted: Vec<String> = group
                .operations
                .iter()
                .map(|index| operation_name(api, *index))
                .collect();
            let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
            let modules = Scope::new(Case::Module).claim_all(&wanted);
            let mut types = Scope::new(Case::Type);
            types.reserve(group.ident.as_str());
            let builders = types.claim_all(&wanted);
            for (((index, module), builder), wanted) in group
                .operations
                .iter()
                .zip(modules)
                .zip(builders)
                .zip(wanted)
            {
                let names = OperationNames {
                    group: group.module.clone(),
                    module,
                    builder,
                    success: types.claim(&format!("{wanted} Success")),
                    error: types.claim(&format!("{wanted} Error")),
                };
                named.push((*index, names));
            }
        }
        named.sort_by_key(|(index, _)| *index);
        self.operations = named.into_iter().map(|(_, names)| names).collect();
    }
}

/// The tags under which operations are called, in the order of the tags; operations without one come last.
fn used_tags(api: &Api) -> Vec<Option<String>> {
    let used = |tag: &Option<String>| api.operations.iter().any(|operation| operation.tag == *tag);
    let declared = api.tags.iter().map(|tag| Some(tag.name.clone()));
    let mut tags: Vec<Option<String>> = Vec::new();
    for tag in declared
        .chain(api.operations.iter().map(|operation| operation.tag.clone()))
        .chain([None])
    {
        if used(&tag) && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}
