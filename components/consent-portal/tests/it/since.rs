//! What was begun, and what was said since: an old page undoes no withdrawal.

use futures::executor::block_on;
use http::StatusCode;
use letters::Kind;
use permission_rules::{Answer, Decider, Decision, How, PermissionEvent, PurposeAnswer, Removal};
use records::{ChildEvent, Records};
use school_types::{Language, OperationId, Reference, Relation, StaffId};
use testkit::{
    Browser, Page,
    installation::{BRAM, ELM, ISOLDE, ODALYS, PEREGRINE, Pupil, WILHELMINA, school},
};

use crate::harness::{Setup, no, yes};

/// The office types in that somebody refuses this on paper.
fn refuses_on_paper(setup: &Setup, pupil: &Pupil, purpose: &str) {
    let records = &setup.installation.records;
    let profile = block_on(records.school(&school(ELM)).fold::<records::School>()).unwrap().value.0.unwrap();
    let purpose = profile.profile().purposes.iter().find(|asked| asked.id.as_str() == purpose).unwrap().clone();
    let wording = Records::wording_ref(&purpose.wording(Language::En)).unwrap();
    let decision = Decision {
        reference: Reference::from_bytes([3; 8]),
        by: Decider {
            contact: setup.installation.contact(ELM, &ODALYS),
            relation: Relation("mother".into()),
            parental_responsibility: true,
        },
        how: How::Paper { entered_by: StaffId::from_bytes([9; 10]), dated: "2026-03-03".parse().unwrap() },
        answers: vec![PurposeAnswer { purpose: purpose.id.clone(), answer: purpose.basis.answers()[1], wording }],
        pupil_view: None,
        withdrawal: None,
        seen: None,
    };
    let stream = records.permission(&school(ELM), &setup.installation.child(ELM, pupil));
    block_on(stream.append(&PermissionEvent::Decided(decision), None)).unwrap();
}

fn withdraw(setup: &Setup, browser: &mut Browser, pupil: &Pupil) -> Page {
    let page = browser.open(&format!("{}/withdraw", setup.child_path(ELM, pupil)));
    browser.submit(&page.form("/withdraw").with("removal", "from-now-on"))
}

fn answers(setup: &Setup, pupil: &Pupil) -> Vec<Answer> {
    setup.decisions(ELM, pupil).iter().map(|decision| decision.answers[0].answer).collect()
}

#[test]
fn an_old_draft_does_not_undo_a_withdrawal() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let first = setup.begin(&mut browser, ELM, "all");
    let check = setup.answer_all(&mut browser, first, yes);
    setup.decide_for(&mut browser, &WILHELMINA, yes);
    setup.wait(jiff::SignedDuration::from_mins(1));
    withdraw(&setup, &mut browser, &WILHELMINA);
    let letters = setup.letters_of(Kind::Receipt).len();

    // The page she had left open, sent: it showed three children, and is for two.
    let mark = setup.installation.store.mark();
    let again = browser.submit(&check.form("/check"));
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters_of(Kind::Receipt).len(), letters);
    assert!(again.text().contains("You have withdrawn permission for Wilhelmina since you began"), "{}", again.text());
    let done = browser.submit(&again.form("/check"));
    assert!(done.path.contains("/done/"), "{}", done.text());
    assert_eq!(setup.decisions(ELM, &WILHELMINA).last().unwrap().withdrawal, Some(Removal::FromNowOn));
    assert_eq!(setup.decisions(ELM, &PEREGRINE).len(), 1);
    // Nor by going back to it.
    browser.open(&check.path);
    browser.submit(&check.form("/check"));
    assert_eq!(setup.decisions(ELM, &WILHELMINA).len(), 2);
}

#[test]
fn a_draft_for_a_child_who_is_withdrawn_for_is_gone_and_not_offered() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    setup.decide_for(&mut browser, &ISOLDE, yes);
    let first = setup.begin_again(&mut browser, &ISOLDE);
    let check = setup.answer_all(&mut browser, first.clone(), yes);
    let children = format!("/s/{ELM}/consent/children");
    assert!(!browser.open(&children).links("/decide/").is_empty());
    withdraw(&setup, &mut browser, &ISOLDE);
    assert_eq!(browser.open(&children).links("/decide/"), [""; 0]);
    let mark = setup.installation.store.mark();
    let letters = setup.letters().len();
    for form in [check.form("/check"), first.form("/decide/").with("answer", "agree")] {
        let gone = browser.submit(&form);
        assert_eq!(gone.heading(), "These answers were not sent");
    }
    assert_eq!(browser.open(&check.path).heading(), "These answers were not sent");
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
    assert_eq!(answers(&setup, &ISOLDE), [Answer::Agree, Answer::Refuse]);
}

#[test]
fn a_no_on_paper_is_shown_beside_what_was_begun_and_asked_about() {
    for (choice, expected) in [("keep", Answer::Refuse), ("change", Answer::Agree)] {
        let setup = Setup::new();
        let mut browser = setup.signed_in(ELM, &ODALYS);
        let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &ISOLDE).as_str());
        let check = setup.answer_all(&mut browser, first, yes);
        refuses_on_paper(&setup, &ISOLDE, "website-group");
        let mark = setup.installation.store.mark();
        let again = browser.submit(&check.form("/check"));
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text().contains("Since you began, you said no to"), "{}", again.text());
        // Sent without choosing, it is asked again.
        let asked = browser.submit(&again.form("/check").without("since"));
        assert_eq!(asked.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.text().contains("Choose whether to change your earlier no to yes"));
        assert_eq!(setup.installation.store.writes_since(mark), []);
        assert_eq!(setup.letters_of(Kind::Receipt).len(), 0);
        let done = browser.submit(&asked.form("/check").with("since", choice));
        assert!(done.path.contains("/done/"), "{}", done.text());
        let permissions = setup.permissions(ELM, &ISOLDE);
        let contact = setup.installation.contact(ELM, &ODALYS);
        let said = |purpose: &str| permissions.said_by(&contact, &purpose.parse().unwrap()).unwrap().answer;
        assert_eq!(said("website-group"), expected, "{choice}");
        assert_eq!(said("local-press"), Answer::Agree, "the rest is sent either way");
    }
}

