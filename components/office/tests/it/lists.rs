//! Bringing lists of people, by hand.

use futures::executor::block_on;
use http::{Method, StatusCode};
use permission_rules::PermissionEvent;
use records::{AuditEvent, Beginning, ChildChange, ChildEvent, PeopleList};
use school_types::{OperationId, Role, StaffId};
use testkit::{
    Browser,
    installation::{ASH, ELM, JOCASTA, ODALYS, school},
};
use web::FormGuard;

use crate::{
    bringing::{CONTACTS, PUPILS, bring, form_for, numbers, send_file, take},
    harness::Setup,
    pupils::said,
};

fn office(setup: &Setup) -> Browser {
    setup.with_role(Role::Office)
}

#[test]
fn a_secretary_looks_at_what_would_change_and_then_takes_the_list() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    // As Excel saves it here: semicolons, Windows-1252, its own headings. Wilhelmina is renamed, Peregrine moves, Jocasta is
    // gone, Siân is new.
    let file = b"Adno;Legal forename;Legal surname;Yr;Reg;DOB\r\nWilhelmina;Wilhelmina;Feather;5;5K;\r\n\
        Peregrine;Peregrine;Quillfeather;Year 3;3K;\r\nIsolde;Isolde;Quillfeather;Reception;0K;\r\n77;Si\xe2n;Pugh;4;4K;\r\n";
    let preview = bring(&mut browser, "pupils", file);
    assert_eq!(numbers(&preview), ["1", "1", "1", "0", "1", "1", "0"]);
    let text = preview.text();
    for said in ["Surname: Quillfeather → Feather", "Class: 2K → 3K", "Jocasta Overbrook", "Siân Pugh", "DOB"] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(setup.held("77").facts().is_none() && setup.held("Jocasta").left().is_none(), "nothing has changed yet");
    // One of four is more than a fifth.
    let unsure = browser.submit(&preview.form("/import/"));
    assert_eq!(unsure.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(setup.held("77").facts().is_none());
    let done = browser.submit(&unsure.form("/import/").with("sure", "yes"));
    assert_eq!((done.status(), done.heading().as_str()), (StatusCode::OK, "The list of pupils is imported"));
    let facts = setup.held("77").facts().unwrap().clone();
    assert_eq!((facts.name.full().as_str(), facts.class.reveal().as_str()), ("Siân Pugh", "4K"));
    assert_eq!(setup.held("Wilhelmina").facts().unwrap().contacts.len(), 3, "a renamed pupil keeps their contacts");
    assert!(setup.held("Jocasta").left().is_some());
    assert_eq!(setup.roll().classes(), [("0K", 1), ("3K", 1), ("4K", 1), ("5K", 1)]);
    let imported = AuditEvent::Imported { list: PeopleList::Pupils, added: 1, changed: 2, left: 1, returned: 0 };
    assert!(setup.trail(ELM).iter().any(|entry| entry.event == imported));
    let again = bring(&mut browser, "pupils", file);
    assert_eq!((again.heading().as_str(), again.forms().len()), ("Pupils Nothing would change", 1));
    let back = take(&mut browser, "pupils", &String::from_utf8(PUPILS.replace("5K", "6K").into()).unwrap());
    assert_eq!(back.heading(), "The list of pupils is imported");
    assert!(setup.held("Jocasta").left().is_none());
    assert_eq!(setup.held("Jocasta").facts().unwrap().contacts.len(), 1, "a pupil who comes back is who they were");
}

