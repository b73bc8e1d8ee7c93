/// A file of the emitted crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it goes in the crate's folder; `/` between the names.
    pub path: String,
    /// What it holds.
    pub text: String,
}
