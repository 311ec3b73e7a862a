use std::collections::BTreeSet;

use futures::executor::block_on;
use profiles::{Colour, Profile, SchoolSettings, SettingsChange};
use records::{ApiTokens, Opening, School, Schools, SettingsEvent, TokenScope};
use school_types::{Language, OperationId, Text};

use crate::diary::{House, elm};

fn settings(template: &str) -> SchoolSettings {
    let profile = Profile::template(template).unwrap().unwrap();
    SchoolSettings::new(elm(), Text::english("Elm Street"), profile).unwrap()
}

fn operation(number: u8) -> OperationId {
    OperationId::from_bytes([number; OperationId::BYTES])
}

fn opened(house: &House) -> SchoolSettings {
    *block_on(house.records.school(&elm()).fold::<School>()).unwrap().value.0.unwrap()
}

#[test]
fn a_school_is_opened_once_however_often_the_operator_asks() {
    let house = House::new();
    let open = |template, number| block_on(house.records.open_school(&settings(template), &operation(number))).unwrap();
    assert_eq!(open("p0", 1), Opening::Opened);
    assert_eq!(open("p0", 1), Opening::Repeated);
    assert_eq!(open("p2", 2), Opening::Taken);
    assert_eq!(opened(&house), settings("p0"));
    let schools = block_on(house.records.schools().fold::<Schools>()).unwrap();
    assert_eq!((schools.value.0.len(), schools.upto()), (1, 1));
}

#[test]
fn opening_that_was_cut_short_at_any_write_is_finished_by_the_same_operation() {
    let whole = House::new();
    block_on(whole.records.open_school(&settings("p0"), &operation(1))).unwrap();
    let calls = whole.store.calls_since(0).len();
    let mut interrupted = 0;
    for after in 0..calls {
        let house = House::new();
        house.store.stop_at_step(after);
        let first = block_on(house.records.open_school(&settings("p0"), &operation(1)));
        interrupted += usize::from(first.is_err());
        house.store.restart();
        // Whoever died before saying when they began is noticed first, and taken over from later.
        let finished = (0..3).find(|_| {
            house.later(300);
            let again = block_on(house.records.open_school(&settings("p0"), &operation(1))).unwrap();
            matches!(again, Opening::Opened | Opening::Repeated)
        });
        assert!(finished.is_some(), "cut after {after}");
        assert_eq!(opened(&house), settings("p0"), "cut after {after}");
        assert_eq!(block_on(house.records.schools().fold::<Schools>()).unwrap().value.0.len(), 1, "cut after {after}");
    }
    assert_eq!(interrupted, calls);
}

#[test]
fn two_administrators_who_change_different_topics_lose_nothing() {
    let house = House::new();
    block_on(house.records.open_school(&settings("p0"), &operation(1))).unwrap();
    let stream = house.records.school(&elm());
    block_on(stream.refresh::<School>()).unwrap();
    for change in [SettingsChange::Accent(Colour([1, 2, 3])), SettingsChange::Name(Text::english("Elm Primary"))] {
        block_on(stream.append(&SettingsEvent::Changed(Box::new(change)), None)).unwrap();
    }
    let now = opened(&house);
    assert_eq!((now.name().get(Language::En), now.profile().accent), ("Elm Primary", Colour([1, 2, 3])));
    assert_eq!(now.profile().purposes, settings("p0").profile().purposes);
}

#[test]
fn a_token_is_listed_by_its_label_and_lets_nobody_in_once_ended() {
    let house = House::new();
    let (token, id) = ("a-token-of-many-characters", operation(7));
    let scopes = BTreeSet::from([TokenScope::Check, TokenScope::Staff]);
    block_on(house.records.allow_token(&elm(), token, "Our own system", &scopes, &id)).unwrap();
    block_on(house.records.allow_token(&elm(), token, "Our own system", &scopes, &id)).unwrap();
    assert_eq!(block_on(house.records.token_scopes(&elm(), token)).unwrap(), Some(scopes.clone()));
    assert_eq!(block_on(house.records.token_scopes(&elm(), "another")).unwrap(), None);
    assert_eq!(block_on(house.records.token_scopes(&"oak-lane".parse().unwrap(), token)).unwrap(), None);
    let listed = || block_on(house.records.api_tokens(&elm()).fold::<ApiTokens>()).unwrap().value.0;
    assert_eq!(listed()[&id].label.reveal(), "Our own system");
    assert_eq!((&listed()[&id].scopes, listed()[&id].is_old), (&scopes, false));
    assert_eq!(listed().len(), 1);
    assert!(!house.store.contains_text(token) && !house.store.contains_text("Our own system"));

    let ended = block_on(house.records.end_token(&elm(), &id)).unwrap().unwrap();
    assert_eq!(ended.label.reveal(), "Our own system");
    assert_eq!(block_on(house.records.token_scopes(&elm(), token)).unwrap(), None);
    assert!(listed().is_empty());
    assert_eq!(block_on(house.records.end_token(&elm(), &id)).unwrap(), None);
}
