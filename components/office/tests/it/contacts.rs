//! Contacts added, changed and ended by hand; also by two at once, with a store that stops at every step, and before a list that
//! does not know of it.

use futures::executor::block_on;
use http::{Method, StatusCode};
use permission_rules::Removal;
use records::{AuditEvent, ContactField, Listed, ParentChecks, TokenScope};
use school_types::{ContactId, OperationId, Role};
use testkit::{
    Browser, Form, MemoryStore, Page,
    installation::{BRAM, ELM, HENRIETTA, JOCASTA, ODALYS, PEREGRINE, TAMSIN, WILHELMINA, school},
};

use crate::{
    bringing::{CONTACTS, bring, numbers, take},
    harness::Setup,
    pupils::{entry, page_of, refuses_all_but, say},
};

const SIDONY: &str = "sidony@ferrar.example.org";

fn office(setup: &Setup) -> Browser {
    setup.with_role(Role::Office)
}

fn contact_page(setup: &Setup, contact: &ContactId) -> String {
    format!("{}/contacts/{contact}", page_of(setup, &WILHELMINA))
}

fn form_of(setup: &Setup, browser: &mut Browser, contact: &ContactId) -> Form {
    browser.open(&contact_page(setup, contact)).form("/contacts/")
}

fn new_form(setup: &Setup, browser: &mut Browser) -> Form {
    let form = browser.open(&format!("{}/contacts", page_of(setup, &WILHELMINA))).form("/contacts");
    form.with("name", "Sidony Ferrar").with("relation", "foster carer").with("responsible", "yes").with("email", SIDONY)
}

fn listing(setup: &Setup, contact: &ContactId) -> Option<Listed> {
    entry(setup, &WILHELMINA).listing(contact).cloned()
}

fn email(setup: &Setup, contact: &ContactId) -> Option<String> {
    setup.contact_now(contact).0?.e_mail.map(|e_mail| e_mail.reveal().clone())
}

/// What the trail says of contacts.
fn trail(setup: &Setup) -> Vec<AuditEvent> {
    let of_contacts = |event: &AuditEvent| {
        matches!(
            event,
            AuditEvent::ContactAdded { .. } | AuditEvent::ContactEdited { .. } | AuditEvent::ContactEnded { .. }
        )
    };
    setup.trail(ELM).into_iter().map(|entry| entry.event).filter(of_contacts).collect()
}

fn problems(page: &Page) -> Vec<String> {
    page.texts(".problem a")
}

#[test]
fn a_contact_can_be_edited_and_added_and_not_only_by_a_new_list() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None::<Removal>);
    let mut browser = office(&setup);
    let child = setup.installation.child(ELM, &WILHELMINA);
    let page = browser.open(&page_of(&setup, &WILHELMINA));
    let add = page.links("/contacts").into_iter().find(|link| link.ends_with("/contacts")).unwrap();
    assert!(browser.open(&add).heading().ends_with("Add a contact"));
    let form = new_form(&setup, &mut browser).with("telephone", "01632 960777");
    let done = browser.submit(&form);
    assert!(done.text().contains("The contact is added.") && done.text().contains("Sidony Ferrar (foster carer)"));
    let [sidony] = <[ContactId; 1]>::try_from(setup.whose(SIDONY)).unwrap();
    assert!(listing(&setup, &sidony).unwrap().parental_responsibility);
    // The office's own act: nobody need look at it again, and the trail says it.
    let checks = block_on(setup.installation.records.parent_checks(&school(ELM)).fold::<ParentChecks>()).unwrap().value;
    assert_eq!(checks, ParentChecks::default());
    assert_eq!(trail(&setup), [AuditEvent::ContactAdded { child: child.clone(), holds: true }]);

    let form = form_of(&setup, &mut browser, &sidony);
    assert_eq!(form.value("email"), Some(SIDONY));
    let done = browser.submit(&form.with("email", "Sidony@New.example.org").with("responsible", "not-known"));
    assert!(done.text().contains("The contact is saved."), "{}", done.text());
    assert!(done.text().contains("Parental responsibility not known yet: cannot decide"));
    assert_eq!((setup.whose(SIDONY).len(), setup.whose("sidony@new.example.org")), (0, vec![sidony.clone()]));
    assert_eq!(email(&setup, &sidony).as_deref(), Some("sidony@new.example.org"));
    let listed = listing(&setup, &sidony).unwrap();
    assert!(!listed.parental_responsibility && listed.is_responsibility_unknown);
    let fields = vec![ContactField::ParentalResponsibility, ContactField::EMail];
    assert_eq!(trail(&setup)[1], AuditEvent::ContactEdited { child, fields });
    let mut head = setup.with_role(Role::Head);
    let trail = head.open(&format!("/s/{ELM}/office/audit")).text();
    for said in [
        "Added a contact of Wilhelmina Quillfeather, with parental responsibility",
        "parental responsibility and email",
    ] {
        assert!(trail.contains(said), "{said} in {trail}");
    }
    let history = browser.open(&contact_page(&setup, &sidony)).text();
    assert!(history.contains("Email: sidony@new.example.org"), "{history}");
}

