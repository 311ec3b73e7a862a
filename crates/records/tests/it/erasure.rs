//! After an erasure nothing of the pupil is found in the store, opened or not, and everybody else's records are as they
//! were: whatever was recorded before, wherever the erasure broke off, and whoever was writing meanwhile.

use futures::executor::block_on;
use jiff::SignedDuration;
use permission_rules::ChildPermissions;
use proptest::{collection::vec, prelude::*};
use records::{
    Child, ChildChange, ChildEvent, Contact, ContactChange, ContactEvent, Enrolled, Listed, Roll, RollEvent,
};
use school_types::{ChildId, ContactId, Relation};
use testkit::installation::{ASH, ELM, school};

use crate::town::{Deed, Town, deed};

impl Town {
    /// Every opened value of the school where nobody is erased.
    fn others(&self) -> Vec<(String, String)> {
        self.installation.opened().into_iter().filter(|(key, _)| key.starts_with(ELM)).collect()
    }
}

/// That nothing of Emmerich and his father is left, but for ids.
fn assert_gone(town: &Town, what: &str) {
    for planted in ["Emmerich", "Fennimore", "fenn.example.org", "fathermoved", "Plantagenet"] {
        let found: Vec<String> =
            town.installation.mentions(planted).into_iter().filter(|key| !key.contains(ELM)).collect();
        assert_eq!(found, Vec::<String>::new(), "{what}: {planted} is still there");
    }
    // The keys named by his id, or by his father's, are counters and nothing else.
    let (child, contact) = town.ids(2);
    for key in town.installation.store.all_keys() {
        if key.contains(child.as_str()) || key.contains(contact.as_str()) {
            assert!(key.ends_with("/n"), "{what}: {key} is still there");
        }
    }
    let found = town.installation.mentions(child.as_str());
    let known = ["/people/roll/", "/people/erasures/", "/people/n"];
    assert!(found.iter().all(|key| known.iter().any(|known| key.contains(known))), "{what}: {found:?}");
    let roll = block_on(town.installation.records.roll(&school(ASH)).fold::<Roll>()).unwrap().value;
    assert_eq!(roll.get(&child), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_an_erased_pupil_is_left_and_nothing_of_others_is_lost(
        // The moved address of one family is planted for the other too; so only the family that goes moves.
        deeds in vec(deed().prop_filter("only one moves", |deed| !matches!(deed, Deed::MoveAddress(0 | 1))), 0..14),
    ) {
        let mut town = Town::new();
        deeds.iter().for_each(|deed| town.happens(*deed));
        let others = town.others();
        let (child, contact) = town.ids(2);
        let erased = block_on(town.installation.records.erase_child(&school(ASH), &child)).unwrap();
        prop_assert_eq!(&erased.contacts, &vec![contact]);
        assert_gone(&town, "after the erasure");
        prop_assert_eq!(town.others(), others);
        // Once more finds nothing, and proves nothing.
        let again = block_on(town.installation.records.erase_child(&school(ASH), &child)).unwrap();
        prop_assert_eq!((again.events, again.values), (0, 0));
    }

    #[test]
    fn a_sibling_keeps_everything(deeds in vec(deed(), 0..14)) {
        let mut town = Town::new();
        deeds.iter().for_each(|deed| town.happens(*deed));
        let (child, contact) = town.ids(0);
        let (sibling, _) = town.ids(1);
        let elm = school(ELM);
        let before = (town.permissions(&sibling), town.entry(&sibling));
        let erased = block_on(town.installation.records.erase_child(&elm, &child)).unwrap();
        prop_assert!(erased.staying.contains(&contact) && erased.contacts.is_empty());
        prop_assert_eq!(town.installation.mentions("Wilhelmina"), Vec::<String>::new());
        prop_assert_eq!(before, (town.permissions(&sibling), town.entry(&sibling)));
        let father = block_on(town.installation.records.contact(&elm, &contact).fold::<Contact>()).unwrap().value;
        let children = father.0.unwrap().children;
        prop_assert!(children.contains(&sibling) && !children.contains(&child));
    }

    #[test]
    fn an_erasure_that_broke_off_anywhere_is_finished_by_doing_it_again(
        deeds in vec(deed(), 0..8),
        first in 0..260_usize,
        second in 0..260_usize,
    ) {
        let mut town = Town::new();
        deeds.iter().for_each(|deed| town.happens(*deed));
        let (child, _) = town.ids(2);
        for step in [first, second] {
            town.installation.store.stop_at_step(step);
            let _ = block_on(town.installation.records.erase_child(&school(ASH), &child));
            town.installation.store.restart();
        }
        block_on(town.installation.records.erase_child(&school(ASH), &child)).unwrap();
        for planted in ["Emmerich", "fenn.example.org"] {
            prop_assert_eq!(town.installation.mentions(planted), Vec::<String>::new());
        }
    }
}

impl Town {
    fn permissions(&self, child: &ChildId) -> ChildPermissions {
        block_on(self.installation.records.permission(&school(ELM), child).fold()).unwrap().value
    }

    fn entry(&self, child: &ChildId) -> Child {
        block_on(self.installation.records.child(&school(ELM), child).fold()).unwrap().value
    }
}

#[test]
fn what_was_still_being_written_is_gone_after_the_next_day_s_task() {
    let mut town = Town::new();
    town.happens(Deed::Decide(2));
    let (child, contact) = town.ids(2);
    let ash = school(ASH);
    let key = |number: &str| format!("{ASH}/permission/{child}/{number}");
    let late = town.installation.store.peek(&key("view")).unwrap();
    let before = town.installation.copy();
    block_on(town.installation.records.erase_child(&ash, &child)).unwrap();
    assert_gone(&town, "after the erasure");
    // A reader who was slow puts back the view; a writer puts the event whose number it had drawn; another appends.
    town.installation.store.tamper(&key("view"), Some(late));
    town.installation.store.tamper(&key("1"), before.store.peek(&key("1")));
    block_on(town.decide(2, None)).unwrap();
    let stream = town.installation.records.contact(&ash, &contact);
    block_on(stream.append(&ContactEvent::Edited(vec![ContactChange::Name("Fennimore".to_owned().into())]), None))
        .unwrap();
    town.installation.hand.advance(SignedDuration::from_hours(20));
    block_on(town.installation.records.finish_erasures(&ash)).unwrap();
    assert_gone(&town, "after the daily task");
}

#[test]
fn a_pupil_who_is_listed_again_after_an_erasure_is_nobody_s_to_erase() {
    let mut town = Town::new();
    town.happens(Deed::Decide(2));
    let (child, contact) = town.ids(2);
    let ash = school(ASH);
    let records = &town.installation.records;
    let facts = block_on(records.child(&ash, &child).fold::<Child>()).unwrap().value.facts().unwrap().clone();
    let father = block_on(records.contact(&ash, &contact).fold::<Contact>()).unwrap().value.0.unwrap();
    block_on(records.erase_child(&ash, &child)).unwrap();
    block_on(records.child(&ash, &child).append(&ChildEvent::Listed(facts.clone()), None)).unwrap();
    block_on(records.contact(&ash, &contact).append(&ContactEvent::Listed(father), None)).unwrap();
    let listed = vec![Enrolled { child: child.clone(), class: facts.class.clone() }];
    block_on(records.roll(&ash).append(&RollEvent::Changed { listed, left: Vec::new() }, None)).unwrap();
    block_on(town.decide(2, None)).unwrap();
    block_on(town.installation.records.finish_erasures(&ash)).unwrap();
    let records = &town.installation.records;
    assert_eq!(block_on(records.child(&ash, &child).fold::<Child>()).unwrap().value.facts(), Some(&facts));
    assert_eq!(block_on(records.permission(&ash, &child).read()).unwrap().len(), 1);
    assert!(block_on(records.contact(&ash, &contact).fold::<Contact>()).unwrap().value.0.is_some());
}

#[test]
fn a_contact_who_was_only_once_listed_goes_too() {
    let town = Town::new();
    let (child, _) = town.ids(2);
    let ash = school(ASH);
    let records = &town.installation.records;
    let former = ContactId::from_bytes([77; 10]);
    let facts = records::ContactFacts {
        name: "Former Carer".to_owned().into(),
        e_mail: Some("former@planted.example.org".to_owned().into()),
        telephone: Some("01632 960123".to_owned().into()),
        children: vec![child.clone()],
    };
    let listed = Listed {
        contact: former.clone(),
        relation: Relation("carer".to_owned()),
        parental_responsibility: false,
        is_responsibility_unknown: false,
    };
    town.edit(2, ChildChange::ContactListed(listed));
    town.edit(2, ChildChange::ContactRemoved(former.clone()));
    for event in [ContactEvent::Listed(facts), ContactEvent::Removed] {
        block_on(records.contact(&ash, &former).append(&event, None)).unwrap();
    }
    block_on(records.erase_child(&ash, &child)).unwrap();
    for planted in ["Former Carer", "former@planted", "960123"] {
        assert_eq!(town.installation.mentions(planted), Vec::<String>::new());
    }
}
