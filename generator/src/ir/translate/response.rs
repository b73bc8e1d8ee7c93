use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Header, Origin, Payload, Response, ResponseContent, Shape, TypeRef};
use crate::resolved;
use crate::terms::Method;

/// A form of a response's body.
struct Form<'d> {
    written: &'d resolved::Content,
    content: ResponseContent,
    /// The description tells its parts, but it comes as a whole: as a text, or as bytes.
    is_opaque: bool,
}

impl Translator<'_> {
    pub(super) fn response(
        &mut self,
        index: usize,
        method: &Method,
        response: &resolved::Response,
    ) -> Response {
        let origin = Origin::Response(index, response.status);
        let forms: Vec<Form<'_>> = response
            .content
            .iter()
            .map(|content| self.form(index, content, &origin))
            .collect();
        let (asked, others): (Vec<_>, Vec<_>) = if *method == Method::Head {
            (Vec::new(), forms)
        } else {
            self.asked(forms)
        };
        let items = others.iter().filter_map(|form| form.content.item);
        let items: Vec<TypeRef> = items.collect();
        let others = (asked.iter().filter(|form| !form.is_read()))
            .chain(&others)
            .filter_map(|form| form.written.schema)
            .map(|schema| self.schema_type(schema, origin.clone()))
            .chain(items)
            .collect();
        Response {
            status: response.status,
            description: response.description.clone(),
            headers: (response.headers.iter())
                .map(|header| self.header(index, header))
                .collect(),
            contents: asked.into_iter().map(|form| form.content).collect(),
            others,
        }
    }

    fn form<'d>(
        &mut self,
        index: usize,
        written: &'d resolved::Content,
        origin: &Origin,
    ) -> Form<'d> {
        let payload = match self.answered_stream(index, written, origin) {
            Some(stream) => stream,
            None => self.payload(written, origin.clone()),
        };
        let item = if matches!(payload, Payload::Stream(_)) {
            None
        } else {
            self.item(written, index)
        };
        let is_opaque = match payload {
            Payload::None | Payload::Json(_) | Payload::Xml(_) | Payload::Stream(_) => false,
            Payload::Form(_) | Payload::Multipart(_) => true,
            Payload::Text | Payload::Bytes => written.schema.is_some_and(|schema| {
                let ty = self.schema_type(schema, origin.clone());
                self.has_parts(ty)
            }),
        };
        Form {
            written,
            content: ResponseContent {
                media_type: written.media_type.clone(),
                payload,
                item,
            },
            is_opaque,
        }
    }

    /// Those that are asked for, and the others: a whole is not asked for where its parts can be had.
    fn asked<'d>(&mut self, forms: Vec<Form<'d>>) -> (Vec<Form<'d>>, Vec<Form<'d>>) {
        if !forms.iter().any(Form::is_read) {
            return (forms, Vec::new());
        }
        let (asked, others): (Vec<_>, Vec<_>) = forms.into_iter().partition(|form| !form.is_opaque);
        for other in &others {
            self.report(
                Diagnostic::new(
                    Code::UnusedMediaType,
                    other.written.place.clone(),
                    format!(
                        "answers of `{}` are not asked for",
                        other.content.media_type
                    ),
                )
                .label("another media type of this response is, whose parts are read"),
            );
        }
        (asked, others)
    }

    /// Whether values have parts of which the description speaks.
    fn has_parts(&self, mut ty: TypeRef) -> bool {
        // Aliases may go round in a circle.
        for _ in 0..8 {
            match self.shape_of(ty) {
                Some(Shape::Alias(target)) => ty = *target,
                Some(
                    Shape::Array(_)
                    | Shape::Map(_)
                    | Shape::Patterned(_)
                    | Shape::Struct(_)
                    | Shape::Tuple(_)
                    | Shape::Union(_),
                ) => return true,
                Some(Shape::Any | Shape::Primitive(_) | Shape::Enum(_)) | None => return false,
            }
        }
        false
    }

    fn header(&mut self, index: usize, header: &resolved::Header) -> Header {
        Header {
            name: header.name.clone(),
            description: header.description.clone(),
            ty: self.schema_type(header.schema, Origin::Header(index, header.name.clone())),
        }
    }
}

impl Form<'_> {
    /// Whether it is read as the type of its schema.
    fn is_read(&self) -> bool {
        matches!(self.content.payload, Payload::Json(_) | Payload::Xml(_))
    }
}
