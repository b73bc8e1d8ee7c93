use super::leaves::leaves;
use super::records::{Distinction, Evidence, Kind, Tagged};
use super::tags::tags;
use super::told::{Search, gathered};
use crate::ir::{Api, TypeRef, Union};

/// What tells the variants of a union apart.
pub fn distinction(api: &Api, union: &Union) -> Distinction {
    let types: Vec<TypeRef> = union.variants.iter().map(|variant| variant.ty).collect();
    let leaves = leaves(api, &types);
    let (tags, tagged) = tags(api, union, &leaves);
    // What a tag always names is never weighed against the others.
    let others = leaves.iter().zip(&tagged);
    let others = others.filter(|(_, tagged)| **tagged != Tagged::Always);
    let others: Vec<_> = others.map(|(leaf, _)| *leaf).collect();
    let mut weighed = Search::new(api).leaves_told(&others, 0).into_iter();
    let property = tags.as_ref().map(|tags| tags.property.as_str());
    let evidence = tagged.iter().map(|tagged| match tagged {
        Tagged::Always => Evidence {
            tagged: Tagged::Always,
            ..Evidence::of_kinds(&[Kind::Object])
        },
        Tagged::Optional => Evidence {
            tagged: Tagged::Optional,
            ..without(weighed.next().unwrap_or_default(), property)
        },
        Tagged::No => weighed.next().unwrap_or_default(),
    });
    let evidence = evidence.collect();
    Distinction {
        tags,
        default: union.variants.iter().position(|variant| variant.is_default),
        variants: gathered(types.len(), &leaves, evidence),
    }
}

/// Evidence without the values of the tag, which are told before.
fn without(mut evidence: Evidence, property: Option<&str>) -> Evidence {
    evidence
        .values
        .retain(|(name, _)| Some(name.as_str()) != property);
    evidence
}
