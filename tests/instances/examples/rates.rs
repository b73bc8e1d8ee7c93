//! How many instances are made of the components of some files, how many are thrown away, and how long it takes.
//!
//! `cargo run --package instances --example rates -- [--seed N] [--count N] [--all] FILE…`

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use instances::{Document, Reading, Sample, World, components};

struct Wanted {
    seed: u64,
    count: usize,
    every: bool,
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let Some(wanted) = arguments() else {
        eprintln!("rates [--seed N] [--count N] [--all] FILE…");
        return ExitCode::from(2);
    };
    for file in &wanted.files {
        measure(&wanted, file);
    }
    ExitCode::SUCCESS
}

fn arguments() -> Option<Wanted> {
    let mut wanted = Wanted {
        seed: 1,
        count: 50,
        every: false,
        files: Vec::new(),
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seed" => wanted.seed = arguments.next()?.parse().ok()?,
            "--count" => wanted.count = arguments.next()?.parse().ok()?,
            "--all" => wanted.every = true,
            file => wanted.files.push(file.into()),
        }
    }
    (!wanted.files.is_empty()).then_some(wanted)
}

fn measure(wanted: &Wanted, file: &Path) {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let begun = Instant::now();
    let folder = file.parent().unwrap_or(Path::new(""));
    let document = match Document::read(folder, &name) {
        Ok(document) => document,
        Err(error) => return println!("{}\tunreadable: {error}", file.display()),
    };
    let (read, begun) = (begun.elapsed(), Instant::now());
    let world = World::new(&document, &[]);
    let (prepared, begun) = (begun.elapsed(), Instant::now());
    let components = components(&document);
    let (mut made, mut thrown, mut none, mut loose) = (0, 0, 0, 0);
    for component in &components {
        let begun = Instant::now();
        let sample = Sample::of(&world, &component.name, wanted.seed, wanted.count);
        made += sample.values.len();
        thrown += sample.thrown;
        loose += usize::from(sample.reading == Reading::Loose);
        none += usize::from(sample.values.is_empty());
        let slow = begun.elapsed().as_secs() >= 2;
        if wanted.every || slow || sample.values.len() < sample.asked {
            let reason = sample.reason.unwrap_or_default();
            let made = sample.values.len();
            let taken = begun.elapsed();
            println!(
                "    {}\t{made} made, {} thrown, {taken:.1?} {reason}",
                sample.name, sample.thrown
            );
        }
    }
    println!(
        "{}\t{} components, {made} made, {thrown} thrown, {none} without any, {loose} read loosely; read {read:.1?}, prepared {prepared:.1?}, made {:.1?}{}",
        file.display(),
        components.len(),
        begun.elapsed(),
        world
            .fault()
            .map(|fault| format!("; {fault}"))
            .unwrap_or_default()
    );
}
