use std::io;

use url::Url;

use crate::cli::access::plain;
use crate::cli::given::Given;
use crate::cli::reactor::Reactor;
use crate::cli::{Command, Input, Program, Refusal, Reply, Settings};
use crate::client::{Client, ClientBuilder};
use crate::json::{Json, Map};
use crate::transport::{ReqwestTimeouts, ReqwestTransport};

/// The program at work: its calls share their connections.
pub(super) struct Session<'a> {
    program: &'a Program,
    settings: &'a Settings,
    reactor: Reactor,
    transport: ReqwestTransport,
}

impl<'a> Session<'a> {
    pub(super) fn new(program: &'a Program, settings: &'a Settings) -> io::Result<Self> {
        let transport = ReqwestTransport::new(ReqwestTimeouts::default());
        Ok(Self {
            program,
            settings,
            reactor: Reactor::new()?,
            transport: transport.map_err(io::Error::other)?,
        })
    }

    pub(super) fn program(&self) -> &'a Program {
        self.program
    }

    /// Makes a call.
    pub(super) fn call(&self, command: &Command, given: &Given) -> Result<Reply, Refusal> {
        let client = self.client(given)?;
        let input = Input::new(&client, command, given, self.settings);
        let call = (command.call)(&input)?;
        self.reactor.wait(call)
    }

    /// Waits for something that is on its way.
    pub(super) fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.reactor.wait(future)
    }

    fn variables<'g>(&'g self, given: &'g Given) -> &'g Map<Json> {
        match given.server_variables.is_empty() {
            true => &self.settings.server_variables,
            false => &given.server_variables,
        }
    }

    fn client(&self, given: &Given) -> Result<Client, Refusal> {
        let mut builder = (self.program.builder)().transport(self.transport.clone());
        let security = given.security.as_ref().unwrap_or(&self.settings.security);
        builder = self.program.authorise(builder, security)?;
        for (name, value) in self.variables(given) {
            let Some(value) = plain(value) else {
                let message = format!("the variable `{name}` of the server is no text");
                return Err(Refusal::request(message));
            };
            builder = builder.server_variable(name, value);
        }
        let base_url = given.base_url.as_ref().or(self.settings.base_url.as_ref());
        if let Some(url) = base_url
            && !self.leads_there(given, &builder, url)
        {
            builder = builder.base_url(url);
        }
        builder
            .build()
            .map_err(|error| Refusal::error(&error.into_kind(), None))
    }

    /// Whether the variables of the server lead to the origin of a base URL by themselves: then they say the path too,
    /// which the base URL does not have.
    fn leads_there(&self, given: &Given, builder: &ClientBuilder, base_url: &str) -> bool {
        let variables = self.variables(given);
        let client = (!variables.is_empty()).then(|| builder.clone().build().ok());
        let server = client.flatten();
        let server = server.as_ref().and_then(Client::base_url);
        let wanted = Url::parse(base_url).ok();
        server
            .zip(wanted)
            .is_some_and(|(server, wanted)| server.origin() == wanted.origin())
    }
}
