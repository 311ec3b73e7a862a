//! Whether the web addresses of the services we send people to still answer (R30): of the installation, not of a
//! school, because every school has the same.

use std::collections::BTreeMap;

use school_types::Timestamp;
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Entry, Place, Records, Stream, View};

/// What can happen in the stream of link checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkEvent {
    /// Every address was asked; each with what came of it.
    Asked(BTreeMap<String, LinkOutcome>),
}

/// What came of asking an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkOutcome {
    /// A page came.
    Answered,
    /// The site says that the page is gone or was never there (404, 410).
    Gone,
    /// Nothing came.
    Silent,
    /// It leads to another site.
    Moved,
    /// Something else came. Many sites refuse programs, so this may mean nothing.
    Unclear,
}

/// How the addresses stand since they were last asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// When that was; none if never.
    pub asked_at: Option<Timestamp>,
    /// How many were asked.
    pub asked: u32,
    /// Those that did not answer with a page.
    pub failing: BTreeMap<String, Failing>,
}

/// An address that did not answer with a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failing {
    /// What came the last time.
    pub outcome: LinkOutcome,
    /// Since when no page has come, without a break.
    pub since: Timestamp,
}

impl View for Links {
    type Event = LinkEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<LinkEvent>) {
        let LinkEvent::Asked(outcomes) = &entry.event;
        let before = std::mem::take(&mut self.failing);
        for (address, outcome) in outcomes.iter().filter(|(_, outcome)| **outcome != LinkOutcome::Answered) {
            let since = before.get(address).map_or(entry.at, |failing| failing.since);
            self.failing.insert(address.clone(), Failing { outcome: *outcome, since });
        }
        self.asked = u32::try_from(outcomes.len()).unwrap_or(u32::MAX);
        self.asked_at = Some(entry.at);
    }
}

impl Records {
    /// The stream of link checks; folds to [`Links`].
    pub fn links(&self) -> Stream<LinkEvent> {
        self.stream(Place::of_installation(Domain::Settings).part("links"))
    }
}
