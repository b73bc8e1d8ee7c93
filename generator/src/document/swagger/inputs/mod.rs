//! Parameters of Swagger 2.0, which has bodies and forms among them.

mod input;

mod body;
mod form;
mod parameter;

mod collection;
mod items;

#[cfg(test)]
mod tests;

pub(super) use body::Written;
pub(super) use input::Around;