#[test]
fn a_changed_address_ends_the_letter_and_the_old_address_and_an_added_one_does_not() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let odalys = setup.installation.contact(ELM, &ODALYS);
    setup.installation.letter_code(ELM, &ODALYS);
    let has_letter = || block_on(setup.installation.records.has_letter_code(&school(ELM), &odalys)).unwrap();
    let form = form_of(&setup, &mut browser, &odalys);
    browser.submit(&form.clone().with("telephone", "01632 960778"));
    assert!(has_letter(), "a telephone number is no address");
    let form = form_of(&setup, &mut browser, &odalys);
    browser.submit(&form.with("email", ""));
    assert!(!has_letter());
    assert_eq!((setup.whose(ODALYS.e_mail.unwrap()).len(), email(&setup, &odalys)), (0, None));
    setup.installation.letter_code(ELM, &ODALYS);
    let form = form_of(&setup, &mut browser, &odalys);
    browser.submit(&form.with("email", "odalys@new.example.org"));
    assert!(has_letter(), "whoever had no address keeps their letter");
    assert_eq!(setup.whose("odalys@new.example.org"), [odalys]);
}

#[test]
fn of_two_secretaries_the_second_is_shown_what_the_first_changed_and_loses_nothing() {
    let setup = Setup::new();
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let [(mut first, ours), (mut second, theirs)] = ["Ottoline Reed", "Barnaby Finch"].map(|name| {
        let mut browser = setup.signed_in(&setup.employ(name, &[Role::Office]));
        let form = form_of(&setup, &mut browser, &odalys);
        (browser, form)
    });
    first.submit(&ours.with("email", "odalys@one.example.org").with("relation", "mum"));
    let mark = setup.installation.store.mark();
    let asked = second.submit(&theirs.with("email", "odalys@two.example.org").with("telephone", "01632 960779"));
    assert_eq!(asked.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    let said = asked.text();
    assert!(said.contains("Ottoline Reed changed this") && said.contains("Email: odalys@one.example.org"), "{said}");
    assert_eq!(asked.value("email").as_deref(), Some("odalys@two.example.org"));
    assert_eq!(asked.value("telephone").as_deref(), Some("01632 960779"));
    assert_eq!(asked.value("relation").as_deref(), Some("mum"), "what only the first changed stays");
    second.submit(&asked.form("/contacts/"));
    assert_eq!(email(&setup, &odalys).as_deref(), Some("odalys@two.example.org"));
    assert_eq!(listing(&setup, &odalys).unwrap().relation.0, "mum");
    for gone in [ODALYS.e_mail.unwrap(), "odalys@one.example.org"] {
        assert_eq!(setup.whose(gone).len(), 0, "{gone}");
    }
}

#[test]
fn two_who_change_different_things_of_a_contact_both_get_them() {
    let setup = Setup::new();
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let (mut first, mut second) = (office(&setup), setup.with_role(Role::Administrator));
    let (ours, theirs) = (form_of(&setup, &mut first, &odalys), form_of(&setup, &mut second, &odalys));
    first.submit(&ours.with("telephone", "01632 960780"));
    let done = second.submit(&theirs.with("name", "Odalys Reed"));
    assert_eq!(done.status(), StatusCode::OK);
    let facts = setup.contact_now(&odalys).0.unwrap();
    assert_eq!(
        (facts.name.reveal().as_str(), facts.telephone.unwrap().reveal().as_str()),
        ("Odalys Reed", "01632 960780")
    );
}

#[test]
fn an_address_of_somebody_else_or_that_no_code_reaches_is_warned_of() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let form = new_form(&setup, &mut browser);
    let mark = setup.installation.store.mark();
    for (address, said) in [
        ("noreply@example.org", "Codes can never arrive at this address. Enter another one, or leave it empty"),
        ("sidony@ferrar.invalid", "Codes can never arrive at this address. Enter another one, or leave it empty"),
        ("a@example.org; b@example.org", "Enter one email address only"),
        ("sidony", "Enter an email address, for example name@example.org"),
    ] {
        let page = browser.submit(&form.clone().with("email", address));
        assert_eq!((page.status(), problems(&page)), (StatusCode::UNPROCESSABLE_ENTITY, vec![said.to_owned()]));
        assert_eq!(page.value("email").as_deref(), Some(address));
    }
    let page = browser.submit(&form.clone().with("email", "sidony@gmial.com"));
    assert!(page.text().contains("sidony@gmial.com looks mistyped"), "{}", page.text());
    // Another address is another question.
    let other = browser.submit(&page.form("/contacts").with("sure", "yes").with("email", "sidony@hotmial.com"));
    assert_eq!(other.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let shared = browser.submit(&form.clone().with("email", TAMSIN.e_mail.unwrap_or(ODALYS.e_mail.unwrap())));
    assert!(shared.text().contains("already used by Odalys Quillfeather"), "{}", shared.text());
    assert_eq!(setup.installation.store.writes_since(mark), []);
    browser.submit(&page.form("/contacts").with("sure", "yes"));
    assert_eq!(setup.whose("sidony@gmial.com").len(), 1);
}

#[test]
fn a_mother_who_is_listed_for_a_brother_is_not_listed_twice() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let page = browser.open(&format!("{}/contacts", page_of(&setup, &JOCASTA)));
    let form = page.form("/contacts").with("name", "Odalys Quillfeather").with("relation", "aunt");
    let form = form.with("responsible", "no").with("email", ODALYS.e_mail.unwrap());
    let asked = browser.submit(&form);
    assert_eq!(asked.choices("person"), [odalys.as_str(), "new"]);
    let again = browser.submit(&asked.form("/contacts"));
    assert_eq!(problems(&again), ["Choose who this is"]);
    let done = browser.submit(&again.form("/contacts").with("person", odalys.as_str()));
    assert!(done.text().contains("The contact is added."), "{}", done.text());
    assert_eq!(setup.whose(ODALYS.e_mail.unwrap()), std::slice::from_ref(&odalys));
    assert_eq!(entry(&setup, &JOCASTA).listing(&odalys).unwrap().relation.0, "aunt");
    assert!(setup.contact_now(&odalys).0.unwrap().children.contains(&setup.installation.child(ELM, &JOCASTA)));
    let other = browser.submit(&form.clone().with("name", "Bertram Reed"));
    assert_eq!(other.status(), StatusCode::UNPROCESSABLE_ENTITY, "she is listed, and so is the address");
}

