//! Decisions about a child, and the exact wordings they were given to.

use permission_rules::{ChildPermissions, PermissionEvent, Wording, WordingRef};
use school_types::{ChildId, Fingerprint, SchoolId};
use vault::Domain;

use crate::{Entry, Place, Records, RecordsError, Stream, View};

impl View for ChildPermissions {
    type Event = PermissionEvent;
    const VERSION: u32 = 3;

    fn apply(&mut self, entry: &Entry<PermissionEvent>) {
        Self::apply(self, entry.number, &entry.event, entry.at);
    }
}

impl Records {
    /// The stream of everything said about a child; folds to [`ChildPermissions`].
    pub fn permission(&self, school: &SchoolId, child: &ChildId) -> Stream<PermissionEvent> {
        self.stream(Place::of_school(school, Domain::Permission).part(child))
    }

    /// Keeps a wording under its own fingerprint and answers the reference that a decision carries. Keeping the same
    /// wording again changes nothing (R6). One read, and one write the first time.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept: then no decision may refer to it.
    pub async fn keep_wording(&self, school: &SchoolId, wording: &Wording) -> Result<WordingRef, RecordsError> {
        let reference = Self::wording_ref(wording)?;
        if self.wording(school, &reference.sha256).await?.is_none() {
            self.put(&place(school, &reference.sha256), wording).await?;
        }
        Ok(reference)
    }

    /// Keeps several wordings, as [`Records::keep_wording`] does each. One read where this school kept the very same ones
    /// together before: many families are asked the same. Else one read for each, one write for each new one, and one more.
    ///
    /// # Errors
    /// As [`Records::keep_wording`].
    pub async fn keep_wordings(&self, school: &SchoolId, wordings: &[Wording]) -> Result<(), RecordsError> {
        if let [wording] = wordings {
            return self.keep_wording(school, wording).await.map(drop);
        }
        let references = wordings.iter().map(Self::wording_ref).collect::<Result<Vec<_>, _>>()?;
        let together: Vec<&Fingerprint> = references.iter().map(|reference| &reference.sha256).collect();
        let together = vault::fingerprint(&together).map_err(|_| RecordsError::NoJson)?;
        let together = Place::of_school(school, Domain::Permission).part("wordings").part(&together);
        if self.fetch::<usize>(&together).await? == Some(wordings.len()) {
            return Ok(());
        }
        let each = wordings.iter().map(|wording| self.keep_wording(school, wording));
        futures::future::try_join_all(each).await?;
        // After them: whoever finds this finds all of them.
        self.put(&together, &wordings.len()).await
    }

    /// The reference that a decision carries to a wording. Keeps nothing: that is [`Records::keep_wording`].
    ///
    /// # Errors
    /// [`RecordsError::NoJson`], which no wording of a profile can give.
    pub fn wording_ref(wording: &Wording) -> Result<WordingRef, RecordsError> {
        let sha256 = vault::fingerprint(wording).map_err(|_| RecordsError::NoJson)?;
        Ok(WordingRef { version: wording.version, language: wording.language, sha256 })
    }

    /// The wording with this fingerprint, or none if the school never showed it. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn wording(&self, school: &SchoolId, sha256: &Fingerprint) -> Result<Option<Wording>, RecordsError> {
        self.fetch(&place(school, sha256)).await
    }
}

fn place(school: &SchoolId, sha256: &Fingerprint) -> Place {
    Place::of_school(school, Domain::Permission).part("wording").part(sha256)
}
