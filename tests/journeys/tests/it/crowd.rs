//! Many parents at once, one school, two processes, one Redis: nothing that was acknowledged is lost or doubled.

use std::{collections::BTreeSet, sync::Barrier, thread};

use journeys::{
    gate::{Gate, Options},
    page::Form,
    parent::{Parent, codes},
    redis::Redis,
};

use crate::SCHOOL;

/// How many parents send their answers at the same moment.
const CROWD: usize = 200;

/// Every how many-th of them sends twice at once, as an impatient finger does, each time to another process.
const IMPATIENT: usize = 4;

/// Does something with each, all at once, each in a thread of their own; gives what came of it in the same order.
pub fn all_at_once<T: Send, R: Send>(items: Vec<T>, act: impl Fn(T) -> R + Sync) -> Vec<R> {
    thread::scope(|scope| {
        let act = &act;
        let threads: Vec<_> = items.into_iter().map(|item| scope.spawn(move || act(item))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// That many parents, signed in through whichever of the processes, one after the other, with their answers ready to send.
pub fn ready_to_send(gates: &[&Gate], how_many: usize) -> Vec<(Parent, Form)> {
    let people = gates[0].demo().parents(SCHOOL).unwrap();
    assert!(people.len() >= how_many, "the school has {} such parents", people.len());
    let asking = people.into_iter().take(how_many).enumerate().map(|(number, person)| {
        let browser = gates[0].browser().unwrap().led_to(gates[number % gates.len()].base());
        Parent::new(browser, SCHOOL, person.clone())
    });
    let asked = all_at_once(asking.collect(), |mut parent| {
        let form = parent.ask().unwrap();
        (parent, form)
    });
    let codes = codes(gates[0].base()).unwrap();
    all_at_once(asked, |(mut parent, form)| {
        let children = parent.enter(&form, &codes[parent.e_mail().unwrap()]).unwrap();
        let form = parent.prepare(&children).unwrap().form("/check").unwrap();
        (parent, form)
    })
}

/// Every receipt that the application holds for a parent, each checked: whole, and genuine to whoever asks.
pub fn receipts_of(parent: &mut Parent) -> Vec<String> {
    let mut references = Vec::new();
    for child in parent.person.children.clone() {
        for slip in parent.history(&child).unwrap() {
            assert!(slip.is_whole());
            references.push(slip.reference);
        }
    }
    references
}

#[test]
fn of_two_hundred_parents_sending_at_once_through_two_processes_every_decision_is_there_once() {
    let redis = Redis::start().unwrap();
    let first = Gate::start(Options { redis: Some(redis.address()), ..Options::default() }).unwrap();
    let second = first.beside().unwrap();
    let gates = [&first, &second];
    let ready = ready_to_send(&gates, CROWD);

    let start = Barrier::new(CROWD);
    let numbered = ready.into_iter().enumerate().collect();
    let sent = all_at_once(numbered, |(number, (mut parent, form)): (usize, (Parent, Form))| {
        let mut other = parent.browser.led_to(gates[(number + 1) % 2].base());
        start.wait();
        let (answer, again) = thread::scope(|scope| {
            let again = (number % IMPATIENT == 0).then(|| scope.spawn(|| other.submit_once(&form).unwrap()));
            (parent.send_once(&form).unwrap(), again.map(|again| again.join().unwrap()))
        });
        assert_eq!(answer.status, 303, "parent {number}: {}", answer.body);
        if let Some(again) = again {
            assert_eq!(again.status, 303, "parent {number}, the second time: {}", again.body);
            assert_eq!(again.header("location"), answer.header("location"));
        }
        // From here on they are served by the other process.
        parent.browser = other;
        (parent, answer.header("location").to_owned())
    });

    let decisions = all_at_once(sent, |(mut parent, done)| {
        let page = parent.browser.open(&done).unwrap();
        let slips = parent.receipts(&page).unwrap();
        assert_eq!(slips.len(), parent.person.children.len());
        for slip in &slips {
            assert_eq!(parent.verify(slip).unwrap(), "This receipt is genuine");
        }
        let given: BTreeSet<String> = slips.into_iter().map(|slip| slip.reference).collect();
        let held = receipts_of(&mut parent);
        assert_eq!(held.len(), given.len(), "a decision was lost or doubled");
        assert_eq!(BTreeSet::from_iter(held), given);
        given
    });
    let expected: usize = decisions.iter().map(BTreeSet::len).sum();
    assert_eq!(decisions.into_iter().flatten().collect::<BTreeSet<_>>().len(), expected);
    assert!(expected >= CROWD);
}
