use super::docs;
use super::enumerations::variant_idents;
use super::items::Items;
use crate::ir::{self, Additional, Presence, TypeId};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{
    AdditionalMap, DefaultValue, Field, FieldDefault, FieldKind, FieldStart, RustType, Struct,
};
use crate::source::{same_value, whole_number};

/// What a field is called in the places where it has a name.
struct FieldNames {
    ident: Ident,
    setter: Ident,
    default: Option<Ident>,
    variable: Ident,
}

impl Items<'_> {
    pub(super) fn structure(
        &self,
        id: TypeId,
        ident: Ident,
        docs: Vec<String>,
        shape: &ir::Struct,
    ) -> Struct {
        let mut scope = Scope::new(Case::Value);
        let idents = field_idents(shape, &mut scope);
        let additional = match shape.additional {
            Additional::Kept => None,
            Additional::Typed(values) | Additional::Patterned(values) => Some(AdditionalMap {
                ident: scope.claim("additional_properties"),
                values: self.types.ty(values),
            }),
        };
        let unknown_fields = scope.claim("unknown_fields");
        let rest = additional
            .as_ref()
            .map_or(&unknown_fields, |map| &map.ident);
        let has_default = |field: &ir::Field| field.docs.default.is_some();
        let defaults: Vec<bool> = shape.fields.iter().map(has_default).collect();
        let names = field_names(idents, &defaults, rest);
        let fields = (shape.fields.iter().zip(names).enumerate())
            .map(|(index, (field, names))| self.field(id, index, field, names))
            .collect();
        Struct {
            ident,
            docs,
            deprecated: self.api().ty(id).docs.deprecated,
            traits: self.traits.of(self.api(), id),
            fields,
            additional,
            unknown_fields,
        }
    }

    fn field(&self, id: TypeId, index: usize, field: &ir::Field, names: FieldNames) -> Field {
        let optional = is_optional(field);
        let inner = self.boxed(self.types.of(field.ty.id), id, index);
        let (ty, kind) = field_kind(inner, optional, self.types.is_nullable(field.ty));
        let default = match kind {
            FieldKind::Optional => names.default.zip(self.default_value(field, &ty)),
            FieldKind::Required | FieldKind::Nullable => None,
        };
        Field {
            docs: docs::of_field(self, field),
            deprecated: field.docs.deprecated,
            wire_name: field.wire_name.clone(),
            ident: names.ident,
            setter: names.setter,
            variable: names.variable,
            ty,
            start: self.start(field, kind),
            default: default.map(|(ident, value)| FieldDefault { ident, value }),
            kind,
            read_only: field.read_only,
        }
    }

    /// What is received and never sent is not asked for; nor is what can have one value only.
    fn start(&self, field: &ir::Field, kind: FieldKind) -> FieldStart {
        let listed = self.listed(field);
        let only = listed.filter(|shape| shape.values.len() == 1);
        let only =
            only.and_then(|shape| variant_idents(&mut Scope::new(Case::Variant), shape).pop());
        let required = field.presence == Presence::Required && !field.read_only;
        match (kind, required, only) {
            (FieldKind::Required, _, Some(only)) if !self.types.is_nullable(field.ty) => {
                FieldStart::Only(only)
            }
            (FieldKind::Required, _, _) | (FieldKind::Optional, true, _) => FieldStart::Asked,
            (FieldKind::Optional | FieldKind::Nullable, _, _) => FieldStart::Absent,
        }
    }

    /// The enumeration that the values of a field are of.
    fn listed(&self, field: &ir::Field) -> Option<&ir::Enum> {
        let id = self.api().unaliased(field.ty).id;
        let listed = self.api().ty(self.types.names.canonical(id));
        listed.shape.as_enum()
    }

    /// The default of a field, if its type has a short way to say it.
    fn default_value(&self, field: &ir::Field, ty: &RustType) -> Option<DefaultValue> {
        let default = field.docs.default.as_ref()?;
        if let Some(shape) = self.listed(field) {
            let idents = variant_idents(&mut Scope::new(Case::Variant), shape);
            let mut listed = shape.values.iter().zip(idents);
            let (value, ident) = listed.find(|(listed, _)| same_value(&listed.value, default))?;
            return Some(DefaultValue::Variant(ident, value.deprecated));
        }
        match ty {
            RustType::Bool => default.as_bool().map(DefaultValue::Bool),
            RustType::Integer { bits, signed } => {
                let whole = i128::from(whole_number(default)?);
                let (least, bits) = match signed {
                    true => (-(1_i128 << (bits - 1)), bits - 1),
                    false => (0, *bits),
                };
                let fits = (least..1_i128 << bits).contains(&whole);
                fits.then_some(DefaultValue::Integer(whole))
            }
            RustType::F32 | RustType::F64 => {
                let number = default.as_f64().filter(|number| number.is_finite())?;
                Some(DefaultValue::Float(number))
            }
            RustType::String => default
                .as_str()
                .map(|text| DefaultValue::Text(text.to_owned())),
            RustType::Unit
            | RustType::Number
            | RustType::Bytes
            | RustType::Body
            | RustType::Json
            | RustType::JsonObject
            | RustType::Vec(_)
            | RustType::Map(_)
            | RustType::KeyedMap(..)
            | RustType::OpenMap(_)
            | RustType::Option(_)
            | RustType::Nullable(_)
            | RustType::Boxed(_)
            | RustType::Named(_)
            | RustType::Format(_)
            | RustType::Library(_)
            | RustType::Undecoded => None,
        }
    }
}