#[test]
fn what_cannot_be_a_contact_is_refused_and_kept() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let form = new_form(&setup, &mut browser);
    let long = "x".repeat(81);
    for (field, value) in
        [("name", ""), ("name", &long), ("relation", " "), ("responsible", "perhaps"), ("telephone", "12")]
    {
        let mark = setup.installation.store.mark();
        let page = browser.submit(&form.clone().with(field, value));
        assert_eq!((page.status(), problems(&page).len()), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{field} {value}");
        assert_eq!(page.value("email").as_deref(), Some(SIDONY));
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let form = form_of(&setup, &mut browser, &odalys);
    for version in ["", "1", "x-y", "0-0"] {
        let answer = browser.submit_once(&form.clone().with("version", version).with("name", "Nobody"));
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{version:?}");
    }
    let tamsin = setup.installation.contact(ELM, &TAMSIN);
    assert_eq!(browser.open(&contact_page(&setup, &tamsin)).status(), StatusCode::NOT_FOUND, "another pupil's contact");
    let page = browser.submit(&form);
    assert!(page.text().contains("No changes to save"));
}

#[test]
fn a_contact_who_is_ended_signs_in_no_more_and_stays_one_of_other_pupils() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let bram = setup.installation.contact(ELM, &BRAM);
    let end = |browser: &mut Browser, pupil: &testkit::installation::Pupil| {
        let page = browser.open(&format!("{}/contacts/{bram}/end", page_of(&setup, pupil)));
        browser.submit(&page.form("/end"))
    };
    let done = end(&mut browser, &WILHELMINA);
    assert!(done.text().contains("The contact is removed from this pupil."), "{}", done.text());
    assert_eq!((listing(&setup, &bram), setup.whose(BRAM.e_mail.unwrap()).len()), (None, 1));
    assert!(entry(&setup, &PEREGRINE).listing(&bram).is_some());
    end(&mut browser, &PEREGRINE);
    end(&mut browser, &testkit::installation::ISOLDE);
    assert_eq!((setup.contact_now(&bram).0, setup.whose(BRAM.e_mail.unwrap()).len()), (None, 0));
    assert_eq!(trail(&setup).len(), 3);
    // The form of somebody who had it open.
    assert_eq!(browser.open(&contact_page(&setup, &bram)).status(), StatusCode::NOT_FOUND);
}

