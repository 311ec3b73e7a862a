//! The document of a parent's pages: nothing that anybody was told is recorded is ever missing from it, whoever writes, dies or is
//! slow; and it goes with whom it is about.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use futures::executor::block_on;
use jiff::SignedDuration;
use permission_rules::PermissionEvent;
use proptest::{collection::vec, prelude::*};
use records::{ContactEvent, ContactFacts, FamilyChild, Pace, ParentCheckEvent, Records};
use school_types::{ChildId, ContactId, Redacted, StaffId};
use testkit::{MemoryStore, Scheduler, Step};

use crate::diary::{House, elm, form, morning, records};

const SESSION: [u8; 16] = [5; 16];

fn mother() -> ContactId {
    ContactId::from_bytes([3; 10])
}

fn child(number: u8) -> ChildId {
    ChildId::from_bytes([number; 10])
}

fn facts(name: &str) -> ContactFacts {
    let children = vec![child(1), child(2)];
    ContactFacts { name: Redacted::new(name.to_owned()), e_mail: None, telephone: None, children }
}

fn said() -> PermissionEvent {
    PermissionEvent::DoNotPhotograph { set: true, by: StaffId::from_bytes([9; StaffId::BYTES]) }
}

async fn listed(records: &Records, name: &str) {
    records.contact(&elm(), &mother()).append(&ContactEvent::Listed(facts(name)), None).await.unwrap();
}

async fn children(records: &Records) -> Result<Vec<FamilyChild>, records::RecordsError> {
    let mut children = Vec::new();
    for number in [1, 2] {
        let id = child(number);
        let (people, said) = (records.child(&elm(), &id), records.permission(&elm(), &id));
        let (entry, permissions) = futures::try_join!(people.fold(), said.fold())?;
        children.push(FamilyChild { id, entry: entry.value, permissions });
    }
    Ok(children)
}

/// What one person does.
#[derive(Clone, Copy, Debug)]
enum Job {
    /// Says something about a child under a form, knowing nothing.
    Say(u8, u8),
    /// Opens the page, and keeps its document.
    Page,
    /// Opens the page, decides about a child, and keeps the document with it.
    Decide(u8, u8),
}