/// The names of the fields of a struct.
pub(super) fn field_idents(shape: &ir::Struct, scope: &mut Scope) -> Vec<Ident> {
    let fields = shape.fields.iter();
    let wanted: Vec<&str> = fields.map(|field| field.wire_name.as_str()).collect();
    scope.claim_all(&wanted)
}

/// Whether a field may be absent: what is never sent cannot be asked for when building; what is never received cannot be
/// required of an answer.
pub(super) fn is_optional(field: &ir::Field) -> bool {
    field.presence == Presence::Optional || field.read_only || field.write_only
}

/// What being absent and being null make of a type, and of the field that has it.
pub(super) fn field_kind(inner: RustType, optional: bool, nullable: bool) -> (RustType, FieldKind) {
    match (optional, nullable) {
        (false, false) => (inner, FieldKind::Required),
        (false, true) => (inner.optional(), FieldKind::Required),
        (true, false) => (inner, FieldKind::Optional),
        (true, true) => (inner, FieldKind::Nullable),
    }
}

/// The other names of fields. While a struct is read, the variables of its fields stand beside that of the `rest` and
/// those that reading needs itself.
fn field_names(idents: Vec<Ident>, defaults: &[bool], rest: &Ident) -> Vec<FieldNames> {
    let setters: Vec<String> = idents
        .iter()
        .map(|ident| format!("with_{}", ident.unraw()))
        .collect();
    let setters: Vec<&str> = setters.iter().map(String::as_str).collect();
    let mut methods = Scope::new(Case::Value);
    let setters = methods.claim_all(&setters);
    let defaults = idents.iter().zip(defaults).map(|(ident, has_default)| {
        has_default.then(|| methods.claim(&format!("{}_or_default", ident.unraw())))
    });
    let defaults: Vec<Option<Ident>> = defaults.collect();
    let mut variables = Scope::new(Case::Value);
    for name in ["reader", "start", rest.as_str()] {
        variables.reserve(name);
    }
    let variable = |ident: &Ident| {
        let name = ident.unraw().to_owned();
        let longer = format!("{name} value");
        variables.claim_first(&[name, longer])
    };
    let variables: Vec<Ident> = idents.iter().map(variable).collect();
    (idents.into_iter().zip(setters).zip(defaults).zip(variables))
        .map(|(((ident, setter), default), variable)| FieldNames {
            ident,
            setter,
            default,
            variable,
        })
        .collect()
}
