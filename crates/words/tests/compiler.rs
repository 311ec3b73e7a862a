//! What the catalogue compiler in `build/` takes and refuses, and what its refusals say.

#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/emit.rs"]
mod emit;
#[path = "../build/languages.rs"]
mod languages;
#[path = "../build/plurals.rs"]
mod plurals;

use std::collections::BTreeMap;

/// A `~` stands for a new line within a message: Fluent wants each variant on its own.
fn compile(english: &str, welsh: &str) -> Result<languages::Compiled, String> {
    let read = |language: &str, source: &str| {
        let source = &source.replace('~', "\n   ");
        catalogue::read(&format!("{language}/area.ftl"), language, source).map_err(|e| e.to_string())
    };
    let catalogues = BTreeMap::from([("en".into(), read("en", english)?), ("cy".into(), read("cy", welsh)?)]);
    let compiled = languages::compile(catalogues).map_err(|e| e.to_string())?;
    emit::methods(&compiled)?;
    Ok(compiled)
}

/// The methods for the messages of both catalogues.
fn methods(english: &str, welsh: &str) -> Result<String, String> {
    emit::methods(&compile(english, welsh)?)
}

/// Why an English catalogue does not build.
fn refusal(english: &str) -> String {
    compile(english, "").err().unwrap_or_default()
}

#[test]
fn a_message_without_holes_is_a_fixed_text_with_its_lines_kept() {
    let code = methods("greeting =\n    Good morning.\n\n      Come in.\n", "greeting = Bore da.\n").unwrap();
    assert!(code.contains("pub fn greeting(self) -> &'static str {"), "{code}");
    assert!(code.contains(r#"Language::En => "Good morning.\n\n  Come in.","#), "{code}");
    assert!(code.contains(r#"Language::Cy => "Bore da.","#), "{code}");
}

#[test]
fn holes_become_arguments_in_the_order_english_names_them() {
    let english = "note = { $school } wrote to { $parent } about { NUMBER($children) }: { $school }";
    let welsh = "note = { $parent }, { $children }, { $school }";
    let code = methods(english, welsh).unwrap();
    assert!(code.contains("pub fn note(self, school: &str, parent: &str, children: u64) -> String"), "{code}");
}

#[test]
fn a_variable_chosen_by_plural_is_a_number_and_by_words_is_a_text() {
    let english = "a = { $n ->~[0] none~[one] one~*[other] { $n }~}\n\
                   b = { $basis ->~[consent] yes or no~*[other] told~}\n";
    let code = methods(english, english).unwrap();
    assert!(code.contains("pub fn a(self, n: u64) -> String"), "{code}");
    assert!(code.contains("pub fn b(self, basis: &str) -> String"), "{code}");
    assert!(code.contains("crate::plural::Plural::One =>"), "{code}");
}

#[test]
fn messages_and_terms_are_put_in_where_they_are_referred_to() {
    let code =
        methods("-us = the school\nend = Thank you, { -us }.\n", "-us = yr ysgol\nend = Diolch, { -us }.\n").unwrap();
    assert!(code.contains("\"Thank you, the school.\""), "{code}");
    assert!(!code.contains("fn us"), "{code}");
}

#[test]
fn a_translation_that_is_missing_or_has_other_holes_is_english_for_now_and_reported() {
    let english = "a = A\nb = B { $x }\nc = C { $n }\n";
    let welsh = "b = B { $y } { $x }\nc = { $n ->~[two] dau~*[other] C~}\nd = D\n";
    let compiled = compile(english, welsh).unwrap();
    assert_eq!(
        compiled.lacking,
        [
            "`a` is not translated to `cy`",
            "cy/area.ftl: `b`: English has no $y",
            "cy/area.ftl: `c`: $n is counted here; write NUMBER($n) in English",
            "cy/area.ftl: `d` does not exist in English",
        ]
    );
    assert_eq!(compiled.entries[0].says["cy"], compiled.entries[0].says["en"]);
}

#[test]
fn an_empty_text_is_seen_also_inside_a_variant() {
    let rows = compile("a = { \"\" }\nb = { $n ->~[one] { \" \" }~*[other] many~}\nc = x\n", "").unwrap().rows;
    let empty: Vec<_> = rows.iter().map(|row| row.empty).collect();
    assert_eq!(empty, [true, true, false]);
}

#[test]
fn what_cannot_be_compiled_is_refused_naming_file_and_message() {
    for (english, why) in [
        (
            "a = x\n    .title = y\n",
            "en/area.ftl: message `a`: attributes are not supported; make it a message of its own",
        ),
        ("a = { DATETIME($d) }\n", "en/area.ftl: message `a`: the function DATETIME() is not supported"),
        (
            "a = { NUMBER($n, minimumFractionDigits: 2) }\n",
            "en/area.ftl: message `a`: NUMBER() takes one variable and nothing else",
        ),
        (
            "a = { -b(x: 1) }\n-b = x\n",
            "en/area.ftl: message `a`: the reference to `b` has arguments or an attribute, which are not supported",
        ),
        ("a = { b }\n", "en/area.ftl: message `a`: it refers to `b`, which does not exist"),
        ("a = { b }\nb = { a }\n", "en/area.ftl: message `a`: it refers to itself through `a`"),
        ("a = { $n ->~[two] x~*[other] y~}\n", "en/area.ftl: message `a`: $n: `two` is not a plural category of `en`"),
        ("a = { $n ->~[1] x~[yes] y~*[other] z~}\n", "en/area.ftl: message `a`: $n: `1` is a number among words"),
        ("a = { $n ->~[1.5] x~*[other] z~}\n", "en/area.ftl: message `a`: $n: `1.5` is not a whole number from 0 up"),
        ("a = { $n ->~[one] x~[one] y~*[other] z~}\n", "en/area.ftl: message `a`: $n: the same key stands twice"),
        (
            "a = { NUMBER($n) } { $n ->~[yes] x~*[no] y~}\n",
            "en/area.ftl: message `a`: $n is a number in one place and a word in another",
        ),
        (
            "a = <b>x</b>\n",
            "en/area.ftl: message `a`: it holds `<` or `>`: messages are plain text, markup is in `pages`",
        ),
        ("a = \u{2068}x\u{2069}\n", "en/area.ftl: message `a`: it holds a mark for the direction of text"),
        ("a = x\na = y\n", "message `a` stands twice: in en/area.ftl and in en/area.ftl"),
        (
            "continue = x\n",
            "message `continue`: `continue` is a word of Rust's own or of the generated code; choose another",
        ),
        ("a = { $Big }\n", "message `a`: `Big`: names are in small letters"),
    ] {
        assert_eq!(refusal(english), why, "{english}");
    }
    assert!(refusal("a = x\nb = { $n ! }\nc = y\n").starts_with("en/area.ftl, line 2: not Fluent: "));
}

#[test]
fn the_table_for_the_tests_lists_every_message_as_it_stands_and_what_is_lacking() {
    let table = emit::table(&compile("a = A { $x }\n", "b = B\n").unwrap());
    for line in [
        r#"Row { id: "a", language: Language::En, file: "en/area.ftl", empty: false, holes: &["x", ] },"#,
        r#"Row { id: "b", language: Language::Cy, file: "cy/area.ftl", empty: false, holes: &[] },"#,
        "\"`a` is not translated to `cy`\",",
        "\"cy/area.ftl: `b` does not exist in English\",",
    ] {
        assert!(table.contains(line), "{line} in {table}");
    }
}
