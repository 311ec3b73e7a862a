use futures::executor::block_on;
use records::{Place, RecordsError, StoreError};
use school_types::ContactId;
use testkit::Operation;
use vault::{Domain, OpenError};

use crate::diary::{House, elm};

fn draft() -> Place {
    Place::of_school(&elm(), Domain::Form).part("draft").part(ContactId::from_bytes([1; 10]))
}

#[test]
fn a_value_is_put_fetched_and_removed_one_call_each() {
    let house = House::new();
    assert_eq!(block_on(house.records.fetch::<String>(&draft())), Ok(None));
    block_on(house.records.put(&draft(), &"half-typed")).unwrap();
    assert_eq!(block_on(house.records.fetch(&draft())), Ok(Some("half-typed".to_owned())));
    block_on(house.records.remove(&draft())).unwrap();
    assert_eq!(block_on(house.records.fetch::<String>(&draft())), Ok(None));
    let operations: Vec<_> = house.store.calls_since(0).into_iter().map(|c| c.operation).collect();
    use Operation::{Delete, Get, Set};
    assert_eq!(operations, [Get, Set, Get, Delete, Get]);
}

#[test]
fn a_value_cannot_be_read_in_the_store_nor_moved_in_it() {
    let house = House::new();
    let (one, other) = (draft(), draft().part("other"));
    block_on(house.records.put(&one, &"half-typed")).unwrap();
    assert!(!house.store.contains_text("half-typed"));
    let (from, to) = (format!("{one}/value"), format!("{other}/value"));
    house.store.tamper(&to, house.store.peek(&from));
    let source = OpenError::NotAuthentic;
    assert_eq!(block_on(house.records.fetch::<String>(&other)), Err(RecordsError::Value { key: to, source }));
}

#[test]
fn a_value_of_another_form_and_a_failed_read_are_errors_and_not_absent() {
    let house = House::new();
    block_on(house.records.put(&draft(), &"Ada")).unwrap();
    let error = block_on(house.records.fetch::<u64>(&draft())).unwrap_err();
    assert_eq!(error, RecordsError::ValueForm { key: format!("{}/value", draft()) });
    assert!(!format!("{error} {error:?}").contains("Ada"));
    house.store.fail_next(1);
    let failed = StoreError::Unavailable("stopped by the test".to_owned());
    assert_eq!(block_on(house.records.fetch::<String>(&draft())), Err(failed.into()));
    assert_eq!(block_on(house.records.fetch::<String>(&draft())), Ok(Some("Ada".to_owned())));
}

#[test]
fn counting_answers_how_many_it_makes() {
    let house = House::new();
    assert_eq!(block_on(house.records.counted(&draft())), Ok(0));
    assert_eq!(block_on(house.records.count(&draft())), Ok(1));
    assert_eq!(block_on(house.records.count(&draft())), Ok(2));
    assert_eq!(block_on(house.records.counted(&draft())), Ok(2));
}

#[test]
fn whether_the_store_answers_is_found_out_without_writing() {
    let house = House::new();
    assert_eq!(block_on(house.records.reachable()), Ok(()));
    house.store.fail_next(1);
    assert!(block_on(house.records.reachable()).is_err());
    assert_eq!(house.store.writes_since(0), []);
}
