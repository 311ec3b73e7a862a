//! Lists that somebody brought and has not taken yet: whole tables of names, sealed, for a day. Whoever keeps one notes it
//! here first, so that erasing a pupil finds it.

use clock::later;
use jiff::SignedDuration;
use school_types::{OperationId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Place, Records, RecordsError, Stream, Temporary};

/// How long a list that was brought is kept.
pub const LIST_LASTS: SignedDuration = SignedDuration::from_hours(24);
/// How much longer one may stand until it is swept: a bin, and a daily task that is late.
const SWEPT_WITHIN: SignedDuration = SignedDuration::from_hours(24);
/// How many notes are looked at at once.
const PAGE: usize = 32;

/// A list was brought. Its id is the operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BroughtEvent {
    /// It is about to be kept.
    Brought,
}

impl Records {
    /// Where a list that was brought is kept: put there after [`Records::note_brought_list`].
    pub fn brought_list(&self, school: &SchoolId, id: &OperationId) -> Place {
        Place::of_school(school, Domain::Form).part("list").part(id)
    }

    /// Notes that a list is about to be kept at [`Records::brought_list`], so that it is swept after [`LIST_LASTS`], and
    /// found before that by whoever erases a pupil. Four writes.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be noted: then it must not be kept.
    pub async fn note_brought_list(&self, school: &SchoolId, id: &OperationId) -> Result<(), RecordsError> {
        let place = self.brought_list(school, id);
        self.expire_at(&[Temporary::Value(&place)], later(self.now(), LIST_LASTS)).await?;
        self.brought_lists(school).append_new(&BroughtEvent::Brought, id).await?;
        Ok(())
    }

    fn brought_lists(&self, school: &SchoolId) -> Stream<BroughtEvent> {
        self.stream(Place::of_school(school, Domain::Form).part("lists"))
    }

    /// Where lists stand that were brought to a school of late.
    pub(crate) async fn brought_places(&self, school: &SchoolId) -> Result<Vec<Place>, RecordsError> {
        let (stream, mut places, mut before) = (self.brought_lists(school), Vec::new(), None);
        loop {
            let page = stream.newest(PAGE, before).await?;
            for entry in &page.entries {
                if later(entry.at, LIST_LASTS.saturating_add(SWEPT_WITHIN)) < self.now() {
                    return Ok(places);
                }
                places.push(self.brought_list(school, &entry.operation));
            }
            before = page.older;
            if before.is_none() {
                return Ok(places);
            }
        }
    }
}
