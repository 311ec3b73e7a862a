//! What a school sent to its families on paper: letters with codes, and forms. Ids only.

use std::collections::BTreeMap;

use school_types::{ChildId, ContactId, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Entry, Place, Records, Stream, View};

/// The school wrote to families. One event for each time somebody asked for it, however many families; its operation is
/// that of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MailingEvent {
    /// Letters with codes and paper forms were printed.
    #[serde(rename_all = "kebab-case")]
    Printed {
        /// Who got a letter.
        letters: Vec<ContactId>,
        /// About whom there is a form.
        forms: Vec<ChildId>,
    },
}

/// When each contact was last written to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailings {
    /// The last letter with a code.
    pub letters: BTreeMap<ContactId, Timestamp>,
    /// The last paper form, by pupil.
    pub forms: BTreeMap<ChildId, Timestamp>,
}

impl View for Mailings {
    type Event = MailingEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<MailingEvent>) {
        match &entry.event {
            MailingEvent::Printed { letters, forms } => {
                self.letters.extend(letters.iter().map(|contact| (contact.clone(), entry.at)));
                self.forms.extend(forms.iter().map(|child| (child.clone(), entry.at)));
            }
        }
    }
}

impl Records {
    /// The stream of what a school sent to its families; folds to [`Mailings`].
    pub fn mailings(&self, school: &SchoolId) -> Stream<MailingEvent> {
        self.stream(Place::of_school(school, Domain::People).part("mailings"))
    }
}
