use super::{surface::surface, written::whole};

/// What becomes of these schemas of a description of version 3.1.
fn schemas(schemas: &str) -> String {
    let head =
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";
    let lines = schemas.lines().map(|line| format!("    {line}\n"));
    surface(&whole(&format!("{head}{}", lines.collect::<String>())))
}

#[test]
fn schemas_are_found_by_anchors_and_by_uris() {
    insta::assert_snapshot!(schemas("
Shelf:
  $id: https://example.com/schemas/shelf
  type: object
  properties:
    books: {type: array, items: {$ref: '#book'}}
    first: {$ref: '#/$defs/Book'}
    keeper: {$ref: person}
    same: {$ref: 'https://example.com/schemas/person#/properties/name'}
  $defs:
    Book: {$anchor: book, type: object, properties: {title: {type: string}}}
Person:
  $id: https://example.com/schemas/person
  type: object
  properties:
    name: {type: object, properties: {first: {type: string}}}
    friend: {$ref: '#/components/schemas/Person'}
Other: {type: object, properties: {book: {$ref: '#book'}, shelf: {$ref: 'https://example.com/schemas/shelf'}}}
"), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Book {
        pub title: Option<String>,
    }

    Book: fn new() -> Self
    Book: fn with_title(mut self, value: impl Into<String>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Name {
        pub first: Option<String>,
    }

    Name: fn new() -> Self
    Name: fn with_first(mut self, value: impl Into<String>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Other {
        pub book: Option<crate::types::Book>,
        pub shelf: Option<crate::types::Shelf>,
    }

    Other: fn new() -> Self
    Other: fn with_book(mut self, value: impl Into<crate::types::Book>) -> Self
    Other: fn with_shelf(mut self, value: impl Into<crate::types::Shelf>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Person {
        pub name: Option<crate::types::Name>,
        pub friend: Option<Box<crate::types::Person>>,
    }

    Person: fn new() -> Self
    Person: fn with_name(mut self, value: impl Into<crate::types::Name>) -> Self
    Person: fn with_friend(mut self, value: impl Into<crate::types::Person>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Shelf {
        pub books: Option<Vec<crate::types::Book>>,
        pub first: Option<crate::types::Book>,
        pub keeper: Option<crate::types::Person>,
        pub same: Option<crate::types::Name>,
    }

    Shelf: fn new() -> Self
    Shelf: fn with_books(mut self, value: impl Into<Vec<crate::types::Book>>) -> Self
    Shelf: fn with_first(mut self, value: impl Into<crate::types::Book>) -> Self
    Shelf: fn with_keeper(mut self, value: impl Into<crate::types::Person>) -> Self
    Shelf: fn with_same(mut self, value: impl Into<crate::types::Name>) -> Self
    ");
}

#[test]
fn a_dynamic_reference_is_what_it_is_where_nothing_else_is_said() {
    insta::assert_snapshot!(schemas("
Node:
  $id: https://example.com/node
  $dynamicAnchor: node
  type: object
  properties:
    value: {type: string}
    children: {type: array, items: {$dynamicRef: '#node'}}
List:
  type: object
  properties:
    items: {type: array, items: {$dynamicRef: '#item', description: One of them.}}
  $defs:
    Item: {$dynamicAnchor: item, type: object, properties: {id: {type: integer}}}
"), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Item {
        pub id: Option<i64>,
    }

    Item: fn new() -> Self
    Item: fn with_id(mut self, value: impl Into<i64>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct List {
        pub items: Option<Vec<crate::types::Item>>,
    }

    List: fn new() -> Self
    List: fn with_items(mut self, value: impl Into<Vec<crate::types::Item>>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Node {
        pub value: Option<String>,
        pub children: Option<Vec<crate::types::Node>>,
    }

    Node: fn new() -> Self
    Node: fn with_value(mut self, value: impl Into<String>) -> Self
    Node: fn with_children(mut self, value: impl Into<Vec<crate::types::Node>>) -> Self
    ");
}

#[test]
fn a_document_is_found_by_the_uri_that_it_gives_itself() {
    let text = whole("
openapi: 3.2.0
$self: https://example.com/apis/shop.yaml
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    Order: {type: object, properties: {line: {$ref: 'https://example.com/apis/shop.yaml#/components/schemas/Line'}, other: {$ref: 'shop.yaml#/components/schemas/Line'}}}
    Line: {type: object, properties: {sku: {type: string}}}
");
    insta::assert_snapshot!(surface(&text), @"
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Line {
        pub sku: Option<String>,
    }

    Line: fn new() -> Self
    Line: fn with_sku(mut self, value: impl Into<String>) -> Self

    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Order {
        pub line: Option<crate::types::Line>,
        pub other: Option<crate::types::Line>,
    }

    Order: fn new() -> Self
    Order: fn with_line(mut self, value: impl Into<crate::types::Line>) -> Self
    Order: fn with_other(mut self, value: impl Into<crate::types::Line>) -> Self
    ");
}
