use super::tests::{assert_valid, check};
use super::{Case, Ident, Scope};

#[test]
fn letters_that_look_like_others_are_spelled() {
    check(Case::Value, "cœur", "coeur");
    check(Case::Value, "сор", "u441u43eu440");
    check(Case::Value, "дерево", "дерево");
    check(Case::Value, "größe", "größe");
    check(Case::Type, "日本語", "日本語");
    let idents = Scope::new(Case::Value).claim_all(&["lü", "iü", "жо", "жo"]);
    let names: Vec<&str> = idents.iter().map(Ident::as_str).collect();
    assert_eq!(names, ["lü", "iü", "жо", "жo2"]);
}

#[test]
fn no_character_makes_a_name_that_the_compiler_warns_of() {
    let characters = (0..0x600)
        .chain((0x600..0x3100).step_by(5))
        .chain((0x3100..0x2_0000).step_by(97))
        .filter_map(char::from_u32);
    for character in characters {
        for text in [character.to_string(), format!("a{character}1")] {
            for case in [Case::Type, Case::Value, Case::Constant] {
                let ident = Scope::new(case).claim(&text);
                assert_valid(&ident);
                assert_unsuspicious(&ident);
                assert_written_as_usual(case, &ident);
            }
        }
    }
}

/// `uncommon_codepoints`, `mixed_script_confusables`, and as much of `confusable_idents` as one name can do.
#[track_caller]
fn assert_unsuspicious(ident: &Ident) {
    use unicode_security::mixed_script::{
        AugmentedScriptSet, is_potential_mixed_script_confusable_char,
    };
    use unicode_security::{GeneralSecurityProfile, skeleton};
    let name = ident.unraw();
    assert!(
        name.chars().all(GeneralSecurityProfile::identifier_allowed),
        "{name}"
    );
    assert!(
        name.is_ascii() || !skeleton(name).all(|c| c.is_ascii()),
        "{name} looks like another"
    );
    let script = AugmentedScriptSet::for_char;
    for letter in name
        .chars()
        .filter(|c| !c.is_ascii() && script(*c) != script('A'))
    {
        let mut beside = name
            .chars()
            .filter(|other| script(*other) == script(letter));
        assert!(
            beside.any(|c| !is_potential_mixed_script_confusable_char(c)),
            "{name}"
        );
    }
}

/// `non_camel_case_types`, `non_snake_case`, `non_upper_case_globals`.
#[track_caller]
fn assert_written_as_usual(case: Case, ident: &Ident) {
    let name = ident.unraw().trim_matches('_');
    let usual = match case {
        Case::Type | Case::Variant => {
            let parts: Vec<char> = name.chars().collect();
            let cased = |c: char| c.is_lowercase() || c.is_uppercase();
            !name.starts_with(char::is_lowercase)
                && !name.contains("__")
                && !parts.windows(2).any(|pair| {
                    (cased(pair[0]) && pair[1] == '_') || (pair[0] == '_' && cased(pair[1]))
                })
        }
        Case::Value | Case::Module => !name.contains("__") && !name.contains(char::is_uppercase),
        Case::Constant => !name.contains(char::is_lowercase),
    };
    assert!(usual, "{case:?} {name}");
}