#[test]
fn a_list_that_does_not_know_of_a_change_by_hand_undoes_it_only_when_somebody_says_so() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let contact = |adult| setup.installation.contact(ELM, adult);
    let form = form_of(&setup, &mut browser, &contact(&ODALYS));
    browser.submit(&form.with("email", "odalys@new.example.org").with("name", "Odalys Reed"));
    let form = form_of(&setup, &mut browser, &contact(&BRAM));
    browser.submit(&form.with("responsible", "no"));
    let page = browser.open(&format!("{}/end", contact_page(&setup, &contact(&HENRIETTA))));
    browser.submit(&page.form("/end"));
    browser.submit(&new_form(&setup, &mut browser.clone()));
    let everything = || setup.everything(&[ODALYS.e_mail.unwrap(), "odalys@new.example.org", SIDONY]);
    let before = everything();

    let kept = bring(&mut browser, "contacts", CONTACTS.as_bytes());
    assert!(kept.heading().contains("Nothing would change"), "{}", kept.text());
    assert!(kept.text().contains("This list has old details of 4 contacts the office has changed"), "{}", kept.text());
    assert!(kept.text().contains("Email: odalys@new.example.org → odalys@quill.example.org"), "{}", kept.text());
    assert!(kept.text().contains("The office removed this contact. The list would add them again."));
    assert!(kept.text().contains("The office added this contact. The list would remove them."));
    // With a change that it does know of: that alone is taken.
    take(&mut browser, "contacts", &CONTACTS.replace("Tamsin Overbrook,mother", "Tamsin Overbrook,step-mother"));
    assert_eq!(everything(), before);
    let tamsin = entry(&setup, &JOCASTA).listing(&contact(&TAMSIN)).unwrap().relation.0.clone();
    assert_eq!(tamsin, "step-mother");

    let kept = bring(&mut browser, "contacts", CONTACTS.as_bytes());
    let undone = browser.open(&kept.link("details=list"));
    assert_eq!(&numbers(&undone)[..3], ["0", "4", "1"], "{}", undone.text());
    browser.submit(&undone.form("/import/").with("sure", "yes"));
    assert_eq!(setup.whose(ODALYS.e_mail.unwrap()), [contact(&ODALYS)]);
    assert_eq!((setup.whose(SIDONY).len(), setup.whose("odalys@new.example.org").len()), (0, 0));
    assert!(listing(&setup, &contact(&BRAM)).unwrap().parental_responsibility);
    assert!(listing(&setup, &contact(&HENRIETTA)).is_some());
    // What a list has set itself is by hand no more.
    let again = bring(&mut browser, "contacts", CONTACTS.as_bytes());
    assert!(!again.text().contains("This list has old details"), "{}", again.text());
}

