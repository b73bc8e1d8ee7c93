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
    /// What is left of the files of the description when only schemas and references are kept: a JSON object of their
    /// values under their paths, behind a line that says what it is.
    text: &'static str,
    files: OnceLock<JsonObject>,
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
        let (path, pointer) = wanted.split_once('#').unzip();
        let written = pointer.map(Cow::Borrowed);
        let decoded = pointer.and_then(|pointer| percent_decode_str(pointer).decode_utf8().ok());
        let path = path.unwrap_or_default();
        for way in [written, decoded].into_iter().flatten() {
            let found = self.in_any(|file| path.is_empty() || is_file(file, path), &way);
            if found.is_some() {
                return found;
            }
        }
        let name = wanted.replace('~', "~0").replace('/', "~1");
        COMPONENTS
            .iter()
            .find_map(|list| self.in_any(|_| true, &format!("{list}{name}")))
    }

    /// The name of the type of what a JSON Pointer names in the first of some files that has it.
    fn in_any(&self, wanted: impl Fn(&str) -> bool, pointer: &str) -> Option<&str> {
        let files = self.files().iter().filter(|(path, _)| wanted(path));
        let mut found = files.filter_map(|(path, _)| self.named(self.at(path, pointer, &mut 0)?));
        found.next()
    }

    fn files(&self) -> &JsonObject {
        self.files.get_or_init(|| {
            let behind_head = self.text.split_once('\n').map_or("", |(_, text)| text);
            json::from_str(behind_head).unwrap_or_default()
        })
    }

    /// What a JSON Pointer names, where references stand for what they name.
    fn at<'s>(&'s self, file: &'s str, pointer: &str, hops: &mut usize) -> Option<At<'s>> {
        let node = self.files().get(file)?;
        let mut at = At { file, node };
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
            other => other,
        };
        self.at(file, pointer, hops)
    }
}

/// Whether a path is that of a file, or its end from the name of some folder on.
fn is_file(file: &str, path: &str) -> bool {
    let path = path.strip_prefix("./").unwrap_or(path);
    let before = file.strip_suffix(path);
    before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// A value of the description.
#[derive(Clone, Copy)]
struct At<'s> {
    file: &'s str,
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
