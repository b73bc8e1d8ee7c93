/// What an operation is on a command line.
#[derive(Debug)]
pub struct Command {
    /// Its name within the group.
    pub name: String,
    /// Its `operationId`, as it was written.
    pub operation_id: Option<String>,
    /// One line.
    pub about: String,
    /// What else the description says.
    pub details: String,
    /// The flags of its parameters, in their order.
    pub flags: Vec<Flag>,
}

/// What a parameter is on a command line.
#[derive(Debug)]
pub struct Flag {
    /// Its name, without the dashes.
    pub name: String,
    /// One line.
    pub about: String,
    /// A list, to which each use of the flag adds.
    pub many: bool,
}
