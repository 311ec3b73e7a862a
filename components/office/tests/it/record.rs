//! What is held about a child, handed out: all that its reader has a right to, and nothing of anybody else.

use http::StatusCode;
use records::AuditEvent;
use school_types::Role;
use serde_json::Value;
use testkit::{
    Browser,
    installation::{BRAM, ELM, HENRIETTA, JOCASTA, ODALYS, Pupil, TAMSIN, WILHELMINA},
};

use crate::{
    harness::Setup,
    pupils::{decisions, page_of, refuses_all_but, say},
};

fn file(setup: &Setup, browser: &mut Browser, pupil: &Pupil, whom: &str) -> Value {
    let page = browser.open(&format!("{}/record.json?for={whom}", page_of(setup, pupil)));
    assert_eq!(page.status(), StatusCode::OK);
    assert!(!page.answer.header("content-disposition").contains("Quill"), "a file's name is seen by others");
    serde_json::from_str(&page.answer.body).unwrap()
}

#[test]
fn a_parent_gets_what_is_theirs_and_nothing_of_the_other_parents() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    say(&setup, &WILHELMINA, &BRAM, false, Some(permission_rules::Removal::AlsoPublished));
    let mut office = setup.with_role(Role::Office);
    let odalys = setup.installation.contact(ELM, &ODALYS);
    let record = file(&setup, &mut office, &WILHELMINA, odalys.as_str());
    let page = office.open(&format!("{}/record?for={odalys}", page_of(&setup, &WILHELMINA)));
    let text = record.to_string();
    let [hers, his] = &decisions(&setup, &WILHELMINA)[..] else { unreachable!("two decided") };
    for shown in [text.as_str(), &page.text()] {
        for own in [ODALYS.name, ODALYS.e_mail.unwrap(), hers.reference.as_str(), "Wilhelmina", "father"] {
            assert!(shown.contains(own), "{own} is missing");
        }
        for other in [BRAM.name, BRAM.e_mail.unwrap(), HENRIETTA.name, his.reference.as_str(), "taken down"] {
            assert!(!shown.contains(other), "{other} is not hers");
        }
    }
    assert_eq!(record["decisions"][0]["answers"].as_array().unwrap().len(), 10);
    assert_eq!(record["decisions"][0]["answers"][0]["wording"]["version"], 1);
    assert!(record["decisions"][1]["answers"].is_null() && record["decisions"][1]["withdrawal"].is_null());
    assert_eq!(record["decisions"][1]["relation"], "father");
    assert_eq!(record["removals_asked"], serde_json::json!([]));
    let trail = setup.trail(ELM).into_iter().filter(|entry| matches!(entry.event, AuditEvent::RecordExported { .. }));
    assert_eq!(trail.count(), 2, "each time it is written down");
}

#[test]
fn the_pupil_reads_the_answers_where_one_person_alone_decided() {
    let setup = Setup::new();
    say(&setup, &JOCASTA, &TAMSIN, true, None);
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    say(&setup, &WILHELMINA, &BRAM, false, None);
    let mut head = setup.with_role(Role::Head);
    let record = file(&setup, &mut head, &JOCASTA, "pupil");
    assert_eq!(record["decisions"][0]["answers"].as_array().unwrap().len(), 10);
    assert!(!record.to_string().contains(TAMSIN.name));
    let record = file(&setup, &mut head, &WILHELMINA, "pupil");
    assert!(record["decisions"].as_array().unwrap().iter().all(|decision| decision["answers"].is_null()));
    assert_eq!(record["purposes"][0]["standing"], "may-not");
}

#[test]
fn a_record_is_the_same_before_the_flag_and_after() {
    for answers in [&[][..], &[(&ODALYS, true)], &[(&ODALYS, true), (&BRAM, false)]] {
        let base = Setup::new();
        for (who, agrees) in answers {
            say(&base, &WILHELMINA, who, *agrees, None);
        }
        let browser = base.with_role(Role::Office);
        let odalys = base.installation.contact(ELM, &ODALYS);
        let record = |flagged: bool, whom: &str| {
            let setup = base.copy();
            if flagged {
                setup.installation.flag(ELM, &WILHELMINA, true);
            }
            let mut office = browser.at(&setup.application);
            let file = file(&setup, &mut office, &WILHELMINA, whom);
            let page = office.open(&format!("{}/record?for={whom}", page_of(&setup, &WILHELMINA)));
            (page.text(), file)
        };
        for whom in [odalys.as_str(), "pupil"] {
            assert_eq!(record(true, whom), record(false, whom), "{whom} {}", answers.len());
        }
    }
}

#[test]
fn a_record_for_the_pupil_is_not_made_for_the_pupil_with_a_capital() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&format!("{}/record?for=pupil", page_of(&setup, &WILHELMINA)));
    assert!(page.text().contains("Made for the pupil on 3 March 2026"), "{}", page.text());
}

#[test]
fn nothing_is_shown_or_written_down_before_it_is_said_for_whom() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let address = page_of(&setup, &WILHELMINA);
    let henrietta = setup.installation.contact(ELM, &HENRIETTA);
    let tamsin = setup.installation.contact(ELM, &TAMSIN);
    for whom in ["", "?for=", "?for=everybody", &format!("?for={henrietta}"), &format!("?for={tamsin}")] {
        let mark = setup.installation.store.mark();
        let page = office.open(&format!("{address}/record{whom}"));
        assert!(page.text().contains("Who asked?"), "{whom}");
        assert!(!page.text().contains(ODALYS.e_mail.unwrap()));
        assert_eq!(office.open(&format!("{address}/record.json{whom}")).status(), StatusCode::NOT_FOUND);
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
}

#[test]
fn records_are_taken_out_by_office_and_head() {
    let setup = Setup::new();
    let address = page_of(&setup, &WILHELMINA);
    for path in ["record?for=pupil", "record.json?for=pupil"] {
        refuses_all_but(&setup, &[Role::Office, Role::Head], &format!("{address}/{path}"));
    }
}
