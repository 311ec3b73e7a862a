use std::cell::RefCell;

use clock::Hand;
use futures::{executor::block_on, future::LocalBoxFuture};
use proptest::prelude::*;
use testkit::MemoryStore;

use super::*;
use crate::{
    Kind,
    test::{elm, letter, records},
};

/// A courier that answers as it is told, and remembers what it was handed. As Notify does, it knows what it took
/// before.
#[derive(Default)]
struct Carrier {
    answers: RefCell<Vec<Result<(), DeliveryError>>>,
    /// Takes the next letter, and its answer is lost.
    silent: RefCell<bool>,
    handed: RefCell<Vec<(OperationId, Attempt)>>,
    carried: RefCell<Vec<OperationId>>,
}

impl Courier for Carrier {
    fn send<'a>(
        &'a self,
        letter: &'a Letter,
        attempt: Attempt,
    ) -> LocalBoxFuture<'a, Result<DeliveryId, DeliveryError>> {
        Box::pin(async move {
            self.handed.borrow_mut().push((letter.id.clone(), attempt));
            let answer = if self.answers.borrow().is_empty() { Ok(()) } else { self.answers.borrow_mut().remove(0) };
            answer?;
            if attempt == Attempt::First || !self.carried.borrow().contains(&letter.id) {
                self.carried.borrow_mut().push(letter.id.clone());
            }
            if self.silent.take() {
                return Err(DeliveryError::Unreachable);
            }
            Ok(DeliveryId::new("carried"))
        })
    }
}

struct World {
    store: MemoryStore,
    records: Records,
    hand: Hand,
    carrier: Rc<Carrier>,
    post: Post,
}

/// A post whose courier gives these answers, and then takes everything.
fn world(answers: &[Result<(), DeliveryError>]) -> World {
    let (store, records, hand) = records();
    let carrier = Rc::new(Carrier::default());
    carrier.answers.borrow_mut().extend_from_slice(answers);
    let post = Post::new(records.clone(), carrier.clone());
    World { store, records, hand, carrier, post }
}

impl World {
    fn send(&self, letter: &Letter) -> Outcome {
        block_on(self.post.send(letter)).unwrap()
    }

    fn retry(&self) -> Retried {
        block_on(self.post.retry_due(&elm(), 100)).unwrap()
    }

    fn deeds(&self) -> Vec<Deed> {
        let now = self.records.now();
        let week = now.checked_sub(SignedDuration::from_hours(9 * 24)).unwrap();
        let school = elm();
        let entries = block_on(Journal::new(&self.records, &school).read(week, now)).unwrap();
        entries.into_iter().map(|entry| entry.event.deed).collect()
    }

    fn is_kept(&self, letter: &Letter) -> bool {
        block_on(self.records.fetch::<Letter>(&place(&letter.school, &letter.id))).unwrap().is_some()
    }

    fn wait(&self, minutes: i64) {
        self.hand.advance(SignedDuration::from_mins(minutes));
    }
}

const DOWN: Result<(), DeliveryError> = Err(DeliveryError::Unreachable);

fn sent() -> Deed {
    Deed::Sent { delivery: DeliveryId::new("carried") }
}

fn failed(why: DeliveryError, attempt: u32, last: bool) -> Deed {
    Deed::Failed { why, attempt, last }
}

#[test]
fn a_letter_is_sent_once_however_often_its_form_is() {
    for kind in Kind::ALL {
        let world = world(&[]);
        let letter = letter(kind, 1);
        for _ in 0..3 {
            assert_eq!(world.send(&letter), Outcome::Sent);
        }
        assert_eq!(*world.carrier.handed.borrow(), [(letter.id.clone(), Attempt::First)]);
        assert_eq!(world.deeds().last(), Some(&sent()));
        assert!(!world.is_kept(&letter));
    }
}

#[test]
fn two_forms_are_two_letters() {
    let world = world(&[]);
    assert_eq!(world.send(&letter(Kind::Receipt, 1)), Outcome::Sent);
    assert_eq!(world.send(&letter(Kind::Receipt, 2)), Outcome::Sent);
    assert_eq!(world.carrier.carried.borrow().len(), 2);
}

