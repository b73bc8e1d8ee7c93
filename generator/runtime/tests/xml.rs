//! Values as XML: the rules of OAS 3.0 §4.7.26, 3.1 §4.8.26 and 3.2 §4.26, example by example.
#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use clientwright_runtime::json::Json;
use clientwright_runtime::xml::{to_json_text, to_text};
use clientwright_runtime::{Xml, XmlMember, XmlType, XmlVariant};
use proptest::prelude::*;

const TEXT: XmlType = XmlType::Text;
const NUMBER: XmlType = XmlType::Number;
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

fn write(place: &Xml, json: &str) -> String {
    let value: Json = json.parse().unwrap();
    let text = to_text(&value, place).unwrap();
    text.strip_prefix(DECLARATION).unwrap().to_owned()
}

fn read(place: &Xml, xml: &str) -> String {
    to_json_text(xml, place).unwrap()
}

/// `json` is written as `xml`, and that is read as `json`.
#[track_caller]
fn check(place: &Xml, json: &str, xml: &str) {
    assert_eq!(write(place, json), xml);
    assert_eq!(read(place, xml), json);
}

/// The member `animals` of an object, as `xml`.
#[track_caller]
fn animals(xml: Xml, json: &str, expected: &str) {
    let members: &'static [XmlMember] = Box::leak(Box::new([XmlMember::new("animals", xml)]));
    let ty: &'static XmlType = Box::leak(Box::new(XmlType::Object(members, None)));
    let place = Xml::element("document", ty);
    check(
        &place,
        &format!(r#"{{"animals":{json}}}"#),
        &format!("<document>{expected}</document>"),
    );
}

static PLAIN: XmlType = XmlType::Array(&Xml::element("", &TEXT));
static NAMED: XmlType = XmlType::Array(&Xml::element("animal", &TEXT));

#[test]
fn no_xml_object_names_an_element_after_its_property() {
    animals(
        Xml::element("animals", &TEXT),
        r#""cat""#,
        "<animals>cat</animals>",
    );
}

#[test]
fn an_array_is_an_element_an_item_unless_it_is_wrapped() {
    let two = r#"["a","b"]"#;
    let plain = "<animals>a</animals><animals>b</animals>";
    animals(Xml::none("animals", &PLAIN), two, plain);
    let named = "<animal>a</animal><animal>b</animal>";
    animals(Xml::none("animals", &NAMED), two, named);
    // The name of an array that is not wrapped has no effect.
    animals(Xml::none("aliens", &NAMED), two, named);
    let wrapped = "<animals><animals>a</animals><animals>b</animals></animals>";
    animals(Xml::element("animals", &PLAIN), two, wrapped);
    let both = "<aliens><animal>a</animal><animal>b</animal></aliens>";
    animals(Xml::element("aliens", &NAMED), two, both);
    let inherited = "<aliens><aliens>a</aliens><aliens>b</aliens></aliens>";
    animals(Xml::element("aliens", &PLAIN), two, inherited);
    animals(Xml::element("animals", &PLAIN), "[]", "<animals/>");
}

static PERSON: XmlType = XmlType::Object(
    &[
        XmlMember::new("id", Xml::attribute("id", &NUMBER)),
        XmlMember::new(
            "name",
            Xml::element("name", &TEXT)
                .prefix("sample")
                .namespace("http://example.com/schema/sample"),
        ),
    ],
    None,
);

#[test]
fn attributes_prefixes_and_namespaces() {
    check(
        &Xml::element("Person", &PERSON),
        r#"{"id":123,"name":"example"}"#,
        r#"<Person id="123"><sample:name xmlns:sample="http://example.com/schema/sample">example</sample:name></Person>"#,
    );
    // Whoever answers chooses the prefix.
    let other = r#"<x:Person xmlns:x="http://example.com/schema/sample" id="1"><x:name>a</x:name></x:Person>"#;
    assert_eq!(
        read(&Xml::element("Person", &PERSON), other),
        r#"{"id":1,"name":"a"}"#
    );
}

#[test]
fn a_namespace_is_declared_once() {
    static INNER: XmlType = XmlType::Object(
        &[
            XmlMember::new("a", Xml::element("a", &TEXT).prefix("p").namespace("urn:p")),
            XmlMember::new("b", Xml::element("b", &TEXT).namespace("urn:b")),
            XmlMember::new(
                "c",
                Xml::attribute("c", &TEXT).prefix("q").namespace("urn:q"),
            ),
        ],
        None,
    );
    check(
        &Xml::element("o", &INNER).prefix("p").namespace("urn:p"),
        r#"{"a":"1","b":"2","c":"3"}"#,
        r#"<p:o xmlns:p="urn:p" xmlns:q="urn:q" q:c="3"><p:a>1</p:a><b xmlns="urn:b">2</b></p:o>"#,
    );
}

#[test]
fn names_of_two_namespaces_are_two_members() {
    static TWO: XmlType = XmlType::Object(
        &[
            XmlMember::new(
                "a",
                Xml::element("id", &TEXT).prefix("a").namespace("urn:a"),
            ),
            XmlMember::new(
                "b",
                Xml::element("id", &TEXT).prefix("b").namespace("urn:b"),
            ),
        ],
        None,
    );
    let place = Xml::element("o", &TWO);
    let text = r#"<o xmlns:y="urn:b" xmlns:x="urn:a"><y:id>2</y:id><x:id>1</x:id></o>"#;
    assert_eq!(read(&place, text), r#"{"a":"1","b":"2"}"#);
}

#[test]
fn text_and_cdata_stand_beside_attributes() {
    static TITLE: XmlType = XmlType::Object(
        &[
            XmlMember::new("lang", Xml::attribute("lang", &TEXT)),
            XmlMember::new("value", Xml::text(&TEXT)),
        ],
        None,
    );
    check(
        &Xml::element("title", &TITLE),
        r#"{"lang":"en","value":"a < b"}"#,
        r#"<title lang="en">a &lt; b</title>"#,
    );
    static PAGE: XmlType = XmlType::Object(&[XmlMember::new("content", Xml::cdata(&TEXT))], None);
    check(
        &Xml::element("Documentation", &PAGE),
        r#"{"content":"<html>]]></html>"}"#,
        "<Documentation><![CDATA[<html>]]]]><![CDATA[></html>]]></Documentation>",
    );
}

#[test]
fn ordered_elements_and_text_are_a_tuple() {
    static NUMBERS: XmlType = XmlType::Tuple(
        &[Xml::element("One", &TEXT), Xml::element("Two", &NUMBER)],
        None,
    );
    check(
        &Xml::element("OneTwo", &NUMBERS),
        r#"["a",2]"#,
        "<OneTwo><One>a</One><Two>2</Two></OneTwo>",
    );
    static REPORT: XmlType = XmlType::Tuple(
        &[
            Xml::text(&TEXT),
            Xml::element("data", &NUMBER),
            Xml::text(&TEXT),
        ],
        None,
    );
    check(
        &Xml::element("Report", &REPORT),
        r#"["before",42,"behind"]"#,
        "<Report>before<data>42</data>behind</Report>",
    );
}

#[test]
fn null_is_an_element_that_says_so() {
    static PRODUCT: XmlType = XmlType::Object(
        &[
            XmlMember::new("count", Xml::attribute("count", &NUMBER))
                .required()
                .nullable(),
            XmlMember::new("description", Xml::element("description", &TEXT)).required(),
            XmlMember::new("related", Xml::element("related", &XmlType::Any))
                .required()
                .nullable(),
        ],
        None,
    );
    check(
        &Xml::element("product", &PRODUCT),
        r#"{"count":null,"description":"Thing","related":null}"#,
        r#"<product xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><description>Thing</description><related xsi:nil="true"/></product>"#,
    );
}

#[test]
fn nothing_of_its_own_stands_in_what_is_around_it() {
    static NAME: XmlType = XmlType::Object(
        &[
            XmlMember::new("first", Xml::element("first", &TEXT)),
            XmlMember::new("lang", Xml::attribute("lang", &TEXT)),
        ],
        None,
    );
    static USER: XmlType = XmlType::Object(
        &[
            XmlMember::new("id", Xml::element("id", &NUMBER)),
            XmlMember::new("name", Xml::none("name", &NAME)),
        ],
        None,
    );
    check(
        &Xml::element("user", &USER),
        r#"{"id":1,"name":{"first":"A","lang":"en"}}"#,
        r#"<user lang="en"><id>1</id><first>A</first></user>"#,
    );
}

static NODE: XmlType = XmlType::Object(
    &[
        XmlMember::new("name", Xml::element("name", &TEXT)),
        XmlMember::new("children", Xml::none("children", &NODES)),
    ],
    None,
);
static NODES: XmlType = XmlType::Array(&Xml::element("child", &NODE));

#[test]
fn a_type_can_contain_itself() {
    check(
        &Xml::element("node", &NODE),
        r#"{"name":"a","children":[{"name":"b","children":[{"name":"c"}]},{"name":"d"}]}"#,
        "<node><name>a</name><child><name>b</name><child><name>c</name></child></child><child><name>d</name></child></node>",
    );
}

#[test]
fn maps_have_their_keys_as_elements() {
    static MAP: XmlType = XmlType::Object(&[], Some(&NUMBER));
    check(
        &Xml::element("Map", &MAP),
        r#"{"a":1,"b":2.5}"#,
        "<Map><a>1</a><b>2.5</b></Map>",
    );
    let wrong: Json = r#"{"not a name":1}"#.parse().unwrap();
    let error = to_text(&wrong, &Xml::element("Map", &MAP)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "not a name: `not a name` cannot be a name in XML"
    );
}

#[test]
fn unknown_elements_attributes_and_text_are_kept() {
    static KNOWN: XmlType =
        XmlType::Object(&[XmlMember::new("id", Xml::element("id", &NUMBER))], None);
    check(
        &Xml::element("o", &KNOWN),
        r#"{"id":1,"@kind":"k","tag":["a","b"],"more":{"@x":"1","y":"2","z":{"w":"3"}},"lone":"t"}"#,
        r#"<o kind="k"><id>1</id><tag>a</tag><tag>b</tag><more x="1"><y>2</y><z><w>3</w></z></more><lone>t</lone></o>"#,
    );
    let mixed = "<o>before<id>1</id></o>";
    assert_eq!(
        read(&Xml::element("o", &KNOWN), mixed),
        r##"{"id":1,"#text":"before"}"##
    );
}

static CAT: XmlType = XmlType::Object(
    &[
        XmlMember::new("kind", Xml::attribute("kind", &TEXT)).required(),
        XmlMember::new("lives", Xml::element("lives", &NUMBER)),
    ],
    None,
);
static DOG: XmlType = XmlType::Object(
    &[
        XmlMember::new("kind", Xml::attribute("kind", &TEXT)).required(),
        XmlMember::new("lives", Xml::element("lives", &TEXT)),
    ],
    None,
);

#[test]
fn unions_are_told_apart_by_their_member_or_by_evidence() {
    static TAGGED: XmlType = XmlType::Union(&[
        XmlVariant::tagged("kind", &["cat"], &CAT),
        XmlVariant::tagged("kind", &["dog"], &DOG),
    ]);
    let place = Xml::element("Pet", &TAGGED);
    check(
        &place,
        r#"{"kind":"cat","lives":9}"#,
        r#"<Pet kind="cat"><lives>9</lives></Pet>"#,
    );
    check(
        &place,
        r#"{"kind":"dog","lives":"1"}"#,
        r#"<Pet kind="dog"><lives>1</lives></Pet>"#,
    );
    static PLAIN: XmlType = XmlType::Union(&[
        XmlVariant::new(&PERSON),
        XmlVariant::new(&NODE),
        XmlVariant::new(&TEXT),
    ]);
    let place = Xml::element("u", &PLAIN);
    check(
        &place,
        r#"{"name":"b","children":[{"name":"c"}]}"#,
        "<u><name>b</name><child><name>c</name></child></u>",
    );
    check(&place, r#""text""#, "<u>text</u>");
}

#[test]
fn a_union_that_is_one_of_its_own_types_comes_to_an_end() {
    static ENDLESS: XmlType = XmlType::Union(&[
        XmlVariant::new(&ENDLESS),
        XmlVariant::tagged("kind", &["cat"], &ENDLESS),
        XmlVariant::new(&PERSON),
        XmlVariant::new(&TEXT),
    ]);
    let place = Xml::element("u", &ENDLESS);
    check(
        &place,
        r#"{"id":1,"name":"b"}"#,
        "<u id=\"1\"><sample:name xmlns:sample=\"http://example.com/schema/sample\">b</sample:name></u>",
    );
    check(&place, r#""text""#, "<u>text</u>");
}

#[test]
fn texts_are_read_as_what_their_type_says() {
    let cases = [
        (&XmlType::Number, " 007 ", "7"),
        (&XmlType::Number, "+1.50", "1.50"),
        (&XmlType::Number, ".5", "0.5"),
        (&XmlType::Number, "-5.", "-5"),
        (&XmlType::Number, "9007199254740993", "9007199254740993"),
        (&XmlType::Number, "1E3", "1E3"),
        (&XmlType::Number, "NaN", r#""NaN""#),
        (&XmlType::Boolean, "1", "true"),
        (&XmlType::Boolean, " false", "false"),
        (&XmlType::Boolean, "True", "true"),
        (&XmlType::Boolean, "yes", r#""yes""#),
        (&XmlType::Text, " a ", r#"" a ""#),
        (&XmlType::Token, " a ", r#""a""#),
        (&XmlType::Mixed, "1", "1"),
        (&XmlType::Mixed, "a", r#""a""#),
        (
            &XmlType::Text,
            "a&lt;b&#x26;<![CDATA[<c>]]>",
            r#""a<b&<c>""#,
        ),
        (&XmlType::Text, "a<!-- no -->b", r#""ab""#),
        (&XmlType::Text, "a\r\nb", r#""a\nb""#),
    ];
    for (ty, text, json) in cases {
        assert_eq!(
            read(&Xml::element("v", ty), &format!("<v>{text}</v>")),
            json,
            "{text}"
        );
    }
}

#[test]
fn what_no_parser_would_give_back_is_written_by_number() {
    let place = Xml::element("v", &TEXT);
    check(&place, r#""a\r\n\"&<>""#, "<v>a&#13;\n\"&amp;&lt;&gt;</v>");
    let attribute: XmlType = XmlType::Object(
        Box::leak(Box::new([XmlMember::new("a", Xml::attribute("a", &TEXT))])),
        None,
    );
    let place = Xml::element("v", Box::leak(Box::new(attribute)));
    check(
        &place,
        r#"{"a":"\t\n\"<"}"#,
        r#"<v a="&#9;&#10;&quot;&lt;"/>"#,
    );
    let control: Json = r#"{"a":"\u0001"}"#.parse().unwrap();
    let error = to_text(&control, &place).unwrap_err();
    assert_eq!(
        error.to_string(),
        r"a: XML has no way to say the character `\u{1}`"
    );
}

#[test]
fn services_that_are_not_exact_are_understood() {
    // Wrapped where the description does not say so, and the other way round.
    static OBJECT: XmlType = XmlType::Object(
        &[
            XmlMember::new("texts", Xml::none("texts", &PLAIN)).required(),
            XmlMember::new("nodes", Xml::none("nodes", &NODES)),
            XmlMember::new("people", Xml::element("people", &PEOPLE)),
        ],
        None,
    );
    static PEOPLE: XmlType = XmlType::Array(&Xml::element("person", &PERSON));
    let place = Xml::element("o", &OBJECT);
    let cases = [
        (
            "<o><texts><string>a</string><string>b</string></texts></o>",
            r#"{"texts":["a","b"]}"#,
        ),
        ("<o/>", r#"{"texts":[]}"#),
        (
            "<o><child><Node><name>a</name></Node><Node><name>b</name></Node></child></o>",
            r#"{"texts":[],"nodes":[{"name":"a"},{"name":"b"}]}"#,
        ),
        (
            r#"<o><people id="1"><name>a</name></people><people id="2"/></o>"#,
            r#"{"texts":[],"people":[{"id":1,"name":"a"},{"id":2}]}"#,
        ),
        (
            r#"<o><people><Any id="1"/></people></o>"#,
            r#"{"texts":[],"people":[{"id":1}]}"#,
        ),
    ];
    for (xml, json) in cases {
        assert_eq!(read(&place, xml), json, "{xml}");
    }
    // Wrapped under the name of the member, where items have their own and are not wrapped.
    static ANIMALS: XmlType = XmlType::Object(
        &[XmlMember::new(
            "animals",
            Xml::none("animals", &NAMED_ITEMS),
        )],
        None,
    );
    static NAMED_ITEMS: XmlType = XmlType::Array(&Xml::element("animal", &TEXT));
    assert_eq!(
        read(
            &Xml::element("o", &ANIMALS),
            "<o><animals><animal>a</animal><animal>b</animal></animals></o>"
        ),
        r#"{"animals":["a","b"]}"#
    );
    // A text that no member is said to be.
    let place = Xml::element("Person", &PERSON);
    assert_eq!(
        read(&place, "<Person id='1'>\n  Ann\n</Person>"),
        r#"{"id":1,"name":"Ann"}"#
    );
    // A member under its name in JSON.
    static NAMED: XmlType = XmlType::Object(
        &[XmlMember::new("parent", Xml::element("Node", &TEXT))],
        None,
    );
    let place = Xml::element("o", &NAMED);
    assert_eq!(
        read(&place, "<o><parent>a</parent></o>"),
        r#"{"parent":"a"}"#
    );
    assert_eq!(
        read(&place, "<o><parent>a</parent><Node>b</Node></o>"),
        r#"{"parent":"b"}"#
    );
    // An optional number that is empty is not there.
    static NUMBERS: XmlType =
        XmlType::Object(&[XmlMember::new("n", Xml::element("n", &NUMBER))], None);
    assert_eq!(read(&Xml::element("o", &NUMBERS), "<o><n/></o>"), "{}");
}

#[test]
fn a_whole_array_has_an_outermost_element() {
    static PETS: XmlType = XmlType::Array(&Xml::element("Pet", &PERSON));
    let place = Xml::none("Pets", &PETS);
    check(
        &place,
        r#"[{"id":1},{"id":2}]"#,
        r#"<Pets><Pet id="1"/><Pet id="2"/></Pets>"#,
    );
    assert_eq!(read(&place, r#"<Pet id="1"/>"#), r#"[{"id":1}]"#);
    assert_eq!(
        read(&place, r#"<ArrayOfPet><Pet id="1"/></ArrayOfPet>"#),
        r#"[{"id":1}]"#
    );
    static NESTED: XmlType = XmlType::Array(&Xml::element("row", &ROW));
    static ROW: XmlType = XmlType::Array(&Xml::element("cell", &NUMBER));
    check(
        &Xml::none("Grid", &NESTED),
        "[[1,2],[3]]",
        "<Grid><row><cell>1</cell><cell>2</cell></row><row><cell>3</cell></row></Grid>",
    );
}

#[test]
fn lists_of_words_stand_in_attributes() {
    static LIST: XmlType = XmlType::Array(&Xml::element("", &NUMBER));
    static HOLDER: XmlType =
        XmlType::Object(&[XmlMember::new("ids", Xml::attribute("ids", &LIST))], None);
    check(
        &Xml::element("o", &HOLDER),
        r#"{"ids":[1,2]}"#,
        r#"<o ids="1 2"/>"#,
    );
}

#[test]
fn what_is_not_well_formed_says_where() {
    let place = Xml::element("o", &XmlType::Any);
    let cases = [
        ("", "line 1, column 1: there is no element"),
        (
            "<a>\n  </b>",
            "line 2, column 3: ill-formed document: expected `</a>`, but `</b>` was found",
        ),
        (
            "<a>",
            "line 1, column 4: the text ends before its elements do",
        ),
        (
            "<a/><b/>",
            "line 1, column 5: there is more than one outermost element",
        ),
        (
            "text",
            "line 1, column 1: there is text outside of the outermost element",
        ),
        (
            "<a>&nbsp;</a>",
            "line 1, column 4: an entity is none of the five that XML has",
        ),
    ];
    for (xml, expected) in cases {
        let error = to_json_text(xml, &place).unwrap_err();
        assert_eq!(error.to_string(), expected, "{xml}");
    }
}

#[test]
fn hostile_texts_end_in_an_error_or_in_time() {
    let place = Xml::element("o", &XmlType::Any);
    let deep = "<a>".repeat(100_000);
    let error = to_json_text(&deep, &place).unwrap_err();
    assert_eq!(
        error.reason(),
        "there are more than 128 elements within each other"
    );
    let laughs = r#"<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>"#;
    let error = to_json_text(laughs, &place).unwrap_err();
    assert_eq!(error.reason(), "an entity is none of the five that XML has");
    let external = r#"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a b="&x;"/>"#;
    assert!(to_json_text(external, &place).is_err());
    let attributes: String = (0..100_000).map(|n| format!(" a{n}='1'")).collect();
    assert!(to_json_text(&format!("<a{attributes}/>"), &place).is_ok());
    let namespaces: String = (0..100_000).map(|n| format!(" xmlns:n{n}='u'")).collect();
    let elements = "<n1:b/>".repeat(100_000);
    let text = format!("<a{namespaces}>{elements}</a>");
    assert!(to_json_text(&text, &Xml::element("node", &NODE)).is_ok());
    let references = format!("<a>{}</a>", "&lt;".repeat(100_000));
    assert_eq!(read(&place, &references).len(), 100_002);
}

/// Pieces of documents, well-formed or not.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<node>".to_owned()),
        Just("</node>".to_owned()),
        Just("<child>".to_owned()),
        Just("</child>".to_owned()),
        Just("<name/>".to_owned()),
        Just("<Pet kind='cat'>".to_owned()),
        Just("<a:b xmlns:a='u' a:nil='1'".to_owned()),
        Just("<![CDATA[".to_owned()),
        Just("]]>".to_owned()),
        Just("<!--".to_owned()),
        Just("-->".to_owned()),
        Just("<?xml version='1.0'?>".to_owned()),
        Just("&lt;&#x1F600;&#0;&no;".to_owned()),
        ".{0,4}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Values of the type `NODE`.
fn nodes() -> impl Strategy<Value = Json> {
    let text = "[ -~\u{a0}-\u{ff}\n\t\r]{0,8}";
    let leaf = text.prop_map(|name| {
        let mut object = clientwright_runtime::json::JsonObject::new();
        object.insert("name", Json::String(name));
        Json::Object(object)
    });
    leaf.prop_recursive(5, 32, 4, move |inner| {
        (text, proptest::collection::vec(inner, 1..4)).prop_map(|(name, children)| {
            let mut object = clientwright_runtime::json::JsonObject::new();
            object.insert("name", Json::String(name));
            object.insert("children", Json::Array(children));
            Json::Object(object)
        })
    })
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in pieces()) {
        static UNION: XmlType = XmlType::Union(&[
            XmlVariant::tagged("kind", &["cat"], &CAT),
            XmlVariant::new(&NODE),
            XmlVariant::new(&PLAIN),
        ]);
        for ty in [&XmlType::Any, &NODE, &PERSON, &UNION, &PLAIN] {
            if let Ok(json) = to_json_text(&text, &Xml::element("node", ty)) {
                prop_assert!(json.parse::<Json>().is_ok(), "{json}");
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again(value in nodes()) {
        let place = Xml::element("node", &NODE);
        let text = to_text(&value, &place).unwrap();
        let back: Json = to_json_text(&text, &place).unwrap().parse().unwrap();
        prop_assert_eq!(back, value, "{}", text);
    }
}