#[test]
fn the_flag_follows_a_pupil_whose_number_changes_until_the_lead_lifts_it() {
    let setup = Setup::new();
    setup.installation.flag(ELM, &JOCASTA, true);
    let mut browser = office(&setup);
    let row = "Jocasta,Jocasta,Overbrook,3,3K";
    let with = |rows: &str| PUPILS.replace(row, rows);
    take(&mut browser, "pupils", &with("J-2,Jocasta,Underbrook,3,3K\r\n80,Wilhelmina,Overbrook,3,3K"));
    assert_eq!(setup.flags("J-2"), Vec::<bool>::new(), "another name");
    take(&mut browser, "pupils", &with("J-3,jocasta, OVERBROOK ,4,4K\r\n81,Wilhelmina,Quillfeather,3,3K"));
    assert_eq!(setup.flags("J-3"), [true], "the entry it comes from had left before");
    assert_eq!(setup.flags("81"), Vec::<bool>::new(), "a namesake who has no flag");
    let page = browser.open(&format!("/s/{ELM}/office/children/{}", setup.numbered("J-3")));
    assert!(page.text().contains("May not be photographed: the safeguarding lead decides"));
    // Back to the first number, and to the third: what was decided about each stays.
    let lead = StaffId::from_bytes([9; StaffId::BYTES]);
    let lift = PermissionEvent::DoNotPhotograph { set: false, by: lead };
    let stream = setup.installation.records.permission(&school(ELM), &setup.numbered("J-3"));
    block_on(stream.append(&lift, None)).unwrap();
    take(&mut browser, "pupils", &with("81,Wilhelmina,Quillfeather,3,3K"));
    take(&mut browser, "pupils", &with("J-3,Jocasta,Overbrook,4,4K"));
    assert_eq!(setup.flags("J-3"), [true, false], "lifted, it stays lifted");
    assert_eq!(setup.flags("Jocasta"), [true]);
}

#[test]
fn the_flag_follows_a_pupil_renamed_by_hand_whose_number_changes() {
    let setup = Setup::new();
    setup.installation.flag(ELM, &JOCASTA, true);
    let rename = |change: ChildChange| {
        setup.installation.tell_of_child(ELM, &JOCASTA, &ChildEvent::Edited(vec![change]));
    };
    // The office corrects both names; the school's own system has neither, one of them, or both.
    rename(ChildChange::Forename("Josephine".to_owned().into()));
    rename(ChildChange::PreferredForename(Some("Posy".to_owned().into())));
    rename(ChildChange::Surname("Underbrook".to_owned().into()));
    let mut browser = office(&setup);
    let with = |row: &str| PUPILS.replace("Jocasta,Jocasta,Overbrook,3,3K", row);
    for (number, name) in [
        ("J-2", "Jocasta,Overbrook"),
        ("J-3", "Josephine,Overbrook"),
        ("J-4", "Jocasta,Underbrook"),
        ("J-5", "Josephine,Underbrook"),
        ("J-6", "Posy,Overbrook"),
    ] {
        take(&mut browser, "pupils", &with(&format!("{number},{name},3,3K")));
        assert_eq!(setup.flags(number), [true], "{name}");
    }
    take(&mut browser, "pupils", &with("J-7,Jacinta,Overbrook,3,3K"));
    assert_eq!(setup.flags("J-7"), Vec::<bool>::new(), "a name she never had");
}

#[test]
fn a_flag_set_under_a_new_number_comes_back_with_the_old_one() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let other = PUPILS.replace("Jocasta,Jocasta", "J-2,Jocasta");
    take(&mut browser, "pupils", &other);
    let by = StaffId::from_bytes([9; StaffId::BYTES]);
    let stream = setup.installation.records.permission(&school(ELM), &setup.numbered("J-2"));
    block_on(stream.append(&PermissionEvent::DoNotPhotograph { set: true, by: by.clone() }, None)).unwrap();
    assert_eq!(setup.flags("Jocasta"), Vec::<bool>::new());
    take(&mut browser, "pupils", PUPILS);
    let said = said(&setup, &JOCASTA);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].event, PermissionEvent::DoNotPhotograph { set: true, by }, "as of whoever set it");
}

#[test]
fn the_made_up_lists_change_nothing() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    for (list, file) in [("pupils", PUPILS), ("contacts", CONTACTS)] {
        let preview = bring(&mut browser, list, file.as_bytes());
        assert!(preview.heading().contains("Nothing would change"), "{}", preview.text());
    }
}

