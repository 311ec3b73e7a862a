//! Accounts of staff: lists that come again, addresses that pass from one to another, administrators who dismiss each other.

use futures::executor::block_on;
use jiff::SignedDuration;
use proptest::{collection::vec, prelude::*};
use records::{AccountChange, Credential, Records, StaffFacts, StaffRoll, staff_id};
use school_types::{OperationId, Redacted, Role, StaffId};
use testkit::{Scheduler, Step};

use crate::diary::{House, elm, morning, records as records_of};

fn id(records: &Records, number: u8) -> StaffId {
    staff_id(records.vault(), &elm(), &format!("S{number}"))
}

fn facts(name: &str, e_mail: &str, roles: &[Role]) -> StaffFacts {
    StaffFacts {
        name: Redacted::new(name.to_owned()),
        e_mail: Redacted::new(e_mail.to_owned()),
        roles: roles.to_vec(),
        classes: Vec::new(),
    }
}

fn operation(number: u8) -> OperationId {
    OperationId::from_bytes([number; 15])
}

/// Lists an account and sets it up.
fn set_up(records: &Records, number: u8, roles: &[Role]) -> StaffId {
    let staff = id(records, number);
    let listed = [(staff.clone(), facts(&format!("Planted {number}"), &format!("p{number}@example.org"), roles))];
    block_on(records.list_staff(&elm(), &listed)).unwrap();
    block_on(records.invite_staff(&elm(), &staff, false, &operation(number))).unwrap();
    let code = records.invitation_code(&elm(), &operation(number));
    let credential = Credential {
        passphrase: Redacted::new("hash".to_owned()),
        totp_secret: Redacted::new(vec![number; 20]),
        recovery: Vec::new(),
    };
    assert!(
        block_on(records.set_up_staff(&elm(), &staff, credential, &code, &operation(100 + number))).unwrap().is_some()
    );
    staff
}

fn whose(records: &Records, e_mail: &str) -> Option<StaffId> {
    block_on(records.staff_by_address(&elm(), e_mail)).unwrap().map(|(staff, _)| staff)
}

fn administrators(records: &Records) -> Vec<StaffId> {
    let roll = block_on(records.staff_roll(&elm()).fold::<StaffRoll>()).unwrap().value;
    roll.administrators.into_iter().collect()
}

#[test]
fn a_list_that_comes_again_changes_and_writes_nothing() {
    let house = House::new();
    let records = &house.records;
    let list: Vec<_> = (0..20)
        .map(|number| {
            let facts = facts(&format!("Planted {number}"), &format!("p{number}@example.org"), &[Role::Teacher]);
            (id(records, number), facts)
        })
        .collect();
    assert_eq!(block_on(records.list_staff(&elm(), &list)).unwrap(), []);
    assert_eq!(block_on(records.staff_accounts(&elm())).unwrap().len(), 20);
    let mark = house.store.mark();
    block_on(records.list_staff(&elm(), &list)).unwrap();
    assert_eq!(house.store.writes_since(mark), []);
}

#[test]
fn an_address_may_pass_from_one_to_another_and_even_be_swapped() {
    let house = House::new();
    let records = &house.records;
    let (one, two) = (id(records, 1), id(records, 2));
    let list = |first: &str, second: &str| {
        [(one.clone(), facts("One", first, &[Role::Office])), (two.clone(), facts("Two", second, &[Role::Head]))]
    };
    block_on(records.list_staff(&elm(), &list("a@example.org", "b@example.org"))).unwrap();
    block_on(records.list_staff(&elm(), &list("b@example.org", "a@example.org"))).unwrap();
    assert_eq!(whose(records, "A@example.org "), Some(two.clone()));
    assert_eq!(whose(records, "b@example.org"), Some(one.clone()));
    block_on(records.list_staff(&elm(), &list("c@example.org", "a@example.org"))).unwrap();
    assert_eq!(whose(records, "b@example.org"), None);
    block_on(records.close_account(&elm(), &two, &operation(1))).unwrap();
    assert_eq!(whose(records, "a@example.org"), None);
}

