use jsonschema::{Draft, Validator};
use serde_json::{Map, Value};

use super::bundle::bundle;
use crate::document::{Dialect, References};
use crate::world::Schemas;

/// Says what fits which schema.
#[derive(Debug)]
pub(crate) struct Judge {
    validator: Result<Validator, String>,
}

/// How strictly the words of a schema are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As JSON Schema has them.
    Strict,
    /// As their authors often mean them: several branches of `oneOf` may fit, for a discriminator tells which one it
    /// is, and what forbids further members of one part does not forbid those of another.
    Loose,
}

/// The most keywords that are taken out because the crate does not take them.
const MOST: usize = 100;

impl Judge {
    pub(crate) fn new<'d>(
        schemas: &Schemas<'d>,
        references: &References<'d>,
        reading: Reading,
    ) -> Self {
        let mut schema = bundle(schemas, references, reading);
        let draft = match schemas.dialect() {
            Dialect::Draft4 => Draft::Draft4,
            Dialect::Draft202012 => Draft::Draft202012,
        };
        let options = jsonschema::options()
            .with_draft(draft)
            .should_validate_formats(true)
            .offline();
        let mut fault = String::new();
        for _ in 0..MOST {
            let error = match options.build(&schema) {
                Ok(validator) => {
                    let validator = Ok(validator);
                    return Self { validator };
                }
                Err(error) => error,
            };
            let place = error.instance_path().to_string();
            fault = format!("{error} at {place}");
            if !remove(&mut schema, &place) {
                break;
            }
        }
        let validator = Err(fault);
        Self { validator }
    }

    /// Whether a value fits the schema of a number; nothing does where there is a fault.
    pub(crate) fn fits(&self, number: usize, value: &Value) -> bool {
        let Ok(validator) = &self.validator else {
            return false;
        };
        let mut wrapped = Map::new();
        wrapped.insert(number.to_string(), value.clone());
        validator.is_valid(&Value::Object(wrapped))
    }

    /// Why there is no verdict, if so.
    pub(crate) fn fault(&self) -> Option<&str> {
        self.validator.as_ref().err().map(String::as_str)
    }
}

/// Takes out what is at a pointer, unless it is the whole.
fn remove(schema: &mut Value, pointer: &str) -> bool {
    let Some((parent, token)) = pointer.rsplit_once('/') else {
        return false;
    };
    let token = token.replace("~1", "/").replace("~0", "~");
    match schema.pointer_mut(parent) {
        Some(Value::Object(map)) => map.remove(&token).is_some(),
        Some(Value::Array(list)) => match token.parse::<usize>() {
            Ok(index) if index < list.len() => {
                list.remove(index);
                true
            }
            _ => false,
        },
        Some(_) | None => false,
    }
}
