//! What came on paper or was said: recorded with where it came from, once, with a receipt (R6, R9).

use std::rc::Rc;

use http::StatusCode;
use letters::{Kind, Outbox, Post};
use permission_rules::{Answer, How, LawfulBasis, Removal};
use records::{AuditEvent, ChildEvent, EnteredFrom, RemovalEvent};
use school_types::Role;
use testkit::{
    Browser, Form, MemoryStore, Page,
    installation::{
        Adult, BRAM, ELM, HENRIETTA, ISOLDE, JOCASTA, ODALYS, PEREGRINE, Pupil, TAMSIN, WILHELMINA, school,
    },
};

use crate::{
    harness::Setup,
    pupils::{decisions, page_of, refuses_all_but, said, say},
};

fn open(setup: &Setup, browser: &mut Browser, pupil: &Pupil, what: &str) -> Page {
    browser.open(&format!("{}/decide{what}", page_of(setup, pupil)))
}

/// The form as a secretary fills it in: on paper, on the first of March.
fn filled(setup: &Setup, page: &Page, adult: &Adult) -> Form {
    page.form("/decide")
        .with("who", setup.installation.contact(ELM, adult).as_str())
        .with("how", "paper")
        .with("dated-day", "1")
        .with("dated-month", "3")
        .with("dated-year", "2026")
        .with("language", "en")
}

fn answers(setup: &Setup, browser: &mut Browser, pupil: &Pupil, adult: &Adult) -> Form {
    let page = open(setup, browser, pupil, "");
    filled(setup, &page, adult).with("answer-website-group", "agree").with("answer-local-press", "refuse")
}

fn withdrawal(setup: &Setup, browser: &mut Browser, pupil: &Pupil, adult: &Adult) -> Form {
    let page = open(setup, browser, pupil, "?what=withdrawal");
    filled(setup, &page, adult).with("purpose", "everything").with("removal", "also-published")
}

fn removals(setup: &Setup) -> Vec<RemovalEvent> {
    let stream = setup.installation.records.removals(&school(ELM));
    futures::executor::block_on(stream.read()).unwrap().into_iter().map(|entry| entry.event).collect()
}

fn trail(setup: &Setup) -> Vec<AuditEvent> {
    let events = setup.trail(ELM).into_iter().map(|entry| entry.event);
    events.filter(|event| matches!(event, AuditEvent::DecisionEntered { .. })).collect()
}

/// A scheduler's rounds, for letters whose sender died.
fn ring(setup: &Setup) {
    let records = setup.installation.records.clone();
    let post = Post::new(records.clone(), Rc::new(Outbox::new(records)));
    for _ in 0..3 {
        setup.wait(jiff::SignedDuration::from_mins(6));
        futures::executor::block_on(post.retry_due(&school(ELM), 10)).unwrap();
    }
}

#[test]
fn a_paper_form_is_recorded_with_where_it_came_from_and_its_giver_is_told() {
    let setup = Setup::new();
    let employee = setup.employ("Ottoline Reed", &[Role::Office]);
    let mut office = setup.signed_in(&employee);
    let form = answers(&setup, &mut office, &WILHELMINA, &ODALYS);
    let done = office.submit(&form.with("view", "rather-not"));
    assert!(done.path.contains("/decided/"), "{}", done.text());
    assert!(
        done.text().contains("gets the receipt by email")
            && done.text().contains("On a paper form dated Sunday 1 March 2026")
    );
    let decision = decisions(&setup, &WILHELMINA).remove(0);
    assert_eq!(decision.by.contact, setup.installation.contact(ELM, &ODALYS));
    assert_eq!((decision.by.relation.0.as_str(), decision.by.parental_responsibility), ("mother", true));
    let How::Paper { entered_by, dated } = &decision.how else { unreachable!("{:?}", decision.how) };
    assert_eq!((entered_by, dated.to_string().as_str()), (&employee.id, "2026-03-01"));
    assert_eq!(decision.answers.len(), 2);
    assert_eq!(decision.pupil_view, Some(permission_rules::PupilView::RatherNot));
    assert_eq!(done.texts(".receipt-reference"), [decision.reference.as_str()]);
    let elm = school(ELM);
    let receipt = setup.installation.records.receipt(&elm, &decision.reference);
    let receipt = futures::executor::block_on(receipt).unwrap().unwrap();
    assert_eq!(receipt.answers[0].wording.version, 1);
    let letters = setup.letters();
    assert_eq!((letters.len(), letters[0].letter.kind), (1, Kind::Receipt));
    assert_eq!(Some(letters[0].letter.to.reveal().as_str()), ODALYS.e_mail);
    let child = setup.installation.child(ELM, &WILHELMINA);
    assert_eq!(trail(&setup), [AuditEvent::DecisionEntered { child, how: EnteredFrom::Paper }]);
    let history = office.open(&page_of(&setup, &WILHELMINA)).text();
    assert!(history.contains("Odalys Quillfeather (mother) answered 2 questions"));
    assert!(history.contains("entered by Ottoline Reed"));
}

