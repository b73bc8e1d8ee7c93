use openapiv3::Server;

use crate::diagnostic::Code;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::document::unite::United;
use crate::source::{Place, Pointer};

/// One URL that `host`, `basePath` and `schemes` make together.
struct Written {
    url: String,
    /// What says that there is this one: an element of `schemes`, else `host`, else `basePath`.
    place: Place,
}

/// Where the API is called (Swagger 2.0 §4.3.1: `host`, `basePath`, `schemes`).
impl<'s> Reader<'s, '_> {
    /// The servers of the API; none without a host, so that the caller has to give one.
    pub(in crate::document) fn swagger_servers(&mut self, united: &United<'s>) -> Vec<Server> {
        let documents = &united.documents;
        let host = self.one_of(documents, "host", "the host");
        if host.is_none() && documents.iter().any(|document| document.has("servers")) {
            return self.document_servers(united);
        }
        let base = self.one_of(documents, "basePath", "the base path");
        let schemes = self.one_of(documents, "schemes", "the schemes");
        let written = self.urls(host.as_ref(), base.as_ref(), schemes.as_ref());
        self.written_servers(&Pointer::root().child("servers"), written)
    }

    /// The servers of an operation that is called by other schemes than the rest of the API; else none.
    pub(super) fn operation_servers(
        &mut self,
        pointer: &Pointer,
        operation: &Node<'s>,
        home: &Node<'s>,
    ) -> Vec<Server> {
        if operation.has("servers") {
            return self.servers(operation);
        }
        let (Some(own), Some(_)) = (operation.field("schemes"), home.field("host")) else {
            return Vec::new();
        };
        if home
            .field("schemes")
            .is_some_and(|common| common.value == own.value)
        {
            return Vec::new();
        }
        let written = self.urls(Some(home), Some(home), Some(operation));
        self.written_servers(&pointer.child("servers"), written)
    }

    fn written_servers(&mut self, pointer: &Pointer, written: Vec<Written>) -> Vec<Server> {
        let mut servers = Vec::new();
        for Written { url, place } in written {
            self.origins
                .record(pointer.index(servers.len()), place.clone());
            // No variable of a URL is declared, so a report about one is drawn where the URL is written.
            self.origins
                .record(pointer.index(servers.len()).child("url"), place);
            servers.push(Server {
                url,
                ..Server::default()
            });
        }
        servers
    }

    /// The URLs in the order of `schemes`, but those that are safe first: the first one is called where nothing else is
    /// said.
    fn urls(
        &mut self,
        host: Option<&Node<'s>>,
        base: Option<&Node<'s>>,
        schemes: Option<&Node<'s>>,
    ) -> Vec<Written> {
        let base_path = base
            .and_then(|base| self.base_path(base))
            .unwrap_or_default();
        let said = host.and_then(|holder| Some((self.text(holder, "host")?, holder)));
        let Some((host, holder)) = said.filter(|(host, _)| !host.trim().is_empty()) else {
            let place = base.map(|base| base.place.child("basePath"));
            let relative = place.filter(|_| !base_path.is_empty());
            return relative
                .map(|place| Written {
                    url: base_path,
                    place,
                })
                .into_iter()
                .collect();
        };
        let place = holder.place.child("host");
        let (scheme, host) = self.host(&host, &place);
        let mut schemes = schemes
            .map(|holder| self.schemes(holder))
            .unwrap_or_default();
        if schemes.is_empty() {
            schemes.push((scheme.unwrap_or_else(|| "https".to_owned()), place));
        }
        schemes.sort_by_key(|(scheme, _)| scheme != "https");
        let urls = schemes.into_iter().map(|(scheme, place)| Written {
            url: format!("{scheme}://{host}{base_path}"),
            place,
        });
        urls.collect()
    }

    /// A host may have a port, but neither scheme nor path; some write them all the same.
    fn host(&mut self, text: &str, place: &Place) -> (Option<String>, String) {
        let text = text.trim();
        let (scheme, host) = match text.split_once("://") {
            Some((scheme, host)) => (Some(scheme.to_ascii_lowercase()), host),
            None => (None, text.strip_prefix("//").unwrap_or(text)),
        };
        let host = host.trim_end_matches('/');
        if host != text || host.contains('/') {
            let message = format!("`{text}` is more than a host");
            self.say(Code::InvalidValue, place, message, "taken all the same");
        }
        (scheme.filter(|scheme| is_http(scheme)), host.to_owned())
    }

    /// The path that all others are below, with a slash before it and none after it.
    fn base_path(&mut self, holder: &Node<'s>) -> Option<String> {
        let text = self.text(holder, "basePath")?;
        let trimmed = text.trim().trim_matches('/');
        if trimmed.is_empty() {
            return None;
        }
        if !text.trim_start().starts_with('/') {
            let message = format!("`{text}` does not begin with `/`");
            let place = holder.place.child("basePath");
            self.say(
                Code::InvalidValue,
                &place,
                message,
                format!("taken as `/{trimmed}`"),
            );
        }
        Some(format!("/{trimmed}"))
    }

    /// The schemes that speak HTTP, each once.
    fn schemes(&mut self, holder: &Node<'s>) -> Vec<(String, Place)> {
        let mut schemes: Vec<(String, Place)> = Vec::new();
        for node in self.list(holder, "schemes") {
            let Some(written) = self.text_of("schemes", &node) else {
                continue;
            };
            let scheme = written.trim().trim_end_matches("://").to_ascii_lowercase();
            if !is_http(&scheme) {
                let message = format!("the scheme `{written}` is not called");
                self.say(Code::UnsupportedKeyword, &node.place, message, "left out");
            } else if !schemes.iter().any(|(known, _)| *known == scheme) {
                schemes.push((scheme, node.place));
            }
        }
        schemes
    }
}

fn is_http(scheme: &str) -> bool {
    matches!(scheme, "http" | "https")
}
