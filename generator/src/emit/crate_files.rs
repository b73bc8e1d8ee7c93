use super::{
    File, client, crate_root, group, manifest, operation, readme, runtime, shared, type_file,
};
use crate::plan::Crate;

/// The files of the crate, in the order of their paths.
pub fn emit(plan: &Crate) -> Vec<File> {
    let mut files = vec![
        manifest::manifest(plan),
        manifest::formatting(plan),
        readme::readme(plan),
        crate_root::crate_root(plan),
        client::client(plan),
        type_file::index(plan),
    ];
    files.extend(
        plan.types
            .iter()
            .map(|module| type_file::type_file(plan, module)),
    );
    files.extend(shared::files(plan));
    for group in &plan.groups {
        files.push(group::group(plan, group));
        files.extend(
            group
                .operations
                .iter()
                .map(|operation| operation::operation(plan, group, operation)),
        );
    }
    files.extend(runtime::runtime(plan));
    files.sort_by(|left, right| left.path.cmp(&right.path));
    files
}
