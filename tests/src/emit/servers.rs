use insta::assert_snapshot;

use super::written::{generate, joined};

const CHOICE: &str = r##"
openapi: 3.2.0
info: { title: Shop, version: 1.0.0 }
servers:
  - url: https://{region}.example.com/{base}
    description: Production
    variables:
      region: { default: eu, enum: [eu, us], description: Where the data is. }
      base: { default: v1 }
  - { url: https://sandbox.example.com, description: For trying things out without harm. }
  - { url: "{endpoint}/api", name: self hosted, variables: { endpoint: { default: "" } } }
  - { url: /below }
paths:
  /files:
    servers:
      - url: https://upload.example.com/{region}
        variables: { region: { default: us, enum: [eu, us] } }
    put: { operationId: putFile, responses: { "204": { description: Put. } } }
"##;

#[test]
fn the_servers_of_a_description_are_constants_and_types_with_setters() {
    let files = generate(CHOICE);
    assert_snapshot!(joined(&files, |path| path == "src/client/servers.rs"), @r#"
    /// Production
    ///
    /// `https://{region}.example.com/{base}`
    #[derive(Clone, Debug)]
    pub struct Production(crate::runtime::Server);
    impl Production {
        /// The server with the defaults of its variables.
        pub const fn new() -> Self {
            Self(
                crate::runtime::Server::of(
                    crate::runtime::ServerTemplate::new(
                            "https://{region}.example.com/{base}",
                        )
                        .variables(&[("region", "eu"), ("base", "v1")]),
                ),
            )
        }

        /// Where the data is.
        ///
        /// `eu` unless set.
        #[must_use]
        pub fn region(self, value: Region) -> Self {
            Self(self.0.variable("region", value.as_str()))
        }

        /// Sets `base` of the URL.
        ///
        /// `v1` unless set.
        #[must_use]
        pub fn base(self, value: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self(self.0.variable("base", value))
        }
    }

    impl ::std::default::Default for Production {
        fn default() -> Self {
            Self::new()
        }
    }

    impl ::std::convert::From<Production> for crate::runtime::Server {
        fn from(server: Production) -> Self {
            server.0
        }
    }

    /// For trying things out without harm.
    ///
    /// `https://sandbox.example.com`
    pub const SANDBOX_EXAMPLE_COM: crate::runtime::Server = crate::runtime::Server::of(
        crate::runtime::ServerTemplate::new("https://sandbox.example.com"),
    );

    /// `{endpoint}/api`
    #[derive(Clone, Debug)]
    pub struct SelfHosted(crate::runtime::Server);
    impl SelfHosted {
        /// The server with the defaults of its variables.
        pub const fn new() -> Self {
            Self(
                crate::runtime::Server::of(
                    crate::runtime::ServerTemplate::new("{endpoint}/api")
                        .variables(&[("endpoint", "")]),
                ),
            )
        }

        /// Sets `endpoint` of the URL.
        #[must_use]
        pub fn endpoint(
            self,
            value: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            Self(self.0.variable("endpoint", value))
        }
    }

    impl ::std::default::Default for SelfHosted {
        fn default() -> Self {
            Self::new()
        }
    }

    impl ::std::convert::From<SelfHosted> for crate::runtime::Server {
        fn from(server: SelfHosted) -> Self {
            server.0
        }
    }

    /// `https://upload.example.com/{region}`
    #[derive(Clone, Debug)]
    pub struct UploadExampleCom(crate::runtime::Server);
    impl UploadExampleCom {
        /// The server with the defaults of its variables.
        pub const fn new() -> Self {
            Self(
                crate::runtime::Server::of(
                    crate::runtime::ServerTemplate::new(
                            "https://upload.example.com/{region}",
                        )
                        .variables(&[("region", "us")]),
                ),
            )
        }

        /// Sets `region` of the URL.
        ///
        /// `us` unless set.
        #[must_use]
        pub fn region(self, value: Region) -> Self {
            Self(self.0.variable("region", value.as_str()))
        }
    }

    impl ::std::default::Default for UploadExampleCom {
        fn default() -> Self {
            Self::new()
        }
    }

    impl ::std::convert::From<UploadExampleCom> for crate::runtime::Server {
        fn from(server: UploadExampleCom) -> Self {
            server.0
        }
    }

    /// The values of `region`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Region {
        /// `eu`
        Eu,
        /// `us`
        Us,
    }

    impl Region {
        /// The value as it stands in the URL.
        pub const fn as_str(self) -> &'static str {
            match self {
                Self::Eu => "eu",
                Self::Us => "us",
            }
        }
    }
    "#);
    assert_snapshot!(statics(&files["src/client.rs"]), @r#"
    API: crate::runtime::Api = crate::runtime::Api::new(
            env!("CARGO_PKG_NAME"),
            env!("CARGO_PKG_VERSION"),
        )
        .server(
            crate::runtime::ServerTemplate::new("https://{region}.example.com/{base}")
                .variables(&[("region", "eu"), ("base", "v1")]),
        )
        .server_variables(&["region", "base", "endpoint"])
    "#);
    assert_snapshot!(statics(&files["src/operations/put_file.rs"]), @r#"
    OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(
            "putFile",
            crate::runtime::Method::PUT,
            "/files",
        )
        .server(
            crate::runtime::ServerTemplate::new("https://upload.example.com/{region}")
                .variables(&[("region", "us")]),
        )
    "#);
}

#[test]
fn one_server_without_variables_is_nothing_to_choose() {
    let files = generate(
        r##"
openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
servers: [{ url: "https://example.com/v1" }]
paths: {}
"##,
    );
    assert!(!files.contains_key("src/client/servers.rs"));
    assert!(files["src/lib.rs"].contains("\nmod client;"));
}

fn statics(text: &str) -> String {
    let (_, behind) = text.split_once("static ").expect("there is a static");
    let end = behind.find(';').expect("it ends");
    behind[..end].to_owned()
}