#[test]
fn a_list_can_be_pasted_and_a_bad_one_comes_back_as_it_was() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let form = form_for(&mut browser, "pupils").with("pasted", "Forename\tSurname\nAda\tKing").with("extent", "part");
    let mark = setup.installation.store.mark();
    let answer = send_file(&mut browser, &form, b"");
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("ID number, Year group and Class") && answer.body.contains("Ada\tKing"));
    assert_eq!(setup.installation.store.writes_since(mark), []);
    for file in [&b"%PDF-1.7 x"[..], b"\xd0\xcf\x11\xe0\xa1\xb1", b"PK\x03\x04zip", b"\n\n"] {
        let answer = send_file(&mut browser, &form.clone().with("pasted", ""), file);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
    let pasted = PUPILS.replace(',', "\t").replace("5K", "6K").replace("\r\n", "\n");
    let form = form_for(&mut browser, "pupils").with("pasted", &pasted);
    let answer = send_file(&mut browser, &form, b"");
    let preview = browser.open(answer.header("location"));
    assert_eq!(numbers(&preview), ["0", "0", "1", "0", "0", "3", "0"]);
}

#[test]
fn every_row_that_cannot_be_taken_is_shown_with_its_reason_and_comes_as_a_file() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let file = PUPILS.replace("Jocasta,Jocasta,Overbrook,3", "Jocasta,Jocasta,Overbrook,thirteenth")
        + "=1+1,Eve,\"O\"\"Hara\",3,\r\n";
    let preview = bring(&mut browser, "pupils", file.as_bytes());
    assert_eq!(numbers(&preview), ["0", "0", "0", "0", "0", "3", "2"]);
    let table = preview.texts("main table tbody tr");
    assert!(table[0].starts_with("5 Year group: It is not a year group."), "{table:?}");
    assert!(table[1].starts_with("6 Class: It is blank."), "{table:?}");
    assert!(preview.text().contains("1 person stays as they are, because their row cannot be imported."));
    let rejected = browser.send(Method::GET, &preview.link("rejected.csv"), None, &[]);
    assert!(rejected.header("content-disposition").contains("rejected-pupils.csv"));
    let lines: Vec<&str> = rejected.body.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[1].starts_with("\"Jocasta\",\"Jocasta\",\"Overbrook\",\"thirteenth\",\"3K\",\"5\",\"Year group"));
    assert!(lines[2].starts_with("\"'=1+1\",\"Eve\",\"O\"\"Hara\","), "a formula is not one: {}", lines[2]);
    // Put right, the file of rejected rows can be brought as it is.
    let right = rejected.body.replace("thirteenth", "4");
    let form = form_for(&mut browser, "pupils").with("extent", "part");
    let answer = send_file(&mut browser, &form, right.as_bytes());
    assert_eq!(numbers(&browser.open(answer.header("location"))), ["0", "0", "1", "0", "0", "0", "1"]);
}

#[test]
fn a_parent_whose_address_changed_keeps_their_id_and_the_old_address_opens_nothing() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let file =
        CONTACTS.replace("odalys@quill", "odalys@new") + "Jocasta,Rufus Overbrook,father,Y,rufus@over.example.org\r\n";
    let done = take(&mut browser, "contacts", &file);
    assert_eq!(done.heading(), "The list of contacts is imported");
    assert_eq!(setup.whose("odalys@new.example.org"), std::slice::from_ref(&odalys));
    assert_eq!(setup.whose("odalys@quill.example.org"), []);
    assert_eq!(setup.held("Isolde").holders().len(), 2);
    let [rufus] = setup.whose("rufus@over.example.org").try_into().unwrap();
    assert!(setup.held("Jocasta").listing(&rufus).unwrap().parental_responsibility);
    assert_eq!(setup.contact_now(&rufus).0.unwrap().children, [setup.numbered("Jocasta")]);
    // He is taken off again, and so is what he signs in with.
    let done = take(&mut browser, "contacts", &CONTACTS.replace("odalys@quill", "odalys@new"));
    assert_eq!(done.heading(), "The list of contacts is imported");
    assert_eq!(setup.whose("rufus@over.example.org"), []);
    assert!(setup.held("Jocasta").listing(&rufus).is_none() && setup.contact_now(&rufus).0.is_none());
}

