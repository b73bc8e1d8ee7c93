use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Expr, File, Item, ItemMacro, Pat, parse_quote};

use super::Manner;
use super::coding::{Codings, is_called, self_name, trait_name};
use super::declarations::{derive_enum, derive_struct, last_name};

/// What the macros of a crate add that derives add otherwise, or that the twin can do without.
const DROPPED: &[&str] = &["integer_enum", "json_enum"];

/// Replaces the codecs of a file by derives.
pub(super) fn derive_in(file: &mut File, manner: Manner) {
    let codings = Codings::of(file);
    file.items.retain(|item| !is_dropped(item));
    for item in &mut file.items {
        match item {
            Item::Struct(item) => derive_struct(item, &codings, manner),
            Item::Enum(item) if is_of_types(item) => derive_enum(item, &codings, manner),
            Item::Impl(item) => {
                // How an enum of several JSON types looks its values up.
                item.items.retain(|item| !is_called(item, "listed"));
                let of_texts = self_name(item).is_some_and(|of| codings.enums.contains_key(&of));
                if of_texts && manner == Manner::Lossy {
                    Forgetting.visit_item_impl_mut(item);
                }
            }
            _ => {}
        }
    }
}

/// What the last variant of an open enum holds; the enum of the answers of an operation has none such.
const UNKNOWN: &[&str] = &["UnknownValue", "UnknownJson", "Json"];

fn is_of_types(item: &syn::ItemEnum) -> bool {
    let last = item.variants.iter().next_back();
    let held = last.and_then(|variant| variant.fields.iter().next());
    let name = held.and_then(|held| last_name(&held.ty));
    name.is_some_and(|name| UNKNOWN.contains(&name.as_str()))
}

fn is_dropped(item: &Item) -> bool {
    match item {
        Item::Impl(item) => matches!(
            trait_name(item).as_deref(),
            Some("Decode" | "Encode" | "Key")
        ),
        Item::Macro(item) => DROPPED.iter().any(|name| is_about(item, name)),
        _ => false,
    }
}

/// Whether this defines or calls the macro of this name.
fn is_about(item: &ItemMacro, name: &str) -> bool {
    item.mac.path.is_ident(name) || item.ident.as_ref().is_some_and(|ident| ident == name)
}

/// Takes the text out of the unknown value of an enum, which `#[serde(other)]` cannot have.
struct Forgetting;

impl VisitMut for Forgetting {
    /// `Self::Unknown(value) => value.as_str()`
    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        if let Pat::TupleStruct(pattern) = &arm.pat
            && pattern
                .path
                .segments
                .first()
                .is_some_and(|first| first.ident == "Self")
        {
            let path = &pattern.path;
            *arm = parse_quote!(#path => "unknown",);
        }
        visit_mut::visit_arm_mut(self, arm);
    }

    /// `Self::Unknown(UnknownValue::new(…))`
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Call(call) = expr
            && let Some(Expr::Call(_)) = call.args.first()
        {
            let unknown = &call.func;
            *expr = parse_quote!(#unknown);
        }
        visit_mut::visit_expr_mut(self, expr);
    }
}
