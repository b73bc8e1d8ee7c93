/// The probes about parameters.
pub(super) const PROBES: &[&str] = &[
    "p04_params",
    "p04b_query_styles",
    "p04c_cookie",
    "p04d_form_ne",
];

/// A call: the probe, the operation, the parameters of the line, and what arrives: the request line, and fields.
pub(super) type Call = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

pub(super) const CALLS: &[Call] = &[
    (
        "p04_params",
        "params",
        r#"{"path":{"simple":["a","b c"],"label":[1,2],"matrix":["x","y"],"obj":{"color":"red","size":1}},
            "query":{"q_form":["a","b"],"q_form_ne":[1,2],"q_space":["a","b"],"q_pipe":["a","b"],
                     "q_deep":{"color":"red","size":1},"q_obj":{"color":"red","size":1},"q_json":{"color":"red","size":1}},
            "header":{"X-Ids":["a","b"],"X-When":"2025-01-01T00:00:00Z"},"cookie":{"session":"s"}}"#,
        "GET /p/a,b%20c/.1.2/;matrix=x,y/color=red,size=1?q_form=a&q_form=b&q_form_ne=1,2&q_space=a%20b&q_pipe=a%7Cb&q_deep%5Bcolor%5D=red&q_deep%5Bsize%5D=1&color=red&size=1&q_json=%7B%22color%22%3A%22red%22%2C%22size%22%3A1%7D",
        &[
            ("x-ids", "a,b"),
            ("x-when", "2025-01-01T00:00:00Z"),
            ("cookie", "session=s"),
        ],
    ),
    (
        "p04_params",
        "params",
        r#"{"path":{"simple":["a"],"label":[1],"matrix":["x"],"obj":{"size":1}},"header":{"X-When":"2025-01-01T00:00:00Z"}}"#,
        "GET /p/a/.1/;matrix=x/size=1",
        &[("x-when", "2025-01-01T00:00:00Z")],
    ),
    (
        "p04b_query_styles",
        "queryStyles",
        r#"{"query":{"q_form":["a","b"],"q_form_ne":[1,2],"q_obj":{"color":"red","size":1},"status":"closed","limit":5},
            "header":{"X-Ids":["a","b"],"X-When":"2025-01-01T00:00:00+01:00"}}"#,
        "GET /q?q_form=a&q_form=b&q_form_ne=1,2&color=red&size=1&status=closed&limit=5",
        &[("x-ids", "a,b"), ("x-when", "2025-01-01T00:00:00+01:00")],
    ),
    (
        "p04c_cookie",
        "c",
        r#"{"cookie":{"session":"s"}}"#,
        "GET /c",
        &[("cookie", "session=s")],
    ),
    ("p04c_cookie", "c", "{}", "GET /c", &[]),
    (
        "p04d_form_ne",
        "c",
        r#"{"query":{"ids":[1,2,3]}}"#,
        "GET /c?ids=1,2,3",
        &[],
    ),
    ("p04d_form_ne", "c", "{}", "GET /c", &[]),
];
