use super::look::Look;
use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Header, Origin, Payload, Response, ResponseContent, TypeRef};
use crate::resolved;
use crate::terms::{Method, StatusPattern};

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
        let (asked, others) = if *method == Method::Head || has_no_body(response.status) {
            (Vec::new(), forms)
        } else {
            self.asked(forms)
        };
        if *method != Method::Head && asked.is_empty() {
            self.report_unread(&others);
        }
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
        let look = written.schema.map(|schema| {
            let ty = self.schema_type(schema, origin.clone());
            (ty, self.look(ty))
        });
        let is_file = written.schema.is_some_and(|schema| self.is_file(schema));
        let any = look.filter(|_| !is_file && written.media_type.is_any());
        let payload = match (self.answered_stream(index, written, origin), any) {
            (Some(stream), _) => stream,
            // Whatever the media type is, this is what the description says of the body.
            (None, Some((ty, Look::Parts))) => Payload::Json(ty),
            (None, Some((ty, Look::Text | Look::Value))) => Payload::Plain(ty),
            (None, Some((_, Look::Any)) | None) => self.payload(written, origin.clone()),
        };
        let item = if matches!(payload, Payload::Stream(_)) {
            None
        } else {
            self.item(written, index)
        };
        let is_opaque = match payload {
            Payload::None
            | Payload::Json(_)
            | Payload::Xml(_)
            | Payload::Plain(_)
            | Payload::Stream(_) => false,
            Payload::Form(_) | Payload::Multipart(_) => true,
            Payload::Text | Payload::Bytes => matches!(look, Some((_, Look::Parts))),
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

    fn report_unread(&mut self, forms: &[Form<'_>]) {
        for form in forms {
            let message = "an answer with this status has no body";
            let diagnostic =
                Diagnostic::new(Code::UnexpectedBody, form.written.place.clone(), message);
            self.report(diagnostic.label("nothing is read"));
        }
    }

    fn header(&mut self, index: usize, header: &resolved::Header) -> Header {
        Header {
            name: header.name.clone(),
            description: header.description.clone(),
            required: header.required,
            serialization: header.serialization.clone(),
            ty: self.schema_type(header.schema, Origin::Header(index, header.name.clone())),
        }
    }
}

/// Statuses whose answers end with their header fields (RFC 9110 §6.4.1).
fn has_no_body(status: StatusPattern) -> bool {
    match status {
        StatusPattern::Code(code) => matches!(code, 100..=199 | 204 | 205 | 304),
        StatusPattern::Range(class) => class == 1,
        StatusPattern::Default => false,
    }
}

impl Form<'_> {
    /// Whether it is read as the type of its schema.
    fn is_read(&self) -> bool {
        matches!(
            self.content.payload,
            Payload::Json(_) | Payload::Xml(_) | Payload::Plain(_)
        )
    }
}
