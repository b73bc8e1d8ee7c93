use std::collections::BTreeMap;
use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::format::{Draft, head};
use super::schema_tree::schema_tree;
use super::tokens::{ident, text, ty};
use crate::plan::{Codec, Crate, Module, Scheme};

/// `src/cli/mod.rs`: what the command line knows of the API; and `src/main.rs`, the program.
pub(super) fn drafts(plan: &Crate) -> [Draft; 2] {
    [face(plan), program(plan)]
}

/// `src/cli/schemas.txt`: which type each schema of the description has.
pub(super) fn schemas(plan: &Crate) -> File {
    let names: Vec<String> = plan.schemas.codecs.iter().map(name).collect();
    File {
        path: "src/cli/schemas.txt".to_owned(),
        text: schema_tree(&plan.notice, &plan.schemas, &names),
    }
}

fn program(plan: &Crate) -> Draft {
    let library = proc_macro2::Ident::new(&plan.library, proc_macro2::Span::call_site());
    Draft {
        path: "src/main.rs".to_owned(),
        docs: vec![format!("The command line of `{}`.", plan.manifest.name)],
        items: vec![quote! {
            fn main() -> ::std::process::ExitCode {
                ::#library::cli::main()
            }
        }],
    }
}

fn face(plan: &Crate) -> Draft {
    let modules = quote! {
        mod codecs;
        mod operations;
    };
    let main = quote! {
        /// Runs the command line with the arguments of the process.
        pub fn main() -> ::std::process::ExitCode {
            PROGRAM.run(::std::env::args_os())
        }
    };
    let logins = plan.client.schemes.iter().map(login);
    let program = quote! {
        static PROGRAM: crate::runtime::cli::Program = crate::runtime::cli::Program {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            about: env!("CARGO_PKG_DESCRIPTION"),
            groups: operations::GROUPS,
            builder: crate::runtime::Client::builder,
            logins: &[#(#logins),*],
            schemas: crate::runtime::cli::Schemas::new(codecs::CODECS, include_str!("schemas.txt")),
        };
    };
    Draft {
        path: "src/cli/mod.rs".to_owned(),
        docs: vec!["The command line of the API: what it knows that the others do not.".to_owned()],
        items: vec![modules, main, program],
    }
}

fn login(scheme: &Scheme) -> TokenStream {
    let (constant, flag) = (ident(&scheme.constant), text(&scheme.flag));
    let environment = text(&scheme.variable);
    quote! {
        crate::runtime::cli::Login {
            scheme: &crate::client::#constant,
            flag: #flag,
            environment: #environment,
        }
    }
}

/// `src/cli/codecs.rs`: the types of all schemas, a line each, for there are many:
///
/// ```text
/// pub(super) static CODECS: &[(&str, Codec)] = &[
///     ("String", codec::<::std::string::String>),
///     #[cfg(feature = "pets")] ("types::Pet", codec::<crate::types::Pet>),
/// ];
/// ```
pub(super) fn codecs(plan: &Crate) -> File {
    let docs = "The types of schemas, under the names that `schemas.txt` has for them.".to_owned();
    let mut written = head(&plan.notice, &[docs]);
    // Sorted, so that they are found by halving.
    let entries: BTreeMap<String, &Codec> = (plan.schemas.codecs.iter())
        .map(|codec| (name(codec), codec))
        .collect();
    let mut types = plan.schemas.codecs.iter().map(spelled);
    if types.any(|ty| paths(&ty).any(|path| path.starts_with(JSON))) {
        written.push_str("\nuse crate::runtime::json;");
    }
    let is_used = plan
        .schemas
        .codecs
        .iter()
        .any(|codec| codec.features.is_empty());
    written.push_str(if is_used { USED } else { PERHAPS_USED });
    written.push_str(CODECS);
    for (name, codec) in entries {
        let (condition, ty) = (condition(&codec.features), spelled(codec));
        let _ = writeln!(written, "    {condition}({name:?}, codec::<{ty}>),");
    }
    written.push_str("];\n");
    File {
        path: "src/cli/codecs.rs".to_owned(),
        text: written,
    }
}

const USED: &str = "
use crate::runtime::cli::{Codec, codec};
";

const PERHAPS_USED: &str = r#"
use crate::runtime::cli::Codec;
#[allow(unused_imports, reason = "features can leave no type")]
use crate::runtime::cli::codec;
"#;

const CODECS: &str = r#"
#[allow(deprecated, reason = "what is deprecated still goes over the wire")]
pub(super) static CODECS: &[(&str, Codec)] = &[
"#;

/// The condition that one of the features is on; nothing, if there are none.
fn condition(features: &[String]) -> String {
    let wanted: Vec<String> = features
        .iter()
        .map(|feature| format!("feature = {feature:?}"))
        .collect();
    match wanted.as_slice() {
        [] => String::new(),
        [only] => format!("#[cfg({only})] "),
        several => format!("#[cfg(any({}))] ", several.join(", ")),
    }
}

/// Where values are that are any JSON, as code spells it.
const JSON: &str = "json::";

/// What a type is called in the lists: as code spells it, without the paths that are the same everywhere.
fn name(codec: &Codec) -> String {
    const PATHS: [&str; 6] = [
        "::std::string::",
        "::std::vec::",
        "::std::option::",
        "crate::runtime::",
        "crate::",
        JSON,
    ];
    let spelled = spelled(codec);
    let short = paths(&spelled).map(|path| {
        let shorter = PATHS.iter().find_map(|before| path.strip_prefix(before));
        shorter.unwrap_or(path).replace("r#", "")
    });
    short.collect()
}

/// The paths in a type, each with what separates it from the next one.
fn paths(spelled: &str) -> impl Iterator<Item = &str> {
    spelled.split_inclusive(['<', '>', ',', '('])
}

/// A type with its whole path, as no file has it of its own, and without the spaces that separate tokens.
fn spelled(codec: &Codec) -> String {
    ty(&codec.ty, &Module::Shared).to_string().replace(' ', "")
}
