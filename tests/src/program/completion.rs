use super::running::run;

#[test]
fn completion_of_bash_knows_every_operation_and_every_flag() {
    let outcome = run(&["completion", "bash"], &[], "");
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let known = [
        "complete -F _vercel__rest",
        "import-resource",
        "--integration-configuration-id",
        "--bearer-token",
        "--base-url",
    ];
    for word in known {
        assert!(outcome.out.contains(word), "{word}");
    }
}

#[test]
fn completion_of_a_shell_that_nobody_knows_is_a_mistake() {
    let outcome = run(&["completion", "abacus"], &[], "");
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
}
