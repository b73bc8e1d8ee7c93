//! Descriptions in Swagger 2.0.

mod outcome;

mod documents;
mod inputs;
