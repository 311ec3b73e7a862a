//! The school roll: who is there, in which class. Ids and class names, no names of people; the facts of each pupil
//! are in [`crate::child`].

use std::collections::BTreeMap;

use school_types::{ChildId, ClassId, Redacted, SchoolId};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};

use crate::{Entry, Place, Records, Stream, View, people::first_ten};

/// What can happen to a school roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RollEvent {
    /// A list was taken, or somebody changed a pupil's class: one event, however many pupils.
    #[serde(rename_all = "kebab-case")]
    Changed {
        /// Pupils on the roll from now on, each with their class: new ones, returned ones and ones who moved.
        listed: Vec<Enrolled>,
        /// Pupils who have left.
        left: Vec<ChildId>,
    },
    /// Everything about this pupil was erased.
    Erased(ChildId),
}

/// A pupil and their class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// The pupil.
    pub child: ChildId,
    /// The class, as the school calls it.
    pub class: Redacted<String>,
}

/// A school's roll now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Roll(BTreeMap<ChildId, OnRoll>);

/// How a pupil stands on the roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnRoll {
    /// The class, or the last one of a pupil who has left.
    pub class: Redacted<String>,
    /// Whether the pupil has left.
    pub left: bool,
}

impl Roll {
    /// How a pupil stands on the roll, if they ever were on it and were not erased.
    pub fn get(&self, child: &ChildId) -> Option<&OnRoll> {
        self.0.get(child)
    }

    /// Every pupil who is at the school, in no order that means anything.
    pub fn present(&self) -> impl Iterator<Item = (&ChildId, &str)> {
        let present = self.0.iter().filter(|(_, on)| !on.left);
        present.map(|(child, on)| (child, on.class.reveal().as_str()))
    }

    /// Every pupil who has left and is still kept.
    pub fn left(&self) -> impl Iterator<Item = &ChildId> {
        self.0.iter().filter(|(_, on)| on.left).map(|(child, _)| child)
    }

    /// The classes that have pupils, and how many each has, in the order people expect: 2A before 10A.
    pub fn classes(&self) -> Vec<(&str, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        self.present().for_each(|(_, class)| *counts.entry(class).or_default() += 1);
        let mut classes: Vec<_> = counts.into_iter().collect();
        classes.sort_by_cached_key(|(class, _)| natural(class));
        classes
    }
}

/// A class name with its numbers as numbers, for sorting.
fn natural(class: &str) -> Vec<(u64, String)> {
    let mut parts = Vec::new();
    let mut rest = class;
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, after) = rest.split_at(digits);
        let letters = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        // No number comes after every number: Acorns follows 6A.
        parts.push((number.parse().unwrap_or(u64::MAX), after[..letters].to_lowercase()));
        rest = &after[letters..];
    }
    parts
}

impl View for Roll {
    type Event = RollEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<RollEvent>) {
        match &entry.event {
            RollEvent::Changed { listed, left } => {
                for Enrolled { child, class } in listed {
                    self.0.insert(child.clone(), OnRoll { class: class.clone(), left: false });
                }
                for child in left {
                    if let Some(on) = self.0.get_mut(child) {
                        on.left = true;
                    }
                }
            }
            RollEvent::Erased(child) => {
                self.0.remove(child);
            }
        }
    }
}

impl Records {
    /// The stream of a school's roll; folds to [`Roll`].
    pub fn roll(&self, school: &SchoolId) -> Stream<RollEvent> {
        self.stream(Place::of_school(school, Domain::People).part("roll"))
    }

    /// The id of the class that the school calls `class`, whatever spaces stand around it.
    pub fn class_id(&self, school: &SchoolId, class: &str) -> ClassId {
        let scope = Scope::school(school, Domain::People);
        ClassId::from_bytes(first_ten(self.vault().blind(&scope, "class", class.trim().as_bytes())))
    }
}

#[cfg(test)]
mod tests {
    use school_types::{OperationId, Timestamp};

    use super::*;
    use crate::Asker;

    fn child(number: u8) -> ChildId {
        ChildId::from_bytes([number; 10])
    }

    fn roll(events: &[RollEvent]) -> Roll {
        let mut roll = Roll::default();
        for (number, event) in (1..).zip(events) {
            let operation = OperationId::from_bytes([number as u8; 15]);
            let event = event.clone();
            roll.apply(&Entry { number, at: Timestamp::UNIX_EPOCH, by: Asker::Nobody, operation, event });
        }
        roll
    }

    fn changed(listed: &[(u8, &str)], left: &[u8]) -> RollEvent {
        let enrolled =
            |(number, class): &(u8, &str)| Enrolled { child: child(*number), class: (*class).to_owned().into() };
        RollEvent::Changed {
            listed: listed.iter().map(enrolled).collect(),
            left: left.iter().map(|n| child(*n)).collect(),
        }
    }

    #[test]
    fn a_pupil_who_left_stays_known_until_they_are_erased() {
        let mut events = vec![changed(&[(1, "2A"), (2, "2A"), (3, "10A")], &[]), changed(&[(2, "3B")], &[1, 9])];
        let now = roll(&events);
        assert_eq!(now.classes(), [("3B", 1), ("10A", 1)]);
        assert_eq!(now.left().collect::<Vec<_>>(), [&child(1)]);
        assert_eq!(now.get(&child(1)), Some(&OnRoll { class: "2A".to_owned().into(), left: true }));
        assert_eq!(now.get(&child(9)), None);
        events.push(changed(&[(1, "4A")], &[]));
        assert_eq!(roll(&events).left().count(), 0);
        events.push(RollEvent::Erased(child(1)));
        assert_eq!(roll(&events).get(&child(1)), None);
    }

    #[test]
    fn classes_come_in_the_order_people_expect() {
        let now = roll(&[changed(&[(1, "10A"), (2, "Acorns"), (3, "2b"), (4, "2A"), (5, "R2"), (6, "R10")], &[])]);
        let names: Vec<&str> = now.classes().into_iter().map(|(class, _)| class).collect();
        assert_eq!(names, ["2A", "2b", "10A", "Acorns", "R2", "R10"]);
    }
}
