//! The blinded pupil list: what the publication checker knows pupils by (R32). Keyed hashes of every way a name is
//! written, under a key of the list's own; neither the list nor its key opens a record about anybody.

use std::fmt;

use base64ct::{Base64, Encoding};
use futures::try_join;
use publication_rules::{BlindList, ListKey, PupilForms};
use school_types::{PersonName, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};

use crate::{Place, Records, RecordsError, Roll};

/// How long the name of a pupil who has left is still looked for, in days: news of a summer term appears in the autumn.
const AFTER_LEAVING: i32 = 366;

/// The list as it is stored.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// How many renewals had been asked for when the names were read.
    asked: u64,
    /// When the names were read.
    at: Timestamp,
    /// The list's file, in base 64.
    file: String,
}

/// A school's blinded pupil list, as the checker needs it.
#[derive(Clone, PartialEq, Eq)]
pub struct PupilList {
    /// The list in the form that [`BlindList::import`] reads.
    pub file: Vec<u8>,
    /// The key it was made with: 32 bytes.
    pub key: [u8; 32],
    /// When the names were read.
    pub at: Timestamp,
    /// How many renewals had been asked for when the names were read: while [`Records::pupil_list_renewals`] says the same, the
    /// list is the latest.
    pub asked: u64,
    /// Whether names have changed since, and the list that has them is not there yet.
    pub renewing: bool,
}

impl fmt::Debug for PupilList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PupilList").field("at", &self.at).field("renewing", &self.renewing).finish_non_exhaustive()
    }
}

impl Records {
    /// Makes a school's blinded list anew from the names on its roll: of every pupil who is there, and of those who left
    /// within a year. To be called after each change of who is on the roll or what somebody is called, once the change is
    /// recorded: also when calls overlap, the list then ends up with all of them. Reads every pupil's entry.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say or keep it; the list before then stays, and [`PupilList::renewing`] tells.
    pub async fn rebuild_pupil_list(&self, school: &SchoolId) -> Result<(), RecordsError> {
        self.renew(school, async || {
            let roll = self.roll(school).fold::<Roll>().await?.value;
            let everybody: Vec<_> = roll.present().map(|(child, _)| child).chain(roll.left()).cloned().collect();
            let today = self.clock.today();
            let lately = |left: jiff::civil::Date| (today - left).get_days() <= AFTER_LEAVING;
            let children = self.children(school, &everybody).await?;
            let known = children.iter().filter(|(_, child)| child.left().is_none_or(lately));
            let forms = known.filter_map(|(_, child)| child.facts()).map(|facts| PupilForms::new(&facts.name));
            Ok(forms.collect())
        })
        .await
    }

    /// Makes a school's blinded list anew from these names, where whoever calls has them all at hand.
    ///
    /// # Errors
    /// As [`Records::rebuild_pupil_list`].
    pub async fn keep_pupil_list(&self, school: &SchoolId, names: &[PersonName]) -> Result<(), RecordsError> {
        self.renew(school, async || Ok(names.iter().map(PupilForms::new).collect())).await
    }

    /// Counts a renewal, reads the names, keeps the list, and does so again if another renewal was asked for meanwhile: its
    /// names may be newer than the ones just kept over them. Ends when nobody asks any more, and the last writer has
    /// then read the names after the last change.
    async fn renew(
        &self,
        school: &SchoolId,
        forms: impl AsyncFn() -> Result<Vec<PupilForms>, RecordsError>,
    ) -> Result<(), RecordsError> {
        let place = list_place(school);
        let key = ListKey::new(self.pupil_list_key(school));
        let mut asked = self.count(&place).await?;
        loop {
            let at = self.now();
            let file = BlindList::blind(&key, &forms().await?).export(&key);
            self.put(&place, &Kept { asked, at, file: Base64::encode_string(&file) }).await?;
            let now = self.counted(&place).await?;
            if now == asked {
                return Ok(());
            }
            asked = now;
        }
    }

    /// A school's blinded list, or none while no pupil was ever listed. Two reads at once.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say, or holds no list where there should be one.
    pub async fn pupil_list(&self, school: &SchoolId) -> Result<Option<PupilList>, RecordsError> {
        let place = list_place(school);
        let (kept, asked) = try_join!(self.fetch::<Kept>(&place), self.counted(&place))?;
        let Some(Kept { asked: then, at, file }) = kept else { return Ok(None) };
        let file = Base64::decode_vec(&file).map_err(|_| RecordsError::ValueForm { key: place.key("value") })?;
        Ok(Some(PupilList { file, key: self.pupil_list_key(school), at, asked: then, renewing: asked != then }))
    }

    /// How many renewals of a school's list have been asked for. One small read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn pupil_list_renewals(&self, school: &SchoolId) -> Result<u64, RecordsError> {
        self.counted(&list_place(school)).await
    }

    /// The list as the file that `schoolgate-check` reads, for a web team's own build; none while there is no list.
    ///
    /// # Errors
    /// As [`Records::pupil_list`].
    pub async fn pupil_list_file(&self, school: &SchoolId) -> Result<Option<Vec<u8>>, RecordsError> {
        Ok(self.pupil_list(school).await?.map(|list| list.file))
    }

    /// The key of a school's list. Whoever has it and the list can try names one by one, so it goes to nobody but the
    /// people the office gives the list to.
    pub fn pupil_list_key(&self, school: &SchoolId) -> [u8; 32] {
        self.vault().blind(&Scope::school(school, Domain::Publication), "pupil list", b"")
    }
}

fn list_place(school: &SchoolId) -> Place {
    Place::of_school(school, Domain::Publication).part("pupil-list")
}