#[test]
fn a_family_without_e_mail_gets_the_receipt_on_paper() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = answers(&setup, &mut office, &JOCASTA, &TAMSIN).with("how", "spoken");
    let done = office.submit(&form);
    assert!(done.text().contains("print this page and hand it over"));
    assert_eq!(setup.letters().len(), 0);
    assert!(matches!(decisions(&setup, &JOCASTA)[0].how, How::Spoken { .. }));
}

#[test]
fn only_those_with_parental_responsibility_decide() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let page = open(&setup, &mut office, &WILHELMINA, "");
    assert!(page.text().contains(ODALYS.name) && page.text().contains(BRAM.name));
    assert!(!page.text().contains(HENRIETTA.name));
    for adult in [HENRIETTA, TAMSIN] {
        let form = answers(&setup, &mut office, &WILHELMINA, &adult);
        let mark = setup.installation.store.mark();
        let answer = office.submit(&form);
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("Choose who answered"));
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
}

#[test]
fn nothing_is_chosen_beforehand_and_every_question_shows_its_words() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let page = open(&setup, &mut office, &WILHELMINA, "");
    let chosen = page.attributes("main input[checked]", "name");
    assert_eq!(chosen, ["language"], "the page's own language and nothing else");
    assert_eq!(
        page.texts("details summary").len(),
        page.attributes("input[value=not-said][type=radio]", "name").len() - 1
    );
    assert!(page.attributes("main textarea", "name").is_empty(), "there is no room for text about a child");
}

#[test]
fn one_tick_for_everything_is_filled_in_and_looked_at_before_it_is_recorded() {
    for (all, expected) in [("yes", ["agree", "no-objection"]), ("no", ["refuse", "object"])] {
        let setup = Setup::new();
        setup.installation.change_profile(ELM, |fields| fields.purposes[0].basis = LawfulBasis::PublicTask);
        let mut office = setup.with_role(Role::Office);
        let page = open(&setup, &mut office, &WILHELMINA, "");
        let one = page.attributes("input[value=agree]", "name").remove(0);
        let other = page.attributes("input[value=agree]", "name").remove(1);
        let form = filled(&setup, &page, &ODALYS).with("all", all).with(&one, "refuse").with(&other, "not-said");
        let mark = setup.installation.store.mark();
        let shown = office.submit(&form);
        assert_eq!((shown.status(), setup.installation.store.writes_since(mark)), (StatusCode::OK, Vec::new()));
        assert!(shown.text().contains("Nothing is saved yet"));
        assert_eq!(shown.attributes("main input[type=radio][name^=answer-][checked]", "name").len(), 10);
        let chosen = shown.form("/decide");
        // What was chosen by hand stays; so does a question left blank on the form.
        assert_eq!((chosen.value(&one), chosen.value(&other)), (Some("refuse"), Some("not-said")));
        assert_eq!((chosen.value("dated-day"), chosen.value("all")), (Some("1"), Some("each")));
        let done = office.submit(&chosen);
        assert!(done.path.contains("/decided/"), "{}", done.text());
        let decision = decisions(&setup, &WILHELMINA).remove(0);
        assert_eq!(decision.answers.len(), 9);
        let said = |answer| decision.answers.iter().filter(|given| given.answer == answer).count();
        let notices = if all == "yes" { said(Answer::NoObjection) } else { said(Answer::Object) };
        let refused = if all == "yes" { 1 } else { 8 };
        assert_eq!((notices, said(Answer::Refuse)), (1, refused), "{expected:?}");
    }
}

