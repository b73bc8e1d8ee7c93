use super::{SourceFile, check_file};

/// The violations in a text that stands at `path`, one a line.
fn found(path: &str, text: &str) -> String {
    let file = SourceFile::new(path, text.to_owned());
    check_file(&file)
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_stage_names_the_stage_before_it_and_the_ground_rooms() {
    let text = "
use crate::{ir::Api, source::Place, naming::{self, Scope}};
use crate::resolved::Schema;
use super::super::emit;
use super::super::super::emit::File;
use super::lower::plan;
fn f() -> String { format!(\"{}\", crate::document::read()) }
fn g() { crate::generate() }
";
    insta::assert_snapshot!(found("generator/src/plan/lower/names.rs", text), @r"
    generator/src/plan/lower/names.rs:3: `plan` names `resolved` (a stage imports the stage before it and the ground rooms, nothing else)
    generator/src/plan/lower/names.rs:5: `plan` names `emit` (a stage imports the stage before it and the ground rooms, nothing else)
    generator/src/plan/lower/names.rs:7: `plan` names `document` (a stage imports the stage before it and the ground rooms, nothing else)
    generator/src/plan/lower/names.rs:8: `plan` names `generate` (a stage imports the stage before it and the ground rooms, nothing else)
    ");
}

#[test]
fn the_driver_and_the_command_line_name_every_stage() {
    let text = "use crate::{ir, plan::Crate, emit};";
    assert_eq!(found("generator/src/lib.rs", text), "");
    assert_eq!(found("generator/src/cli/run.rs", text), "");
}

#[test]
fn a_crate_is_named_in_its_rooms() {
    let text = "
use openapiv3::OpenAPI;
use std::{collections::BTreeMap, fs, io};
fn f(schema: openapiv3::Schema) { std::process::exit(1); quote::quote!(std::fs::read()); }
";
    insta::assert_snapshot!(found("generator/src/ir/a.rs", text), @r"
    generator/src/ir/a.rs:2: `openapiv3` is named in `ir`, but belongs to document, resolved (this is named in its own rooms only)
    generator/src/ir/a.rs:3: `std::fs` is named in `ir`, but belongs to cli (this is named in its own rooms only)
    generator/src/ir/a.rs:4: `openapiv3` is named in `ir`, but belongs to document, resolved (this is named in its own rooms only)
    generator/src/ir/a.rs:4: `std::process` is named in `ir`, but belongs to cli, main (this is named in its own rooms only)
    generator/src/ir/a.rs:4: `quote` is named in `ir`, but belongs to emit (this is named in its own rooms only)
    ");
    assert_eq!(
        found("generator/src/document/a.rs", "use openapiv3::OpenAPI;"),
        ""
    );
    assert_eq!(found("xtask/src/a.rs", "use std::fs;"), "");
}

#[test]
fn what_can_panic_is_for_tests() {
    let text = r#"
fn f(parser: Parser) {
    a.unwrap();
    b.expect("it is there");
    parser.expect(Token::Comma);
    assert!(c.unwrap());
    quote! { d.unwrap() };
    if e != (f) { panic!("no"); }
    unreachable!();
}
#[expect(clippy::unwrap_used, reason = "it was just put there")]
fn g() { a.unwrap() }
#[cfg(test)]
mod tests { fn h() { a.unwrap() } }
macro_rules! m { () => { a.unwrap() } }
"#;
    insta::assert_snapshot!(found("generator/src/ir/a.rs", text), @r"
    generator/src/ir/a.rs:3: `.unwrap(…)` (nothing can panic outside tests)
    generator/src/ir/a.rs:4: `.expect(…)` (nothing can panic outside tests)
    generator/src/ir/a.rs:6: `.unwrap(…)` (nothing can panic outside tests)
    generator/src/ir/a.rs:8: `panic!` (nothing can panic outside tests)
    generator/src/ir/a.rs:9: `unreachable!` (nothing can panic outside tests)
    ");
    assert_eq!(found("tests/src/a.rs", "fn f() { a.unwrap() }"), "");
}

#[test]
fn an_exception_says_why() {
    let text = "#[allow(dead_code)]\nfn f() {}\n#[expect(dead_code)]\nfn g() {}\n#[expect(dead_code, reason = \"so\")]\nfn h() {}";
    insta::assert_snapshot!(found("xtask/src/a.rs", text), @r#"
    xtask/src/a.rs:1: `#[allow (dead_code)]` (an exception is `#[expect(lint, reason = "…")]`)
    xtask/src/a.rs:3: `#[expect (dead_code)]` (an exception is `#[expect(lint, reason = "…")]`)
    "#);
}

#[test]
fn hash_maps_are_not_used() {
    let text =
        "use std::collections::{BTreeMap, HashMap};\nfn f() { std::collections::HashSet::new() }";
    insta::assert_snapshot!(found("xtask/src/a.rs", text), @r"
    xtask/src/a.rs:1: `HashMap` (`BTreeMap` or `IndexMap`, never a hash map)
    xtask/src/a.rs:2: `HashSet` (`BTreeMap` or `IndexMap`, never a hash map)
    ");
}

#[test]
fn files_and_functions_are_short() {
    let text = format!("/// Doc\nfn long() {{\n{}}}\n", "    f();\n".repeat(400));
    insta::assert_snapshot!(found("xtask/src/a.rs", &text), @r"
    xtask/src/a.rs:401: the file has 403 lines (files of 400 lines and functions of 60 lines at the most)
    xtask/src/a.rs:2: the function `long` has 402 lines (files of 400 lines and functions of 60 lines at the most)
    ");
}

#[test]
fn a_mod_file_is_a_face() {
    let text = "mod a;\npub use a::A;\nstruct B;\nmod c { }";
    insta::assert_snapshot!(found("xtask/src/a/mod.rs", text), @r"
    xtask/src/a/mod.rs:1: no `//!` sentence says what the module is (a `mod.rs` is one `//!` sentence, `mod` lines and `pub use`; it defines nothing)
    xtask/src/a/mod.rs:3: something is defined (a `mod.rs` is one `//!` sentence, `mod` lines and `pub use`; it defines nothing)
    xtask/src/a/mod.rs:4: something is defined (a `mod.rs` is one `//!` sentence, `mod` lines and `pub use`; it defines nothing)
    ");
    assert_eq!(
        found(
            "xtask/src/a/mod.rs",
            "//! What it is.\nmod a;\npub use a::A;"
        ),
        ""
    );
}

#[test]
fn names_say_what_is_in_them() {
    insta::assert_snapshot!(found("generator/src/vendor/string_utils.rs", "struct FooManager;\nstruct Commonality;"), @r"
    generator/src/vendor/string_utils.rs:1: hand-written code is in a folder `vendor` (a name says what is in it)
    generator/src/vendor/string_utils.rs:1: `string_utils` says `utils` (a name says what is in it)
    generator/src/vendor/string_utils.rs:1: `FooManager` says `manager` (a name says what is in it)
    ");
    assert_eq!(found("tests/src/server.rs", ""), "");
}

#[test]
fn what_is_no_rust_is_named() {
    insta::assert_snapshot!(found("xtask/src/a.rs", "fn f() {}\nfn g( {}"), @"xtask/src/a.rs:2: cannot parse string into token stream (every source file is Rust)");
}
