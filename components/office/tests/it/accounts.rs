//! Accounts of staff, as an administrator looks after them.

use futures::executor::block_on;
use http::StatusCode;
use letters::Kind;
use records::{AuditEvent, StaffRoll};
use school_types::{OperationId, Role};
use testkit::{
    Browser, Employee, Form, Page,
    installation::{ELM, school},
};

use crate::{
    harness::Setup,
    set_up::{GOOD, choose, present, secret_on},
};

const NEW: &str = "Hesketh Barnaby-Low";
const NEW_E_MAIL: &str = "hesketh@elm-street.example.org";

/// An administrator at her desk.
fn desk(setup: &Setup) -> (Employee, Browser) {
    let administrator = setup.employ("Ada Grindlay", &[Role::Administrator]);
    let browser = setup.signed_in(&administrator);
    (administrator, browser)
}

fn of(setup: &Setup, employee: &Employee, path: &str) -> String {
    let _ = setup;
    format!("/s/{ELM}/office/staff/{}{path}", employee.id)
}

fn filled(page: &Page) -> Form {
    let form = page.form("/staff/add").with("name", NEW).with("email", NEW_E_MAIL);
    form.with("roles", "teacher").and("roles", "safeguarding-lead").with("how", "e-mail")
}

fn code_on(page: &Page) -> String {
    page.texts(".codes code").into_iter().find(|code| code.len() == 19 && code.matches('-').count() == 3).unwrap()
}

#[test]
fn a_person_is_added_with_two_roles_invited_by_letter_and_comes_in() {
    let setup = Setup::new();
    let (_, mut desk) = desk(&setup);
    let page = desk.open(&format!("/s/{ELM}/office/staff"));
    assert!(page.text().contains("1 person has an account"));
    let page = desk.open(&page.link("/staff/add"));
    let form = filled(&page);
    let page = desk.submit(&form);
    assert!(page.path.contains("/invitation/"), "{}", page.path);
    assert!(page.text().contains("We have sent it to their email address"));
    let code = code_on(&page);
    assert!(!page.path.contains(&code.replace('-', "")));
    // Sent twice, it is one person, one letter, one code.
    let again = desk.submit(&form);
    assert_eq!((again.path.clone(), code_on(&again)), (page.path.clone(), code.clone()));
    let list = desk.open(&format!("/s/{ELM}/office/staff"));
    assert!(list.text().contains("2 people have an account"));
    assert!(list.text().contains("Teacher, Safeguarding lead"));
    let letters = setup.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].letter.kind, Kind::StaffInvitation);
    assert_eq!(letters[0].letter.to.reveal(), NEW_E_MAIL);
    assert!(letters[0].letter.text.reveal().contains(&code));
    assert!(letters[0].letter.text.reveal().contains(&format!("https://gate.example.org/s/{ELM}/office/invitation")));
    // And the invitation works.
    let mut employee = setup.installation.list_employee("elm-street", "Nobody Else", &[Role::Chair]);
    employee.e_mail = NEW_E_MAIL.to_owned();
    let mut theirs = setup.browser();
    let page = present(&mut theirs, &employee, &code);
    let page = choose(&mut theirs, &page, GOOD);
    let typed = secret_on(&page).code_at(setup.installation.clock.now());
    let page = theirs.submit(&page.form("/invitation/app").with("code", &typed));
    assert_eq!(page.texts(".codes code").len(), 8);
    // Now that it is used, its page says so.
    assert!(desk.open(&again.path).text().contains("This invitation no longer works"));
    let audit: Vec<_> = setup.trail(ELM).into_iter().map(|entry| entry.event).collect();
    assert_eq!(audit.iter().filter(|event| matches!(event, AuditEvent::StaffInvited { .. })).count(), 1);
}

#[test]
fn what_is_missing_is_said_and_what_was_typed_is_kept() {
    let setup = Setup::new();
    let (administrator, mut desk) = desk(&setup);
    let page = desk.open(&format!("/s/{ELM}/office/staff/add"));
    let form = filled(&page);
    for (name, value, said) in [
        ("name", "", "Type the name"),
        ("name", "\u{202e}eman", "Leave out characters"),
        ("email", "", "Type the email address"),
        ("email", "hesketh", "Type the whole email address"),
        ("email", administrator.e_mail.as_str(), "Another account already uses"),
        ("how", "", "Choose how they get it"),
    ] {
        let mark = setup.installation.store.mark();
        let page = desk.submit(&form.clone().with(name, value));
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY, "{name} {value}");
        assert!(page.text().contains(said), "{said}");
        assert_eq!(page.attributes("input[name=roles][checked]", "value"), ["teacher", "safeguarding-lead"]);
        assert_eq!(setup.installation.store.writes_since(mark), [], "{name} {value}");
    }
    let page = desk.submit(&form.clone().without("roles"));
    assert!(page.text().contains("Choose at least one"));
    assert_eq!(page.value("name").as_deref(), Some(NEW));
    assert_eq!(setup.letters().len(), 0);
}

