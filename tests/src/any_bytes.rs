//! Bytes of any kind, read as types of `vercel-rest`: no panic, and no loss between reading and writing.

use proptest::prelude::*;
use vercel_rest::json::{Json, JsonObject, Number};

#[path = "../fuzz/check.rs"]
mod check;

use check::check;

/// Names of members that the types have, and some that they have not.
const NAMES: &[&str] = &[
    "",
    "a.b",
    "ai",
    "billingPlan",
    "code",
    "configuration",
    "createdAt",
    "details",
    "disabledAt",
    "disabledReason",
    "error",
    "externalId",
    "extras",
    "href",
    "id",
    "installationType",
    "integration",
    "internalId",
    "level",
    "message",
    "metadata",
    "metadataSchema",
    "name",
    "notification",
    "ownership",
    "partnerId",
    "primaryProtocol",
    "productId",
    "products",
    "properties",
    "protocolSettings",
    "protocols",
    "resources",
    "scopes",
    "secrets",
    "slug",
    "source",
    "status",
    "storage",
    "title",
    "type",
    "updatedAt",
    "value",
];

/// Texts that enums list, and others.
const TEXTS: &[&str] = &[
    "",
    "ready",
    "pending",
    "marketplace",
    "object",
    "info",
    "storage",
    "subscription",
    "é\n\u{0}",
];

fn number() -> impl Strategy<Value = Json> {
    prop_oneof![
        (-3i64..4).prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?".prop_filter_map(
            "a number",
            |text| text.parse::<Number>().ok().map(Json::from)
        ),
    ]
}

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        number(),
        prop::sample::select(TEXTS).prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        let member = (prop::sample::select(NAMES), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Json::Array),
            prop::collection::vec(member, 0..12)
                .prop_map(|members| Json::Object(members.into_iter().collect::<JsonObject>())),
        ]
    })
}

/// Answers as a server sends them.
const ANSWERS: &[&str] = &[
    r#"{"error":{"code":"not_found","message":"no"}}"#,
    r#"{"id":"r","externalId":"e","internalId":"i","name":"n","partnerId":"p","status":"ready","productId":"x","metadata":{"a":1,"b":["c"],"d":null,"e":true}}"#,
    r#"{"productId":"p","name":"n","status":"ready","metadata":{"k":"v"},"billingPlan":{"id":"b","type":"subscription","name":"n","cost":"1"},"notification":{"level":"info","title":"t"},"secrets":[{"name":"S","value":"v"}]}"#,
    r#"{"resources":[{"partnerId":"p","internalId":"i","name":"n","status":"pending","productId":"x","protocolSettings":{"experimentation":{"edgeConfigId":"e"}}}]}"#,
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_of_any_kind_are_kept(value in value()) {
        check(value.to_string().as_bytes());
    }

    #[test]
    fn members_of_any_kind_are_kept(
        answer in prop::sample::select(ANSWERS),
        members in prop::collection::vec((prop::sample::select(NAMES), value()), 1..6),
    ) {
        let mut answer: Json = answer.parse()?;
        if let Json::Object(object) = &mut answer {
            object.extend(members);
        }
        check(answer.to_string().as_bytes());
    }

    #[test]
    fn answers_that_are_broken_do_no_harm(
        answer in prop::sample::select(ANSWERS),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = answer.as_bytes().to_vec();
        let at = at.index(bytes.len());
        check(&bytes[..at]);
        bytes[at] = byte;
        check(&bytes);
    }

    #[test]
    fn bytes_of_any_kind_do_no_harm(bytes: Vec<u8>) {
        check(&bytes);
    }
}
