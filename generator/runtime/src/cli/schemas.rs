use std::borrow::Cow;
use std::sync::OnceLock;

use percent_encoding::percent_decode_str;

use crate::cli::Codec;
use crate::json::{self, Json, JsonObject};

/// Finds the codec of a schema by the name of a component or by its place in the description.
#[derive(Debug)]
pub struct Schemas {
    /// The codecs by the names of their types, in order.
    codecs: &'static [(&'static str, Codec)],
    /// What is left of the files of the description when only schemas and references are kept: a list of JSON values,
    /// behind a line that says what it is.
    text: &'static str,
    files: OnceLock<Vec<Json>>,
}

/// Where components are that are schemas: in OpenAPI 3, and in Swagger 2.0.
const COMPONENTS: [&str; 2] = ["/components/schemas/", "/definitions/"];

/// How many references a single place may lead through.
const MAX_HOPS: usize = 64;

impl Schemas {
    #[doc(hidden)]
    pub const fn new(codecs: &'static [(&'static str, Codec)], text: &'static str) -> Self {
        Self {
            codecs,
            text,
            files: OnceLock::new(),
        }
    }

    /// The codec of the schema that `wanted` names: a component, or a JSON Pointer behind `#`.
    ///
    /// # Errors
    /// What is wrong with the name, in words.
    pub fn codec(&self, wanted: &str) -> Result<Codec, String> {
        let Some(name) = self.type_of(wanted) else {
            return Err(format!(
                "the description has no schema `{wanted}` that is a type of its own"
            ));
        };
        let index = self.codecs.binary_search_by_key(&name, |(name, _)| name);
        let found = index.ok().and_then(|index| self.codecs.get(index));
        match found {
            Some((_, codec)) => Ok(*codec),
            None => Err(format!(
                "`{wanted}` is of the type `{name}`, which needs a feature of the package that is off"
            )),
        }
    }

    /// The name of the type of a schema.
    fn type_of(&self, wanted: &str) -> Option<&str> {
        let pointer = wanted.split_once('#').map(|(_, pointer)| pointer);
        let written = pointer.map(Cow::Borrowed);
        let decoded = pointer.and_then(|pointer| percent_decode_str(pointer).decode_utf8().ok());
        let name = wanted.replace('~', "~0").replace('/', "~1");
        let component = COMPONENTS.map(|list| Some(Cow::Owned(format!("{list}{name}"))));
        let ways = [written, decoded].into_iter().chain(component).flatten();
        for way in ways {
            for file in 0..self.files().len() {
                let found = self.at(file, &way, &mut 0).and_then(|at| self.named(at));
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    fn files(&self) -> &[Json] {
        self.files.get_or_init(|| {
            let behind_head = self.text.split_once('\n').map_or("", |(_, text)| text);
            json::from_str(behind_head).unwrap_or_default()
        })
    }

    /// What a JSON Pointer names, where references stand for what they name.
    fn at(&self, file: usize, pointer: &str, hops: &mut usize) -> Option<At<'_>> {
        let mut at = At {
            file,
            node: self.files().get(file)?,
        };
        let mut segments = pointer.split('/');
        if segments.next() != Some("") {
            return None;
        }
        for segment in segments {
            let segment = segment.replace("~1", "/").replace("~0", "~");
            loop {
                if let Some(node) = at.parts().and_then(|parts| parts.get(&segment)) {
                    at.node = node;
                    break;
                }
                at = self.step(at, hops)?;
            }
        }
        Some(at)
    }

    /// The name of the type of what stands there, or of what that refers to.
    fn named<'s>(&'s self, mut at: At<'s>) -> Option<&'s str> {
        let mut hops = 0;
        loop {
            match at.said().find(|said| !said.contains('#')) {
                Some(name) => return Some(name),
                None => at = self.step(at, &mut hops)?,
            }
        }
    }

    /// What a reference names.
    fn step<'s>(&'s self, at: At<'s>, hops: &mut usize) -> Option<At<'s>> {
        *hops += 1;
        if *hops > MAX_HOPS {
            return None;
        }
        let (file, pointer) = at.said().find_map(|said| said.split_once('#'))?;
        let file = match file {
            "" => at.file,
            other => other.parse().ok()?,
        };
        self.at(file, pointer, hops)
    }
}

/// A value of the description.
#[derive(Clone, Copy)]
struct At<'s> {
    file: usize,
    node: &'s Json,
}

impl<'s> At<'s> {
    /// Everything that is known of it.
    fn facts(self) -> impl Iterator<Item = &'s Json> {
        let several = self.node.as_array();
        let only = several.is_none().then_some(self.node);
        several.into_iter().flatten().chain(only)
    }

    /// The name of its type, and what it refers to, which has a `#`.
    fn said(self) -> impl Iterator<Item = &'s str> {
        self.facts().filter_map(Json::as_str)
    }

    /// What it holds.
    fn parts(self) -> Option<&'s JsonObject> {
        self.facts().find_map(Json::as_object)
    }
}
