//! What families asked to have taken down, for the removal job (R9, R10).

use permission_rules::PermissionEvent;
use school_types::{ChildId, PurposeId, Reference, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Entry, Place, Records, Stream, View};

/// What can happen in a school's stream of removals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemovalEvent {
    /// A withdrawal asked for published pictures to be taken down (P2 "removed retrospectively").
    #[serde(rename_all = "kebab-case")]
    Asked {
        /// The child.
        child: ChildId,
        /// The purposes that were withdrawn.
        purposes: Vec<PurposeId>,
        /// The receipt of the withdrawal.
        reference: Reference,
    },
}

impl RemovalEvent {
    /// The request that a withdrawal carries, if it carries one.
    pub fn of(child: &ChildId, event: &PermissionEvent) -> Option<Self> {
        match event {
            PermissionEvent::Decided(decision)
                if decision.withdrawal == Some(permission_rules::Removal::AlsoPublished) =>
            {
                Some(Self::Asked {
                    child: child.clone(),
                    purposes: decision.answers.iter().map(|given| given.purpose.clone()).collect(),
                    reference: decision.reference.clone(),
                })
            }
            _ => None,
        }
    }
}

/// A request to take down what is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovalAsked {
    /// The child.
    pub child: ChildId,
    /// The purposes that were withdrawn.
    pub purposes: Vec<PurposeId>,
    /// The receipt of the withdrawal, which knows who asked and in which words.
    pub reference: Reference,
    /// When it was recorded.
    pub at: Timestamp,
}

/// Everything that families asked a school to take down, in the order it was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovalsAsked(pub Vec<RemovalAsked>);

impl View for RemovalsAsked {
    type Event = RemovalEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<RemovalEvent>) {
        match &entry.event {
            RemovalEvent::Asked { child, purposes, reference } => self.0.push(RemovalAsked {
                child: child.clone(),
                purposes: purposes.clone(),
                reference: reference.clone(),
                at: entry.at,
            }),
        }
    }
}

impl Records {
    /// The stream of what families asked to have taken down at a school; folds to [`RemovalsAsked`].
    pub fn removals(&self, school: &SchoolId) -> Stream<RemovalEvent> {
        self.stream(Place::of_school(school, Domain::Permission).part("removals"))
    }
}
