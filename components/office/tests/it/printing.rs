//! Letters with sign-in codes and paper forms: made for whom they are needed, once each, and recorded.

use std::process::Command;

use futures::executor::block_on;
use http::{HeaderValue, StatusCode};
use records::{AuditEvent, MailingEvent};
use school_types::{ContactId, Role};
use testkit::{
    Browser, Form, Page,
    installation::{BRAM, ELM, HENRIETTA, ODALYS, TAMSIN, WILHELMINA, school},
};

use crate::harness::Setup;

fn address(query: &str) -> String {
    format!("/s/{ELM}/office/letters{query}")
}

/// The form, with what a school of two languages asks for.
fn form(page: &Page) -> Form {
    page.form("/office/letters").with("language", "en")
}

/// Prints; the file's text, page by page.
fn printed(office: &mut Browser, form: &Form) -> Vec<String> {
    let answer = block_on(office.sending(form));
    assert_eq!(
        (answer.status(), &answer.headers()["content-type"]),
        (StatusCode::OK, &HeaderValue::from_static("application/pdf"))
    );
    let file = std::env::temp_dir().join(format!("letters-{}-{:?}", std::process::id(), std::thread::current().id()));
    std::fs::write(&file, answer.body()).unwrap();
    let read = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(read.status.success());
    let text = String::from_utf8(read.stdout).unwrap();
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The code on a page.
fn code(page: &str) -> String {
    let is_code = |word: &&str| word.len() == 19 && word.split('-').all(|part| part.len() == 4);
    page.split(' ').find(is_code).unwrap().to_owned()
}

fn whose(setup: &Setup, code: &str) -> Option<ContactId> {
    block_on(setup.installation.records.letter_contact(&school(ELM), &code.parse().unwrap())).unwrap()
}

#[test]
fn letters_and_paper_forms_are_promised_and_can_be_made() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    // Nothing is chosen beforehand, and nothing printed by looking.
    let page = office.open(&address(""));
    assert_eq!(page.forms().iter().filter(|form| form.names().contains(&"operation")).count(), 0);
    let mark = setup.installation.store.mark();
    let page = office.open(&address("?who=no-email"));
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert!(page.text().contains(TAMSIN.name) && !page.text().contains(ODALYS.name));
    let pages = printed(&mut office, &form(&page).with("what", "letters"));
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("To: Tamsin Overbrook") && pages[0].contains("Jocasta Overbrook (3K)"), "{}", pages[0]);
    assert!(pages[0].contains("https://gate.example.org/s/elm-street/sign-in/letter"));
    assert_eq!(whose(&setup, &code(&pages[0])), Some(setup.installation.contact(ELM, &TAMSIN)));
    let trail = setup.trail(ELM);
    assert_eq!(trail.last().unwrap().event, AuditEvent::LettersPrinted { letters: 1, forms: 0 });
}

#[test]
fn a_family_with_three_children_gets_one_letter_for_each_parent_and_a_form_for_each_child() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&address("?who=all"));
    let pages = printed(&mut office, &form(&page).with("what", "letters").and("what", "forms"));
    let all = pages.join("\n");
    for adult in [ODALYS, BRAM, TAMSIN] {
        assert_eq!(all.matches(&format!("To: {}", adult.name)).count(), 1, "{}", adult.name);
    }
    assert!(!all.contains(HENRIETTA.name), "who does not decide gets no code");
    for child in ["Wilhelmina", "Peregrine", "Isolde"] {
        assert_eq!(all.matches(&format!("Child: {child} Quillfeather, class")).count(), 1);
    }
    // In the order of classes: 0K, 2K, 3K, 5K.
    let at = |text: &str| all.find(text).unwrap();
    assert!(at("Child: Isolde") < at("Child: Peregrine") && at("Child: Peregrine") < at("Child: Jocasta"));
    let codes: Vec<String> = pages.iter().filter(|page| page.contains("To: ")).map(|page| code(page)).collect();
    assert!(codes.iter().all(|code| whose(&setup, code).is_some()));
    let mailed = block_on(setup.installation.records.mailings(&school(ELM)).read()).unwrap();
    let MailingEvent::Printed { letters, forms } = &mailed[0].event else { unreachable!("letters were printed") };
    assert_eq!((letters.len(), forms.len()), (3, 4));
}

#[test]
fn the_same_form_sent_again_prints_the_same_code_and_a_new_one_ends_the_old() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&address("?who=no-email"));
    let first = form(&page).with("what", "letters");
    let old = code(&printed(&mut office, &first)[0]);
    assert_eq!(code(&printed(&mut office, &first)[0]), old);
    assert_eq!(setup.trail(ELM).iter().filter(|e| matches!(e.event, AuditEvent::LettersPrinted { .. })).count(), 1);
    let page = office.open(&address("?who=no-email"));
    assert!(page.text().contains("The code on it stops working"), "{}", page.text());
    let new = code(&printed(&mut office, &form(&page).with("what", "letters"))[0]);
    assert_ne!(new, old);
    assert_eq!(whose(&setup, &old), None);
    assert_eq!(whose(&setup, &new), Some(setup.installation.contact(ELM, &TAMSIN)));
}

#[test]
fn of_a_class_only_the_ticked_pupils_are_printed() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let class = setup.installation.records.class_id(&school(ELM), "5K");
    let page = office.open(&address(&format!("?who=class.{class}")));
    let all = form(&page).with("what", "forms");
    let pages = printed(&mut office, &all);
    assert!(pages[0].contains("Child: Wilhelmina Quillfeather, class 5K"));
    let mark = setup.installation.store.mark();
    let nobody = office.submit(&all.without("pupil"));
    assert_eq!(nobody.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.text().contains("Tick at least one pupil"));
    // Somebody of another class is not smuggled in.
    let other = setup.installation.child(ELM, &testkit::installation::JOCASTA);
    let answer = office.submit_once(&form(&page).with("what", "forms").with("pupil", other.as_str()));
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(setup.installation.store.writes_since(mark), []);
}

#[test]
fn what_is_missing_is_said_and_nothing_is_printed() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&address(&format!("?who=pupil.{}", setup.installation.child(ELM, &WILHELMINA))));
    let form = form(&page);
    let mark = setup.installation.store.mark();
    let wrong = form.clone().with("return-day", "31").with("return-month", "2").with("return-year", "2026");
    let again = office.submit(&wrong);
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Choose letters, forms or both") && again.text().contains("Enter a date from today"));
    assert_eq!(again.value("return-day").as_deref(), Some("31"));
    assert_eq!(office.submit_once(&form.with("who", "nonsense")).status, StatusCode::BAD_REQUEST);
    assert_eq!(setup.installation.store.writes_since(mark), []);
}

#[test]
fn a_school_without_codes_on_letters_prints_forms_only() {
    let setup = Setup::new();
    setup.installation.change_profile(ELM, |profile| profile.sign_in.letter_codes = false);
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&address("?who=all"));
    assert!(page.text().contains("only forms can be printed"));
    let pages = printed(&mut office, &form(&page).with("what", "letters").and("what", "forms"));
    assert!(!pages.join(" ").contains("your sign-in code"));
}