fn job() -> impl Strategy<Value = Job> {
    let form = || 0..6_u8;
    prop_oneof![
        3 => (1..=2_u8, form()).prop_map(|(child, form)| Job::Say(child, form)),
        4 => Just(Job::Page),
        3 => (1..=2_u8, form()).prop_map(|(child, form)| Job::Decide(child, form)),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let any = 0..64_usize;
    prop_oneof![
        8 => any.clone().prop_map(Step::Start),
        24 => any.clone().prop_map(Step::Go),
        4 => any.clone().prop_map(Step::Land),
        4 => any.clone().prop_map(Step::Answer),
        2 => Just(Step::Run),
        4 => any.clone().prop_map(Step::Stall),
        2 => any.clone().prop_map(Step::Release),
        1 => any.clone().prop_map(Step::Kill),
        1 => any.clone().prop_map(Step::Fail),
        1 => any.prop_map(Step::Lose),
        1 => prop::sample::select(vec![1, 5, 11, 61, 300]).prop_map(Step::Wait),
    ]
}

type Told = Rc<RefCell<BTreeSet<(u8, u8)>>>;

/// Everything that was acknowledged before is in what a page shows.
fn check(before: &BTreeSet<(u8, u8)>, shown: &[FamilyChild]) {
    for (number, name) in before {
        let found = shown.iter().find(|one| one.id == child(*number)).unwrap();
        assert!(found.permissions.number_of(&form(*name)).is_some(), "form {name} about child {number} is missing");
    }
}

async fn work(records: Records, job: Job, told: Told) -> Result<(), records::RecordsError> {
    let school = elm();
    if let Job::Say(number, name) = job {
        records.permission(&school, &child(number)).append(&said(), Some(&form(name))).await?;
        told.borrow_mut().insert((number, name));
        return Ok(());
    }
    let before = told.borrow().clone();
    let family = records.family(&school, &mother(), &SESSION).await?.unwrap();
    let mut shown = match &family.children {
        Some(children) => children.clone(),
        None => children(&records).await?,
    };
    check(&before, &shown);
    let Job::Decide(number, name) = job else {
        if !family.is_kept() {
            records.keep_family(&school, &mother(), &family, &shown).await?;
        }
        return Ok(());
    };
    let about = shown.iter_mut().find(|one| one.id == child(number)).unwrap();
    let stream = records.permission(&school, &child(number));
    let (written, after) = stream.append_and_fold(&about.permissions, &said(), &form(name)).await?;
    assert!(after.number_of(&form(name)).is_some());
    told.borrow_mut().insert((number, name));
    about.permissions = after;
    if !written.repeated {
        records.keep_family_after(&school, &mother(), &family, &shown, 1, &[]).await?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_anybody_was_told_of_is_missing_from_a_parents_page(
        jobs in vec(job(), 1..10),
        steps in vec(step(), 0..160),
    ) {
        let store = MemoryStore::new();
        let mut scheduler = Scheduler::new(&store, morning());
        let told = Told::default();
        let host = |scheduler: &mut Scheduler| {
            let pace = Pace::with_stopwatch(scheduler.stopwatch());
            records(&store, scheduler.clock(SignedDuration::ZERO)).with_pace(pace)
        };
        let last = host(&mut scheduler);
        store.at_once();
        block_on(listed(&last, "Odalys Planted"));
        store.by_steps();
        for job in &jobs {
            let (records, told) = (host(&mut scheduler), Rc::clone(&told));
            let job = *job;
            scheduler.add(async move { let _ = work(records, job, told).await; });
        }
        for step in steps {
            scheduler.step(step);
        }
        scheduler.finish();
        store.at_once();
        // Whoever opens the page last, with whatever document was left, and after what the dead had sent has arrived.
        block_on(work(last.clone(), Job::Page, Rc::clone(&told))).unwrap();
        scheduler.land_the_rest();
        block_on(work(last, Job::Page, told)).unwrap();
    }
}

fn kept(house: &House) {
    block_on(async {
        let family = house.records.family(&elm(), &mother(), &SESSION).await.unwrap().unwrap();
        house.records.keep_family(&elm(), &mother(), &family, &children(&house.records).await.unwrap()).await.unwrap();
    });
}

fn reads(house: &House) -> usize {
    let mark = house.store.mark();
    block_on(house.records.family(&elm(), &mother(), &SESSION)).unwrap();
    house.store.calls_since(mark).len()
}

/// Something that somebody else does meanwhile.
type Happening<'h> = Box<dyn Fn() + 'h>;

#[test]
fn a_document_counts_until_something_is_recorded_about_anybody_of_the_school() {
    let house = House::new();
    block_on(listed(&house.records, "Odalys Planted"));
    let records = house.records.clone();
    let checks = ParentCheckEvent::Listed(vec![(mother(), child(1))]);
    let happens: [(&str, Happening<'_>); 4] = [
        ("a contact", Box::new(|| block_on(listed(&records, "Odalys Moved")))),
        (
            "a permission",
            Box::new(|| {
                block_on(records.permission(&elm(), &child(2)).append(&said(), None)).unwrap();
            }),
        ),
        (
            "a check",
            Box::new(|| {
                block_on(records.parent_checks(&elm()).append(&checks, None)).unwrap();
            }),
        ),
        (
            "the end of a session",
            Box::new(|| {
                block_on(records.end_family_session(&[6; 16], [&elm()])).unwrap();
            }),
        ),
    ];
    for (what, happen) in happens {
        kept(&house);
        assert_eq!(reads(&house), 2, "before {what}");
        happen();
        assert!(reads(&house) > 2, "after {what}");
    }
    let family = block_on(records.family(&elm(), &mother(), &SESSION)).unwrap().unwrap();
    assert_eq!((family.facts.name.reveal().as_str(), family.held_back), ("Odalys Moved", vec![child(1)]));
    kept(&house);
    house.later(24 * 3600);
    assert!(reads(&house) > 2, "it lasts a day");
}

#[test]
fn a_session_that_was_ended_opens_no_document_and_another_one_is_asked_for() {
    let house = House::new();
    block_on(listed(&house.records, "Odalys Planted"));
    kept(&house);
    let family = |session: &[u8; 16]| block_on(house.records.family(&elm(), &mother(), session)).unwrap();
    assert!(!family(&[7; 16]).unwrap().is_kept(), "a new session is noted first");
    block_on(house.records.end_session(&[8; 16])).unwrap();
    assert!(family(&[8; 16]).is_none());
    block_on(house.records.end_family_session(&SESSION, [&elm()])).unwrap();
    assert!(family(&SESSION).is_none());
}

#[test]
fn a_document_that_was_lost_or_spoilt_is_made_again() {
    let house = House::new();
    block_on(listed(&house.records, "Odalys Planted"));
    kept(&house);
    let key = format!("elm-street/permission/family/{}/value", mother());
    for spoilt in [None, Some(b"nothing that opens".to_vec())] {
        house.store.tamper(&key, spoilt);
        assert!(block_on(house.records.family(&elm(), &mother(), &SESSION)).unwrap().unwrap().children.is_none());
        kept(&house);
        assert_eq!(reads(&house), 2);
    }
}

#[test]
fn a_document_goes_with_the_pupil_it_is_about() {
    let house = House::new();
    let records = &house.records;
    block_on(async {
        let event = crate::people::listed_with(&mother());
        records.child(&elm(), &child(1)).append(&event, None).await.unwrap();
        listed(records, "Odalys Planted").await;
    });
    kept(&house);
    let key = format!("elm-street/permission/family/{}/value", mother());
    assert!(house.store.peek(&key).is_some());
    block_on(records.erase_child(&elm(), &child(1))).unwrap();
    assert!(house.store.peek(&key).is_none());
}
