use crate::diagnostic::{Code, Diagnostic};
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::source::Place;

/// A media type and what says it.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) media_type: String,
    pub(super) place: Place,
}

/// The media types of the bodies of one operation, as far as they are said.
#[derive(Debug, Clone)]
pub(super) struct MediaTypes {
    /// The keyword that says them.
    pub(super) keyword: &'static str,
    pub(super) said: Vec<Said>,
    /// The operation says them itself.
    pub(super) is_own: bool,
    /// Where it is reported that nothing says them.
    pub(super) home: Place,
}

impl<'s> Reader<'s, '_> {
    /// The media types that the operation says, else those that its document says. An empty list says that there are
    /// none (Swagger 2.0 §4.3.5).
    pub(super) fn media_types(
        &mut self,
        keyword: &'static str,
        operation: &Node<'s>,
        home: &Node<'s>,
    ) -> MediaTypes {
        let is_own = operation.has(keyword);
        let holder = if is_own { operation } else { home };
        let mut said: Vec<Said> = Vec::new();
        for node in self.list(holder, keyword) {
            if let Some(media_type) = self.media_type_name(&node)
                && !said.iter().any(|known| known.media_type == media_type)
            {
                let place = node.place;
                said.push(Said { media_type, place });
            }
        }
        MediaTypes {
            keyword,
            said,
            is_own,
            home: version_place(home),
        }
    }

    /// One media type. Some write the last word of it only.
    fn media_type_name(&mut self, node: &Node<'s>) -> Option<String> {
        let text = self.text_of("media type", node)?;
        let text = text.trim();
        if text.contains('/') {
            return Some(text.to_owned());
        }
        let meant = match text.to_ascii_lowercase().as_str() {
            "json" => Some("application/json"),
            "xml" => Some("application/xml"),
            "text" | "plain" => Some("text/plain"),
            "html" => Some("text/html"),
            "csv" => Some("text/csv"),
            _ => None,
        };
        let taken = meant.map_or("left out".to_owned(), |meant| format!("taken as `{meant}`"));
        let message = format!("`{text}` is no media type");
        self.say(Code::InvalidValue, &node.place, message, taken);
        meant.map(str::to_owned)
    }

    /// The media types of a body of this kind, where `usual` stands for one that nothing says.
    ///
    /// `*/*` says as little as nothing does: a client has to choose.
    pub(super) fn chosen(&mut self, types: &MediaTypes, usual: &str, place: &Place) -> Vec<Said> {
        self.chosen_or_any(types, usual, usual, place)
    }

    /// The same, where `any` stands for `*/*`.
    pub(super) fn chosen_or_any(
        &mut self,
        types: &MediaTypes,
        usual: &str,
        any: &str,
        place: &Place,
    ) -> Vec<Said> {
        let mut chosen: Vec<Said> = Vec::new();
        for said in &types.said {
            let mut said = said.clone();
            if said.media_type == "*/*" {
                if any != "*/*" {
                    self.say_assumed(&said.place, "`*/*` names no media type", any);
                }
                any.clone_into(&mut said.media_type);
            }
            if !chosen
                .iter()
                .any(|known| known.media_type == said.media_type)
            {
                chosen.push(said);
            }
        }
        if chosen.is_empty() {
            let message = format!(
                "neither the document nor all of its operations say `{}`",
                types.keyword
            );
            self.say_assumed(&types.home, &message, usual);
            chosen.push(Said {
                media_type: usual.to_owned(),
                place: place.clone(),
            });
        }
        chosen
    }

    pub(super) fn say_assumed(&mut self, place: &Place, message: &str, usual: &str) {
        let diagnostic = Diagnostic::new(Code::AssumedMediaType, place.clone(), message);
        self.cx
            .report(diagnostic.label(format!("taken as `{usual}`")));
    }
}

/// The line that says the version, which every document has.
fn version_place(home: &Node<'_>) -> Place {
    let keyword = ["swagger", "openapi"]
        .into_iter()
        .find(|name| home.has(name));
    keyword.map_or_else(|| home.place.clone(), |name| home.place.child(name))
}
