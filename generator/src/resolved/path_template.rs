/// The names within braces of a path or a URL, each once, in their order. A fragment is no part of a request.
pub(super) fn names(template: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = without_fragment(template).0;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        if !names.contains(&name) {
            names.push(name);
        }
        rest = after;
    }
    names
}

/// The parameters that an operation and its path declare.
#[derive(Debug, Default)]
pub(super) struct Declared<'a> {
    /// Those in the path, by name.
    pub(super) path: Vec<&'a str>,
    /// Those in the query, by name, and whether they are required.
    pub(super) query: Vec<(&'a str, bool)>,
}

/// A path template in the words of the standard, and what had to be changed for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// Names in braces and text between them; what follows a `?` is sent as query, what follows a `#` is not sent.
    pub(super) template: String,
    /// Variables that were written in another way: as written, and what they were taken as.
    pub(super) changed: Vec<(String, String)>,
    /// Variables of the query, as `{?page,size}` writes them, that nothing declares.
    pub(super) undeclared: Vec<String>,
}

impl Plain {
    /// Takes variables with operators (RFC 6570 §2.2), patterns or types for variables, and leaves to query parameters
    /// what the query of the template says of them.
    pub(super) fn of(path: &str, declared: &Declared<'_>) -> Self {
        let (request, fragment) = without_fragment(path);
        let mut plain = Self::default();
        let mut rest = request;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((inner, after)) = after.split_once('}') else {
                break;
            };
            plain.template.push_str(before);
            plain.variable(inner, declared);
            rest = after;
        }
        plain.template.push_str(rest);
        plain.template = without_declared(&plain.template, declared);
        plain.template.push_str(fragment);
        plain
    }

    fn variable(&mut self, inner: &str, declared: &Declared<'_>) {
        if let Some(list) = inner.strip_prefix(['?', '&'])
            && !declared.path.contains(&inner)
        {
            let names = list.split(',').map(|name| name.trim_matches(['*', ' ']));
            for name in names.filter(|name| !name.is_empty()) {
                if !declared.query.iter().any(|(known, _)| *known == name) {
                    self.undeclared.push(name.to_owned());
                }
            }
            let taken = "left to the query parameters".to_owned();
            self.changed.push((format!("{{{inner}}}"), taken));
            return;
        }
        let name = meant(inner, declared);
        // RFC 6570 §3.2.5 and §3.2.6: these operators stand before the value too.
        let kept = match inner.chars().next() {
            Some(operator @ ('/' | '.')) if name != inner => operator.to_string(),
            Some(_) | None => String::new(),
        };
        let variable = format!("{kept}{{{name}}}");
        if name != inner {
            let taken = format!("taken as `{variable}`");
            self.changed.push((format!("{{{inner}}}"), taken));
        }
        self.template.push_str(&variable);
    }
}

/// The name of a variable: `{+name}`, `{name*}`, `{name:[0-9]+}`, `{name?}` are written too.
fn meant<'a>(inner: &'a str, declared: &Declared<'_>) -> &'a str {
    if declared.path.contains(&inner) {
        return inner;
    }
    let name = inner.split(':').next().unwrap_or_default();
    let name = name.trim_start_matches(['+', '/', '.', ';', '*']);
    let name = name.trim_end_matches(['*', '+', '?']).trim();
    // A name that nothing declares is better kept, unless what is around it is an operator beyond doubt.
    let is_sure = declared.path.contains(&name)
        || inner.starts_with(['+', '/', ';', '*'])
        || inner.ends_with(['*', '+', '?']);
    if name.is_empty() || !is_sure {
        inner
    } else {
        name
    }
}

/// The template without the pairs of its query that a declared parameter sends.
fn without_declared(template: &str, declared: &Declared<'_>) -> String {
    let Some((path, query)) = template.split_once('?') else {
        return template.to_owned();
    };
    let is_sent = |pair: &&str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let variable = value.strip_prefix('{').and_then(|v| v.strip_suffix('}'));
        let in_path = variable.is_some_and(|variable| declared.path.contains(&variable));
        let parameter = declared.query.iter().find(|(known, _)| *known == name);
        parameter.is_some_and(|(_, required)| {
            *required || value.is_empty() || (variable.is_some() && !in_path)
        })
    };
    let kept: Vec<&str> = query.split('&').filter(|pair| !is_sent(pair)).collect();
    match kept.iter().all(|pair| pair.is_empty()) {
        true => path.to_owned(),
        false => format!("{path}?{}", kept.join("&")),
    }
}

/// The template up to its fragment, and the fragment. A `#` in braces begins none.
fn without_fragment(template: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    let fragment = template.char_indices().find(|(_, character)| {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        *character == '#' && depth == 0
    });
    match fragment {
        Some((at, _)) => template.split_at(at),
        None => (template, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::{Declared, Plain, names};

    /// What a path becomes where `id` is declared in the path, `q` in the query, and `r` there as required.
    #[track_caller]
    fn check(path: &str, template: &str, changed: usize, undeclared: &[&str]) {
        let declared = Declared {
            path: vec!["id", "x?"],
            query: vec![("q", false), ("r", true)],
        };
        let plain = Plain::of(path, &declared);
        assert_eq!(plain.template, template, "{path}");
        assert_eq!(plain.changed.len(), changed, "{path}: {:?}", plain.changed);
        assert_eq!(plain.undeclared, undeclared, "{path}");
    }

    #[test]
    fn a_path_of_the_standard_stays_as_it_is() {
        for path in [
            "/",
            "/a/{id}",
            "/{id}.json",
            "/a/{b}{c}:run",
            "/a{",
            "/a}/{id",
            "/{x?}",
            "/{}",
            "/{a:b}",
        ] {
            check(path, path, 0, &[]);
        }
    }

    #[test]
    fn operators_patterns_and_types_of_variables_are_left_away() {
        check("/{+id}", "/{id}", 1, &[]);
        check("/{path*}/x", "/{path}/x", 1, &[]);
        check("/{*rest}", "/{rest}", 1, &[]);
        check("/{id:[0-9]+}/{id?}/{ id }", "/{id}/{id}/{id}", 3, &[]);
        check("/a{/sub}{.id}", "/a/{sub}.{id}", 2, &[]);
    }

    #[test]
    fn the_query_is_left_to_the_parameters_that_it_names() {
        check("/a{?q,page*}", "/a", 1, &["page"]);
        check("/a?b=1&q={q}", "/a?b=1", 0, &[]);
        check("/a?q=&r=1&s={id}", "/a?s={id}", 0, &[]);
        check("/a?q=1", "/a?q=1", 0, &[]);
        check("/a?r", "/a", 0, &[]);
    }

    #[test]
    fn a_fragment_stays_and_has_no_variables() {
        check("/a#b?{c}", "/a#b?{c}", 0, &[]);
        assert_eq!(names("/{a}/{#b}/{a}#{c}"), ["a", "#b"]);
    }
}
