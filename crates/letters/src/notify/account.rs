//! A school's account with GOV.UK Notify, and where it is kept.

use records::{Place, Records, RecordsError};
use school_types::SchoolId;
use serde::{Deserialize, Serialize};
use vault::Domain;

use super::{NotifyKey, TemplateId};

/// What a school hands over so that its letters travel by GOV.UK Notify: every school is a service of its own there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotifyAccount {
    /// The API key.
    pub key: NotifyKey,
    /// A template for e-mail whose subject is `((subject))` and whose message is `((body))`.
    pub template: TemplateId,
}

impl NotifyAccount {
    /// The account of a school, or none if it has not handed one over. One read.
    ///
    /// # Errors
    ///
    /// [`RecordsError`] when the store cannot say.
    pub async fn of(records: &Records, school: &SchoolId) -> Result<Option<Self>, RecordsError> {
        records.fetch(&place(school)).await
    }

    /// Keeps the account of a school, sealed among its settings, in place of an earlier one. One write.
    ///
    /// # Errors
    ///
    /// [`RecordsError`] when it could not be kept.
    pub async fn keep(&self, records: &Records, school: &SchoolId) -> Result<(), RecordsError> {
        records.put(&place(school), self).await
    }
}

fn place(school: &SchoolId) -> Place {
    Place::of_school(school, Domain::Settings).part("notify")
}
