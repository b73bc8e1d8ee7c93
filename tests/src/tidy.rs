use std::path::Path;

use xtask::tidy;

#[test]
fn our_own_sources_keep_the_rules_of_the_house() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let found = tidy::check(&root).expect("the sources can be read");
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(
        lines.is_empty(),
        "{} places break a rule:\n{}",
        lines.len(),
        lines.join("\n")
    );
}