#[test]
fn what_a_letter_says_is_nowhere_in_the_store_and_nothing_of_it_remains() {
    let world = world(&[DOWN]);
    let letter = letter(Kind::Receipt, 1);
    world.send(&letter);
    assert!(world.is_kept(&letter));
    assert!(!world.store.contains_text("planted") && !world.store.contains_text("example.org"));
    let noted = format!("{:?} {letter:?}", world.deeds());
    assert!(!noted.to_lowercase().contains("planted"), "{noted}");
    world.wait(15);
    assert_eq!(world.retry(), Retried { sent: 1, ..Retried::default() });
    assert!(!world.is_kept(&letter));
}

#[test]
fn a_receipt_waits_until_the_courier_is_back() {
    let world = world(&[DOWN, Err(DeliveryError::Busy { retry_after: Some(3600) })]);
    let letter = letter(Kind::Receipt, 1);
    assert_eq!(world.send(&letter), Outcome::Waiting);
    assert_eq!(world.send(&letter), Outcome::Waiting, "the form again does not try again");
    world.wait(9);
    assert_eq!(world.retry(), Retried { waiting: 1, ..Retried::default() }, "not due");
    world.wait(1);
    assert_eq!(world.retry(), Retried { waiting: 1, ..Retried::default() }, "busy");
    world.wait(59);
    assert_eq!(world.retry(), Retried { waiting: 1, ..Retried::default() }, "the courier asked for an hour");
    world.wait(1);
    assert_eq!(world.retry(), Retried { sent: 1, ..Retried::default() });
    assert_eq!(world.retry(), Retried::default());
    let busy = DeliveryError::Busy { retry_after: Some(3600) };
    let deeds = [Deed::Queued, failed(DeliveryError::Unreachable, 1, false), failed(busy, 2, false), sent()];
    assert_eq!(world.deeds(), deeds);
    assert_eq!(world.carrier.carried.borrow().len(), 1);
}

#[test]
fn a_sign_in_code_that_cannot_be_sent_is_not_kept() {
    let world = world(&[DOWN]);
    let letter = letter(Kind::SignInCode, 1);
    assert_eq!(world.send(&letter), Outcome::GivenUp { why: DeliveryError::Unreachable });
    assert!(!world.is_kept(&letter));
    world.wait(60);
    assert_eq!(world.retry(), Retried::default());
    assert_eq!(world.deeds(), [failed(DeliveryError::Unreachable, 1, true)]);
}

#[test]
fn an_address_nothing_can_be_delivered_to_is_given_up_at_once() {
    let world = world(&[Err(DeliveryError::BadAddress)]);
    let letter = letter(Kind::Receipt, 1);
    let given_up = Outcome::GivenUp { why: DeliveryError::BadAddress };
    assert_eq!(world.send(&letter), given_up);
    assert_eq!(world.send(&letter), given_up);
    assert!(!world.is_kept(&letter));
    assert_eq!(world.retry(), Retried::default());
}

#[test]
fn a_receipt_that_could_not_be_sent_for_a_week_is_given_up() {
    let world = world(&[DOWN; 30]);
    let letter = letter(Kind::Receipt, 1);
    world.send(&letter);
    for _ in 0..7 {
        assert_eq!(world.retry().given_up, 0);
        world.wait(24 * 60);
    }
    world.wait(1);
    assert_eq!(world.retry(), Retried { given_up: 1, ..Retried::default() });
    assert_eq!(world.deeds().last(), Some(&failed(DeliveryError::TooLate, 8, true)));
    assert!(!world.is_kept(&letter));
    assert_eq!(world.retry(), Retried::default());
}

#[test]
fn two_tasks_at_once_send_a_waiting_letter_once() {
    let world = world(&[DOWN]);
    world.send(&letter(Kind::Receipt, 1));
    world.wait(15);
    let (school, other) = (elm(), world.post.clone());
    let both = async { futures::join!(world.post.retry_due(&school, 9), other.retry_due(&school, 9)) };
    let (one, two) = block_on(both);
    assert!(one.unwrap().sent + two.unwrap().sent >= 1);
    assert_eq!(world.carrier.handed.borrow().len(), 2);
    assert_eq!(world.carrier.carried.borrow().len(), 1);
}

#[test]
fn no_more_letters_are_tried_again_than_asked_for() {
    let world = world(&[DOWN; 3]);
    for id in 1..=3 {
        world.send(&letter(Kind::Receipt, id));
    }
    world.wait(15);
    let some = block_on(world.post.retry_due(&elm(), 2)).unwrap();
    assert_eq!(some, Retried { sent: 2, given_up: 0, waiting: 1 });
    assert_eq!(world.retry(), Retried { sent: 1, ..Retried::default() });
}

