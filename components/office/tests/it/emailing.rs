//! Emails to families: seen before they are sent, sent once in steps, and what became of each is shown.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    future::{Future, poll_fn, ready},
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use decisions::{Begun, FamilyEmails};
use futures::{
    executor::block_on,
    future::{LocalBoxFuture, join},
};
use http::StatusCode;
use letters::{Attempt, Courier, DeliveryError, DeliveryId, Letter, Outbox, Post};
use permission_rules::{FamilyEmail, Mark};
use profiles::SchoolSettings;
use records::{AuditEvent, EmailEnd, EmailRound, MailingEvent, Mailings};
use school_types::{OperationId, Role, Timestamp};
use testkit::{
    Browser, Form, MemoryStore, Page,
    installation::{
        ASH, BRAM, CORWIN, ELM, EMMERICH, HENRIETTA, ISOLDE, JOCASTA, ODALYS, PEREGRINE, TAMSIN, WILHELMINA, school,
    },
};

use crate::{
    harness::Setup,
    pupils::{refuses_all_but, say},
};

fn address(query: &str) -> String {
    format!("/s/{ELM}/office/emails{query}")
}

fn preview(office: &mut Browser, what: &str) -> Page {
    office.open(&address(&format!("?who=all&what={what}")))
}

fn form(office: &mut Browser, what: &str) -> Form {
    preview(office, what).form("/office/emails")
}

/// To whom letters went, in no order.
fn written_to(setup: &Setup) -> Vec<String> {
    let mut to: Vec<String> = setup.letters().into_iter().map(|sent| sent.letter.to.reveal().clone()).collect();
    to.sort();
    to
}

fn both() -> Vec<String> {
    vec![BRAM.e_mail.unwrap().to_owned(), ODALYS.e_mail.unwrap().to_owned()]
}

fn rounds(setup: &Setup, slug: &str) -> Vec<EmailRound> {
    block_on(setup.installation.records.mailings(&school(slug)).fold::<Mailings>()).unwrap().value.rounds
}

fn settings(setup: &Setup, slug: &str) -> Rc<SchoolSettings> {
    block_on(setup.installation.records.school_settings(&school(slug))).unwrap().unwrap()
}

const PAGE: &str = "https://gate.example.org/s/elm-street/consent";

/// The emails of a school, outside any page.
fn emails<'a>(setup: &'a Setup, settings: &'a SchoolSettings, post: &'a Post) -> FamilyEmails<'a> {
    FamilyEmails { records: &setup.installation.records, school: settings, post, page: PAGE }
}

fn post(setup: &Setup) -> Post {
    let records = setup.installation.records.clone();
    Post::new(records.clone(), Rc::new(Outbox::new(records)))
}

fn to_both(setup: &Setup) -> Vec<(school_types::ContactId, Vec<school_types::ChildId>)> {
    let children = [WILHELMINA, PEREGRINE, ISOLDE].map(|pupil| setup.installation.child(ELM, &pupil)).to_vec();
    [ODALYS, BRAM].map(|adult| (setup.installation.contact(ELM, &adult), children.clone())).to_vec()
}

fn some_id() -> OperationId {
    OperationId::from_bytes(vault::random().unwrap())
}

/// Takes or refuses letters as a test says, by address.
#[derive(Clone, Default)]
struct Told(Rc<RefCell<BTreeMap<String, DeliveryError>>>, Rc<RefCell<Vec<String>>>);

impl Courier for Told {
    fn send<'a>(&'a self, letter: &'a Letter, _: Attempt) -> LocalBoxFuture<'a, Result<DeliveryId, DeliveryError>> {
        let to = letter.to.reveal().clone();
        if let Some(error) = self.0.borrow().get(&to) {
            return Box::pin(ready(Err(*error)));
        }
        self.1.borrow_mut().push(to);
        Box::pin(ready(Ok(serde_json::from_str("\"taken\"").unwrap())))
    }
}

