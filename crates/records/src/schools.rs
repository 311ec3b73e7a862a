//! The schools of the installation, and each one's settings.

use std::collections::BTreeSet;

use profiles::{SchoolSettings, SettingsChange};
use school_types::SchoolId;
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Entry, Place, Records, Stream, View};

/// What can happen to a school's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SettingsEvent {
    /// The school was set up: the settings as a whole are these from now on.
    Set(Box<SchoolSettings>),
    /// One topic of them was changed, after [`SchoolSettings::with`] had checked the whole.
    Changed(Box<SettingsChange>),
}

/// A school's settings now; none for a school that is not of this installation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct School(pub Option<Box<SchoolSettings>>);

impl View for School {
    type Event = SettingsEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<SettingsEvent>) {
        match &entry.event {
            SettingsEvent::Set(settings) => self.0 = Some(settings.clone()),
            SettingsEvent::Changed(change) => {
                if let Some(settings) = &mut self.0 {
                    settings.take(change);
                }
            }
        }
    }
}

/// What can happen to the list of schools.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SchoolsEvent {
    /// A school was set up.
    Opened(SchoolId),
}

/// The schools of the installation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Schools(pub BTreeSet<SchoolId>);

impl View for Schools {
    type Event = SchoolsEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<SchoolsEvent>) {
        let SchoolsEvent::Opened(school) = &entry.event;
        self.0.insert(school.clone());
    }
}

impl Records {
    /// The stream of a school's settings; folds to [`School`].
    pub fn school(&self, school: &SchoolId) -> Stream<SettingsEvent> {
        self.stream(Place::of_school(school, Domain::Settings).part("school"))
    }

    /// The stream of schools; folds to [`Schools`]. For lists in demonstrations and daily jobs: no page of a school
    /// reads it.
    pub fn schools(&self) -> Stream<SchoolsEvent> {
        self.stream(Place::of_installation(Domain::Settings).part("schools"))
    }
}
