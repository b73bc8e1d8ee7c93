use super::leaked::Union;

/// A union, and for each of its variants values that are of it and no other; the last list is of values that are none.
struct Row {
    schemas: &'static str,
    values: &'static [&'static [&'static str]],
}

const TABLE: &[Row] = &[
    // By JSON type.
    Row {
        schemas: "U: { oneOf: [{ type: string }, { type: integer }, { type: number }, { type: boolean }, { type: array }, { type: object }] }",
        values: &[&[r#""a""#], &["1", "-0", "1e2"], &["1.5"], &["true"], &["[]", "[1]"], &["{}"], &[]],
    },
    // By the mapping, by names of components, and in other letters.
    Row {
        schemas: "
        U: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/BigDog' }], discriminator: { propertyName: kind, mapping: { c: Cat, feline: Cat } } }
        Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
        BigDog: { type: object, required: [kind], properties: { kind: { type: string } } }",
        values: &[
            &[r#"{"kind":"c"}"#, r#"{"x":1,"kind":"feline"}"#, r#"{"kind":"Cat"}"#, r#"{"kind":"cat"}"#],
            &[r#"{"kind":"BigDog"}"#, r#"{"kind":"bigdog"}"#],
            &[r#"{"kind":"fox"}"#, "{}", r#"{"kind":null}"#, "[]"],
        ],
    },
    // By constants that say other names than those of the components.
    Row {
        schemas: "
        U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: kind } }
        A: { type: object, properties: { kind: { type: string, enum: [first] }, x: { type: string } } }
        B: { type: object, properties: { kind: { type: string, enum: [second, third] }, y: { type: string } } }",
        values: &[
            &[r#"{"kind":"first"}"#, r#"{"x":"without"}"#],
            &[r#"{"kind":"third"}"#, r#"{"y":"without"}"#],
            &[r#"{"kind":"fourth","x":"a"}"#],
        ],
    },
    // A discriminator that nobody declares, of numbers and booleans as well.
    Row {
        schemas: "
        U:
          oneOf:
            - { type: object, properties: { v: { type: integer, enum: [1] }, a: { type: string } } }
            - { type: object, properties: { v: { type: integer, enum: [2] }, a: { type: string } } }
            - { type: object, properties: { v: { type: boolean, enum: [true] }, a: { type: string } } }",
        values: &[&[r#"{"v":1}"#], &[r#"{"a":"b","v":2}"#], &[], &[r#"{"v":3}"#]],
    },
    // By required members, by names, by how few are not there.
    Row {
        schemas: "
        U:
          anyOf:
            - { type: object, required: [a], properties: { a: { type: string }, b: { type: string } } }
            - { type: object, required: [c], properties: { a: { type: string }, c: { type: string } } }
            - { type: object, properties: { x: { type: string }, y: { type: string } } }
            - { type: object, properties: { x: { type: string } } }",
        values: &[
            &[r#"{"a":"1"}"#, r#"{"b":"1","a":"1"}"#],
            &[r#"{"c":"1"}"#, r#"{"a":"1","c":"1"}"#],
            &[r#"{"x":"1","y":"1"}"#, r#"{"y":"1"}"#],
            &[r#"{"x":"1"}"#, r#"{"x":"1","more":1}"#],
            &["[]"],
        ],
    },
    // One that requires more comes before one that requires less, whichever is written first.
    Row {
        schemas: "
        U:
          oneOf:
            - { type: object, required: [a], properties: { a: { type: string }, b: { type: string } } }
            - { type: object, required: [a, b], properties: { a: { type: string }, b: { type: string } } }",
        values: &[&[r#"{"a":"1"}"#], &[r#"{"a":"1","b":"1"}"#], &["1"]],
    },
    // By the types of the values of members, however deep.
    Row {
        schemas: "
        U:
          oneOf:
            - { type: object, properties: { data: { type: string } } }
            - { type: object, properties: { data: { type: object, properties: { id: { type: string } } } } }
            - { type: object, properties: { data: { type: object, properties: { id: { type: integer } } } } }
            - { type: object, properties: { data: { type: array, items: { type: string } } } }
            - { type: object, properties: { data: { type: array, items: { type: object } } } }",
        values: &[
            &[r#"{"data":"a"}"#],
            &[r#"{"data":{"id":"a"}}"#],
            &[r#"{"data":{"id":1}}"#],
            &[r#"{"data":["a"]}"#],
            &[r#"{"data":[{}]}"#],
            &[r#"{"data":true}"#, r#"{"data":{"id":[]}}"#],
        ],
    },
    // By a constant within a member.
    Row {
        schemas: "
        U:
          oneOf:
            - { type: object, properties: { source: { type: object, properties: { object: { type: string, enum: [card] }, n: { type: string } } } } }
            - { type: object, properties: { source: { type: object, properties: { object: { type: string, enum: [bank] }, n: { type: string } } } } }",
        values: &[
            &[r#"{"source":{"object":"card"}}"#],
            &[r#"{"source":{"n":"1","object":"bank"}}"#],
            &["1"],
        ],
    },
    // Maps by their values, and before objects that name none of the members.
    Row {
        schemas: "
        U:
          oneOf:
            - { type: object, additionalProperties: { type: string } }
            - { type: object, additionalProperties: { type: array, items: { type: integer } } }
            - { type: object, properties: { a: { type: integer }, b: { type: integer } } }",
        values: &[
            &[r#"{"x":"1","y":"2"}"#],
            &[r#"{"x":[1]}"#],
            &[r#"{"a":1}"#, r#"{"a":1,"c":"2"}"#],
            &[],
        ],
    },
    // Typed members beside names do not take what another variant has names for.
    Row {
        schemas: "
        U:
          anyOf:
            - { type: object, properties: { a: { type: string } }, additionalProperties: { type: integer } }
            - { type: object, properties: { a: { type: string }, b: { type: string } } }",
        values: &[&[r#"{"a":"1","b":2}"#, r#"{"a":"1","n":2}"#], &[r#"{"a":"1","b":"2"}"#], &[]],
    },
    // Arrays by their items, tuples by theirs and by how many there are.
    Row {
        schemas: "
        U:
          oneOf:
            - { type: array, items: { type: string } }
            - { type: array, items: { type: integer } }
            - { type: array, items: { type: object, required: [a] } }
            - { type: array, items: { type: array, items: { type: string } } }",
        values: &[&[r#"["a"]"#], &["[1,2]"], &[r#"[{"a":1}]"#], &[r#"[["a"]]"#], &["[true]"]],
    },
    // A union within is each of its variants.
    Row {
        schemas: "
        U: { oneOf: [{ $ref: '#/components/schemas/Message' }, { $ref: '#/components/schemas/Run' }, { type: string }] }
        Message: { oneOf: [{ $ref: '#/components/schemas/Made' }, { $ref: '#/components/schemas/Sent' }] }
        Made: { type: object, required: [event], properties: { event: { type: string, enum: [message.made] } } }
        Sent: { type: object, required: [event], properties: { event: { type: string, enum: [message.sent] } } }
        Run: { oneOf: [{ $ref: '#/components/schemas/Begun' }, { $ref: '#/components/schemas/Done' }] }
        Begun: { type: object, required: [event], properties: { event: { type: string, enum: [run.begun] } } }
        Done: { type: object, required: [event], properties: { event: { type: string, enum: [run.done] } } }",
        values: &[
            &[r#"{"event":"message.made"}"#, r#"{"event":"message.sent"}"#],
            &[r#"{"event":"run.begun","x":1}"#, r#"{"x":1,"event":"run.done"}"#],
            &[r#""a""#],
            &[r#"{"event":"other"}"#],
        ],
    },
    // A base class, its children at every level, itself, and those that it does not know.
    Row {
        schemas: "
        U: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }
        Cat: { allOf: [{ $ref: '#/components/schemas/U' }, { type: object, properties: { lives: { type: integer } } }] }
        Kitten: { allOf: [{ $ref: '#/components/schemas/Cat' }] }",
        values: &[
            &[r#"{"kind":"cat"}"#, r#"{"kind":"Cat"}"#],
            &[r#"{"kind":"Kitten"}"#],
            &[r#"{"kind":"U"}"#, r#"{"kind":"dog"}"#, "{}"],
            &["1"],
        ],
    },
    // What all of the alternatives inherit tells them apart.
    Row {
        schemas: "
        U: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
        Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { meow: '#/components/schemas/Cat' } } }
        Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
        Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }",
        values: &[&[r#"{"kind":"meow"}"#], &[r#"{"kind":"Dog"}"#], &[r#"{"kind":"fox"}"#]],
    },
    // A single alternative with a discriminator is not the only one for ever.
    Row {
        schemas: "
        U: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { cat: Cat } } }
        Cat: { type: object, required: [kind], properties: { kind: { type: string } } }",
        values: &[&[r#"{"kind":"cat"}"#], &[r#"{"kind":"dog"}"#]],
    },
    // What stands beside the alternatives is part of each.
    Row {
        schemas: "
        U:
          type: object
          required: [id]
          properties: { id: { type: string } }
          oneOf:
            - { type: object, required: [a], properties: { a: { type: string } } }
            - { type: object, required: [b], properties: { b: { type: string } } }",
        values: &[&[r#"{"id":"1","a":"1"}"#], &[r#"{"id":"1","b":"1"}"#], &[]],
    },
    // Of two lists joined, the first is the union, and each of its variants one of the second.
    Row {
        schemas: "
        U:
          allOf:
            - oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, required: [b], properties: { b: { type: string } } }]
            - oneOf: [{ type: object, required: [c], properties: { c: { type: string } } }, { type: object, required: [d], properties: { d: { type: string } } }]",
        values: &[
            &[r#"{"a":"1","c":"1"}"#, r#"{"d":"1","a":"1"}"#],
            &[r#"{"b":"1","c":"1"}"#, r#"{"b":"1","d":"1"}"#],
            &[r#"{"a":"1"}"#, r#"{"c":"1"}"#],
        ],
    },
    // `null` is a value of the whole.
    Row {
        schemas: "U: { nullable: true, oneOf: [{ type: string }, { type: object }] }",
        values: &[&[r#""a""#], &["{}"], &["1"]],
    },
    // Any JSON takes what the others do not.
    Row {
        schemas: "U: { oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, {}] }",
        values: &[&[r#"{"a":"1"}"#], &[r#"{"b":"1"}"#, "1", r#""a""#, "[]"], &[]],
    },
];

#[test]
fn every_value_is_of_the_variant_that_it_was_made_for() {
    let mut wrong = Vec::new();
    for row in TABLE {
        let union = Union::of(&document(row.schemas));
        let none = row.values.len() - 1;
        for (index, values) in row.values.iter().enumerate() {
            let expected = (index < none).then_some(index);
            for value in *values {
                let chosen = union.choose(value);
                if chosen != expected {
                    let schemas = row.schemas;
                    wrong.push(format!(
                        "{value} is {chosen:?}, not {expected:?} of\n{schemas}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn document(schemas: &str) -> String {
    let schemas = schemas.trim_start_matches('\n');
    let indent = schemas.len() - schemas.trim_start().len();
    let lines = schemas.lines();
    let lines = lines.map(|line| format!("    {}\n", &line[indent.min(line.len())..]));
    format!(
        "openapi: 3.0.3\ninfo: {{ title: Shop, version: 1.0.0 }}\npaths: {{}}\ncomponents:\n  schemas:\n{}",
        lines.collect::<String>()
    )
}
