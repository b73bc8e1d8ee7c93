use super::Parts;
use crate::call::Call;

impl Call {
    /// A body of several parts. The boundary between them is ours, whatever the media type says.
    pub fn multipart(&mut self, content_type: &str, parts: Parts) {
        match parts.joined() {
            Ok((body, boundary)) => {
                let parameters = content_type.split(';').map(str::trim);
                let is_boundary = |parameter: &&str| {
                    let start = parameter.get(..9).unwrap_or_default();
                    start.eq_ignore_ascii_case("boundary=")
                };
                let others = parameters.filter(|parameter| !is_boundary(parameter));
                let mut content_type: Vec<&str> = others.collect();
                let boundary = format!("boundary={boundary}");
                content_type.push(&boundary);
                self.bytes(&content_type.join("; "), body);
            }
            Err(failure) => self.fail(failure),
        }
    }
}