#[test]
fn questions_and_notices_are_counted_apart_wherever_they_are_counted() {
    let setup = Setup::new();
    setup.installation.change_profile(ELM, |fields| fields.purposes[0].basis = LawfulBasis::PublicTask);
    let mut office = setup.with_role(Role::Office);
    let text = open(&setup, &mut office, &WILHELMINA, "").text();
    assert!(text.contains("9 questions that need an answer") && text.contains("1 notice that needs no answer"));
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    let history = office.open(&page_of(&setup, &WILHELMINA)).texts(".timeline-what");
    assert_eq!(history[0], "Odalys Quillfeather (mother) answered 9 questions, and 1 notice");
    let class = office.open(&crate::pupils::class(&setup, "5K"));
    assert!(class.text().contains("9 of 9"), "{}", class.text());
}

#[test]
fn the_next_form_on_the_pile_is_one_click_away() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = answers(&setup, &mut office, &WILHELMINA, &ODALYS);
    let done = office.submit(&form);
    // In the order of registers, from the youngest on where the class has nobody left.
    let mut page = office.open(&done.link("/next"));
    for pupil in [ISOLDE, PEREGRINE, JOCASTA] {
        assert_eq!(page.path, format!("{}/decide", page_of(&setup, &pupil)), "{}", page.heading());
        let next = format!("{}/next", page_of(&setup, &pupil));
        if pupil.forename == JOCASTA.forename {
            say(&setup, &JOCASTA, &TAMSIN, true, None);
        }
        page = office.open(&next);
    }
    assert_eq!(page.path, format!("{}/decide", page_of(&setup, &WILHELMINA)), "she is answered in part only");
    for pupil in [WILHELMINA, ISOLDE, PEREGRINE] {
        say(&setup, &pupil, &ODALYS, true, None);
    }
    let last = office.open(&format!("{}/next", page_of(&setup, &ISOLDE)));
    assert_eq!(last.path, format!("/s/{ELM}/office/children?show=open"));
    refuses_all_but(&setup, &[Role::Office], &format!("{}/next", page_of(&setup, &ISOLDE)));
}

#[test]
fn what_cannot_be_is_refused_and_what_was_typed_is_kept() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = answers(&setup, &mut office, &WILHELMINA, &ODALYS);
    let cases: [(&[(&str, &str)], &str); 10] = [
        (&[("dated-day", "4")], "is in the future"),
        (&[("dated-year", "1926")], "too long ago"),
        (&[("dated-day", "31"), ("dated-month", "2")], "Enter a real date"),
        (&[("dated-day", "x")], "Enter a real date"),
        (&[("dated-day", ""), ("dated-month", ""), ("dated-year", "")], "Enter the date"),
        (&[("how", "")], "Choose how they told"),
        (&[("language", "fr")], "Choose the language"),
        (&[("answer-website-group", "object")], "Choose one of the answers"),
        (&[("answer-website-group", "not-said"), ("answer-local-press", "")], "at least one answer"),
        (&[("view", "sad")], "Choose one of the answers"),
    ];
    for (changes, message) in cases {
        let changed = changes.iter().fold(form.clone(), |form, (field, value)| form.with(field, value));
        let mark = setup.installation.store.mark();
        let answer = office.submit(&changed);
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{changes:?}");
        assert!(answer.text().contains(message), "{changes:?}: {}", answer.texts(".problem").join(" "));
        assert_eq!(answer.value("dated-year").unwrap_or_default(), changed.value("dated-year").unwrap());
        assert_eq!(answer.form("/decide").value("who"), changed.value("who"));
        assert_eq!(setup.installation.store.writes_since(mark), [], "{changes:?}");
        assert_eq!(setup.letters().len(), 0);
    }
    let answer = office.submit_once(&form.with("what", "something else"));
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[test]
fn a_form_found_late_does_not_overtake_what_was_said_since() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, false, None);
    let mut office = setup.with_role(Role::Office);
    let form = answers(&setup, &mut office, &WILHELMINA, &ODALYS);
    let answer = office.submit(&form);
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("on 3 March 2026, after the date above"), "{}", answer.text());
    assert!(!answer.text().contains("said no"), "what they said is not told");
    assert_eq!(decisions(&setup, &WILHELMINA).len(), 1);
    // On the same day it is asked which is newer; from the other parent it counts at once.
    let asked = office.submit(&form.clone().with("dated-day", "3"));
    assert_eq!(decisions(&setup, &WILHELMINA).len(), 1);
    assert!(!asked.text().contains("said no"), "what they said is not told");
    office.submit(&asked.form("/decide"));
    let form = answers(&setup, &mut office, &WILHELMINA, &BRAM);
    office.submit(&form);
    assert_eq!(decisions(&setup, &WILHELMINA).len(), 3);
}