#[test]
fn families_can_be_invited_and_everybody_is_seen_before_anything_is_sent() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let mark = setup.installation.store.mark();
    let page = preview(&mut office, "invitation");
    let text = page.text();
    assert!(text.contains("2 people get this email") && text.contains("1 person has no email address"), "{text}");
    for shown in
        [ODALYS.name, BRAM.name, TAMSIN.name, "Photo permission: Elm Street Primary School would like your answer"]
    {
        assert!(text.contains(shown), "{shown}");
    }
    assert!(!text.contains(HENRIETTA.name), "who does not decide is not asked");
    assert_eq!(page.attributes("main a.button", "href"), [format!("/s/{ELM}/office/letters?who=no-email")]);
    assert_eq!(setup.installation.store.writes_since(mark), []);
    let form = page.form("/office/emails");
    let round = office.submit(&form);
    assert_eq!((round.status(), round.path.as_str()), (StatusCode::OK, address("/1").as_str()));
    assert!(round.text().contains("All done"), "{}", round.text());
    // One each, though they have three children here.
    assert_eq!(written_to(&setup), both());
    for letter in &setup.letters() {
        let text = letter.letter.text.reveal();
        assert!(text.contains(PAGE) && text.contains("This is about: "), "{text}");
        for child in ["Wilhelmina", "Peregrine", "Isolde", "Quillfeather"] {
            assert!(!text.contains(child), "an email names a child");
        }
    }
    let event = AuditEvent::FamiliesEmailed { email: FamilyEmail::Invitation, people: 2 };
    assert_eq!(setup.trail(ELM).last().unwrap().event, event);
    // A second press sends nothing, and whoever looks again sees who was written to and when.
    assert_eq!(office.submit(&form).path, address("/1"));
    assert_eq!(written_to(&setup), both());
    let again = preview(&mut office, "invitation").text();
    assert!(again.contains("2 people were emailed in the last 7 days") && again.contains("Nobody to email"), "{again}");
    assert!(again.contains("Sent once"), "{again}");
}

#[test]
fn only_families_who_have_not_replied_are_reminded_and_not_more_than_once_a_week() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let first = form(&mut office, "reminder");
    for child in [WILHELMINA, PEREGRINE, ISOLDE] {
        say(&setup, &child, &ODALYS, true, None);
    }
    // What was shown is what is sent: both have been answered for meanwhile.
    let changed = office.submit(&first);
    assert_eq!(changed.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(changed.text().contains("Something has changed"), "{}", changed.text());
    assert_eq!(written_to(&setup), [""; 0]);
    // One parent's answers are enough not to be reminded; the other may still say something, and is invited.
    assert!(preview(&mut office, "reminder").text().contains("2 people get no reminder"));
    let invite = form(&mut office, "invitation");
    office.submit(&invite);
    assert_eq!(written_to(&setup), [BRAM.e_mail.unwrap()]);

    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let invite = form(&mut office, "invitation");
    office.submit(&invite);
    for (days, expected) in [(6, 2), (1, 4)] {
        setup.wait(jiff::SignedDuration::from_hours(24 * days));
        let mut office = setup.with_role(Role::Office);
        let page = preview(&mut office, "reminder");
        if let Some(form) = page.forms().into_iter().find(|form| form.names().contains(&"round")) {
            office.submit(&form);
        }
        assert_eq!(setup.letters().len(), expected);
    }
}

#[test]
fn a_form_sent_twice_or_after_a_crash_writes_to_nobody_twice() {
    let base = Setup::new();
    let mut browser = base.with_role(Role::Office);
    let form = form(&mut browser, "invitation");
    for step in 0.. {
        let setup = base.copy();
        let mut office = browser.at(&setup.application);
        MemoryStore::stop_at_step(&setup.installation.store, step);
        office.submit_once(&form);
        let came_to_it = setup.installation.store.restart();
        // A claim that somebody died with is taken over once its time is over; of one who died before saying when they
        // began, the time counts from when that is noticed.
        let mut status = StatusCode::UNPROCESSABLE_ENTITY;
        for _ in 0..2 {
            setup.wait(jiff::SignedDuration::from_mins(5));
            if status == StatusCode::UNPROCESSABLE_ENTITY {
                status = office.submit_once(&form).status;
            }
        }
        assert_eq!(status, StatusCode::SEE_OTHER, "step {step}");
        for _ in 0..3 {
            setup.wait(jiff::SignedDuration::from_mins(20));
            let round = office.open(&address("/1"));
            if let Some(form) = round.forms().into_iter().find(|form| form.action.ends_with("/emails/1")) {
                office.submit(&form);
            }
        }
        assert_eq!(written_to(&setup), both(), "step {step}");
        let round = rounds(&setup, ELM).remove(0);
        assert_eq!(round.ended(EmailEnd::Sent).count(), 2, "step {step}: {round:?}");
        let told = |event: &AuditEvent| matches!(event, AuditEvent::FamiliesEmailed { .. });
        assert_eq!(setup.trail(ELM).iter().filter(|entry| told(&entry.event)).count(), 1, "step {step}");
        if !came_to_it {
            assert!(step > 20, "it took {step} steps only");
            return;
        }
    }
}

