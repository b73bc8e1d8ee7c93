/// The candidate that `name` was most likely meant to be, if one is near enough.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(name);
    let near = candidates.into_iter().filter_map(|candidate| {
        let folded = folded(candidate);
        let longer = wanted.chars().count().max(folded.chars().count());
        let shorter = wanted.chars().count().min(folded.chars().count());
        // A third of the letters may differ; of very short names, none but their case.
        let tolerance = longer / 3;
        if longer - shorter > tolerance {
            return None;
        }
        let distance = strsim::osa_distance(&wanted, &folded);
        (distance <= tolerance).then_some((distance, candidate))
    });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Case and separators are what people get wrong most; nobody means a name of hundreds of letters.
fn folded(name: &str) -> String {
    let letters = name.chars().filter(|c| !matches!(c, '-' | '_' | ' '));
    letters.flat_map(char::to_lowercase).take(200).collect()
}
