use super::docs;
use super::fields::field_kind;
use super::items::Items;
use crate::ir::{self, Presence, TypeId};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{Field, FieldStart, Tuple};

impl Items<'_> {
    /// Items are fields called after their places, `item0`, so that one more at the end renames none.
    pub(super) fn tuple(
        &self,
        id: TypeId,
        ident: Ident,
        docs: Vec<String>,
        shape: &ir::Tuple,
    ) -> Tuple {
        let mut scope = Scope::new(Case::Value);
        let mut setters = Scope::new(Case::Value);
        let fields = shape
            .items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let inner = self.boxed(self.types.of(item.ty.id), id, index);
                let optional = item.presence == Presence::Optional;
                let (ty, kind) = field_kind(inner, optional, self.types.is_nullable(item.ty));
                let ident = scope.claim(&format!("item{index}"));
                Field {
                    setter: setters.claim(&format!("with_{}", ident.unraw())),
                    variable: ident.clone(),
                    ident,
                    wire_name: index.to_string(),
                    docs: docs::of_item(self, index, item),
                    deprecated: false,
                    ty,
                    kind,
                    start: match optional {
                        true => FieldStart::Absent,
                        false => FieldStart::Asked,
                    },
                    default: None,
                    read_only: false,
                }
            })
            .collect();
        Tuple {
            ident,
            docs,
            deprecated: self.api().ty(id).docs.deprecated,
            traits: self.traits.of(self.api(), id),
            fields,
            rest: shape
                .rest
                .map(|rest| (scope.claim("rest"), self.types.ty(rest))),
            further_items: scope.claim("further_items"),
        }
    }
}
