//! What holds for any bytes: reading them does not panic, and what is read loses nothing when it is written.

use std::fmt::Debug;

use vercel_rest::integrations::{GetConfigurationProductsResponse, GetConfigurationResponse};
use vercel_rest::json::{self, Decode, Encode, Json, Map, Nullable, Number};
use vercel_rest::marketplace::{
    GetIntegrationResourceResponse, GetIntegrationResourcesResponse, ImportResourceBody,
};
use vercel_rest::types::{ApiError, Notification, ResourceStatus};

/// Reads the bytes as many types, and writes what came of it.
///
/// # Panics
/// If anything is lost.
pub(crate) fn check(bytes: &[u8]) {
    keeps::<Json>(bytes);
    keeps::<GetConfigurationProductsResponse>(bytes);
    keeps::<GetConfigurationResponse>(bytes);
    keeps::<GetIntegrationResourceResponse>(bytes);
    keeps::<GetIntegrationResourcesResponse>(bytes);
    keeps::<ImportResourceBody>(bytes);
    keeps::<ApiError>(bytes);
    keeps::<Notification>(bytes);
    keeps::<ResourceStatus>(bytes);
    keeps::<Vec<Option<Number>>>(bytes);
    keeps::<Map<Vec<f64>>>(bytes);
    keeps::<Vec<Nullable<i64>>>(bytes);
    keeps::<Box<Option<Map<u8>>>>(bytes);
}

fn keeps<T: Decode + Encode + PartialEq + Debug>(bytes: &[u8]) {
    let value: T = match json::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => {
            assert!(error.offset() <= bytes.len(), "{error}");
            assert!(error.to_string().len() < 10_000, "{error}");
            return;
        }
    };
    let text = json::to_string(&value).expect("what was read can be written");
    let again: T = json::from_str(&text).expect("what was written can be read");
    assert_eq!(again, value, "{text}");
    let came: Json = json::from_slice(bytes).expect("it is JSON");
    let went: Json = json::from_str(&text).expect("it is JSON");
    assert!(is_same(&came, &went), "{came}\n{went}");
}

/// Whether values are equal; numbers may have gone through 64 bits.
fn is_same(left: &Json, right: &Json) -> bool {
    match (left, right) {
        (Json::Number(came), Json::Number(went)) => {
            came == went || (came.as_f64().is_some() && came.as_f64() == went.as_f64())
        }
        (Json::Array(came), Json::Array(went)) => {
            came.len() == went.len()
                && came
                    .iter()
                    .zip(went)
                    .all(|(came, went)| is_same(came, went))
        }
        (Json::Object(came), Json::Object(went)) => {
            let mut members = came.iter();
            came.len() == went.len()
                && members
                    .all(|(name, came)| went.get(name).is_some_and(|went| is_same(came, went)))
        }
        _ => left == right,
    }
}
