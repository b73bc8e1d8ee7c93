//! The HTTP side of the runtime: tables of the standards, and calls against servers on loopback.

#[cfg(test)]
mod http {
    mod answers;
    mod bodies;
    mod clients;
    mod credentials;
    mod errors;
    mod forms;
    mod items;
    mod paging;
    mod parts;
    mod paths;
    mod recordings;
    mod redirects;
    mod requests;
    mod retries;
    mod security;
    pub(crate) mod server;
    mod streams;
    mod styles;
    mod timeouts;
    mod tokens;
    mod transports;
}