#[test]
fn a_list_without_any_administrator_leaves_the_last_one_hers() {
    let house = House::new();
    let records = &house.records;
    let last = set_up(records, 1, &[Role::Administrator]);
    let list = [(last.clone(), facts("Planted 1", "p1@example.org", &[Role::Office]))];
    assert_eq!(block_on(records.list_staff(&elm(), &list)).unwrap(), std::slice::from_ref(&last));
    let account = block_on(records.staff_account(&elm(), &last)).unwrap();
    assert_eq!(account.present().unwrap().roles, [Role::Office, Role::Administrator]);
    let other = set_up(records, 2, &[Role::Administrator]);
    assert_eq!(block_on(records.list_staff(&elm(), &list)).unwrap(), []);
    assert_eq!(administrators(records), [other]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn of_two_administrators_who_dismiss_each_other_one_stays_whatever_the_order(picks in vec(0usize..4, 0..80)) {
        let base = House::new();
        let pair = [1, 2].map(|number| set_up(&base.records, number, &[Role::Administrator]));
        let house = House::over(base.store.copy());
        let mut scheduler = Scheduler::new(&house.store, morning());
        for (number, leaver) in pair.iter().rev().cloned().enumerate() {
            let records = records_of(&house.store, scheduler.clock(SignedDuration::ZERO));
            scheduler.add(async move {
                // Whether it is made or refused, the store answers.
                let change = records.close_account(&elm(), &leaver, &operation(50 + number as u8)).await;
                assert_ne!(change.unwrap(), AccountChange::NoAccount);
            });
        }
        scheduler.step(Step::Start(0));
        scheduler.step(Step::Start(0));
        picks.into_iter().for_each(|pick| scheduler.step(Step::Go(pick)));
        scheduler.finish();
        let after = House::over(house.store.copy());
        prop_assert_eq!(administrators(&after.records).len(), 1);
        let present = block_on(after.records.staff_accounts(&elm())).unwrap();
        prop_assert!(present.iter().any(|(_, account)| account.present().is_some()));
    }
}

#[test]
fn an_account_closed_at_every_step_is_closed_by_the_same_form_sent_again() {
    let base = House::new();
    set_up(&base.records, 1, &[Role::Administrator]);
    let leaver = set_up(&base.records, 2, &[Role::Administrator]);
    for step in 0.. {
        let house = House::over(base.store.copy());
        house.store.stop_at_step(step);
        let first = block_on(house.records.close_account(&elm(), &leaver, &operation(50)));
        let came_to_it = house.store.restart();
        if first.is_err() {
            assert!(came_to_it, "step {step}");
        }
        let again = || block_on(house.records.close_account(&elm(), &leaver, &operation(50))).unwrap();
        // Where a number was taken and nothing written under it, another administrator may be leaving for a minute yet.
        if again() == AccountChange::LastAdministrator {
            house.later(120);
        }
        assert_eq!(again(), AccountChange::Made, "step {step}");
        assert_eq!(whose(&house.records, "p2@example.org"), None, "step {step}");
        assert_eq!(administrators(&house.records).len(), 1, "step {step}");
        assert!(block_on(house.records.staff_account(&elm(), &leaver)).unwrap().has_left());
        if !came_to_it {
            return;
        }
    }
}

#[test]
fn a_time_step_counts_once_and_is_swept_away() {
    let house = House::new();
    let records = &house.records;
    let staff = set_up(records, 1, &[Role::Teacher]);
    let try_it = |attempt: u8| block_on(records.use_totp_step(&elm(), &staff, 7, &operation(attempt))).unwrap();
    assert!(try_it(1));
    assert!(try_it(1), "the same browser, a moment later");
    assert!(!try_it(2));
    house.hand.advance(SignedDuration::from_secs(61));
    assert!(!try_it(1), "a minute later");
    house.hand.advance(SignedDuration::from_mins(30));
    while block_on(records.sweep(50)).unwrap().more {}
    assert!(!house.store.all_keys().iter().any(|key| key.contains("/totp/")));
}