/// Numbers that look like chance and are the same each time (Knuth, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[test]
fn two_secretaries_who_press_at_the_same_moment_write_to_nobody_twice() {
    let base = Setup::new();
    let mut browsers = [base.with_role(Role::Office), base.signed_in(&base.employ("Ada Grindlay", &[Role::Office]))];
    let forms: Vec<Form> = browsers.iter_mut().map(|browser| form(browser, "invitation")).collect();
    let mut somebody_was_second = 0;
    for seed in 0..40 {
        let setup = base.copy();
        let [one, other] = [browsers[0].at(&setup.application), browsers[1].at(&setup.application)];
        let store = &setup.installation.store;
        store.by_steps();
        let mut chance = Chance(seed);
        let head_start = chance.below(60);
        let steps = std::cell::Cell::new(0);
        let second = async {
            poll_fn(|_| if steps.get() < head_start { Poll::Pending } else { Poll::Ready(()) }).await;
            other.sending(&forms[1]).await
        };
        let mut both_at_once = pin!(join(one.sending(&forms[0]), second));
        let mut context = Context::from_waker(Waker::noop());
        let answers = loop {
            if let Poll::Ready(answers) = both_at_once.as_mut().poll(&mut context) {
                break answers;
            }
            let flights = store.flights();
            if flights.is_empty() {
                steps.set(head_start);
                continue;
            }
            let flight = flights[chance.below(flights.len())];
            if flight.landed {
                store.answer(flight.id)
            } else {
                store.land(flight.id)
            }
            steps.set(steps.get() + 1);
        };
        store.at_once();
        for answer in [answers.0, answers.1] {
            assert!(
                [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY].contains(&answer.status()),
                "seed {seed}: {}",
                answer.status()
            );
            somebody_was_second += usize::from(answer.status() == StatusCode::UNPROCESSABLE_ENTITY)
                + usize::from(
                    answer
                        .headers()
                        .get("location")
                        .is_some_and(|to| to.to_str().unwrap().ends_with("?begun=somebody-else")),
                );
        }
        assert_eq!(rounds(&setup, ELM).len(), 1, "seed {seed}");
        assert_eq!(written_to(&setup), both(), "seed {seed}");
    }
    assert!(somebody_was_second >= 40, "of two there is always a second: {somebody_was_second}");
}

#[test]
fn a_round_is_sent_in_steps_and_goes_on_where_it_was_left() {
    let setup = Setup::new();
    let settings = settings(&setup, ELM);
    let post = post(&setup);
    let emails = emails(&setup, &settings, &post);
    let operation = some_id();
    let begin = |operation: &OperationId| {
        block_on(emails.begin(1, FamilyEmail::Invitation, to_both(&setup), operation)).unwrap()
    };
    assert_eq!(begin(&operation), Begun::Ours);
    assert_eq!(begin(&some_id()), Begun::Theirs);
    assert_eq!(begin(&operation), Begun::Ours);
    let step = |at_most| block_on(emails.carry_on(1, at_most, Timestamp::MAX)).unwrap();
    assert_eq!((step(1).not_tried, setup.letters().len()), (1, 1));
    // The time is over before anything is sent.
    assert_eq!(block_on(emails.carry_on(1, 9, Timestamp::MIN)).unwrap().not_tried, 1);
    let two = async { join(emails.carry_on(1, 9, Timestamp::MAX), emails.carry_on(1, 9, Timestamp::MAX)).await };
    let _ = block_on(two);
    assert_eq!((step(9).not_tried, written_to(&setup)), (0, both()));
}

