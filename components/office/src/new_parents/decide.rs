//! Saying of a contact whether they are a pupil's parent.

use std::str::FromStr;

use reception::{Colleague, Problem};
use records::{AuditEvent, Batch, ParentCheckEvent, ParentChecks};
use school_types::{ChildId, ContactId};
use web::{Refusal, Response};

use super::PATH;

/// What a member of the office says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Confirm,
    KeepOut,
}

impl Said {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::KeepOut => "keep-out",
        }
    }
}

impl FromStr for Said {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Confirm, Self::KeepOut].into_iter().find(|said| said.as_str() == text).ok_or(())
    }
}

/// Records it, with who said it. Sent twice it is one fact; for somebody who does not wait, nothing is written.
pub(super) async fn decide(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let operation = crate::form::operation(&fields)?;
    let contact: ContactId = fields.choice("contact").map_err(|_| Refusal::BadForm)?;
    let child: ChildId = fields.choice("child").map_err(|_| Refusal::BadForm)?;
    let said: Said = fields.choice("said").map_err(|_| Refusal::BadForm)?;
    let (records, school) = (colleague.records(), colleague.school()?);
    let checks = records.parent_checks(school);
    if checks.fold::<ParentChecks>().await?.value.holds_back(&contact, &child) {
        let (event, noted) = match said {
            Said::Confirm => {
                (ParentCheckEvent::Confirmed { contact, child: child.clone() }, AuditEvent::ParentConfirmed { child })
            }
            Said::KeepOut => {
                (ParentCheckEvent::KeptOut { contact, child: child.clone() }, AuditEvent::ParentKeptOut { child })
            }
        };
        let mut batch = Batch::default();
        batch.add(&records.audit(school), &noted, &operation)?;
        batch.add(&checks, &event, &operation)?;
        records.append_all(&batch).await?;
        checks.refresh::<ParentChecks>().await?;
    }
    let done = match said {
        Said::Confirm => "confirmed",
        Said::KeepOut => "kept-out",
    };
    Ok(web::see_other(&colleague.guest().at(&format!("{PATH}?done={done}"))?)?)
}
