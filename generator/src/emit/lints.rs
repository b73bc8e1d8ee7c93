use proc_macro2::TokenStream;
use quote::quote;

use crate::naming::Ident;
use crate::plan::{DefaultValue, RustType};

/// Lets names stand that clippy takes for placeholders; the description has them.
///
/// `allow`, for which names these are can be configured above the crate.
pub(super) fn placeholders<'a>(mut names: impl Iterator<Item = &'a Ident>) -> TokenStream {
    let is_placeholder = |name: &Ident| ["foo", "baz", "quux"].contains(&name.as_str());
    if names.any(is_placeholder) {
        quote!(#[allow(clippy::disallowed_names, reason = "the description names it so")])
    } else {
        TokenStream::new()
    }
}

/// Lets a setter be called like the method of an operator, which has one argument beside the value too.
pub(super) fn setter(name: &Ident) -> TokenStream {
    const OPERATORS: &[&str] = &[
        "add", "sub", "mul", "div", "rem", "shl", "shr", "bitand", "bitor", "bitxor",
    ];
    if OPERATORS.contains(&name.as_str()) {
        like_a_trait()
    } else {
        TokenStream::new()
    }
}

/// Lets a module be called like the one that it is in.
pub(super) fn inception(name: &Ident, holder: &str) -> TokenStream {
    if name.as_str() == holder {
        quote!(#[expect(clippy::module_inception, reason = "the description names it so")])
    } else {
        TokenStream::new()
    }
}

/// Lets a method that begins a request be called as is usual for something else.
pub(super) fn beginning(name: &Ident, arguments: usize) -> TokenStream {
    match (name.as_str(), arguments) {
        ("clone", 0) | ("cmp", 1) => like_a_trait(),
        ("new", _) => {
            quote!(#[expect(clippy::new_ret_no_self, reason = "the description names the operation so")])
        }
        _ => TokenStream::new(),
    }
}

/// Lets the variants of an enum be of unlike size: a pointer would be in the way of whoever reads the value, and saves
/// memory only where the small ones are many.
///
/// `allow`, for how large a struct is depends on the platform.
pub(super) fn sizes<'a>(mut held: impl Iterator<Item = &'a RustType>) -> TokenStream {
    if held.any(|ty| matches!(ty, RustType::Named(_))) {
        quote!(#[allow(clippy::large_enum_variant, reason = "each holds its value itself")])
    } else {
        TokenStream::new()
    }
}

/// Lets a default be like a number that has a name; the description writes it in digits.
pub(super) fn constants(value: &DefaultValue) -> TokenStream {
    match value {
        DefaultValue::Float(number) if number.fract() != 0.0 => {
            quote!(#[allow(clippy::approx_constant, reason = "the description says so")])
        }
        DefaultValue::Float(_)
        | DefaultValue::Bool(_)
        | DefaultValue::Integer(_)
        | DefaultValue::Text(_)
        | DefaultValue::Variant(..) => TokenStream::new(),
    }
}

/// Lets a type be called `New`.
pub(super) fn constructor(of: &Ident) -> TokenStream {
    if of.as_str() == "New" {
        quote!(#[expect(clippy::self_named_constructors, reason = "the description names the type so")])
    } else {
        TokenStream::new()
    }
}

fn like_a_trait() -> TokenStream {
    quote!(#[expect(clippy::should_implement_trait, reason = "the description names it so")])
}
