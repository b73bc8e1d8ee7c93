//! Servers that misbehave: whatever they do, a call ends within its limits, in the right error, and leaves nothing behind.

#[cfg(test)]
mod faults {
    mod calling;
    mod connections;
    mod content_codings;
    mod deadlines;
    mod framing;
    mod heads;
    mod redirects;
    pub(crate) mod server;
    mod storms;
}
