//! Instances are reused, also concurrently: no answer ever holds anything of another family.

use std::collections::BTreeSet;

use journeys::{
    browser::Browser,
    demo::{Demo, Person},
    gate::{Gate, Options},
    page::Page,
    parent::{Parent, codes},
};

use crate::{SCHOOL, crowd::all_at_once, shared};

/// How many families are there at once.
const FAMILIES: usize = 24;

/// How often each goes round their pages.
const ROUNDS: usize = 4;

/// What tells one family from all others.
struct Marks {
    person: Person,
    own: BTreeSet<String>,
}

/// Families of whom no two share a name of a parent or child, so that a name on a page says whose it is.
fn unlike(demo: &Demo) -> Vec<Marks> {
    let mut known = BTreeSet::new();
    let mut marks = Vec::new();
    // The last at the school: other tests begin with the first.
    for person in demo.families(SCHOOL).unwrap().into_iter().rev() {
        let own = own_marks(person);
        if own.iter().all(|mark| !known.contains(mark)) {
            known.extend(own.iter().cloned());
            marks.push(Marks { person: person.clone(), own });
        }
    }
    marks.truncate(FAMILIES);
    assert_eq!(marks.len(), FAMILIES);
    marks
}

fn own_marks(person: &Person) -> BTreeSet<String> {
    let names = person.name.split(' ').map(str::to_owned);
    names.chain(person.e_mail.clone()).chain(person.forenames.clone()).chain(person.children.clone()).collect()
}

/// Whether a text holds a mark as a word of its own: `Ada` is not in `Adam`.
fn names(text: &str, mark: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric();
    text.match_indices(mark).any(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        !before.chars().next_back().is_some_and(joins) && !after.chars().next().is_some_and(joins)
    })
}

/// Asserts that a page holds none of the marks that are not its reader's, whose `number` is given.
fn is_theirs(page: &Page, all: &[BTreeSet<String>], number: usize) {
    assert!(page.status().is_success(), "{} answered {}", page.path, page.status());
    let everything = format!("{:?} {}", page.answer.headers, page.answer.body);
    for (other, marks) in all.iter().enumerate().filter(|(other, _)| *other != number) {
        for mark in marks {
            assert!(
                !names(&everything, mark),
                "family {number} was shown something of family {other} on {}",
                page.path
            );
        }
    }
}

/// Everybody signs in, decides and looks round, all at the same time.
fn hammer(gate: &Gate) {
    let families = unlike(gate.demo());
    let nobody = gate.browser().unwrap();
    for address in ["", "consent", "sign-in", "sign-in/letter", "receipts"] {
        // A name that is also a word of every page would tell nothing.
        let page = nobody.clone().open(&format!("/s/{SCHOOL}/{address}")).unwrap();
        is_theirs(&page, &families.iter().map(|family| family.own.clone()).collect::<Vec<_>>(), usize::MAX);
    }
    let asked = all_at_once(families, |family| {
        let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, family.person);
        let form = parent.ask().unwrap();
        (parent, form, family.own)
    });
    let codes = codes(gate.base()).unwrap();
    // A page shows a code only as it was typed: six digits.
    let with_codes: Vec<_> = asked
        .into_iter()
        .map(|(parent, form, mut own)| {
            let code = codes[parent.e_mail().unwrap()].clone();
            own.insert(code.clone());
            (parent, form, code, own)
        })
        .collect();
    let all: Vec<BTreeSet<String>> = with_codes.iter().map(|(_, _, _, own)| own.clone()).collect();
    let all = &all;
    let numbered = with_codes.into_iter().enumerate().collect();
    all_at_once(numbered, |(number, (mut parent, form, code, _)): (usize, (Parent, _, String, _))| {
        let children = parent.enter(&form, &code).unwrap();
        is_theirs(&children, all, number);
        let check = parent.prepare(&children).unwrap();
        is_theirs(&check, all, number);
        let done = parent.send(&check.form("/check").unwrap()).unwrap();
        is_theirs(&done, all, number);
        for _ in 0..ROUNDS {
            for address in addresses(&parent, &done) {
                let page = open(&mut parent.browser, &address);
                is_theirs(&page, all, number);
                assert!(
                    address.ends_with("/file") || names(&page.text(), &parent.person.name),
                    "{address} names nobody"
                );
            }
        }
    });
}

fn open(browser: &mut Browser, address: &str) -> Page {
    browser.open(address).unwrap()
}

/// The pages that a family has about itself.
fn addresses(parent: &Parent, done: &Page) -> Vec<String> {
    let mut addresses = vec![parent.at("consent/children"), done.path.clone()];
    for child in &parent.person.children {
        addresses.push(parent.at(&format!("consent/child/{child}")));
        addresses.push(parent.at(&format!("consent/child/{child}/withdraw")));
    }
    for receipt in done.attributes("a[href*='/consent/receipt/']", "href").unwrap() {
        addresses.push(format!("{receipt}/file"));
        addresses.push(receipt);
    }
    addresses
}

#[test]
fn families_stay_apart_when_instances_are_reused_and_shared() {
    hammer(&shared());
}

#[test]
fn families_stay_apart_when_every_request_has_an_instance_of_its_own() {
    hammer(&Gate::start(Options { reuse: Some(1), ..Options::default() }).unwrap());
}
