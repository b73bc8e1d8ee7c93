/// A description whose types are read and written.
#[derive(Debug)]
pub(super) struct Shapes {
    /// The description in the folder of the corpus.
    pub(super) description: &'static str,
    /// The operations whose types are built.
    pub(super) operations: &'static [&'static str],
    /// The types that are measured.
    pub(super) shapes: &'static [Shape],
}

/// A type, and values of it.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its name in Rust.
    pub(super) name: &'static str,
    /// Where its values come from.
    pub(super) payload: Payload,
}

/// Where values come from.
#[derive(Debug)]
pub(super) enum Payload {
    /// An example of the description, or an array of several, by its pointer.
    Example(&'static str),
    /// Random instances of the component of this name.
    Random(&'static str),
}

/// What is measured, one shape of answers each: wide objects of strings, nested ones, many nulls, unions.
pub(super) const ALL: &[Shapes] = &[
    Shapes {
        description: "famous/github-api.octokit-23.0.2.json",
        operations: &["issues/list-for-repo", "repos/get", "pulls/list"],
        shapes: &[
            Shape {
                name: "Issue",
                payload: Payload::Example("/components/examples/issue-items/value"),
            },
            Shape {
                name: "FullRepository",
                payload: Payload::Random("full-repository"),
            },
            Shape {
                name: "PullRequestSimple",
                payload: Payload::Random("pull-request-simple"),
            },
        ],
    },
    Shapes {
        description: "vercel/vercel-spec.2025-10-29.json",
        operations: &["getTeam", "getAuthUser", "listUserEvents"],
        shapes: &[
            Shape {
                name: "Team",
                payload: Payload::Random("Team"),
            },
            Shape {
                name: "AuthUser",
                payload: Payload::Random("AuthUser"),
            },
            Shape {
                name: "UserEvent",
                payload: Payload::Random("UserEvent"),
            },
        ],
    },
    Shapes {
        description: "famous/stripe-spec3.2023-09-12.yaml",
        operations: &["GetCharges", "GetInvoices"],
        shapes: &[
            Shape {
                name: "Charge",
                payload: Payload::Random("charge"),
            },
            Shape {
                name: "Invoice",
                payload: Payload::Random("invoice"),
            },
        ],
    },
];
