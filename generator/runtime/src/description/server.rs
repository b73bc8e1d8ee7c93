/// A server as the document has it: a base URL, whose variables have defaults (OAS 3.1 §4.8.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerTemplate {
    /// The base URL with `{variables}`: absolute, or relative to a base URL that the application gives.
    pub url: &'static str,
    /// The names of the variables and what each is unless it is set (OAS 3.1 §4.8.6).
    pub variables: &'static [(&'static str, &'static str)],
}

impl ServerTemplate {
    /// A base URL without variables.
    pub const fn new(url: &'static str) -> Self {
        Self {
            url,
            variables: &[],
        }
    }

    /// The variables of the URL with their defaults.
    pub const fn variables(mut self, variables: &'static [(&'static str, &'static str)]) -> Self {
        self.variables = variables;
        self
    }

    /// Whether the URL has such a variable.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.variables.iter().any(|(declared, _)| *declared == name)
    }

    /// The URL with what `given` says of its variables, else with their defaults. A value is put in as it is: it can
    /// be a whole origin.
    pub(crate) fn filled<'v>(&self, given: &dyn Fn(&str) -> Option<&'v str>) -> String {
        let mut filled = String::with_capacity(self.url.len() + 16);
        let mut rest = self.url;
        while let Some((before, behind)) = rest.split_once('{') {
            filled.push_str(before);
            let variable = behind.split_once('}').and_then(|(name, after)| {
                let (_, default) = self.variables.iter().find(|(known, _)| *known == name)?;
                Some((given(name).unwrap_or(default), after))
            });
            match variable {
                Some((value, after)) => {
                    filled.push_str(value);
                    rest = after;
                }
                None => {
                    filled.push('{');
                    rest = behind;
                }
            }
        }
        filled + rest
    }
}