#[test]
fn a_receipt_survives_a_crash_at_every_step_and_is_carried_once() {
    for step in 0.. {
        let world = world(&[]);
        let letter = letter(Kind::Receipt, 1);
        world.store.stop_at_step(step);
        let first = block_on(world.post.send(&letter));
        world.store.restart();
        // The daily task comes, and later the parent sends the form once more, and again if somebody seems to be at it.
        for _ in 0..3 {
            world.wait(20);
            world.retry();
        }
        if world.send(&letter) == Outcome::Waiting {
            world.wait(20);
            world.send(&letter);
        }
        assert_eq!(world.carrier.carried.borrow().len(), 1, "step {step}");
        assert_eq!(world.retry(), Retried::default(), "step {step}");
        if first.is_ok() {
            return;
        }
    }
}

#[test]
fn a_receipt_nobody_sends_again_after_a_crash_goes_out_once_it_was_kept() {
    let world = world(&[]);
    let letter = letter(Kind::Receipt, 1);
    // Looked for, listed to expire, claimed, kept, noted; then it stops.
    world.store.stop_at_step(9);
    assert!(block_on(world.post.send(&letter)).is_err());
    world.store.restart();
    assert_eq!(world.deeds(), [Deed::Queued]);
    world.wait(6);
    assert_eq!(world.retry(), Retried { sent: 1, ..Retried::default() });
    assert_eq!(world.carrier.carried.borrow().len(), 1);
}

#[test]
fn claims_and_kept_letters_are_swept_away_in_the_end() {
    let world = world(&[DOWN]);
    world.send(&letter(Kind::Receipt, 1));
    world.send(&letter(Kind::SignInCode, 2));
    let letters = |world: &World| world.store.all_keys().iter().filter(|key| key.contains("/letter/")).count();
    assert!(letters(&world) > 0);
    for _ in 0..100 {
        world.wait(3 * 60);
        block_on(world.records.sweep(1000)).unwrap();
    }
    assert_eq!(letters(&world), 0);
}

/// Something that happens to a post.
#[derive(Clone, Copy, Debug)]
enum Step {
    Send(u8),
    SendCode(u8),
    Retry,
    Wait(i64),
    StopAfter(usize),
    Restart,
    CourierDown,
    AnswerLost,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1u8..4).prop_map(Step::Send),
        2 => (11u8..13).prop_map(Step::SendCode),
        3 => Just(Step::Retry),
        3 => (1i64..60).prop_map(Step::Wait),
        3 => (0usize..16).prop_map(Step::StopAfter),
        2 => Just(Step::Restart),
        2 => Just(Step::CourierDown),
        1 => Just(Step::AnswerLost),
    ]
}

impl World {
    fn take(&self, step: Step) {
        match step {
            Step::Send(id) => drop(block_on(self.post.send(&letter(Kind::Receipt, id)))),
            Step::SendCode(id) => drop(block_on(self.post.send(&letter(Kind::SignInCode, id)))),
            Step::Retry => drop(block_on(self.post.retry_due(&elm(), 10))),
            Step::Wait(minutes) => self.wait(minutes),
            Step::StopAfter(calls) => self.store.stop_at_step(calls),
            Step::Restart => drop(self.store.restart()),
            Step::CourierDown => self.carrier.answers.borrow_mut().push(DOWN),
            Step::AnswerLost => *self.carrier.silent.borrow_mut() = true,
        }
    }
}

proptest! {
    // Each case seals some hundred values.
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn whatever_happens_no_letter_is_carried_twice_and_every_receipt_arrives(steps in prop::collection::vec(step(), 0..25)) {
        let world = world(&[]);
        for step in &steps {
            world.take(*step);
        }
        // Everything is well again, and whoever got no answer sends their form once more.
        world.store.restart();
        world.carrier.answers.borrow_mut().clear();
        world.carrier.silent.take();
        for _ in 0..4 {
            world.wait(12 * 60);
            world.retry();
            for id in 1..4 {
                world.send(&letter(Kind::Receipt, id));
            }
        }
        let carried = world.carrier.carried.borrow();
        for id in 1..13 {
            let times = carried.iter().filter(|carried| **carried == OperationId::from_bytes([id; 15])).count();
            prop_assert!(times <= 1, "letter {} was carried {} times", id, times);
            prop_assert!(id > 3 || times == 1, "receipt {} never arrived", id);
        }
        prop_assert_eq!(world.retry(), Retried::default());
    }
}