#[test]
fn what_a_list_says_anew_of_a_contact_changed_by_hand_is_taken() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let form = form_of(&setup, &mut browser, &odalys);
    browser.submit(&form.with("email", "odalys@new.example.org"));
    take(&mut browser, "contacts", &CONTACTS.replace(ODALYS.e_mail.unwrap(), "odalys@newest.example.org"));
    assert_eq!(email(&setup, &odalys).as_deref(), Some("odalys@newest.example.org"));
    assert_eq!(setup.whose("odalys@newest.example.org"), [odalys]);
}

#[test]
fn a_programs_list_undoes_nothing_that_was_changed_by_hand() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let form = form_of(&setup, &mut browser, &odalys);
    browser.submit(&form.with("email", "odalys@new.example.org"));
    let token = "elm-street-token-that-is-long-enough";
    let scopes = [TokenScope::PupilsAndContacts].into();
    let operation = OperationId::from_bytes([3; 15]);
    let records = &setup.installation.records;
    block_on(records.allow_token(&school(ELM), token, "Our own system", &scopes, &operation)).unwrap();
    let body = Some(("text/csv", CONTACTS.to_owned().into()));
    let path = format!("/s/{ELM}/office/api/v1/contacts");
    let answer = setup.browser().send(Method::PUT, &path, body, &[("authorization", &format!("Bearer {token}"))]);
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(email(&setup, &odalys).as_deref(), Some("odalys@new.example.org"));
}

#[test]
fn a_crash_at_any_step_of_adding_or_changing_loses_and_doubles_nothing() {
    let base = Setup::new();
    let mut browser = office(&base);
    let odalys = base.installation.contact(ELM, &ODALYS);
    let new = new_form(&base, &mut browser);
    let changed = form_of(&base, &mut browser, &odalys).with("email", "odalys@new.example.org").with("relation", "mum");
    for (form, address) in [(new, SIDONY), (changed, "odalys@new.example.org")] {
        for step in 0.. {
            let setup = base.copy();
            let mut office = browser.at(&setup.application);
            MemoryStore::stop_at_step(&setup.installation.store, step);
            office.submit_once(&form);
            let came_to_it = setup.installation.store.restart();
            let again = office.submit_once(&form);
            assert_eq!(again.status, StatusCode::SEE_OTHER, "step {step}");
            let whose = setup.whose(address);
            assert_eq!((whose.len(), trail(&setup).len()), (1, 1), "step {step}");
            assert_eq!(email(&setup, &whose[0]).as_deref(), Some(address), "step {step}");
            let relation = listing(&setup, &whose[0]).unwrap().relation.0;
            assert!(["mum", "foster carer"].contains(&relation.as_str()), "step {step}");
            if !came_to_it {
                assert!(step > 8, "it took {step} steps only");
                break;
            }
        }
    }
}

#[test]
fn contacts_are_changed_by_the_office_and_administrators() {
    let setup = Setup::new();
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let may = [Role::Office, Role::Administrator];
    refuses_all_but(&setup, &may, &format!("{}/contacts", page_of(&setup, &WILHELMINA)));
    for page in ["", "/end"] {
        refuses_all_but(&setup, &may, &format!("{}{page}", contact_page(&setup, &odalys)));
    }
    let head = setup.with_role(Role::Head).open(&page_of(&setup, &WILHELMINA));
    assert!(!head.text().contains("Add a contact") && !head.text().contains("Edit Odalys"));
}
