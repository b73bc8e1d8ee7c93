use std::collections::BTreeMap;

use super::short::operation_name;
use crate::ir::{Api, Multipart};
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
    /// The method of the client that gives the group.
    pub(super) method: Ident,
    pub(super) module: Ident,
    pub(super) ident: Ident,
    pub(super) feature: Option<String>,
    /// The operations, by their index in the API.
    pub(super) operations: Vec<usize>,
}

/// What an operation is called.
pub(super) struct OperationNames {
    pub(super) group: Ident,
    pub(super) group_method: Ident,
    /// The method of the group that begins a request.
    pub(super) method: Ident,
    pub(super) module: Ident,
    pub(super) builder: Ident,
    pub(super) success: Ident,
    pub(super) error: Ident,
    pub(super) headers: Ident,
    pub(super) error_headers: Ident,
    /// One for each body of several parts.
    pub(super) parts: Vec<Ident>,
}

/// What the operations without a tag are called together.
const UNTAGGED: &str = "operations";

/// What groups cannot be called: the modules at the root of every crate and the methods of its client.
const CLIENT: &[&str] = &[
    "blocking",
    "cli",
    "client",
    "formats",
    "json",
    "runtime",
    "types",
    "xml_tables",
    "builder",
    "from_env",
    "call",
    "request",
    "base_url",
    "clone",
    "new",
    "shared",
    "credential",
    "limits",
    "into",
    "try_into",
];
/// What operations cannot be called: methods that any value has, and that a call of a method with `&self` would mean.
const ANY_VALUE: &[&str] = &["into", "try_into"];
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
            .map(|tag| tag.as_deref().unwrap_or(UNTAGGED))
            .collect();
        let [methods, modules] = [Case::Value, Case::Module]
            .map(|case| Scope::new(case).with_ours(CLIENT, "api").claim_all(&wanted));
        let idents = Scope::new(Case::Type).claim_all(&wanted);
        let mut features = FeatureScope::new(FEATURES, "api");
        let mut groups = Self {
            list: Vec::new(),
            operations: Vec::new(),
        };
        for (((tag, method), module), ident) in
            tags.into_iter().zip(methods).zip(modules).zip(idents)
        {
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
                method,
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
            let ours = [
                &names.builder,
                &names.success,
                &names.error,
                &names.headers,
                &names.error_headers,
            ];
            for ident in ours.into_iter().chain(&names.parts) {
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
            named.extend(group.operations.iter().copied().zip(group.names(api)));
        }
        named.sort_by_key(|(index, _)| *index);
        self.operations = named.into_iter().map(|(_, names)| names).collect();
    }
}

impl GroupNames {
    /// What the group would be called if nothing else were.
    pub(super) fn wanted(&self) -> &str {
        self.tag.as_deref().unwrap_or(UNTAGGED)
    }

    /// The names of its operations, in their order.
    fn names(&self, api: &Api) -> Vec<OperationNames> {
        let wanted: Vec<String> = self
            .operations
            .iter()
            .map(|index| operation_name(api, *index))
            .collect();
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let mut types = Scope::new(Case::Type);
        types.reserve(self.ident.as_str());
        let builders = types.claim_all(&wanted);
        let mut modules = Scope::new(Case::Module);
        // A module in one of the same name confuses.
        modules.reserve(self.module.as_str());
        let modules = modules.claim_all(&wanted);
        let methods = Scope::new(Case::Value)
            .with_ours(ANY_VALUE, "operation")
            .claim_all(&wanted);
        (methods.into_iter().zip(modules).zip(builders))
            .zip(wanted.into_iter().zip(&self.operations))
            .map(
                |(((method, module), builder), (wanted, index))| OperationNames {
                    group: self.module.clone(),
                    group_method: self.method.clone(),
                    method,
                    module,
                    builder,
                    success: types.claim(&format!("{wanted} Success")),
                    error: types.claim(&format!("{wanted} Error")),
                    headers: types.claim(&format!("{wanted} Headers")),
                    error_headers: types.claim(&format!("{wanted} Error Headers")),
                    parts: multiparts(api, *index)
                        .map(|_| types.claim(&format!("{wanted} Parts")))
                        .collect(),
                },
            )
            .collect()
    }
}

/// The bodies of several parts that an operation can have.
fn multiparts(api: &Api, index: usize) -> impl Iterator<Item = &Multipart> {
    let operation = api.operations.get(index).into_iter();
    let contents = operation.flat_map(|operation| &operation.body);
    let contents = contents.flat_map(|body| &body.contents);
    contents.filter_map(|content| content.payload.as_multipart())
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
