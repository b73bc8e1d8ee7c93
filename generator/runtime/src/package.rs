//! What the `Cargo.toml` of every generated crate says because of the runtime.

use std::collections::BTreeSet;

use crate::sources::Part;

/// The oldest compiler.
pub const RUST_VERSION: &str = "1.88";

/// Lines of `[dependencies]` that every crate needs.
pub const DEPENDENCIES: &str = r#"base64 = "0.23"
bytes = "1.12"
clap = { version = "4.6", default-features = false, features = ["error-context", "help", "std", "usage"], optional = true }
clap_complete = { version = "4.6", default-features = false, optional = true }
fastrand = "2.5"
http = "1.5"
http-body = "1"
httpdate = "1"
indexmap = "2.14"
itoa = "1"
percent-encoding = "2.3"
reqwest = { version = "0.13", default-features = false, features = ["gzip", "http2"] }
serde = { version = "1", default-features = false, features = ["std"], optional = true }
tokio = { version = "1.54", default-features = false, features = ["sync", "time"] }
tracing = { version = "0.1", default-features = false, features = ["std"], optional = true }
url = "2.5"
"#;

/// Lines of `[dependencies]` that a part needs.
pub const DEPENDENCIES_OF_PARTS: &[(Part, &str)] = &[
    (Part::Dates, JIFF),
    (Part::WithJiff, JIFF),
    (Part::Streams, FUTURES),
    (Part::Items, FUTURES),
    (Part::Events, FUTURES),
    (Part::Paging, FUTURES),
    (Part::Uuid, UUID),
    (Part::WithUuid, UUID),
    (
        Part::WithChrono,
        r#"chrono = { version = "0.4", default-features = false }"#,
    ),
    (
        Part::WithRustDecimal,
        r#"rust_decimal = { version = "1", default-features = false }"#,
    ),
    (
        Part::Xml,
        r#"quick-xml = { version = "0.42", default-features = false }"#,
    ),
    (
        Part::WithTime,
        r#"time = { version = "0.3", default-features = false }"#,
    ),
];

const JIFF: &str = r#"jiff = { version = "0.2", default-features = false, features = ["std"] }"#;
const FUTURES: &str = r#"futures-core = "0.3""#;
const UUID: &str = r#"uuid = { version = "1", default-features = false }"#;

/// Lines of `[dependencies]` of a crate that needs these parts beside those which every crate needs.
pub fn dependencies(parts: &BTreeSet<Part>) -> String {
    let of_parts = DEPENDENCIES_OF_PARTS.iter();
    let of_parts = of_parts
        .filter(|(part, _)| parts.contains(part))
        .map(|(_, line)| *line);
    let lines: BTreeSet<&str> = DEPENDENCIES.lines().chain(of_parts).collect();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Further tables of a crate that needs these parts.
pub fn tables(parts: &BTreeSet<Part>) -> &'static str {
    match parts.contains(&Part::Upload) || parts.contains(&Part::Multipart) {
        true => NATIVE,
        false => "",
    }
}

/// Reading files; there are none in a browser.
const NATIVE: &str = r#"
[target.'cfg(not(target_family = "wasm"))'.dependencies]
tokio = { version = "1.54", default-features = false, features = ["fs"] }
"#;

/// Lines of `[features]` beside those of the groups of operations.
pub const FEATURES: &str = r#"# TLS: at least one of the two is needed for `https`.
rustls = ["reqwest/rustls"]
native-tls = ["reqwest/native-tls"]
# `serde::Serialize` and `serde::Deserialize` for every type.
serde = ["dep:serde"]
# A span of `tracing` for each call, without values.
tracing = ["dep:tracing"]
# Calls that are waited for, in programs without `async`.
blocking = ["tokio/rt"]
# The program of the same name as the package.
cli = ["dep:clap", "dep:clap_complete", "tokio/rt", "tokio/sync"]
"#;

/// The lints that every generated crate passes: those of the generator itself.
pub const LINTS: &str = r#"[lints.rust]
missing_docs = "warn"
unsafe_code = "forbid"
unreachable_pub = "warn"

[lints.clippy]
all = { level = "warn", priority = -1 }
dbg_macro = "warn"
expect_used = "warn"
indexing_slicing = "warn"
panic = "warn"
todo = "warn"
unimplemented = "warn"
unreachable = "warn"
unwrap_used = "warn"
wildcard_enum_match_arm = "warn"
"#;