#[test]
fn who_answered_left_or_lost_their_address_meanwhile_gets_nothing() {
    let setup = Setup::new();
    let installation = &setup.installation;
    let settings = settings(&setup, ELM);
    let post = post(&setup);
    let emails = emails(&setup, &settings, &post);
    block_on(emails.begin(1, FamilyEmail::Reminder, to_both(&setup), &some_id())).unwrap();
    let contact = installation.contact(ELM, &BRAM);
    let gone = records::ContactEvent::Edited(vec![records::ContactChange::EMail(None)]);
    block_on(installation.records.contact(&school(ELM), &contact).append(&gone, None)).unwrap();
    for child in [WILHELMINA, PEREGRINE, ISOLDE] {
        say(&setup, &child, &ODALYS, false, None);
    }
    block_on(emails.carry_on(1, 9, Timestamp::MAX)).unwrap();
    assert_eq!(setup.letters().len(), 0);
    let round = rounds(&setup, ELM).remove(0);
    assert_eq!(round.ended(EmailEnd::NobodyThere).collect::<Vec<_>>(), [&contact]);
    assert_eq!(round.ended(EmailEnd::NotNeeded).count(), 1);
    // Nobody was written to, so nobody has to wait for the next.
    let mailings = block_on(installation.records.mailings(&school(ELM)).fold::<Mailings>()).unwrap().value;
    assert_eq!(mailings.last_email(&contact), None);
}

#[test]
fn a_family_counts_as_told_once_the_courier_took_the_email_and_not_after_it_came_back() {
    let setup = Setup::new();
    let installation = &setup.installation;
    let settings = settings(&setup, ASH);
    let courier = Told::default();
    courier.0.borrow_mut().insert(CORWIN.e_mail.unwrap().to_owned(), DeliveryError::Unreachable);
    let post = Post::new(installation.records.clone(), Rc::new(courier.clone()));
    let emails = emails(&setup, &settings, &post);
    let (child, contact) = (installation.child(ASH, &EMMERICH), installation.contact(ASH, &CORWIN));
    let notice = settings.profile().purposes.iter().find(|purpose| purpose.basis.is_notice()).unwrap();
    let mark = || {
        let stream = installation.records.permission(&school(ASH), &child);
        let said = block_on(stream.fold::<permission_rules::ChildPermissions>()).unwrap().value;
        said.mark(notice, std::slice::from_ref(&contact))
    };
    let to = vec![(contact.clone(), vec![child.clone()])];
    block_on(emails.begin(1, FamilyEmail::Invitation, to, &some_id())).unwrap();
    assert_eq!(block_on(emails.carry_on(1, 9, Timestamp::MAX)).unwrap().waiting, 1);
    assert_eq!(mark(), Mark::NotTold, "it has not left");
    courier.0.borrow_mut().clear();
    setup.wait(jiff::SignedDuration::from_mins(30));
    block_on(post.retry_due(&school(ASH), 9)).unwrap();
    assert_eq!(block_on(emails.carry_on(1, 9, Timestamp::MAX)).unwrap().waiting, 0);
    assert_eq!(mark(), Mark::Told);
    let mut office = setup.signed_in(&installation.employ(ASH, "Sidony Ferrar", &[Role::Office]));
    let page = office.open(&format!("/s/{ASH}/office/emails/1"));
    let form = page.form("/came-back");
    for (typed, expected) in [("", "Enter the address"), ("nobody@example.org", "No email was sent to this address")] {
        let wrong = office.submit(&form.clone().with("email", typed));
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains(expected) && mark() == Mark::Told, "{}", wrong.text());
    }
    for _ in 0..2 {
        let done = office.submit(&form.clone().with("email", &CORWIN.e_mail.unwrap().to_uppercase()));
        assert!(done.status() == StatusCode::OK && done.text().contains("It came back"), "{}", done.text());
    }
    assert_eq!(mark(), Mark::NotTold);
    assert_eq!(setup.trail(ASH).iter().filter(|entry| entry.event == AuditEvent::EmailCameBack).count(), 1);
}

