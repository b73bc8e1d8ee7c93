//! Random instances of what `spec/` describes come back whole from the types of the generated crate.

use std::fs;
use std::path::Path;

use clientwright::source::{LoadError, Loader, Sources};
use instances::{Document, Sample, World};
use serde_json::Value;
use vercel_rest::integrations::{get_configuration, get_configuration_products};
use vercel_rest::json::{self, Decode, Encode};
use vercel_rest::marketplace::{
    get_integration_resource, get_integration_resources, import_resource,
};
use vercel_rest::types::{Notification, ResourceStatus};

use crate::probes::is_same;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec");

/// What the instances begin with.
const SEED: u64 = 4;
const COUNT: usize = 200;

struct Folder;

impl Loader for Folder {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        fs::read(Path::new(FOLDER).join(path)).map_err(|_| LoadError::NotFound)
    }
}

/// A value as its type writes it.
type ThereAndBack = fn(&str) -> String;

fn back<T: Decode + Encode>(text: &str) -> String {
    let value: T = json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    json::to_string(&value).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Schemas of `spec/`, and what goes through their types.
const SCHEMAS: &[(&str, ThereAndBack)] = &[
    (
        "get-configuration.yaml#/paths/~1v1~1integrations~1configuration~1{id}/get/responses/200/content/application~1json/schema",
        back::<get_configuration::GetConfigurationResponse>,
    ),
    (
        "get-configuration-products.yaml#/paths/~1v1~1integrations~1configuration~1{id}~1products/get/responses/200/content/application~1json/schema",
        back::<get_configuration_products::GetConfigurationProductsResponse>,
    ),
    (
        "get-integration-resource.yaml#/paths/~1v1~1installations~1{integrationConfigurationId}~1resources~1{resourceId}/get/responses/200/content/application~1json/schema",
        back::<get_integration_resource::GetIntegrationResourceResponse>,
    ),
    (
        "get-integration-resources.yaml#/paths/~1v1~1installations~1{integrationConfigurationId}~1resources/get/responses/200/content/application~1json/schema",
        back::<get_integration_resources::GetIntegrationResourcesResponse>,
    ),
    (
        "import-resource.yaml#/paths/~1v1~1installations~1{integrationConfigurationId}~1resources~1{resourceId}/put/requestBody/content/application~1json/schema",
        back::<import_resource::ImportResourceBody>,
    ),
    (
        "import-resource.yaml#/paths/~1v1~1installations~1{integrationConfigurationId}~1resources~1{resourceId}/put/responses/200/content/application~1json/schema",
        back::<import_resource::ImportResourceResponse>,
    ),
    (
        "shared.yaml#/components/schemas/Notification",
        back::<Notification>,
    ),
    (
        "shared.yaml#/components/schemas/ResourceStatus",
        back::<ResourceStatus>,
    ),
];

#[test]
fn what_fits_the_schemas_of_spec_comes_back_whole_from_the_generated_types() {
    let roots: Vec<String> = SCHEMAS
        .iter()
        .filter_map(|(pointer, _)| Some(pointer.split_once('#')?.0.to_owned()))
        .collect();
    let mut sources = Sources::new(roots, Box::new(Folder));
    let document = Document::of_sources(&mut sources).expect("the descriptions can be read");
    let pointers: Vec<String> = SCHEMAS
        .iter()
        .map(|(pointer, _)| (*pointer).to_owned())
        .collect();
    let world = World::new(&document, &pointers);
    for (pointer, back) in SCHEMAS {
        let sample = Sample::of(&world, pointer, SEED, COUNT);
        assert_eq!(sample.values.len(), COUNT, "{pointer}: {:?}", sample.reason);
        for value in &sample.values {
            let text = back(&value.to_string());
            let again: Value = serde_json::from_str(&text).expect("what is written is JSON");
            assert!(
                is_same(value, &again),
                "seed {SEED}, {pointer}:\n{value}\n{text}"
            );
        }
    }
}
