use std::path::Path;

use clientwright::cli::{Console, Exit};
use xtask::regenerate;

#[test]
fn the_generated_crate_is_what_the_specifications_make() {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let manner = clientwright::cli::Manner {
            check: true,
            ..Default::default()
        };
        regenerate(&mut Console::captured(&mut out, &mut err), &root, manner)
    };
    assert_eq!(exit, Exit::Fine, "{}", String::from_utf8_lossy(&err));
}
