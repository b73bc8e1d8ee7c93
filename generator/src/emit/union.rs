use proc_macro2::TokenStream;
use quote::quote;

use super::evidence::distinction;
use super::lints;
use super::structure::derives;
use super::tokens::{docs, ident, ty};
use crate::plan::{FieldKind, Module, SharedPlace, Traits, Union, UnionVariant};

/// An enum of types with its conversions and codecs.
pub(super) fn union(item: &Union, module: &Module) -> Vec<TokenStream> {
    let mut tokens = vec![declaration(item, module)];
    tokens.extend(item.variants.iter().map(|one| variant(item, one, module)));
    tokens.extend(shared(item, module));
    tokens.extend([decode(item), encode(item)]);
    tokens
}

fn declaration(item: &Union, module: &Module) -> TokenStream {
    let (name, about, unknown) = (ident(&item.ident), docs(&item.docs), ident(&item.unknown));
    let derives = derives(Traits {
        default: false,
        ..item.traits
    });
    let variants = item.variants.iter().map(|variant| {
        let (name, about, ty) = (
            ident(&variant.ident),
            docs(&variant.docs),
            ty(&variant.ty, module),
        );
        quote!(#about #name(#ty))
    });
    let sizes = lints::sizes(item.variants.iter().map(|variant| &variant.ty));
    quote! {
        #about
        #derives
        #sizes
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that fits none of the others, kept as it came.
            #unknown(json::Json),
        }
    }
}

/// ```text
/// variant!(Shape, Circle(crate::types::Circle), is_circle, as_circle, from);
/// ```
fn variant(item: &Union, variant: &UnionVariant, module: &Module) -> TokenStream {
    let (name, of) = (ident(&item.ident), ident(&variant.ident));
    let (test, getter) = (ident(&variant.test), ident(&variant.getter));
    let ty = ty(variant.ty.unboxed().0, module);
    let from = variant.from.then(|| quote!(, from));
    quote!(variant!(#name, #of(#ty), #test, #getter #from);)
}

/// ```text
/// impl Pet {
///     pub fn name(&self) -> Option<&String> {
///         match self {
///             Self::Cat(value) => value.name.as_ref(),
///             Self::Base(value) => value.name.as_ref(),
///             Self::Unknown(_) => None,
///         }
///     }
/// }
/// ```
fn shared(item: &Union, module: &Module) -> Option<TokenStream> {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let methods = item.shared.iter().map(|field| {
        let (method, ty) = (ident(&field.ident), ty(&field.ty, module));
        let about = docs(&field.docs);
        let arms = item
            .variants
            .iter()
            .zip(&field.places)
            .map(|(variant, place)| {
                let variant = ident(&variant.ident);
                match place {
                    SharedPlace::Field(field, kind) => {
                        let field = ident(field);
                        let read = match kind {
                            FieldKind::Required => {
                                quote!(::std::option::Option::Some(&value.#field))
                            }
                            FieldKind::Optional => quote!(value.#field.as_ref()),
                            FieldKind::Nullable => quote!(value.#field.value()),
                        };
                        quote!(Self::#variant(value) => #read)
                    }
                    SharedPlace::Method(method) => {
                        let method = ident(method);
                        quote!(Self::#variant(value) => value.#method())
                    }
                    SharedPlace::None => quote!(Self::#variant(_) => ::std::option::Option::None),
                }
            });
        quote! {
            #about
            pub fn #method(&self) -> ::std::option::Option<&#ty> {
                match self {
                    #(#arms,)*
                    Self::#unknown(_) => ::std::option::Option::None,
                }
            }
        }
    });
    let methods: Vec<TokenStream> = methods.collect();
    (!methods.is_empty()).then(|| quote!(impl #name { #(#methods)* }))
}

/// ```text
/// impl Decode for Shape {
///     fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
///         const TAGS: &[(&str, usize)] = &[("circle", 0), ("square", 1)];
///         static VARIANTS: Variants = Variants::new(&[]).tagged("kind", TAGS);
///         let decode = |reader: &mut Reader<'_>, variant: usize| match variant {
///             0 => Decode::decode(reader).map(Self::Circle),
///             1 => Decode::decode(reader).map(Self::Square),
///             _ => Decode::decode(reader).map(Self::Unknown),
///         };
///         reader.union(&VARIANTS, decode)
///     }
/// }
/// ```
fn decode(item: &Union) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let told = distinction(&item.distinction);
    let arms = item.variants.iter().enumerate().map(|(index, variant)| {
        let (index, name) = (
            proc_macro2::Literal::usize_unsuffixed(index),
            ident(&variant.ident),
        );
        quote!(#index => json::Decode::decode(reader).map(Self::#name))
    });
    quote! {
        impl json::Decode for #name {
            fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
                #told
                let decode = |reader: &mut json::Reader<'_>, variant: usize| match variant {
                    #(#arms,)*
                    _ => json::Decode::decode(reader).map(Self::#unknown),
                };
                reader.union(&VARIANTS, decode)
            }
        }
    }
}

fn encode(item: &Union) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let arms = item.variants.iter().map(|variant| {
        let name = ident(&variant.ident);
        quote!(Self::#name(value) => json::Encode::encode(value, writer))
    });
    quote! {
        impl json::Encode for #name {
            fn encode(&self, writer: &mut json::Writer) {
                match self {
                    #(#arms,)*
                    Self::#unknown(value) => json::Encode::encode(value, writer),
                }
            }
        }
    }
}