#[test]
fn an_address_that_is_refused_is_shown_and_letters_are_offered_for_it() {
    let setup = Setup::new();
    let settings = settings(&setup, ELM);
    let courier = Told::default();
    courier.0.borrow_mut().insert(BRAM.e_mail.unwrap().to_owned(), DeliveryError::BadAddress);
    let post = Post::new(setup.installation.records.clone(), Rc::new(courier));
    let emails = emails(&setup, &settings, &post);
    block_on(emails.begin(1, FamilyEmail::Invitation, to_both(&setup), &some_id())).unwrap();
    block_on(emails.carry_on(1, 9, Timestamp::MAX)).unwrap();
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&address("/1"));
    let text = page.text();
    assert!(text.contains("1 person was not reached") && text.contains(BRAM.name), "{text}");
    assert!(text.contains("does not accept this address") && !text.contains(ODALYS.name), "{text}");
    let letters = office.open(&page.link("who=emails.1"));
    assert!(letters.text().contains(BRAM.name) && !letters.text().contains(ODALYS.name), "{}", letters.text());
    assert!(!letters.text().contains(TAMSIN.name));
}

#[test]
fn what_a_school_tells_families_is_not_sent_in_words_that_have_changed() {
    let setup = Setup::new();
    let old = settings(&setup, ASH);
    let post = post(&setup);
    let to = vec![(setup.installation.contact(ASH, &CORWIN), vec![setup.installation.child(ASH, &EMMERICH)])];
    block_on(emails(&setup, &old, &post).begin(1, FamilyEmail::Invitation, to, &some_id())).unwrap();
    setup.installation.change_profile(ASH, |profile| {
        profile.purposes.iter_mut().filter(|purpose| purpose.basis.is_notice()).for_each(|p| p.version += 1);
    });
    let new = settings(&setup, ASH);
    block_on(emails(&setup, &new, &post).carry_on(1, 9, Timestamp::MAX)).unwrap();
    assert_eq!(setup.letters().len(), 0);
    assert_eq!(rounds(&setup, ASH)[0].ended(EmailEnd::Outdated).count(), 1);
}

#[test]
fn a_parent_is_written_to_in_the_language_they_answered_in_and_others_in_both() {
    let setup = Setup::new();
    setup.installation.change_profile(ELM, |profile| {
        profile.languages = vec![school_types::Language::En, school_types::Language::Cy];
    });
    say(&setup, &JOCASTA, &ODALYS, true, None);
    say(&setup, &ISOLDE, &ODALYS, true, None);
    let mut office = setup.with_role(Role::Office);
    let invite = form(&mut office, "invitation");
    office.submit(&invite);
    for letter in setup.letters() {
        let is_both = letter.letter.text.reveal().contains("Agorwch y dudalen hon");
        assert_eq!(is_both, letter.letter.to.reveal() == BRAM.e_mail.unwrap(), "{}", letter.letter.text.reveal());
    }
}

#[test]
fn more_than_a_large_school_in_a_day_is_too_many() {
    let setup = Setup::new();
    let settings = settings(&setup, ELM);
    let post = post(&setup);
    let emails = emails(&setup, &settings, &post);
    let many: Vec<_> = to_both(&setup).into_iter().cycle().take(permission_rules::EMAILS_A_DAY + 1).collect();
    assert_eq!(block_on(emails.begin(1, FamilyEmail::Invitation, many, &some_id())).unwrap(), Begun::TooMany);
    assert_eq!(rounds(&setup, ELM), []);
}

#[test]
fn of_two_rounds_of_one_number_the_first_counts_and_a_return_outlasts_what_was_known() {
    let setup = Setup::new();
    let stream = setup.installation.records.mailings(&school(ELM));
    let (contact, children) = to_both(&setup).remove(0);
    let begun = |to| MailingEvent::EmailsBegun { round: 1, email: FamilyEmail::Reminder, to, told: Vec::new() };
    let ended = |end| MailingEvent::EmailsEnded { round: 1, became: vec![(contact.clone(), end)] };
    let events =
        [begun(vec![(contact.clone(), children)]), begun(Vec::new()), ended(EmailEnd::Returned), ended(EmailEnd::Sent)];
    for event in events {
        block_on(stream.append(&event, None)).unwrap();
    }
    let round = rounds(&setup, ELM).remove(0);
    assert_eq!((round.to.len(), round.failed().count()), (1, 1));
}

#[test]
fn nobody_but_the_office_writes_to_families() {
    let setup = Setup::new();
    refuses_all_but(&setup, &[Role::Office], &address(""));
    refuses_all_but(&setup, &[Role::Office], &address("/1"));
}
