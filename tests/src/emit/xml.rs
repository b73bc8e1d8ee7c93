use super::generate;

/// The tables of a description whose `POST /` sends the component `Thing`, beside further components.
fn tables(components: &str) -> String {
    let document = format!(
        "
openapi: 3.2.0
info: {{ title: Things, version: '1' }}
servers: [{{ url: 'https://things.example' }}]
paths:
  /:
    post:
      operationId: send
      requestBody:
        content: {{ application/xml: {{ schema: {{ $ref: '#/components/schemas/Thing' }} }} }}
      responses: {{ '204': {{ description: Sent. }} }}
components:
  schemas:{components}"
    );
    let files = generate(&document);
    let tables = files
        .into_iter()
        .find(|(path, _)| path == "src/xml_tables.rs");
    let (_, text) = tables.expect("there are tables");
    let (_, tables) = text
        .split_once("use crate::runtime::xml;\n")
        .expect("they are imported");
    tables.trim().to_owned()
}

#[test]
fn an_element_is_called_after_what_is_nearest() {
    insta::assert_snapshot!(tables("
    Thing:
      type: object
      xml: { name: thing, prefix: t, namespace: 'urn:t' }
      properties:
        plain: { type: string }
        renamed: { type: string, xml: { name: Renamed } }
        whole: { $ref: '#/components/schemas/Named' }
        here: { allOf: [{ $ref: '#/components/schemas/Named' }], xml: { name: Here } }
        below: { $ref: '#/components/schemas/Named', xml: { prefix: b, namespace: 'urn:b' } }
        part: { $ref: '#/components/schemas/Part' }
        element: { $ref: '#/components/schemas/Element' }
        nothing: { $ref: '#/components/schemas/Nothing' }
    Named: { type: object, xml: { name: named } }
    Part: { type: integer }
    Element: { type: boolean, xml: { nodeType: element } }
    Nothing: { type: object, xml: { nodeType: none }, properties: { a: { type: string, xml: { nodeType: cdata } } } }
    "), @r#"
    pub(crate) static THING_DOCUMENT: xml::Xml = xml::Xml::element("thing", &THING)
        .prefix("t")
        .namespace("urn:t");

    pub(crate) static NAMED: xml::XmlType = xml::XmlType::Object(
        &[],
        ::std::option::Option::None,
    );

    pub(crate) static NOTHING: xml::XmlType = xml::XmlType::Object(
        &[xml::XmlMember::new("a", xml::Xml::cdata(&xml::XmlType::Text))],
        ::std::option::Option::None,
    );

    pub(crate) static THING: xml::XmlType = xml::XmlType::Object(
        &[
            xml::XmlMember::new("plain", xml::Xml::element("plain", &xml::XmlType::Text)),
            xml::XmlMember::new(
                "renamed",
                xml::Xml::element("Renamed", &xml::XmlType::Text),
            ),
            xml::XmlMember::new("whole", xml::Xml::element("named", &NAMED)),
            xml::XmlMember::new("here", xml::Xml::element("Here", &NAMED)),
            xml::XmlMember::new(
                "below",
                xml::Xml::element("named", &NAMED).prefix("b").namespace("urn:b"),
            ),
            xml::XmlMember::new("part", xml::Xml::element("part", &xml::XmlType::Number)),
            xml::XmlMember::new(
                "element",
                xml::Xml::element("Element", &xml::XmlType::Boolean),
            ),
            xml::XmlMember::new("nothing", xml::Xml::none("nothing", &NOTHING)),
        ],
        ::std::option::Option::None,
    );
    "#);
}

#[test]
fn arrays_are_wrapped_where_it_is_said() {
    insta::assert_snapshot!(tables("
    Thing:
      type: object
      required: [plain]
      properties:
        plain: { type: array, items: { type: string } }
        named: { type: array, xml: { name: ignored }, items: { type: integer, xml: { name: one } } }
        wrapped: { type: array, xml: { wrapped: true, name: All }, items: { $ref: '#/components/schemas/Item' } }
        element: { type: array, xml: { nodeType: element }, items: { type: [string, 'null'], format: date } }
        list: { $ref: '#/components/schemas/List' }
        words: { type: array, xml: { attribute: true }, items: { type: number } }
    Item: { type: object, xml: { name: item }, properties: { inner: { $ref: '#/components/schemas/Thing' } } }
    List: { type: array, xml: { wrapped: true }, items: { allOf: [{ $ref: '#/components/schemas/Item' }], xml: { name: Entry } } }
    "), @r#"
    pub(crate) static THING_DOCUMENT: xml::Xml = xml::Xml::element("Thing", &THING);

    pub(crate) static ITEM: xml::XmlType = xml::XmlType::Object(
        &[xml::XmlMember::new("inner", xml::Xml::element("inner", &THING))],
        ::std::option::Option::None,
    );

    pub(crate) static LIST: xml::XmlType = xml::XmlType::Array(
        &xml::Xml::element("Entry", &ITEM),
    );

    pub(crate) static THING: xml::XmlType = xml::XmlType::Object(
        &[
            xml::XmlMember::new(
                    "plain",
                    xml::Xml::none(
                        "plain",
                        &xml::XmlType::Array(&xml::Xml::element("", &xml::XmlType::Text)),
                    ),
                )
                .required(),
            xml::XmlMember::new(
                "named",
                xml::Xml::none(
                    "named",
                    &xml::XmlType::Array(&xml::Xml::element("one", &xml::XmlType::Number)),
                ),
            ),
            xml::XmlMember::new(
                "wrapped",
                xml::Xml::element(
                    "All",
                    &xml::XmlType::Array(&xml::Xml::element("item", &ITEM)),
                ),
            ),
            xml::XmlMember::new(
                "element",
                xml::Xml::element(
                    "element",
                    &xml::XmlType::Array(&xml::Xml::element("", &xml::XmlType::Token)),
                ),
            ),
            xml::XmlMember::new("list", xml::Xml::element("list", &LIST)),
            xml::XmlMember::new(
                "words",
                xml::Xml::attribute(
                    "words",
                    &xml::XmlType::Array(&xml::Xml::element("", &xml::XmlType::Number)),
                ),
            ),
        ],
        ::std::option::Option::None,
    );
    "#);
}

#[test]
fn types_say_what_a_text_is() {
    insta::assert_snapshot!(tables("
    Thing:
      type: object
      properties:
        mixed: { oneOf: [{ type: integer }, { type: string }] }
        numbers: { enum: [1, 2] }
        words: { enum: [a, b] }
        map: { type: object, additionalProperties: { type: integer } }
        any: {}
        pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }
        pair: { type: array, prefixItems: [{ type: string, xml: { nodeType: text } }, { type: number, xml: { name: n } }] }
    Cat: { type: object, required: [kind], properties: { kind: { type: string, xml: { attribute: true } }, lives: { type: integer } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string, xml: { attribute: true } }, bark: { type: [string, 'null'] } } }
    "), @r#"
    pub(crate) static THING_DOCUMENT: xml::Xml = xml::Xml::element("Thing", &THING);

    pub(crate) static CAT: xml::XmlType = xml::XmlType::Object(
        &[
            xml::XmlMember::new("kind", xml::Xml::attribute("kind", &xml::XmlType::Text))
                .required(),
            xml::XmlMember::new("lives", xml::Xml::element("lives", &xml::XmlType::Number)),
        ],
        ::std::option::Option::None,
    );

    pub(crate) static DOG: xml::XmlType = xml::XmlType::Object(
        &[
            xml::XmlMember::new("kind", xml::Xml::attribute("kind", &xml::XmlType::Text))
                .required(),
            xml::XmlMember::new("bark", xml::Xml::element("bark", &xml::XmlType::Text))
                .nullable(),
        ],
        ::std::option::Option::None,
    );

    pub(crate) static PAIR: xml::XmlType = xml::XmlType::Tuple(
        &[
            xml::Xml::text(&xml::XmlType::Text),
            xml::Xml::element("n", &xml::XmlType::Number),
        ],
        ::std::option::Option::None,
    );

    pub(crate) static PET: xml::XmlType = xml::XmlType::Union(
        &[
            xml::XmlVariant::tagged("kind", &["Cat"], &CAT),
            xml::XmlVariant::tagged("kind", &["Dog"], &DOG),
        ],
    );

    pub(crate) static THING: xml::XmlType = xml::XmlType::Object(
        &[
            xml::XmlMember::new("mixed", xml::Xml::element("mixed", &xml::XmlType::Mixed)),
            xml::XmlMember::new(
                "numbers",
                xml::Xml::element("numbers", &xml::XmlType::Number),
            ),
            xml::XmlMember::new("words", xml::Xml::element("words", &xml::XmlType::Text)),
            xml::XmlMember::new(
                "map",
                xml::Xml::element(
                    "map",
                    &xml::XmlType::Object(
                        &[],
                        ::std::option::Option::Some(&xml::XmlType::Number),
                    ),
                ),
            ),
            xml::XmlMember::new("any", xml::Xml::element("any", &xml::XmlType::Any)),
            xml::XmlMember::new("pet", xml::Xml::element("pet", &PET)),
            xml::XmlMember::new("pair", xml::Xml::none("pair", &PAIR)),
        ],
        ::std::option::Option::None,
    );
    "#);
}

#[test]
fn what_is_no_object_needs_no_table_of_its_own() {
    insta::assert_snapshot!(tables("
    Thing: { type: array, items: { $ref: '#/components/schemas/Item' } }
    Item: { type: string }
    "), @r#"
    pub(crate) static THING_DOCUMENT: xml::Xml = xml::Xml::none(
        "Thing",
        &xml::XmlType::Array(&xml::Xml::element("Item", &xml::XmlType::Text)),
    );
    "#);
}
