use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Pointer, Sources};

use super::bundle::{Entry, component_reference};
use super::kind::Kind;
use super::load::Library;
use super::node::Node;
use super::reader::Reader;
use super::resource::is_anchor;
use super::swagger;

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unfound {
    /// It names a URL.
    Remote,
    /// It names a file outside the folder that may be read.
    Outside,
    /// There is no such file.
    NoFile(String),
    /// There is such a file, and what is wrong with it is reported already.
    Unreadable(String),
    /// The file holds nothing of that name.
    Nothing(Pointer),
    /// The fragment is no JSON Pointer.
    NoPointer(String),
    /// References that lead back to where they began.
    Cycle,
}

/// The two halves of a reference (RFC 3986 §4.1): a file, which may be empty, and a fragment.
pub(super) fn halves(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// Whether a reference names something to be fetched (RFC 3986 §3.1): it has a scheme, or a host.
pub(super) fn is_remote(reference: &str) -> bool {
    if reference.starts_with("//") {
        return true;
    }
    let Some((scheme, _)) = reference.split_once(':') else {
        return false;
    };
    let legal =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '+' | '-' | '.');
    scheme.len() > 1
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(legal)
}

/// The JSON Pointer that a fragment says (RFC 6901 §6).
pub(super) fn fragment_pointer(fragment: &str) -> Option<Pointer> {
    let decoded = percent_encoding::percent_decode_str(fragment)
        .decode_utf8()
        .ok()?;
    Pointer::parse(&decoded)
}

/// What `reference`, written in `holder`, names: one step, nothing reported.
pub(super) fn step<'s>(
    sources: &'s Sources,
    library: &Library,
    holder: &Node<'s>,
    reference: &str,
) -> Result<Node<'s>, Unfound> {
    match library.resources.step(sources, holder, reference) {
        Some(found) => Ok(found),
        None => step_through(sources, library, holder, reference, MAX_HOPS),
    }
}

/// One step; a pointer may lead through `hops` values that are references themselves.
fn step_through<'s>(
    sources: &'s Sources,
    library: &Library,
    holder: &Node<'s>,
    reference: &str,
    hops: usize,
) -> Result<Node<'s>, Unfound> {
    if is_remote(reference) {
        return Err(Unfound::Remote);
    }
    let (path, fragment) = halves(reference);
    let file = match path {
        "" if library.config == Some(holder.place.file) => library.first,
        "" => holder.place.file,
        path => {
            let joined = Sources::join(sources.path(holder.place.file), path);
            library.file(&joined.ok_or(Unfound::Outside)?)?
        }
    };
    let mut node = Node::root(sources, file);
    let Some(decoded) = fragment_pointer(fragment) else {
        return anchored(&node, fragment).ok_or_else(|| Unfound::NoPointer(fragment.to_owned()));
    };
    // Some write `%` in names without encoding it.
    if let Some(found) = Pointer::parse(fragment).and_then(|written| node.below(&written)) {
        return Ok(found);
    }
    for segment in decoded.segments() {
        let mut found = node.step(&segment);
        if found.is_none()
            && hops > 0
            && let Some(reference) = node.peek("$ref")
        {
            let through = step_through(sources, library, &node, reference, hops - 1)?;
            found = through.step(&segment);
        }
        node = found.ok_or_else(|| Unfound::Nothing(decoded.clone()))?;
    }
    Ok(node)
}

/// The schema that says it is called so (JSON Schema 2020-12 core §8.2.2).
fn anchored<'s>(root: &Node<'s>, name: &str) -> Option<Node<'s>> {
    let mut pending = vec![root.clone()];
    while let Some(node) = pending.pop() {
        if is_anchor(&node, name) {
            return Some(node);
        }
        pending.extend(node.members().into_iter().rev().map(|(_, member)| member));
        pending.extend(node.elements().into_iter().rev());
    }
    None
}

/// The reference that a node is and nothing besides.
pub(super) fn bare_reference<'s>(node: &Node<'s>) -> Option<&'s str> {
    let members = node.object()?;
    if members.len() > 1 && members.keys().any(|key| key != "$ref" && !is_comment(key)) {
        return None;
    }
    node.peek("$ref")
}

/// Keys next to a `$ref` that say nothing to a client.
pub(super) fn is_comment(key: &str) -> bool {
    (key.starts_with("x-") && key != "x-nullable") || key == "$comment"
}