#[test]
fn a_withdrawal_counts_at_once_and_asks_for_what_is_published_to_be_taken_down() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    setup.wait(jiff::SignedDuration::from_hours(24));
    let mut office = setup.with_role(Role::Office);
    let form = withdrawal(&setup, &mut office, &WILHELMINA, &ODALYS).with("dated-day", "4");
    let done = office.submit(&form);
    assert!(done.text().contains("should be taken down"), "{}", done.text());
    let decision = decisions(&setup, &WILHELMINA).pop().unwrap();
    assert_eq!((decision.withdrawal, decision.answers.len()), (Some(Removal::AlsoPublished), 10));
    assert!(decision.answers.iter().all(|given| !given.answer.permits()));
    assert_eq!(removals(&setup).len(), 1);
    let page = office.open(&page_of(&setup, &WILHELMINA));
    assert!(page.texts(".badge").iter().all(|badge| badge == "No"));
    for (field, value) in [("removal", ""), ("purpose", "moon")] {
        let again = withdrawal(&setup, &mut office, &WILHELMINA, &ODALYS).with("dated-day", "4").with(field, value);
        assert_eq!(office.submit(&again).status(), StatusCode::UNPROCESSABLE_ENTITY, "{field}");
    }
}

#[test]
fn for_a_pupil_who_has_left_only_a_withdrawal_is_entered() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let early = answers(&setup, &mut office, &ISOLDE, &ODALYS);
    setup.installation.tell_of_child(ELM, &ISOLDE, &ChildEvent::Left { on: "2026-02-27".parse().unwrap() });
    assert_eq!(office.submit_once(&early).status, StatusCode::BAD_REQUEST);
    let page = open(&setup, &mut office, &ISOLDE, "");
    assert!(page.heading().contains("Enter a withdrawal"));
    let form = withdrawal(&setup, &mut office, &ISOLDE, &ODALYS);
    office.submit(&form);
    assert_eq!(decisions(&setup, &ISOLDE).len(), 1);
}

#[test]
fn a_form_sent_twice_is_one_fact_one_receipt_and_one_letter() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = answers(&setup, &mut office, &WILHELMINA, &ODALYS);
    let pages = [office.submit(&form), office.submit(&form)];
    assert_eq!(pages[0].path, pages[1].path);
    assert_eq!((said(&setup, &WILHELMINA).len(), setup.letters().len(), trail(&setup).len()), (1, 1, 1));
    // Back in the browser, with another answer: asked again, under a number of its own.
    let other = form.with("answer-local-press", "agree");
    let answer = office.submit(&other);
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("already saved this form, with different answers"));
    assert_eq!(said(&setup, &WILHELMINA).len(), 1);
    office.submit(&answer.form("/decide"));
    assert_eq!(said(&setup, &WILHELMINA).len(), 2);
}

#[test]
fn two_who_send_at_the_same_moment_are_one_fact() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = answers(&setup, &mut office, &WILHELMINA, &ODALYS);
    let (one, other) =
        futures::executor::block_on(async { futures::join!(office.sending(&form), office.sending(&form)) });
    for response in [one, other] {
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
    }
    assert_eq!((said(&setup, &WILHELMINA).len(), setup.letters().len()), (1, 1));
}

