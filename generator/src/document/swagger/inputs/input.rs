use openapiv3::{Parameter, ReferenceOr};

use crate::diagnostic::{Code, Diagnostic};
use crate::document::bundle::Entry;
use crate::document::kind::Kind;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::source::Pointer;
use crate::terms::ParameterLocation;

/// What an operation is read in the light of.
pub(in crate::document::swagger) struct Around<'a, 's> {
    pub(in crate::document::swagger) path: &'a str,
    /// What the path item says for each of its operations.
    pub(in crate::document::swagger) shared: &'a Inputs<'s>,
    /// The document that says what the operation does not.
    pub(in crate::document::swagger) home: Node<'s>,
}

/// An element of a list of parameters.
#[derive(Debug, Clone)]
pub(in crate::document::swagger) struct Input<'s> {
    /// As it stands in the list: it may be a reference.
    pub(in crate::document::swagger) written: Node<'s>,
    /// The parameter itself.
    pub(in crate::document::swagger) node: Node<'s>,
}

/// A list of parameters, apart by what becomes of them: Swagger 2.0 has bodies and forms among them (§4.3.9).
#[derive(Debug, Clone, Default)]
pub(in crate::document::swagger) struct Inputs<'s> {
    pub(in crate::document::swagger) parameters: Vec<Input<'s>>,
    pub(in crate::document::swagger) body: Option<Input<'s>>,
    pub(in crate::document::swagger) fields: Vec<Input<'s>>,
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document::swagger) enum Location {
    Parameter(ParameterLocation),
    Body,
    FormData,
}

impl Location {
    fn of(word: &str) -> Option<Self> {
        match word {
            "path" => Some(Self::Parameter(ParameterLocation::Path)),
            "query" => Some(Self::Parameter(ParameterLocation::Query)),
            "header" => Some(Self::Parameter(ParameterLocation::Header)),
            "cookie" => Some(Self::Parameter(ParameterLocation::Cookie)),
            "body" => Some(Self::Body),
            "formData" => Some(Self::FormData),
            _ => None,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Parameter(location) => location.as_str(),
            Self::Body => "body",
            Self::FormData => "formData",
        }
    }
}

impl<'s> Inputs<'s> {
    /// The body and the form of an operation: its own, then those of the path item that it does not replace.
    pub(in crate::document::swagger) fn over(mut self, shared: &Self) -> Self {
        if self.body.is_none() {
            self.body.clone_from(&shared.body);
        }
        for field in &shared.fields {
            if field.same_name(&self.fields).is_none() {
                self.fields.push(field.clone());
            }
        }
        self
    }
}

impl<'s> Input<'s> {
    fn same_name<'a>(&self, others: &'a [Self]) -> Option<&'a Self> {
        let name = self.node.peek("name");
        others.iter().find(|other| other.node.peek("name") == name)
    }
}

impl<'s> Reader<'s, '_> {
    /// Tells the elements of a list of parameters apart.
    pub(in crate::document::swagger) fn inputs(
        &mut self,
        elements: &[Node<'s>],
        path: &str,
    ) -> Inputs<'s> {
        let mut inputs = Inputs::default();
        for element in elements {
            let Some(input) = self.input(element) else {
                continue;
            };
            match self.input_location(&input.node, Some(path)) {
                Some(Location::Parameter(_)) => inputs.parameters.push(input),
                Some(Location::Body) => match &inputs.body {
                    Some(first) => {
                        let message = "an operation has one body, and another is declared here";
                        self.report_second(&input, &first.clone(), message.to_owned());
                    }
                    None => inputs.body = Some(input),
                },
                Some(Location::FormData) => match input.same_name(&inputs.fields) {
                    Some(first) => {
                        let name = input.node.peek("name").unwrap_or_default();
                        let message = format!("the form parameter `{name}` is declared twice");
                        self.report_second(&input, &first.clone(), message);
                    }
                    None => inputs.fields.push(input),
                },
                None => {}
            }
        }
        inputs
    }

    /// An element of a list with the parameter that it is or names.
    fn input(&mut self, element: &Node<'s>) -> Option<Input<'s>> {
        if !self.is_object("parameters", element) {
            return None;
        }
        let node = self.follow(Kind::Parameter, element)?;
        if let Entry::OtherKind(other) = self.bundle.entry(Kind::Parameter, &node.place) {
            self.report_other_kind(Kind::Parameter, other, element);
            return None;
        }
        Some(Input {
            written: element.clone(),
            node,
        })
    }

    fn report_second(&mut self, second: &Input<'s>, first: &Input<'s>, message: String) {
        let place = second.written.place.clone();
        let diagnostic = Diagnostic::new(Code::DuplicateParameter, place, message).label("ignored");
        self.cx
            .report(diagnostic.related(first.written.place.clone(), "declared here first"));
    }

    /// Where a parameter goes; where it does not say it, that is guessed.
    pub(in crate::document::swagger) fn input_location(
        &mut self,
        node: &Node<'s>,
        path: Option<&str>,
    ) -> Option<Location> {
        if !node.has("in") {
            let guess = guess(node, path);
            let taken = format!("taken as `in: {}`", guess.as_str());
            self.missing(&node.place, "in", "a parameter", &taken);
            return Some(guess);
        }
        let written = self.text(node, "in")?;
        let place = node.place.child("in");
        if let Some(location) = Location::of(&written) {
            if location == Location::Parameter(ParameterLocation::Cookie) {
                let message = "a parameter cannot be in `cookie` in Swagger 2.0";
                let label = "taken as OpenAPI 3 means it";
                self.say(Code::NewerKeyword, &place, message, label);
            }
            return Some(location);
        }
        let message = format!(
            "a parameter cannot be in `{written}`; there are `path`, `query`, `header`, `formData` and `body`"
        );
        let meant = match written.to_ascii_lowercase().as_str() {
            "formdata" | "form" | "form-data" => Some(Location::FormData),
            "headers" => Location::of("header"),
            lower => Location::of(lower),
        };
        let taken = match meant {
            Some(meant) => format!("taken as `{}`", meant.as_str()),
            None => "the parameter is left out".to_owned(),
        };
        self.say(Code::InvalidValue, &place, message, taken);
        meant
    }

    /// The parameters that are neither body nor form. Those that references name are components.
    pub(in crate::document::swagger) fn input_parameters(
        &mut self,
        holder: &Pointer,
        inputs: &Inputs<'s>,
        path: &str,
    ) -> Vec<ReferenceOr<Parameter>> {
        let mut parameters = Vec::new();
        for input in &inputs.parameters {
            let pointer = holder.child("parameters").index(parameters.len());
            let place = &input.written.place;
            parameters.extend(self.within(pointer, place, |reader| {
                match input.written.peek("$ref") {
                    Some(reference) if input.node.has("in") => {
                        let reference =
                            reader.component(Kind::Parameter, &input.written, reference)?;
                        Some(ReferenceOr::Reference { reference })
                    }
                    _ => reader
                        .swagger_parameter(&input.node, Some(path))
                        .map(ReferenceOr::Item),
                }
            }));
        }
        parameters
    }
}

/// Where a parameter probably goes that does not say it.
fn guess(node: &Node<'_>, path: Option<&str>) -> Location {
    let template = node.peek("name").map(|name| format!("{{{name}}}"));
    let is_in_path =
        template.is_some_and(|template| path.is_some_and(|path| path.contains(&template)));
    if is_in_path {
        Location::Parameter(ParameterLocation::Path)
    } else if node.has("schema") {
        Location::Body
    } else {
        Location::Parameter(ParameterLocation::Query)
    }
}
