//! A look through a real file, as `cargo xtask verify` takes it.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

use std::rc::Rc;

use clock::Clock;
use jiff::SignedDuration;
use kv_stores::{Address, Backend};
use record_check::{NativeStore, Report, look_through};
use records::{Asker, AuditEvent, Enrolled, Fault, Records, RollEvent, Store};
use school_types::{ChildId, SchoolId, Timestamp};
use vault::{MasterKey, Vault};

async fn look(store: &dyn kv_stores::Store, records: &Records) -> Report {
    look_through(records, &store.keys().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_file_that_somebody_wrote_into_is_told_from_one_that_nobody_did() {
    let folder = tempfile::tempdir().unwrap();
    let backend = Backend::open(&Address::Sqlite, folder.path()).await.unwrap();
    let store = backend.store(kv_stores::DEFAULT_LABEL);
    let elm: SchoolId = "elm-street".parse().unwrap();
    let now: Timestamp = "2026-11-22T04:00:00Z".parse().unwrap();
    let (clock, hand) = Clock::by_hand(now);
    let native: Rc<dyn Store> = Rc::new(NativeStore(store.clone()));
    let vault = Vault::new(MasterKey::from_bytes([7; 32]), None);
    let records = Records::new(native, vault, clock, Asker::task("test"));

    let listed = vec![Enrolled { child: ChildId::from_bytes([1; 10]), class: "2A".to_owned().into() }];
    records.roll(&elm).append(&RollEvent::Changed { listed, left: Vec::new() }, None).await.unwrap();
    for _ in 0..3 {
        records.audit(&elm).append(&AuditEvent::SignedIn, None).await.unwrap();
    }
    let report = look(&*store, &records).await;
    assert_eq!(report.to_string(), "elm-street: no checkpoint yet\n6 keys, and nothing is wrong");

    records.checkpoint(&elm, 1_000).await.unwrap();
    hand.advance(SignedDuration::from_mins(1));
    records.audit(&elm).append(&AuditEvent::SignedIn, None).await.unwrap();
    let report = look(&*store, &records).await;
    let expected = "elm-street: checkpoint 1 of 2026-11-22T04:00:00Z; 4 events in 2 streams are as they were, \
                    1 are newer, 0 erased, 0 never written\n10 keys, and nothing is wrong";
    assert_eq!(report.to_string(), expected);

    store.delete("elm-street/people/audit/2").await.unwrap();
    store.set("elm-street/people/audit/4", b"something else".to_vec()).await.unwrap();
    store.set("elm-street/people/note/value", b"unsealed".to_vec()).await.unwrap();
    let report = look(&*store, &records).await;
    let stream = "elm-street/people/audit".to_owned();
    let faults = [Fault::Unreadable { stream: stream.clone(), number: 4 }, Fault::Missing { stream, number: 2 }];
    assert_eq!(report.schools[0].found.faults, faults);
    assert_eq!(report.shut, ["elm-street/people/note/value"]);
    assert!(report.to_string().ends_with("10 keys, and 3 faults"), "{report}");
}

#[tokio::test]
async fn a_day_without_a_checkpoint_is_a_fault_of_the_school_it_is_missing_for() {
    let folder = tempfile::tempdir().unwrap();
    let backend = Backend::open(&Address::Sqlite, folder.path()).await.unwrap();
    let store = backend.store(kv_stores::DEFAULT_LABEL);
    let [elm, ash]: [SchoolId; 2] = ["elm-street", "ash-lane"].map(|slug| slug.parse().unwrap());
    let (clock, hand) = Clock::by_hand("2026-11-22T06:30:00Z".parse().unwrap());
    let native: Rc<dyn Store> = Rc::new(NativeStore(store.clone()));
    let records = Records::new(native, Vault::new(MasterKey::from_bytes([7; 32]), None), clock, Asker::task("test"));

    for school in [&elm, &ash] {
        records.audit(school).append(&AuditEvent::SignedIn, None).await.unwrap();
    }
    hand.advance(SignedDuration::from_hours(22));
    assert_eq!(look(&*store, &records).await.faults(), 0, "the next morning's task has not run yet");
    records.checkpoint(&ash, 1_000).await.unwrap();
    hand.advance(SignedDuration::from_hours(5));
    let report = look(&*store, &records).await;
    assert_eq!(report.faults(), 1, "{report}");
    let fault = "elm-street: no checkpoint yet\n  fault: no checkpoint covers what was written since 2026-11-22T06:30:00Z: \
                 the daily task did not run, or not to its end\n";
    assert!(report.to_string().contains(fault), "{report}");

    records.checkpoint(&elm, 1_000).await.unwrap();
    hand.advance(SignedDuration::from_hours(72));
    assert_eq!(look(&*store, &records).await.faults(), 0, "nothing was written since, so nothing is missing");
}
