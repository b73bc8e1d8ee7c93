use serde_json::Value;

use super::apply;
use crate::diagnostic::{Diagnostics, render};
use crate::source::{Place, Pointer, Sources};

/// The sources of a description, `api.yaml`, with an overlay applied, and what is said about that.
fn applied(description: &str, overlay: &str) -> (Sources, String) {
    let mut sources = Sources::in_memory([("api.yaml", description)]);
    sources.add_overlay("fix.yaml", overlay.as_bytes().to_vec());
    let mut cx = Diagnostics::default();
    apply(&mut cx, &mut sources);
    let drawn = render(&cx.into_all(), &sources, false);
    (sources, drawn)
}

fn value(sources: &mut Sources) -> Value {
    let file = sources.open("api.yaml").expect("the description is read");
    sources.value(file).clone()
}

/// A description with these members, whose actions, of this version, make of them what is expected.
fn check(version: &str, members: &str, actions: &str, expected: &str) {
    let overlay =
        format!("overlay: {version}\ninfo: {{title: t, version: '1'}}\nactions:\n{actions}");
    let (mut sources, said) = applied(&format!("openapi: 3.1.0\n{members}"), &overlay);
    assert_eq!(said, "", "{actions}");
    let mut now = value(&mut sources);
    now.as_object_mut()
        .expect("an object")
        .shift_remove("openapi");
    assert_eq!(now.to_string(), expected, "{actions}");
}

#[test]
fn objects_are_united_member_by_member() {
    check(
        "1.0.0",
        "info: {title: A, x: {a: 1}}",
        "- {target: $, update: {info: {title: B, x: {b: 2}, y: []}, tags: [{name: t}]}}",
        r#"{"info":{"title":"B","x":{"a":1,"b":2},"y":[]},"tags":[{"name":"t"}]}"#,
    );
}

#[test]
fn a_key_without_a_value_takes_nothing_away() {
    check(
        "1.0.0",
        "info: {title: A}\ntags: [1]",
        "- target: $\n  update:\n    info:\n    tags:\n    servers:",
        r#"{"info":{"title":"A"},"tags":[1],"servers":null}"#,
    );
}

#[test]
fn what_has_no_value_takes_any() {
    check(
        "1.1.0",
        "info:\npaths: {}",
        "- {target: $, update: {info: {title: A}}}",
        r#"{"info":{"title":"A"},"paths":{}}"#,
    );
}

#[test]
fn arrays_take_elements_and_other_arrays() {
    check(
        "1.0.0",
        "tags: [a]",
        "- {target: $.tags, update: {name: b}}",
        r#"{"tags":["a",{"name":"b"}]}"#,
    );
    check(
        "1.1.0",
        "tags: [a]\nx: {y: [1]}",
        "- {target: $.tags, update: [b, c]}\n- {target: $.tags, update: d}\n- {target: $.x, update: {y: [2]}}",
        r#"{"tags":["a","b","c","d"],"x":{"y":[1,2]}}"#,
    );
}

#[test]
fn wildcards_and_filters_select_many() {
    check(
        "1.0.0",
        "paths: {/a: {get: {parameters: [{name: f, in: query}, {name: g, in: query}]}}, /b: {get: {}}, /c: {put: {}}}",
        "- {target: '$.paths.*.get', update: {x-safe: true}}\n- target: $.paths.*.get.parameters[?@.name=='f' && @.in=='query']\n  update: {schema: {type: string}}",
        r#"{"paths":{"/a":{"get":{"parameters":[{"name":"f","in":"query","schema":{"type":"string"}},{"name":"g","in":"query"}],"x-safe":true}},"/b":{"get":{"x-safe":true}},"/c":{"put":{}}}}"#,
    );
}

#[test]
fn traits_choose_operations() {
    check(
        "1.0.0",
        "paths: {/a: {get: {x-traits: [paged]}}, /b: {get: {x-traits: [paged], parameters: [id]}}, /c: {get: {}}}",
        "- target: $.paths[?(@.get['x-traits'][?(@ == 'paged')])].get\n  update: {parameters: [top, skip]}",
        r#"{"paths":{"/a":{"get":{"x-traits":["paged"],"parameters":["top","skip"]}},"/b":{"get":{"x-traits":["paged"],"parameters":["id","top","skip"]}},"/c":{"get":{}}}}"#,
    );
}

#[test]
fn what_is_removed_is_gone_from_objects_and_arrays() {
    check(
        "1.0.0",
        "paths: {/a: {get: {parameters: [{name: x}, {name: dummy}, {name: dummy}, {name: y}]}}, /b: {}}",
        "- {target: '$.paths.*.get.parameters[?@.name == ''dummy'']', remove: true}\n- {target: \"$.paths['/b']\", remove: true}",
        r#"{"paths":{"/a":{"get":{"parameters":[{"name":"x"},{"name":"y"}]}}}}"#,
    );
    check(
        "1.1.0",
        "tags: [a, dummy, b, dummy]",
        "- {target: \"$.tags[?@ == 'dummy']\", remove: true}",
        r#"{"tags":["a","b"]}"#,
    );
}

#[test]
fn parts_of_what_is_removed_are_no_trouble() {
    check(
        "1.1.0",
        "a: {x: {x: 1, y: [{x: 2}]}, z: [0, 1, 2, 3]}",
        "- {target: $..x, remove: true}\n- {target: '$.a.z[2,0,0]', remove: true}",
        r#"{"a":{"z":[1,3]}}"#,
    );
}