#[test]
fn a_crash_at_any_step_loses_and_doubles_nothing() {
    let base = Setup::new();
    base.installation.change_profile(ELM, |fields| {
        let asked = ["website-group", "local-press"];
        fields.purposes.retain(|purpose| asked.contains(&purpose.id.as_str()));
    });
    let mut browser = base.with_role(Role::Office);
    for form in
        [answers(&base, &mut browser, &WILHELMINA, &ODALYS), withdrawal(&base, &mut browser, &WILHELMINA, &ODALYS)]
    {
        let asks_for_removal = usize::from(form.value("what") == Some("withdrawal"));
        for fail in [MemoryStore::stop_at_step, MemoryStore::fail_at_step] {
            for step in 0.. {
                let setup = base.copy();
                let mut office = browser.at(&setup.application);
                fail(&setup.installation.store, step);
                let answer = office.submit_once(&form);
                let came_to_it = setup.installation.store.restart();
                if answer.status == StatusCode::SEE_OTHER {
                    assert_eq!(said(&setup, &WILHELMINA).len(), 1, "step {step}: acknowledged and not there");
                } else {
                    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "step {step}");
                }
                // Longer than a letter's sender may be thought alive.
                setup.wait(jiff::SignedDuration::from_mins(6));
                let again = office.submit_once(&form);
                assert_eq!(again.status, StatusCode::SEE_OTHER, "step {step}");
                ring(&setup);
                assert_eq!((said(&setup, &WILHELMINA).len(), trail(&setup).len()), (1, 1), "step {step}");
                assert_eq!((setup.letters().len(), removals(&setup).len()), (1, asks_for_removal), "step {step}");
                let decision = decisions(&setup, &WILHELMINA).remove(0);
                let elm = school(ELM);
                let receipt = setup.installation.records.receipt(&elm, &decision.reference);
                assert!(futures::executor::block_on(receipt).unwrap().is_some(), "step {step}: no receipt");
                if !came_to_it {
                    assert!(step > 20, "it took {step} steps only");
                    break;
                }
            }
        }
    }
}

#[test]
fn only_the_office_enters_decisions_and_reads_what_was_entered() {
    let setup = Setup::new();
    let address = page_of(&setup, &WILHELMINA);
    refuses_all_but(&setup, &[Role::Office], &format!("{address}/decide"));
    let mut office = setup.with_role(Role::Office);
    let form = answers(&setup, &mut office, &WILHELMINA, &ODALYS);
    let mut head = setup.with_role(Role::Head);
    let mark = setup.installation.store.mark();
    assert_eq!(head.submit_once(&form).status, StatusCode::FORBIDDEN);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    let done = office.submit(&form);
    assert_eq!(head.open(&done.path).status(), StatusCode::FORBIDDEN);
    // What a parent sent themself is not shown by its number either.
    say(&setup, &JOCASTA, &TAMSIN, true, None);
    let online = said(&setup, &JOCASTA).remove(0).operation;
    let path = format!("{}/decided/{online}", page_of(&setup, &JOCASTA));
    assert_eq!(office.open(&path).status(), StatusCode::NOT_FOUND);
}

#[test]
fn a_form_typed_in_beside_a_withdrawal_of_the_same_day_is_asked_about_first() {
    let setup = Setup::new();
    let mut one = setup.with_role(Role::Office);
    let mut other = setup.signed_in(&setup.employ("Barnaby Finch", &[Role::Office]));
    let yes = answers(&setup, &mut one, &WILHELMINA, &ODALYS);
    let no = withdrawal(&setup, &mut other, &WILHELMINA, &ODALYS);
    other.submit(&no);
    let mark = setup.installation.store.mark();
    let letters = setup.letters().len();
    let asked = one.submit(&yes);
    assert_eq!(asked.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.text().contains("This person has answered this before"), "{}", asked.text());
    assert!(!asked.text().contains("said no"), "what they said is not told");
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(setup.letters().len(), letters);
    assert_eq!(decisions(&setup, &WILHELMINA).len(), 1);
    // Of somebody else it was not shown.
    let form = asked.form("/decide");
    let done = one.submit(&form);
    assert!(done.path.contains("/decided/"), "{}", done.text());
    assert_eq!(decisions(&setup, &WILHELMINA).len(), 2);
}
