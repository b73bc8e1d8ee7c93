use std::collections::BTreeMap;

use syn::visit::{self, Visit};
use syn::{
    Arm, Expr, ExprCall, ExprMethodCall, File, ImplItem, Item, ItemImpl, Lit, Member, Pat, Stmt,
};

/// What the codecs of a file say about its types: how things are called in JSON.
#[derive(Debug, Default)]
pub(super) struct Codings {
    /// The members of each struct, by its name.
    pub(super) structs: BTreeMap<String, Members>,
    /// The listed texts of each enum of strings, by its name: variant and text.
    pub(super) enums: BTreeMap<String, BTreeMap<String, String>>,
}

/// The members that the codec of a struct writes, by their fields.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// The name in JSON of each field that has one.
    pub(super) named: BTreeMap<String, String>,
    /// The field that holds all others.
    pub(super) rest: Option<String>,
}

impl Codings {
    /// Reads the codecs of a file.
    pub(super) fn of(file: &File) -> Self {
        let mut codings = Self::default();
        for item in &file.items {
            if let Item::Impl(item) = item {
                codings.take(item);
            }
        }
        codings
    }

    fn take(&mut self, item: &ItemImpl) {
        let Some(of) = self_name(item) else { return };
        match trait_name(item).as_deref() {
            Some("Encode") => {
                let mut members = Members::default();
                members.visit_item_impl(item);
                self.structs.insert(of, members);
            }
            Some(_) => {}
            None => {
                let as_str = item.items.iter().filter(|item| is_called(item, "as_str"));
                for method in as_str {
                    let mut texts = Texts::default();
                    texts.visit_impl_item(method);
                    self.enums.insert(of.clone(), texts.0);
                }
            }
        }
    }
}

/// Whether this is a method of this name.
pub(super) fn is_called(item: &ImplItem, name: &str) -> bool {
    matches!(item, ImplItem::Fn(method) if method.sig.ident == name)
}

/// The last name of the trait that an item implements.
pub(super) fn trait_name(item: &ItemImpl) -> Option<String> {
    let (path, _) = item.trait_.as_ref()?;
    Some(path.segments.last()?.ident.to_string())
}

/// The name of the type that an item is about.
pub(super) fn self_name(item: &ItemImpl) -> Option<String> {
    match &*item.self_ty {
        syn::Type::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

impl<'ast> Visit<'ast> for Members {
    /// `Member::Required("name", &self.name)`
    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        let arguments: Vec<&Expr> = call.args.iter().collect();
        if let [name, value] = arguments.as_slice()
            && let (Some(name), Some(field)) = (text(name), field(value))
        {
            self.named.insert(field, name);
        }
        visit::visit_expr_call(self, call);
    }

    /// `writer.object(&[…], &self.rest)`
    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if call.method == "object" {
            self.rest = call.args.last().and_then(field);
        }
        visit::visit_expr_method_call(self, call);
    }
}

/// The arms `Self::Variant => "text"`.
#[derive(Debug, Default)]
struct Texts(BTreeMap<String, String>);

impl<'ast> Visit<'ast> for Texts {
    fn visit_arm(&mut self, arm: &'ast Arm) {
        if let (Pat::Path(variant), Some(listed)) = (&arm.pat, text(inner(&arm.body)))
            && let Some(variant) = variant.path.segments.last()
        {
            self.0.insert(variant.ident.to_string(), listed);
        }
    }
}

/// Without the braces that the layout needs where a line is long.
fn inner(expr: &Expr) -> &Expr {
    match expr {
        Expr::Block(block) => match block.block.stmts.as_slice() {
            [Stmt::Expr(only, None)] => only,
            _ => expr,
        },
        _ => expr,
    }
}

fn text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The field in `&self.field`.
fn field(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Reference(reference) => field(&reference.expr),
        Expr::Field(field) => match &field.member {
            Member::Named(name) => Some(name.to_string()),
            Member::Unnamed(_) => None,
        },
        _ => None,
    }
}
