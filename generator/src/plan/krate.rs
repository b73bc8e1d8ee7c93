use std::collections::BTreeSet;

use super::{Client, Item, Operation, Reexport, RustType, Schemas, XmlTables};
use crate::naming::Ident;

/// A crate to emit.
#[derive(Debug)]
pub struct Crate {
    /// The head of `Cargo.toml`.
    pub manifest: Manifest,
    /// What follows the mark in the first line of each file.
    pub notice: String,
    /// The name of the crate in code.
    pub library: String,
    /// The API's own name.
    pub title: String,
    /// Lines of documentation of the crate.
    pub docs: Vec<String>,
    /// What `README.md` says.
    pub readme: Readme,
    /// The client.
    pub client: Client,
    /// The groups of operations.
    pub groups: Vec<Group>,
    /// The types of texts and numbers with a format.
    pub formats: BTreeSet<RustType>,
    /// The modules of `types`.
    pub types: Vec<TypeModule>,
    /// The modules of `types::shared`.
    pub shared: Vec<SharedModule>,
    /// The tables of what goes over the wire as XML.
    pub xml: XmlTables,
    /// The schemas of the description, for its command line.
    pub schemas: Schemas,
}

impl Crate {
    /// Whether answers of some operation declare header fields.
    pub fn has_headers(&self) -> bool {
        let mut operations = self.groups.iter().flat_map(|group| &group.operations);
        operations.any(|operation| !operation.headers.is_empty())
    }
}

/// The head of `Cargo.toml`.
#[derive(Debug)]
pub struct Manifest {
    /// The name of the package.
    pub name: String,
    /// Its version.
    pub version: String,
    /// One line.
    pub description: String,
    /// An SPDX expression.
    pub license: Option<String>,
    /// The URL of its source.
    pub repository: Option<String>,
    /// One feature a group, in the order of the groups.
    pub features: Vec<String>,
}

/// What `README.md` says beyond what every README says.
#[derive(Debug)]
pub struct Readme {
    /// The first paragraph.
    pub about: String,
    /// Lines of an example that compiles.
    pub example: Vec<String>,
    /// Rows of operations: call, method and path, summary.
    pub operations: Vec<(String, String, String)>,
    /// The command that makes the crate.
    pub command: String,
}

/// A group of operations: those of one tag.
#[derive(Debug)]
pub struct Group {
    /// The client's method that gives the group.
    pub method: Ident,
    /// The module.
    pub module: Ident,
    /// The type of the group.
    pub ident: Ident,
    /// The feature that has the group compiled; none: always.
    pub feature: Option<String>,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Its name on a command line.
    pub command: String,
    /// The operations, in the order of the paths.
    pub operations: Vec<Operation>,
}

/// The file of one component.
#[derive(Debug)]
pub struct TypeModule {
    /// The module.
    pub module: Ident,
    /// The component itself.
    pub component: Item,
    /// The types that stand inside of it.
    pub inline: Vec<Item>,
    /// The types that stand inside of it and of others.
    pub reexports: Vec<Reexport>,
    /// The features of which one must be on; none: always there.
    pub features: Vec<String>,
}

/// The file of a type that stands inside of several others.
#[derive(Debug)]
pub struct SharedModule {
    /// The module.
    pub module: Ident,
    /// The type, and those that stand inside of it.
    pub items: Vec<Item>,
    /// The features of which one must be on; none: always there.
    pub features: Vec<String>,
}