#[test]
fn staff_get_accounts_without_a_credential_and_only_an_administrator_gives_high_roles() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let file = "id,name,role,email\r\nS1,Kay Lund,teacher; editor,kay@elm.example.org\r\nS2,Moe Nye,administrator,moe@elm.example.org\r\n";
    let form = form_for(&mut browser, "staff").with("extent", "part");
    let answer = send_file(&mut browser, &form, file.as_bytes());
    let preview = browser.open(answer.header("location"));
    assert_eq!(numbers(&preview), ["1", "0", "0", "0", "1"]);
    assert!(preview.text().contains("Only an administrator can give or take away this role"));
    let done = browser.submit(&preview.form("/import/"));
    assert!(done.text().contains("Ask an administrator of your school to invite them"), "{}", done.text());
    let records = &setup.installation.records;
    let (_, kay) = block_on(records.staff_by_address(&school(ELM), "kay@elm.example.org")).unwrap().unwrap();
    assert!(kay.credential.is_none() && !kay.is_invited(records.now()));
    assert!(block_on(records.staff_by_address(&school(ELM), "moe@elm.example.org")).unwrap().is_none());
    let mut administrator = setup.with_role(Role::Administrator);
    let form = form_for(&mut administrator, "staff").with("extent", "part");
    let answer = send_file(&mut administrator, &form, file.as_bytes());
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let preview = administrator.open(answer.header("location"));
    assert_eq!(numbers(&preview), ["1", "0", "0", "1", "0"]);
}

#[test]
fn a_second_secretary_is_told_who_is_taking_a_list_and_takes_nothing() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let preview = bring(&mut browser, "pupils", PUPILS.replace("5K", "6K").as_bytes());
    let colleague = setup.employ("Ivy Holm", &[Role::Office]);
    let records = setup.installation.records.as_asker(records::Asker::Staff(colleague.id.clone(), Role::Office));
    let draft = OperationId::from_bytes([9; 15]);
    let begun = block_on(records.begin_import(&school(ELM), &draft, PeopleList::Contacts)).unwrap();
    let Beginning::Begun(import) = begun else { unreachable!("nobody else takes a list") };
    block_on(records.continue_import(&import, 5, 9)).unwrap();
    let told = browser.submit(&preview.form("/import/"));
    assert!(
        told.text().contains("Ivy Holm is importing this list") && told.text().contains("5 of 9"),
        "{}",
        told.text()
    );
    assert_eq!(setup.held("Wilhelmina").facts().unwrap().class.reveal(), "5K");
    assert!(browser.open(&preview.path).text().contains("Ivy Holm"));
    assert!(browser.open(&format!("/s/{ELM}/office/people")).text().contains("Ivy Holm is importing this list"));
    // The colleague's machine died: after a minute somebody else may.
    setup.wait(jiff::SignedDuration::from_secs(61));
    let page = browser.open(&preview.path);
    let done = browser.submit(&page.form("/import/"));
    assert_eq!(done.heading(), "The list of pupils is imported", "{}", done.text());
}

#[test]
fn of_two_who_take_lists_at_the_same_moment_neither_works_from_what_the_other_changes() {
    let setup = Setup::new();
    let (mut one, mut two) = (office(&setup), setup.signed_in(&setup.employ("Ivy Holm", &[Role::Office])));
    let first = bring(&mut one, "pupils", PUPILS.replace("5K", "6K").as_bytes());
    let second = bring(&mut two, "pupils", PUPILS.replace("2K", "2L").as_bytes());
    let (form_one, form_two) = (first.form("/import/"), second.form("/import/"));
    let (answer_one, answer_two) = block_on(futures::future::join(one.sending(&form_one), two.sending(&form_two)));
    let statuses = [answer_one.status(), answer_two.status()];
    assert!(statuses.contains(&StatusCode::SEE_OTHER), "{statuses:?}");
    // Whoever looks at the numbers anew sees what the other one did, and takes the rest.
    for (browser, page) in [(&mut one, &first), (&mut two, &second)] {
        let page = browser.open(&page.path);
        if page.forms().len() > 1 {
            browser.submit(&page.form("/import/"));
        }
    }
    let classes = ["Wilhelmina", "Peregrine"].map(|number| setup.held(number).facts().unwrap().class.reveal().clone());
    let roll = setup.roll();
    for (number, class) in ["Wilhelmina", "Peregrine"].iter().zip(&classes) {
        assert_eq!(roll.get(&setup.numbered(number)).unwrap().class.reveal(), class);
    }
    // The last list that was taken is what holds.
    assert!(classes == ["6K", "2K"] || classes == ["5K", "2L"], "{classes:?}");
}

