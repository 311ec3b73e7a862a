//! Opening a school of the installation: once, whoever asks how often.

use jiff::SignedDuration;
use profiles::SchoolSettings;
use school_types::OperationId;
use vault::Domain;

use crate::{Claim, Place, Records, RecordsError, School, Schools, SchoolsEvent, SettingsEvent};

/// How long opening may take before somebody else may think its opener dead.
const PATIENCE: SignedDuration = SignedDuration::from_mins(1);

/// What came of opening a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It is open now.
    Opened,
    /// The same operation had opened it before.
    Repeated,
    /// Another operation had: the name in addresses is taken.
    Taken,
    /// Somebody is opening a school of this name at this moment, or died at it a minute ago.
    Busy,
}

impl Records {
    /// Opens the school of these settings, unless there is one of its id. The same operation again finishes what was
    /// begun and is one fact.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed: the same operation again is right.
    pub async fn open_school(
        &self,
        settings: &SchoolSettings,
        operation: &OperationId,
    ) -> Result<Opening, RecordsError> {
        let id = settings.id();
        let stream = self.school(id);
        let known = stream.fold::<School>().await?;
        if known.value.0.is_some() {
            if known.number_of(operation).is_none() {
                return Ok(Opening::Taken);
            }
            self.list_school(settings, operation).await?;
            return Ok(Opening::Repeated);
        }
        let place = Place::of_school(id, Domain::Settings).part("opening");
        // Only the operation the claim is settled with may write, so two never open one school.
        let opening = match self.claim::<OperationId>(&place, PATIENCE).await? {
            Claim::Won(winner) => {
                winner.settle(operation).await?;
                Opening::Opened
            }
            Claim::Settled(first) if first == *operation => Opening::Repeated,
            Claim::Settled(_) => return Ok(Opening::Taken),
            Claim::Pending => return Ok(Opening::Busy),
        };
        stream.append(&SettingsEvent::Set(Box::new(settings.clone())), Some(operation)).await?;
        stream.refresh::<School>().await?;
        self.list_school(settings, operation).await?;
        Ok(opening)
    }

    async fn list_school(&self, settings: &SchoolSettings, operation: &OperationId) -> Result<(), RecordsError> {
        let schools = self.schools();
        schools.append(&SchoolsEvent::Opened(settings.id().clone()), Some(operation)).await?;
        schools.refresh::<Schools>().await?;
        Ok(())
    }
}
