use clientwright::{
    config::Config,
    diagnostic::Diagnostics,
    document,
    ir::{self, Api, Shape, facts},
    plan::{Constant, Distinction, Evidence, Kind, Tagged},
    resolved,
    source::Sources,
};
use vercel_rest::json::{self, Reader};

/// The variant that the runtime chooses for a value of the component `U` of a document.
pub(super) struct Union {
    variants: json::Variants,
}

impl Union {
    pub(super) fn of(document: &str) -> Self {
        let api = api(document);
        let mut types = api.types.iter();
        let found = types.find(|ty| ty.origin.component() == Some("U"));
        let Some(Shape::Union(union)) = found.map(|ty| &ty.shape) else {
            panic!("no union in\n{document}");
        };
        assert_eq!(facts::ambiguous(&api, union), None, "{document}");
        Self {
            variants: variants(&facts::distinction(&api, union)),
        }
    }

    pub(super) fn choose(&self, value: &str) -> Option<usize> {
        Reader::new(value)
            .choose(&self.variants)
            .unwrap_or_else(|fault| panic!("{value}: {fault:?}"))
    }
}

fn api(document: &str) -> Api {
    let mut cx = Diagnostics::default();
    let config = Config::default();
    let mut sources = Sources::in_memory([("api.yaml", document)]);
    let document =
        document::read(&mut cx, &mut sources, &config).expect("the document can be read");
    let resolved = resolved::resolve(&mut cx, &document, &config);
    ir::translate(&mut cx, &resolved)
}

/// What emitted code says in constants is made while the test runs, and stays.
fn variants(of: &Distinction) -> json::Variants {
    let told: Vec<json::Evidence> = of.variants.iter().map(evidence).collect();
    let mut variants = json::Variants::new(told.leak());
    if let Some(tags) = &of.tags {
        let values = tags.values.iter();
        let values: Vec<(&'static str, usize)> =
            values.map(|(value, index)| (text(value), *index)).collect();
        variants = variants.tagged(text(&tags.property), values.leak());
    }
    match of.default {
        Some(default) => variants.or_else(default),
        None => variants,
    }
}

fn evidence(of: &Evidence) -> json::Evidence {
    if of.tagged == Tagged::Always {
        return json::Evidence::TAGGED;
    }
    if !of.any_of.is_empty() {
        return json::Evidence::any_of(all(&of.any_of));
    }
    let kinds = of
        .kinds
        .iter()
        .fold(json::Kinds::NONE, |kinds, kind| kinds.or(kind_of(*kind)));
    let listed: Vec<json::Constant> = of.listed.iter().map(constant).collect();
    let values = of.values.iter();
    let values: Vec<(&'static str, json::Evidence)> = values
        .map(|(name, value)| (text(name), evidence(value)))
        .collect();
    let mut told = json::Evidence::new(kinds)
        .listed(listed.leak())
        .required(texts(&of.required))
        .known(texts(&of.known))
        .values(values.leak())
        .prefix(all(&of.prefix), of.least);
    if of.tagged == Tagged::Optional {
        told = told.tagged();
    }
    if let Some(others) = &of.others {
        told = told.others(Box::leak(Box::new(evidence(others))));
    }
    if let Some(items) = &of.items {
        told = told.items(Box::leak(Box::new(evidence(items))));
    }
    told
}

fn all(of: &[Evidence]) -> &'static [json::Evidence] {
    of.iter().map(evidence).collect::<Vec<_>>().leak()
}

fn text(of: &str) -> &'static str {
    of.to_owned().leak()
}

fn texts(of: &[String]) -> &'static [&'static str] {
    of.iter().map(|name| text(name)).collect::<Vec<_>>().leak()
}

fn kind_of(kind: Kind) -> json::Kinds {
    match kind {
        Kind::Null => json::Kinds::NULL,
        Kind::Boolean => json::Kinds::BOOLEAN,
        Kind::Integer => json::Kinds::INTEGER,
        Kind::Number => json::Kinds::NUMBER,
        Kind::String => json::Kinds::STRING,
        Kind::Array => json::Kinds::ARRAY,
        Kind::Object => json::Kinds::OBJECT,
    }
}

fn constant(of: &Constant) -> json::Constant {
    match of {
        Constant::Text(value) => json::Constant::Text(text(value)),
        Constant::Integer(value) => json::Constant::Integer(*value),
        Constant::Boolean(value) => json::Constant::Boolean(*value),
    }
}