#[test]
fn a_page_to_change_an_answer_shows_the_no_that_was_said_after_it() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    setup.decide_for(&mut browser, &ISOLDE, yes);
    let path = format!("{}/change/website-group", setup.child_path(ELM, &ISOLDE));
    let open = browser.open(&path);
    let other_tab = browser.open(&path);
    browser.submit(&other_tab.form("/change/").with("answer", "no"));
    let mark = setup.installation.store.mark();
    let letters = setup.letters().len();
    let again = browser.submit(&open.form("/change/").with("answer", "yes"));
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("You have said no since you opened this page"), "{}", again.text());
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
    assert_eq!(answers(&setup, &ISOLDE), [Answer::Agree, Answer::Refuse]);
    // Shown it, she may change her mind.
    browser.submit(&again.form("/change/").with("answer", "yes"));
    assert_eq!(answers(&setup, &ISOLDE), [Answer::Agree, Answer::Refuse, Answer::Agree]);
}

#[test]
fn what_is_answered_meanwhile_is_not_offered_to_carry_on_with() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let whom = setup.installation.child(ELM, &ISOLDE);
    setup.begin(&mut browser, ELM, whom.as_str());
    let mut other = setup.signed_in(ELM, &ODALYS);
    setup.decide_for(&mut other, &ISOLDE, no);
    // The newer draft was sent; the older one is never offered.
    assert_eq!(browser.open(&format!("/s/{ELM}/consent/children")).links("/decide/"), [""; 0]);
}

#[test]
fn nobody_says_yes_by_a_draft_for_a_pupil_who_has_left_since() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &ISOLDE).as_str());
    let check = setup.answer_all(&mut browser, first, yes);
    setup.installation.tell_of_child(ELM, &ISOLDE, &ChildEvent::Left { on: "2026-03-03".parse().unwrap() });
    let mark = setup.installation.store.mark();
    let gone = browser.submit(&check.form("/check"));
    assert_eq!(gone.heading(), "These answers were not sent");
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters_of(Kind::Receipt).len(), 0);
    assert_eq!(setup.decisions(ELM, &ISOLDE), []);
}

#[test]
fn a_page_that_was_open_when_the_pupil_left_changes_no_answer_to_yes() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let open = browser.open(&format!("{}/change/website-group", setup.child_path(ELM, &ISOLDE)));
    setup.installation.tell_of_child(ELM, &ISOLDE, &ChildEvent::Left { on: "2026-03-03".parse().unwrap() });
    let mark = setup.installation.store.mark();
    let refused = browser.submit(&open.form("/change/").with("answer", "yes"));
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters_of(Kind::Receipt).len(), 0);
    // A withdrawal is always taken.
    browser.submit(&open.form("/change/").with("answer", "no"));
    assert_eq!(answers(&setup, &ISOLDE), [Answer::Refuse]);
}

#[test]
fn the_other_parents_no_is_not_shown_beside_a_draft() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &BRAM);
    let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &ISOLDE).as_str());
    let check = setup.answer_all(&mut browser, first, yes);
    refuses_on_paper(&setup, &ISOLDE, "website-group");
    let done = browser.submit(&check.form("/check"));
    assert!(done.path.contains("/done/"), "{}", done.text());
    assert!(!browser.open(&check.path).text().contains("said no"));
    // And the careful answer holds.
    let permissions = setup.permissions(ELM, &ISOLDE);
    assert!(permissions.no_of(&setup.installation.contact(ELM, &ODALYS), &"website-group".parse().unwrap()).is_some());
}

#[test]
fn a_yes_that_crossed_a_no_in_the_store_counts_for_nothing_and_is_asked_about_again() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    let first = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &ISOLDE).as_str());
    let check = setup.answer_all(&mut browser, first, yes);
    let operation: OperationId = check.path.trim_end_matches("/check").rsplit('/').next().unwrap().parse().unwrap();
    // As if her request had read the stream before the paper form came in, and written after it.
    refuses_on_paper(&setup, &ISOLDE, "website-group");
    let late = Decision { how: How::Online, seen: Some(0), ..setup.decisions(ELM, &ISOLDE).remove(0) };
    let late = Decision {
        reference: Reference::from_bytes([4; 8]),
        answers: vec![PurposeAnswer { answer: Answer::Agree, ..late.answers[0].clone() }],
        ..late
    };
    let stream = setup.installation.records.permission(&school(ELM), &setup.installation.child(ELM, &ISOLDE));
    block_on(stream.append(&PermissionEvent::Decided(late.clone()), Some(&operation))).unwrap();
    let permissions = setup.permissions(ELM, &ISOLDE);
    let contact = setup.installation.contact(ELM, &ODALYS);
    assert!(permissions.no_of(&contact, &"website-group".parse().unwrap()).is_some());
    // Her own history does not know it, and nobody is given its receipt.
    let child = browser.open(&setup.child_path(ELM, &ISOLDE));
    assert!(!child.answer.body.contains(late.reference.as_str()));
    let receipt = browser.open(&format!("/s/{ELM}/consent/receipt/{}", late.reference));
    assert_eq!(receipt.status(), StatusCode::NOT_FOUND);
    assert_eq!(browser.open(&check.path).heading(), "These answers were not sent");
}
