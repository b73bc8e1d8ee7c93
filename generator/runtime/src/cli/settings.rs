use clap::ArgMatches;

use crate::cli::Login;
use crate::cli::flags::{ACCEPT, BASE_URL, HEADER, MAX_ATTEMPTS, RAW, SERVER_VARIABLE, TIMEOUT};
use crate::json::{Json, JsonObject, Map};

/// What the program was started with, for calls that say nothing else.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Where requests go.
    pub base_url: Option<String>,
    /// The values of the variables of the server's URL.
    pub server_variables: Map<Json>,
    /// The credentials by the names of their schemes.
    pub security: JsonObject,
    /// Further header fields.
    pub headers: Vec<(String, String)>,
    /// The media types that answers may have.
    pub accept: Option<String>,
    /// How many seconds a call may take.
    pub timeout: Option<f64>,
    /// How often a request may be sent at most.
    pub max_attempts: Option<u32>,
    /// Texts and bytes are printed as they are.
    pub raw: bool,
}

impl Settings {
    /// What flags and the environment say.
    pub(super) fn new(logins: &[Login], matches: &ArgMatches) -> Self {
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        let credentials = logins.iter().filter_map(|login| {
            let secret = text(login.flag).or_else(|| environment(login.environment))?;
            Some((login.scheme.name, secret))
        });
        let variables = pairs(matches, SERVER_VARIABLE, '=').into_iter();
        Self {
            base_url: text(BASE_URL),
            server_variables: variables
                .map(|(name, value)| (name, value.into()))
                .collect(),
            security: credentials.collect(),
            headers: pairs(matches, HEADER, ':'),
            accept: text(ACCEPT),
            timeout: matches.get_one(TIMEOUT).copied(),
            max_attempts: matches.get_one(MAX_ATTEMPTS).copied(),
            raw: matches.get_flag(RAW),
        }
    }
}

fn environment(variable: &str) -> Option<String> {
    std::env::var(variable)
        .ok()
        .filter(|value| !value.is_empty())
}

/// Names and values; one without a value has an empty one.
fn pairs(matches: &ArgMatches, flag: &str, between: char) -> Vec<(String, String)> {
    let given = matches.get_many::<String>(flag).into_iter().flatten();
    let pair = |text: &String| {
        let (name, value) = text.split_once(between).unwrap_or((text, ""));
        (name.trim().to_owned(), value.trim().to_owned())
    };
    given.map(pair).collect()
}
