//! Calls of the five operations against a real server: the bytes that arrive, the values that come back.

mod calling;

mod get_configuration;
mod get_configuration_products;
mod get_integration_resource;
mod get_integration_resources;
mod import_resource;

mod bad_answers;
mod credentials;
mod failures;
mod limits;
mod paths;
mod redirects;
mod retries;
mod values;
