use super::format::{Draft, Layout};
use super::{
    File, cli, client, command, crate_root, flows, group, manifest, operation, readme, runtime,
    servers, shared, type_file, xml,
};
use crate::plan::Crate;

/// The files of the crate, in the order of their paths.
pub fn emit(plan: &Crate) -> Vec<File> {
    let mut layout = Layout::new(&plan.notice);
    let mut files = vec![
        manifest::manifest(plan),
        manifest::formatting(plan),
        readme::readme(plan),
        cli::codecs(plan),
        cli::schemas(plan),
        crate_root::crate_root(plan, &mut layout),
    ];
    files.extend(drafts(plan).map(|draft| layout.file(draft)));
    files.extend(runtime::runtime(plan));
    files.sort_by(|left, right| left.path.cmp(&right.path));
    files
}

/// The files of Rust that the description decides, one after the other, so that never many are without a layout.
fn drafts(plan: &Crate) -> impl Iterator<Item = Draft> {
    let types = plan.types.iter().map(type_file::type_file);
    let groups = plan.groups.iter().flat_map(|group| {
        let operations = group.operations.iter();
        std::iter::once(group::group(group))
            .chain(operations.map(|operation| operation::operation(group, operation)))
    });
    [client::client(plan), type_file::index(plan)]
        .into_iter()
        .chain(servers::servers(plan))
        .chain(flows::flows(plan))
        .chain(types)
        .chain(shared::files(plan))
        .chain(groups)
        .chain(xml::tables(plan))
        .chain(cli::drafts(plan))
        .chain(std::iter::once(command::index(plan)))
        .chain(plan.groups.iter().map(command::group))
}