#[test]
fn values_without_parts_are_replaced() {
    check(
        "1.1.0",
        "paths: {/a: {get: {summary: Old}}}",
        "- {target: \"$.paths['/a'].get.summary\", update: New}\n- {target: '$.paths.*.get', update: {deprecated: true}}",
        r#"{"paths":{"/a":{"get":{"summary":"New","deprecated":true}}}}"#,
    );
}

#[test]
fn a_copy_is_united_with_what_is_there() {
    check(
        "1.1.0",
        "paths: {/items: {get: {a: 1}}, /some: {delete: {}}}",
        "- {target: '$.paths[\"/some\"]', copy: '$.paths[\"/items\"]'}",
        r#"{"paths":{"/items":{"get":{"a":1}},"/some":{"delete":{},"get":{"a":1}}}}"#,
    );
}

#[test]
fn a_path_is_renamed_by_three_actions() {
    check(
        "1.1.0",
        "paths: {/items: {get: {}}, /some: {}}",
        "- {target: $.paths, update: {/new: {}}}\n- {target: \"$.paths['/new']\", copy: \"$.paths['/items']\"}\n- {target: \"$.paths['/items']\", remove: true}",
        r#"{"paths":{"/some":{},"/new":{"get":{}}}}"#,
    );
}

/// Where the value of a pointer into the changed description was written, as `file:line`.
fn written(sources: &mut Sources, pointer: &str) -> String {
    let file = sources.open("api.yaml").expect("the description is read");
    let pointer = Pointer::parse(pointer).expect("a pointer");
    let place = sources.written(&Place::new(file, pointer));
    let span = sources.span(&place).expect("the place is in a text");
    let before = sources.text(place.file).get(..span.start);
    let line = before.unwrap_or_default().matches('\n').count() + 1;
    format!("{}:{line}", sources.path(place.file))
}

#[test]
fn places_lead_to_where_each_value_was_written() {
    let description = "openapi: 3.1.0
info:
  title: A
  version: '1'
tags:
  - name: one
  - name: two
  - name: three
  - name: four
paths:
  /a:
    get:
      summary: Old
      description: D
";
    let overlay = "overlay: 1.1.0
info: {title: t, version: '1'}
actions:
  - target: $.tags[?@.name == 'two']
    remove: true
  - target: $.tags
    update:
      name: five
  - target: $.tags[0]
    remove: true
  - target: $.paths['/a'].get
    update:
      summary: New
      responses:
        200:
          description: Fine
  - target: $.paths
    update: { /b: {} }
  - target: $.paths['/b']
    copy: $.paths['/a']
  - target: $.paths['/a'].get.description
    remove: true
";
    let (mut sources, said) = applied(description, overlay);
    assert_eq!(said, "");
    for (pointer, expected) in [
        ("/info/title", "api.yaml:3"),
        ("/tags/0/name", "api.yaml:8"),
        ("/tags/1", "api.yaml:9"),
        ("/tags/2/name", "fix.yaml:8"),
        ("/tags/3", "api.yaml:5"),
        ("/paths/~1a/get/summary", "fix.yaml:13"),
        ("/paths/~1a/get/responses/200/description", "fix.yaml:16"),
        // What is no longer there has the place of what held it.
        ("/paths/~1a/get/description", "api.yaml:12"),
        ("/paths/~1b/get/description", "api.yaml:14"),
        ("/paths/~1b/get/summary", "fix.yaml:13"),
        ("/paths/~1b", "fix.yaml:18"),
    ] {
        assert_eq!(written(&mut sources, pointer), expected, "{pointer}");
    }
}

#[test]
fn copies_of_copies_come_to_an_end() {
    let actions = "- {target: $.a, copy: $}\n".repeat(60);
    let overlay = format!("overlay: 1.1.0\ninfo: {{title: t, version: '1'}}\nactions:\n{actions}");
    let (_, said) = applied("openapi: 3.1.0\na: {b: [1, 2, 3]}\n", &overlay);
    assert!(
        said.contains("too large") || said.contains("too deeply"),
        "{said}"
    );
}

#[test]
fn what_would_take_for_ever_is_refused() {
    for target in [
        "$[?@".repeat(40),
        "$..*..*..*..*".to_owned(),
        "(".repeat(100_000),
    ] {
        let overlay = format!(
            "overlay: 1.1.0\ninfo: {{title: t, version: '1'}}\nactions: [{{target: '{target}', remove: true}}]"
        );
        let (_, said) = applied("openapi: 3.1.0\n", &overlay);
        assert!(said.contains("too deep"), "{said}");
    }
}

#[test]
fn an_overlay_for_one_file_of_a_folder_changes_no_other() {
    let mut sources = Sources::in_memory([
        ("x/a.yaml", "openapi: 3.1.0"),
        ("x/b.yaml", "openapi: 3.1.0"),
    ]);
    let overlay = "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nextends: ../x/b.yaml\nactions: [{target: $, update: {x: 1}}]";
    sources.add_overlay("fix.yaml", overlay.as_bytes().to_vec());
    let mut cx = Diagnostics::default();
    apply(&mut cx, &mut sources);
    assert!(cx.into_all().is_empty());
    for (path, changed) in [("x/a.yaml", false), ("x/b.yaml", true)] {
        let file = sources.open(path).expect("the file is read");
        assert_eq!(sources.value(file).get("x").is_some(), changed, "{path}");
    }
}
