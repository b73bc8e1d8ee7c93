use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::sources::SourceFile;
use super::violation::{Rule, Violation};

/// The most lines of a file.
const FILE: usize = 400;

/// The most lines of a function, from its name to its last brace.
const FUNCTION: usize = 60;

/// Files and functions that are too long to be read at once.
pub(super) fn check(file: &SourceFile) -> Vec<Violation> {
    let mut found = Vec::new();
    let lines = file.text.lines().count();
    if lines > FILE {
        let message = format!("the file has {lines} lines");
        found.push(Violation {
            file: file.path.clone(),
            line: FILE + 1,
            rule: Rule::Length,
            message,
        });
    }
    // A test may be as long as the snapshot in it.
    if let Ok(syntax) = &file.syntax
        && !file.for_tests
    {
        Functions {
            path: &file.path,
            found: &mut found,
        }
        .visit_file(syntax);
    }
    found
}

struct Functions<'a> {
    path: &'a str,
    found: &'a mut Vec<Violation>,
}

impl Functions<'_> {
    fn measure(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let (first, last) = (signature.span().start().line, body.span().end().line);
        let lines = last.saturating_sub(first) + 1;
        if lines > FUNCTION {
            let message = format!("the function `{}` has {lines} lines", signature.ident);
            self.found.push(Violation {
                file: self.path.to_owned(),
                line: first,
                rule: Rule::Length,
                message,
            });
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(body) = &function.default {
            self.measure(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}
