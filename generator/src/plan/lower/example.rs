use super::operations::is_text;
use crate::naming::Ident;
use crate::plan::{Answer, Argument, Group, Module, Operation, Path, RustType, Success};

/// Examples of a call that compile: what has no short spelling is a parameter of the hidden function around it.
pub(super) fn of_operation(operation: &Operation, group: &Ident, library: &str) -> Vec<String> {
    let mut lines = vec![String::new(), "# Examples".to_owned(), String::new()];
    let simple = match operation.success {
        Success::One(_) | Success::Several { .. } => 1,
        Success::Stream => usize::MAX,
    };
    let awaited = awaited(operation, group).into_iter().take(simple).collect();
    lines.extend(fenced(operation, library, awaited));
    if operation.success.is_whole() && operation.stream.is_some() {
        let call = format!("{}.stream()", call(operation, group));
        let about = "Item by item, while the answer arrives:".to_owned();
        lines.extend([String::new(), about, String::new()]);
        lines.extend(fenced(operation, library, item_by_item(&call)));
    }
    lines
}

/// An example of the items of all pages.
pub(super) fn of_items(operation: &Operation, group: &Ident, library: &str) -> Vec<String> {
    let body = vec![
        format!("let mut items = {}.items();", call(operation, group)),
        "while let Some(item) = items.next().await {".to_owned(),
        "    println!(\"{:?}\", item?);".to_owned(),
        "}".to_owned(),
    ];
    let mut lines = vec![String::new(), "# Examples".to_owned(), String::new()];
    lines.extend(fenced(operation, library, body));
    lines
}

/// Lines of code in a function that has the client and the arguments that have no short spelling.
fn fenced(operation: &Operation, library: &str, body: Vec<String>) -> Vec<String> {
    let mut parameters = vec![format!("client: {library}::Client")];
    let arguments = operation.arguments.iter();
    for argument in arguments.filter(|argument| literal(argument).is_none()) {
        let (name, ty) = (argument.ident.as_str(), spelled(&argument.ty, library));
        parameters.push(format!("{name}: {ty}"));
    }
    let mut lines = vec!["```no_run".to_owned()];
    if operation.deprecated {
        lines.push("# #[expect(deprecated)]".to_owned());
    }
    let parameters = parameters.join(", ");
    lines.push(format!(
        "# async fn example({parameters}) -> Result<(), {library}::Error> {{"
    ));
    lines.extend(body);
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned(), "```".to_owned()]);
    lines
}

/// A call, and what is done with its answer, if it has one.
fn awaited(operation: &Operation, group: &Ident) -> Vec<String> {
    let call = call(operation, group);
    match &operation.success {
        Success::One(Answer::Empty) => vec![format!("{call}.await?;")],
        Success::One(_) | Success::Several { .. } => vec![
            format!("let answer = {call}.await?;"),
            "println!(\"{answer:?}\");".to_owned(),
        ],
        Success::Stream => item_by_item(&call),
    }
}

/// A call whose answer is read while it arrives.
fn item_by_item(call: &str) -> Vec<String> {
    vec![
        format!("let mut stream = {call}.await?;"),
        "while let Some(item) = stream.next().await {".to_owned(),
        "    println!(\"{:?}\", item?);".to_owned(),
        "}".to_owned(),
    ]
}

/// The expression that begins a request.
fn call(operation: &Operation, group: &Ident) -> String {
    let arguments: Vec<String> = operation
        .arguments
        .iter()
        .map(|argument| literal(argument).unwrap_or_else(|| argument.ident.as_str().to_owned()))
        .collect();
    format!(
        "client.{}().{}({})",
        group.as_str(),
        operation.method_name.as_str(),
        arguments.join(", ")
    )
}

