//! Settings that instances keep are never other than those in the store.

use std::{rc::Rc, time::Duration};

use futures::executor::block_on;
use profiles::{Colour, Profile, SchoolSettings, SettingsChange};
use records::{KeptSchools, Records, School, SettingsEvent};
use school_types::{SchoolId, Text};

use crate::diary::{House, elm};

const VIEW: &str = "elm-street/settings/school/view";

/// A house whose school is set up, and another request's records over the same store that share what they keep.
fn house() -> (House, Records) {
    let house = House::new();
    let kept = Rc::new(KeptSchools::default());
    let (one, other) =
        (house.records.clone().with_kept(Rc::clone(&kept)), house.records.clone().with_kept(Rc::clone(&kept)));
    let house = House { records: one, ..house };
    set(&house.records, &elm());
    (house, other)
}

fn set(records: &Records, school: &SchoolId) {
    let profile = Profile::template("p0").unwrap().unwrap();
    let settings = SchoolSettings::new(school.clone(), Text::english("Elm Street"), profile).unwrap();
    block_on(records.school(school).append(&SettingsEvent::Set(Box::new(settings)), None)).unwrap();
}

fn paint(records: &Records, shade: u8) {
    let change = SettingsEvent::Changed(Box::new(SettingsChange::Accent(Colour([shade; 3]))));
    block_on(records.school(&elm()).append(&change, None)).unwrap();
}

fn refresh(records: &Records) {
    block_on(records.school(&elm()).refresh::<School>()).unwrap();
}

fn shade(records: &Records) -> u8 {
    block_on(records.school_settings(&elm())).unwrap().unwrap().profile().accent.0[0]
}

/// What is kept must be what is stored.
fn is_as_folded(records: &Records) {
    let kept = block_on(records.school_settings(&elm())).unwrap();
    let folded = block_on(records.school(&elm()).fold::<School>()).unwrap().value.0;
    assert_eq!(kept.as_deref(), folded.as_deref());
}

#[test]
fn a_change_is_seen_at_once_whoever_made_it_and_whether_or_not_its_view_is_saved() {
    let (house, other) = house();
    is_as_folded(&other);
    refresh(&house.records);
    is_as_folded(&other);
    for shade_now in 1..5 {
        paint(&house.records, shade_now);
        assert_eq!((shade(&house.records), shade(&other)), (shade_now, shade_now));
        refresh(&house.records);
        assert_eq!((shade(&house.records), shade(&other)), (shade_now, shade_now));
        is_as_folded(&other);
    }
}

#[test]
fn a_second_request_reads_whether_anything_was_added_and_nothing_else() {
    let (house, other) = house();
    refresh(&house.records);
    let count = |records: &Records| {
        let mark = house.store.mark();
        shade(records);
        house.store.calls_since(mark).len()
    };
    assert_eq!((count(&house.records), count(&other)), (2, 1));
    paint(&house.records, 9);
    // The counter, which says that there is more; both again with the view; the event.
    assert_eq!((count(&other), count(&house.records)), (4, 4));
    refresh(&house.records);
    assert_eq!((count(&other), count(&house.records)), (3, 1));
}

#[test]
fn settings_that_last_count_for_that_long_from_when_the_store_was_asked_and_no_longer() {
    let (house, _) = house();
    refresh(&house.records);
    let kept = Rc::new(KeptSchools::lasting(Duration::from_secs(1)));
    let records = house.records.clone().with_kept(kept);
    let look = |wait: i64| {
        house.later(wait);
        let mark = house.store.mark();
        (shade(&records), house.store.calls_since(mark).len())
    };
    paint(&house.records, 1);
    refresh(&house.records);
    // Counter and view, then the counter alone, which says that this is all.
    assert_eq!((look(0), look(0), look(0)), ((1, 2), (1, 1), (1, 0)));
    paint(&house.records, 2);
    assert_eq!((look(0), look(1)), ((1, 0), (2, 4)));
    // As long as the view lacks the last change, what is kept does not count.
    assert_eq!(look(0), (2, 4));
    refresh(&house.records);
    assert_eq!((look(0), look(0), look(0)), ((2, 3), (2, 1), (2, 0)));
    house.later(-60);
    assert_eq!(look(0), (2, 1), "a clock that was set back");
}

#[test]
fn a_view_that_was_put_back_lost_or_spoilt_counts_and_not_what_is_kept() {
    let (house, other) = house();
    refresh(&house.records);
    let before = house.store.peek(VIEW);
    paint(&house.records, 7);
    refresh(&house.records);
    assert_eq!(shade(&other), 7);
    let now = house.store.peek(VIEW).unwrap();
    for view in [before, None, Some(now[..now.len() - 1].to_vec()), Some(b"nonsense".to_vec()), Some(now)] {
        house.store.tamper(VIEW, view);
        assert_eq!(shade(&other), 7);
        is_as_folded(&other);
    }
}

#[test]
fn one_school_is_never_taken_for_another_however_many_are_asked_for() {
    let (house, other) = house();
    let schools: Vec<SchoolId> = (0..20).map(|number| format!("school-{number}").parse().unwrap()).collect();
    for school in &schools {
        set(&house.records, school);
        block_on(house.records.school(school).refresh::<School>()).unwrap();
    }
    for _ in 0..2 {
        for school in &schools {
            assert_eq!(block_on(other.school_settings(school)).unwrap().unwrap().id(), school);
        }
        assert_eq!(block_on(other.school_settings(&"no-such-school".parse().unwrap())).unwrap(), None);
    }
}

#[test]
fn a_store_that_fails_is_not_answered_for_by_what_is_kept() {
    let (house, other) = house();
    refresh(&house.records);
    shade(&other);
    house.store.fail_next(1);
    assert!(block_on(other.school_settings(&elm())).is_err());
}