#[test]
fn roles_are_changed_two_for_one_person() {
    let setup = Setup::new();
    let (_, mut desk) = desk(&setup);
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let page = desk.open(&of(&setup, &teacher, ""));
    let form = page.form("/roles").with("roles", "head").and("roles", "chair");
    let page = desk.submit(&form);
    assert!(page.text().contains("Saved"));
    assert_eq!(page.attributes("input[name=roles][checked]", "value"), ["head", "chair"]);
    desk.submit(&form);
    let changed = setup.trail(ELM).into_iter().filter(|entry| matches!(entry.event, AuditEvent::RolesChanged { .. }));
    assert_eq!(changed.count(), 1, "sent twice, done once");
    let page = desk.open(&of(&setup, &teacher, ""));
    let answer = desk.submit(&page.form("/roles").without("roles"));
    assert!(answer.text().contains("Choose at least one"));
    let answer = desk.submit_once(&page.form("/roles").with("roles", "caretaker"));
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[test]
fn the_last_administrator_keeps_the_role_and_stays() {
    let setup = Setup::new();
    let (administrator, mut desk) = desk(&setup);
    let page = desk.open(&of(&setup, &administrator, ""));
    let answer = desk.submit(&page.form("/roles").with("roles", "office"));
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Someone has to look after accounts"));
    let page = desk.open(&of(&setup, &administrator, "/leave"));
    let answer = desk.submit(&page.form("/leave"));
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    // An administrator who has not set up an account could let nobody in.
    let invited = setup.installation.list_employee(ELM, "Percival Moat", &[Role::Administrator]);
    let answer = desk.submit(&page.form("/leave"));
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let second = setup.employ("Ottoline Vance", &[Role::Administrator]);
    let page = desk.submit(&page.form("/leave"));
    assert_eq!(page.path, format!("/s/{ELM}/office/sign-in"), "gone, and out");
    // Now the second is the last.
    let mut desk = setup.signed_in(&second);
    let page = desk.open(&of(&setup, &second, "/leave"));
    assert_eq!(desk.submit(&page.form("/leave")).status(), StatusCode::UNPROCESSABLE_ENTITY);
    let roll = block_on(setup.installation.records.staff_roll(&school(ELM)).fold::<StaffRoll>()).unwrap().value;
    assert_eq!(roll.administrators, [invited.id, second.id].into());
}

#[test]
fn two_administrators_who_dismiss_each_other_at_once_do_not_both_succeed() {
    let setup = Setup::new();
    let first = setup.employ("Ada Grindlay", &[Role::Administrator]);
    let second = setup.employ("Ottoline Vance", &[Role::Administrator]);
    let (mut one, mut other) = (setup.signed_in(&first), setup.signed_in(&second));
    let leave = one.open(&of(&setup, &second, "/leave")).form("/leave");
    let leave_first = other.open(&of(&setup, &first, "/leave")).form("/leave");
    let (answers, _) = block_on(futures::future::join(
        futures::future::join(one.sending(&leave), other.sending(&leave_first)),
        async {},
    ));
    let statuses = [answers.0.status(), answers.1.status()];
    assert_ne!(statuses, [StatusCode::SEE_OTHER; 2], "{statuses:?}");
    let records = &setup.installation.records;
    let accounts = block_on(records.staff_accounts(&school(ELM))).unwrap();
    assert!(accounts.iter().any(|(_, account)| account.present().is_some()), "somebody is left");
}

#[test]
fn whoever_lost_passphrase_and_telephone_is_set_back_by_another() {
    let setup = Setup::new();
    let (administrator, mut desk) = desk(&setup);
    let mut teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut theirs = setup.signed_in(&teacher);
    let page = desk.open(&of(&setup, &teacher, "/reset"));
    assert!(page.text().contains("Make sure it is really them"));
    let missing = desk.submit(&page.form("/reset"));
    assert_eq!(missing.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(theirs.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office"), "nothing was done");
    let form = page.form("/reset").with("how", "by-hand");
    let page = desk.submit(&form);
    let code = code_on(&page);
    assert_eq!(code_on(&desk.submit(&form)), code);
    assert_eq!(setup.letters().len(), 0, "handed over, not sent");
    assert_eq!(theirs.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"), "out at once");
    assert_eq!(setup.passphrase(&mut setup.browser(), &teacher).status(), StatusCode::UNPROCESSABLE_ENTITY);
    // Set up anew with it.
    let page = present(&mut theirs, &teacher, &code);
    let page = choose(&mut theirs, &page, GOOD);
    teacher.totp_secret = secret_on(&page).bytes().into_inner();
    let page = theirs.submit(&page.form("/invitation/app").with("code", &teacher.code(&setup.installation)));
    assert_eq!(page.texts(".codes code").len(), 8);
    // Nobody sets themself back.
    let page = desk.open(&of(&setup, &administrator, "/reset"));
    assert!(page.forms().iter().all(|form| !form.action.ends_with("/reset")));
    let token = page.forms()[0].value("form-token").unwrap().to_owned();
    let operation = OperationId::from_bytes([9; 15]).to_string();
    let form = Form::made_up(
        &of(&setup, &administrator, "/reset"),
        &[("form-token", &token), ("operation", &operation), ("how", "by-hand")],
    );
    let mark = setup.installation.store.mark();
    assert_eq!(desk.submit_once(&form).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    let audit: Vec<_> = setup.trail(ELM).into_iter().map(|entry| entry.event).collect();
    assert_eq!(audit.iter().filter(|event| matches!(event, AuditEvent::StaffReset { .. })).count(), 1);
}

#[test]
fn whoever_leaves_is_out_at_once_and_stays_in_the_list_of_those_who_left() {
    let setup = Setup::new();
    let (_, mut desk) = desk(&setup);
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let mut theirs = setup.signed_in(&teacher);
    let page = desk.open(&of(&setup, &teacher, "/leave"));
    let page = desk.submit(&page.form("/leave"));
    assert!(page.text().contains("The account is closed"));
    assert!(!page.text().contains("Ottoline"));
    assert_eq!(theirs.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
    assert_eq!(setup.passphrase(&mut setup.browser(), &teacher).status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = desk.open(&page.link("show=left"));
    assert!(page.text().contains("1 person has left") && page.text().contains("Ottoline Vance"));
    let page = desk.open(&of(&setup, &teacher, ""));
    assert!(page.text().contains("has left"));
    for path in ["/reset", "/leave"] {
        assert_eq!(desk.open(&of(&setup, &teacher, path)).status(), StatusCode::NOT_FOUND);
    }
    // Back again: with an account of the same address, set up anew.
    let page = desk.open(&format!("/s/{ELM}/office/staff/add"));
    let page = desk.submit(&filled(&page).with("name", "Ottoline Vance").with("email", &teacher.e_mail));
    assert!(page.path.contains("/invitation/"), "{}", page.text());
}

#[test]
fn an_administrator_sees_where_others_are_signed_in_and_ends_it() {
    let setup = Setup::new();
    let (_, mut desk) = desk(&setup);
    let teacher = setup.employ("Ottoline Vance", &[Role::Teacher]);
    let page = desk.open(&of(&setup, &teacher, ""));
    assert!(page.text().contains("Not signed in"));
    let mut one = setup.signed_in(&teacher);
    let mut two = setup.signed_in(&teacher);
    let page = desk.open(&of(&setup, &teacher, ""));
    assert!(page.text().contains("Signed in with 2 browsers"));
    let form = page.forms().into_iter().find(|form| form.action.ends_with("/sessions")).unwrap();
    desk.submit(&form);
    assert_eq!(two.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
    assert_eq!(one.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office"));
    let page = desk.open(&of(&setup, &teacher, ""));
    let all = page.forms().into_iter().find(|form| form.value("session") == Some("others")).unwrap();
    let page = desk.submit(&all);
    assert!(page.text().contains("Not signed in"));
    assert_eq!(one.open(&format!("/s/{ELM}/office")).path, format!("/s/{ELM}/office/sign-in"));
    let ended = setup.trail(ELM).into_iter().filter(|entry| matches!(entry.event, AuditEvent::SessionsEnded { .. }));
    assert_eq!(ended.count(), 2);
}

#[test]
fn whoever_was_never_invited_or_lost_the_letter_is_invited_again() {
    let setup = Setup::new();
    let (_, mut desk) = desk(&setup);
    let new = setup.installation.list_employee(ELM, NEW, &[Role::Teacher]);
    let page = desk.open(&of(&setup, &new, ""));
    assert!(page.text().contains("Not invited yet"));
    let missing = desk.submit(&page.form("/invite"));
    assert!(missing.text().contains("Choose how they get it"));
    let first = code_on(&desk.submit(&page.form("/invite").with("how", "e-mail")));
    let page = desk.open(&of(&setup, &new, ""));
    assert!(page.text().contains("Invited, until"));
    let second = code_on(&desk.submit(&page.form("/invite").with("how", "by-hand")));
    assert_ne!(first, second);
    assert_eq!(setup.letters().len(), 1);
    assert_eq!(present(&mut setup.browser(), &new, &first).status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(present(&mut setup.browser(), &new, &second).status(), StatusCode::OK);
}

#[test]
fn nobody_is_named_in_an_address_a_key_or_a_log() {
    let setup = Setup::new();
    let (_, mut desk) = desk(&setup);
    let page = desk.open(&format!("/s/{ELM}/office/staff/add"));
    let page = desk.submit(&filled(&page));
    for word in ["hesketh", "barnaby", "grindlay"] {
        assert!(!page.path.to_lowercase().contains(word), "{}", page.path);
        for key in setup.installation.store.all_keys() {
            assert!(!key.to_lowercase().contains(word), "{key}");
        }
    }
}
