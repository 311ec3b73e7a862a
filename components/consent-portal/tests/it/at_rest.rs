//! What lies in the store after a journey says nothing to whoever reads it without the key.

use testkit::installation::{
    ASH, BRAM, CORWIN, ELM, EMMERICH, ISOLDE, JOCASTA, LEOPOLD, ODALYS, PEREGRINE, TAMSIN, WILHELMINA,
};

use crate::harness::{Setup, fingerprints, no, references, yes};

#[test]
fn no_name_address_code_or_typed_text_can_be_read_in_the_store() {
    let setup = Setup::new();
    let store = &setup.installation.store;
    let mut browser = setup.browser();
    let page = browser.open(&format!("/s/{ELM}/sign-in"));
    browser.submit(&page.form("/sign-in").with("email", "mistyped@quill.example.org"));
    setup.sign_in(&mut browser, ELM, &ODALYS);
    let mut planted: Vec<String> = vec!["mistyped".into(), setup.code(&ODALYS), setup.code(&ODALYS).replace(' ', "")];
    let done = setup.decide(&mut browser, ELM, "all", yes);
    planted.extend(references(&done));
    planted.extend(fingerprints(&done));
    let page = browser.open(&format!("{}/withdraw", setup.child_path(ELM, &WILHELMINA)));
    browser.submit(&page.form("/withdraw").with("removal", "also-published"));
    setup.decide_for(&mut setup.signed_in(ELM, &BRAM), &PEREGRINE, no);
    // Begun and not sent.
    setup.begin(&mut setup.signed_in(ASH, &CORWIN), ASH, setup.installation.child(ASH, &EMMERICH).as_str());
    let code = setup.installation.letter_code(ELM, &TAMSIN);
    planted.extend([code.replace([' ', '-'], ""), code]);

    for pupil in [WILHELMINA, PEREGRINE, ISOLDE, LEOPOLD, JOCASTA, EMMERICH] {
        planted.extend([pupil.forename.to_owned(), pupil.surname.to_owned()]);
    }
    for adult in [ODALYS, BRAM, TAMSIN, CORWIN] {
        planted.extend(adult.name.split(' ').map(str::to_owned));
        planted.extend(adult.e_mail.map(str::to_owned));
    }
    planted.extend(
        ["example.org", "agree", "refuse", "mother", "Elm Street Primary", "also-published"].map(str::to_owned),
    );
    for text in planted {
        assert!(!store.contains_text(&text), "{text} can be read in the store");
    }
    // The search itself finds what is there to be found.
    assert!(store.contains_text(ELM) && store.contains_text("/permission/"));
}
