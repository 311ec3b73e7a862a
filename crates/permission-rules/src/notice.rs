//! Being told: what a school does without asking may only be done once the family was told of it and could object (UK
//! GDPR arts. 13, 14 and 21(4)). Told is what was recorded, never what may be supposed.

use school_types::{ContactId, Date, OperationId, PurposeId, StaffId};
use serde::{Deserialize, Serialize};

use crate::Purpose;

/// What a notice that was sent is known by: the operation its letter was sent as.
pub type NoticeId = OperationId;

/// That somebody was told of purposes, in the wordings in force at that time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Who was told; none where it went to the family as a whole, as paper sent home with the pupil does.
    pub to: Option<ContactId>,
    /// What they were told of, each with the version of its wording.
    pub purposes: Vec<(PurposeId, u32)>,
    /// How.
    pub way: NoticeWay,
}

/// How a notice reached the family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeWay {
    /// Sent, and not returned as far as is known.
    Sent(NoticeId),
    /// Given on paper.
    #[serde(rename_all = "kebab-case")]
    Paper {
        /// The day it was given.
        given: Date,
        /// Who recorded that.
        entered_by: StaffId,
    },
    /// Shown on their own page after signing in.
    Shown,
}

impl Notice {
    /// A notice of every purpose that families are told of and not asked, in the wording in force; none where the
    /// school has no such purpose.
    pub fn of(to: Option<ContactId>, purposes: &[Purpose], way: NoticeWay) -> Option<Self> {
        let told = purposes.iter().filter(|purpose| purpose.basis.is_notice());
        let purposes: Vec<_> = told.map(|purpose| (purpose.id.clone(), purpose.version)).collect();
        (!purposes.is_empty()).then_some(Self { to, purposes, way })
    }

    /// Whether it told of the purpose as it is worded now.
    pub fn tells_of(&self, purpose: &Purpose) -> bool {
        self.purposes.iter().any(|(id, version)| *id == purpose.id && *version == purpose.version)
    }
}