impl<'s> Reader<'s, '_> {
    /// What the `$ref` of `holder` names, followed to its end without becoming a component. What is wrong is reported.
    pub(super) fn follow(&mut self, kind: Kind, holder: &Node<'s>) -> Option<Node<'s>> {
        let mut node = holder.clone();
        for _ in 0..MAX_STEPS {
            let Some(reference) = node.peek("$ref") else {
                return Some(node);
            };
            match step(self.sources, &self.library, &node, reference) {
                Ok(next) => {
                    self.refers(&node, reference, &next);
                    node = next;
                }
                Err(why) => {
                    self.report_unfound(kind, &node, reference, &why);
                    return None;
                }
            }
        }
        self.report_unfound(
            kind,
            holder,
            holder.peek("$ref").unwrap_or_default(),
            &Unfound::Cycle,
        );
        None
    }

    /// The reference into the united components that stands for `reference`, written in `holder`.
    ///
    /// What it names becomes a component if it is none yet. `None`, with a report, if it names nothing.
    pub(super) fn component(
        &mut self,
        kind: Kind,
        holder: &Node<'s>,
        reference: &str,
    ) -> Option<String> {
        let mut holder = holder.clone();
        let mut reference = reference.to_owned();
        for _ in 0..MAX_STEPS {
            let target = match step(self.sources, &self.library, &holder, &reference) {
                Ok(target) => target,
                Err(why) => {
                    self.report_unfound(kind, &holder, &reference, &why);
                    return None;
                }
            };
            self.refers(&holder, &reference, &target);
            match self.bundle.entry(kind, &target.place) {
                Entry::Named(name) => return Some(component_reference(kind, &name)),
                Entry::OtherKind(other) => {
                    self.report_other_kind(kind, other, &holder);
                    if !hold_the_same(kind, other) {
                        return None;
                    }
                }
                Entry::New => {}
            }
            let Some(next) = bare_reference(&target) else {
                let name =
                    self.bundle
                        .lift(kind, &target.place, self.sources.path(target.place.file));
                return Some(component_reference(kind, &name));
            };
            reference = next.to_owned();
            holder = target;
        }
        self.report_unfound(kind, &holder, &reference, &Unfound::Cycle);
        None
    }

    pub(super) fn report_other_kind(&mut self, kind: Kind, other: Kind, holder: &Node<'s>) {
        let message = format!(
            "the reference names {}, where {} should stand",
            other.words(),
            kind.words()
        );
        let label = match hold_the_same(kind, other) {
            true => "taken for one: what both hold is content",
            false => instead_of(kind),
        };
        let place = holder.place.child("$ref");
        self.say(Code::UnresolvedReference, &place, message, label);
    }

    fn report_unfound(&mut self, kind: Kind, holder: &Node<'s>, reference: &str, why: &Unfound) {
        let place = if holder.has("$ref") {
            holder.place.child("$ref")
        } else {
            holder.place.clone()
        };
        let diagnostic = match why {
            Unfound::Remote if matches!(kind, Kind::Example | Kind::Link) => {
                let message = format!("`{reference}` is a URL, and nothing is fetched");
                unresolved(place, message, kind)
            }
            Unfound::Remote => {
                let message = format!("`{reference}` is a URL, and nothing is fetched");
                let help = "save what it names beside the description and refer to that file: `./name.yaml#/…`";
                Diagnostic::new(Code::RemoteReference, place, message).help(help)
            }
            Unfound::Outside => {
                let message = format!("`{reference}` is outside the folder that may be read");
                Diagnostic::new(Code::ReferenceOutside, place, message)
                    .label(instead_of(kind))
                    .help(
                        "name a folder that holds both files with `--allow-root`, or move the file",
                    )
            }
            Unfound::NoFile(path) => unresolved(place, format!("there is no file `{path}`"), kind),
            Unfound::Unreadable(path) => {
                unresolved(place, format!("the file `{path}` cannot be read"), kind)
            }
            Unfound::Nothing(pointer) => {
                let message = format!("nothing is at `{reference}`");
                let diagnostic = unresolved(place, message, kind);
                match self.nearest(pointer) {
                    Some(near) => diagnostic.help(format!("there is `#{near}`")),
                    None => diagnostic,
                }
            }
            Unfound::NoPointer(fragment) => {
                let message =
                    format!("`#{fragment}` is no JSON Pointer, and no `$anchor` says that name");
                unresolved(place, message, kind)
                    .help("write the way to the value, as `#/components/schemas/Name`")
            }
            Unfound::Cycle => unresolved(
                place,
                "the references from here lead back to where they began".to_owned(),
                kind,
            ),
        };
        self.cx.report(diagnostic);
    }

    /// The component that was probably meant.
    fn nearest(&self, pointer: &Pointer) -> Option<Pointer> {
        let list = pointer.parent()?;
        let kind = list
            .last()
            .and_then(|field| match self.bundle.is_swagger() {
                true => swagger::lists::kind(&field),
                false => Kind::of_field(&field),
            })?;
        let wanted = pointer.last()?;
        let near = self.bundle.near(kind, &wanted)?;
        Some(list.child(near))
    }
}

/// How many references may lead on to another one.
const MAX_STEPS: usize = 64;

/// How many references a single pointer may lead through.
const MAX_HOPS: usize = 8;

fn unresolved(place: crate::source::Place, message: String, kind: Kind) -> Diagnostic {
    Diagnostic::new(Code::UnresolvedReference, place, message).label(instead_of(kind))
}

/// Whether what is one kind can be read as the other without a loss.
fn hold_the_same(kind: Kind, other: Kind) -> bool {
    let both = [kind, other];
    both == [Kind::Response, Kind::RequestBody] || both == [Kind::RequestBody, Kind::Response]
}

/// What stands in the place of a reference that leads nowhere.
fn instead_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Schema => "taken as any JSON",
        Kind::RequestBody => "taken as a body of any JSON",
        Kind::MediaType => "taken as content of which nothing is known",
        Kind::Response => "taken as a response of which nothing is known",
        Kind::Parameter
        | Kind::Example
        | Kind::Header
        | Kind::SecurityScheme
        | Kind::Link
        | Kind::Callback
        | Kind::PathItem => "left out",
    }
}