#[test]
fn a_list_is_taken_as_it_was_looked_at_or_not_at_all() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let preview = bring(&mut browser, "pupils", PUPILS.replace("5K", "6K").as_bytes());
    let form = preview.form("/import/");
    // Meanwhile the same change was made otherwise.
    let other = bring(&mut browser, "pupils", PUPILS.replace("5K", "6K").as_bytes());
    browser.submit(&other.form("/import/"));
    let answer = browser.submit_once(&form);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Something changed in the meantime"));
    // A form sent twice is one list taken.
    let twice = browser.submit_once(&other.form("/import/"));
    assert_eq!(twice.status, StatusCode::SEE_OTHER);
    let imported = |event: &AuditEvent| matches!(event, AuditEvent::Imported { .. });
    assert_eq!(setup.trail(ELM).iter().filter(|entry| imported(&entry.event)).count(), 1);
}

#[test]
fn nobody_else_finds_a_list_that_was_brought() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let preview = bring(&mut browser, "pupils", PUPILS.replace("5K", "6K").as_bytes());
    let elsewhere = preview.path.replace(ELM, ASH);
    let mut strangers = [
        (setup.signed_in(&setup.employ("Ivy Holm", &[Role::Office])), preview.path.clone()),
        (setup.signed_in(&setup.installation.employ(ASH, "Jim Fox", &[Role::Office])), elsewhere),
    ];
    for (stranger, path) in &mut strangers {
        let form = preview.form("/import/").to(path.clone());
        for path in [path.clone(), format!("{path}/rejected.csv")] {
            assert_eq!(stranger.open(&path).status(), StatusCode::NOT_FOUND);
        }
        let own = stranger.open(&path.replace(&path[path.rfind("/import").unwrap()..], "/pupils"));
        let token = own.form("/office/people/").value(FormGuard::FIELD).unwrap_or_default().to_owned();
        assert_eq!(stranger.submit_once(&form.with(FormGuard::FIELD, &token)).status, StatusCode::NOT_FOUND);
    }
    let mut teacher = setup.with_role(Role::Teacher);
    let mark = setup.installation.store.mark();
    for path in [preview.path.clone(), format!("/s/{ELM}/office/people"), format!("/s/{ELM}/office/people/pupils")] {
        assert_eq!(teacher.open(&path).status(), StatusCode::FORBIDDEN);
    }
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.held("Wilhelmina").facts().unwrap().class.reveal(), "5K");
    // And after a day nobody does.
    setup.wait(jiff::SignedDuration::from_hours(25));
    let mut later = setup.signed_in(&setup.employ("Kay Lund", &[Role::Office]));
    assert_eq!(later.open(&preview.path).status(), StatusCode::NOT_FOUND);
}

#[test]
fn nothing_of_a_list_lies_open_in_the_store() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let file = PUPILS.to_owned() + "88,Zebedee,Plantedname,4,4Z\r\n";
    let preview = bring(&mut browser, "pupils", file.as_bytes());
    browser.submit(&preview.form("/import/"));
    for text in ["Zebedee", "Plantedname"] {
        assert!(!setup.installation.store.contains_text(text), "{text}");
    }
    assert!(setup.held("88").facts().is_some());
}

#[test]
fn the_pages_speak_welsh_and_explain_themselves() {
    let setup = Setup::new();
    let mut browser = office(&setup);
    let example = browser.send(Method::GET, &format!("/s/{ELM}/office/people/pupils/example.csv"), None, &[]);
    assert_eq!(example.status, StatusCode::OK);
    let preview = bring(&mut browser, "pupils", example.body.as_bytes());
    assert_eq!(numbers(&preview)[0], "2");
    browser.speak(school_types::Language::Cy);
    for path in [format!("/s/{ELM}/office/people"), format!("/s/{ELM}/office/people/contacts"), preview.path.clone()] {
        let page = browser.open(&path);
        assert_eq!((page.status(), page.attributes("html", "lang")), (StatusCode::OK, vec!["cy".to_owned()]));
    }
}