fn literal(argument: &Argument) -> Option<String> {
    match &argument.ty {
        ty if is_text(ty) => Some(format!("\"{}\"", argument.ident.unraw())),
        RustType::Bool => Some("true".to_owned()),
        RustType::Integer { .. } => Some("1".to_owned()),
        RustType::F32 | RustType::F64 => Some("1.0".to_owned()),
        RustType::Format(format) => Some(format.literal().to_owned()),
        RustType::Unit
        | RustType::String
        | RustType::Number
        | RustType::Library(_)
        | RustType::Bytes
        | RustType::Body
        | RustType::Json
        | RustType::JsonObject
        | RustType::Vec(_)
        | RustType::Map(_)
        | RustType::KeyedMap(..)
        | RustType::OpenMap(_)
        | RustType::Option(_)
        | RustType::Nullable(_)
        | RustType::Boxed(_)
        | RustType::Named(_)
        | RustType::Undecoded => None,
    }
}

/// A type as another crate spells it.
fn spelled(ty: &RustType, library: &str) -> String {
    let inner = |ty: &RustType| spelled(ty, library);
    match ty {
        RustType::Unit => "()".to_owned(),
        RustType::Bool => "bool".to_owned(),
        RustType::Integer { bits, signed } => {
            format!("{}{bits}", if *signed { "i" } else { "u" })
        }
        RustType::F32 => "f32".to_owned(),
        RustType::F64 => "f64".to_owned(),
        RustType::String => "String".to_owned(),
        RustType::Format(format) => format!("{library}::formats::{}", format.as_str()),
        RustType::Library(of) => of.spelled(),
        RustType::Number => format!("{library}::json::Number"),
        RustType::Bytes => format!("{library}::Bytes"),
        RustType::Body => format!("{library}::Body"),
        RustType::Json => format!("{library}::json::Json"),
        RustType::JsonObject => format!("{library}::json::JsonObject"),
        RustType::Vec(items) => format!("Vec<{}>", inner(items)),
        RustType::Map(values) => format!("{library}::json::Map<{}>", inner(values)),
        RustType::KeyedMap(keys, values) => {
            format!("{library}::json::Map<{}, {}>", inner(values), inner(keys))
        }
        RustType::OpenMap(values) => format!("{library}::json::OpenMap<{}>", inner(values)),
        RustType::Option(value) => format!("Option<{}>", inner(value)),
        RustType::Nullable(value) => format!("{library}::json::Nullable<{}>", inner(value)),
        RustType::Boxed(value) => format!("Box<{}>", inner(value)),
        RustType::Named(Path { module, ident }) => path(module, ident, library),
        RustType::Undecoded => format!("{library}::Undecoded"),
    }
}

fn path(module: &Module, ident: &Ident, library: &str) -> String {
    format!(
        "{library}::{}::{}",
        module.segments().join("::"),
        ident.as_str()
    )
}

/// An example of the whole crate: the first operation that needs nothing but texts.
pub(super) fn of_crate(
    has_server: bool,
    groups: &[Group],
    library: &str,
    environment: bool,
) -> Vec<String> {
    let simple = |operation: &&Operation| {
        let mut arguments = operation.arguments.iter();
        !operation.deprecated && arguments.all(|argument| literal(argument).is_some())
    };
    let found = groups.iter().find_map(|group| {
        group
            .operations
            .iter()
            .find(simple)
            .map(|found| (group, found))
    });
    let client = match (environment, has_server) {
        (true, _) => "let client = Client::from_env()?;",
        (false, true) => "let client = Client::builder().build()?;",
        (false, false) => {
            "let client = Client::builder().base_url(\"http://localhost:8080\").build()?;"
        }
    };
    let mut lines = vec![
        format!("use {library}::Client;"),
        String::new(),
        format!("# async fn example() -> Result<(), {library}::Error> {{"),
        client.to_owned(),
    ];
    if let Some((group, operation)) = found {
        lines.extend(awaited(operation, &group.method));
    }
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned()]);
    lines
}

/// What the README shows in its table for a call.
pub(super) fn row(operation: &Operation, group: &Group) -> String {
    let arguments: Vec<&str> = operation
        .arguments
        .iter()
        .map(|argument| argument.ident.as_str())
        .collect();
    format!(
        "client.{}().{}({})",
        group.method.as_str(),
        operation.method_name.as_str(),
        arguments.join(", ")
    )
}
