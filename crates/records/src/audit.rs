//! The audit trail of a school: what staff did, as ids, counts and kinds. No names, no text anybody wrote, and nothing
//! of what families decided.

use permission_rules::FamilyEmail;
use profiles::Topic;
use school_types::{ChildId, ClassId, SchoolId, StaffId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{ChildField, ContactField, Place, Records, Stream};

/// Among how many of the newest facts of a trail the form that is sent again is looked for: more than a busy minute brings.
const LOOKED_FOR_AMONG: u64 = 64;

/// Something a member of staff did. Who and when stand in the [`crate::Entry`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum AuditEvent {
    /// Signed in.
    SignedIn,
    /// Somebody tried to sign in as this member of staff and could not: noted for the first time of a day, and the others of that
    /// day are counted ([`Records::failed_sign_ins`]).
    SignInFailed {
        /// As whom.
        staff: StaffId,
    },
    /// Took a list.
    Imported {
        /// Which.
        list: PeopleList,
        /// How many came new.
        added: u32,
        /// How many changed.
        changed: u32,
        /// How many have left.
        left: u32,
        /// How many came back.
        returned: u32,
    },
    /// Typed in a decision.
    DecisionEntered {
        /// About whom.
        child: ChildId,
        /// How it had reached the school.
        how: EnteredFrom,
    },
    /// Recorded that a family was given on paper what the school does without asking.
    NoticeGiven {
        /// Whose family.
        child: ChildId,
    },
    /// The same for all families of a class.
    ClassNoticeGiven {
        /// Which.
        class: ClassId,
    },
    /// Set the do-not-photograph flag (R8).
    FlagSet {
        /// Whose.
        child: ChildId,
    },
    /// Lifted it.
    FlagLifted {
        /// Whose.
        child: ChildId,
    },
    /// Changed a pupil's entry by hand.
    ChildEdited {
        /// Whose.
        child: ChildId,
        /// Which fields.
        fields: Vec<ChildField>,
    },
    /// Added a contact of a pupil by hand.
    ContactAdded {
        /// Whose.
        child: ChildId,
        /// Whether they hold parental responsibility: may sign in and decide.
        holds: bool,
    },
    /// Changed a contact of a pupil by hand.
    ContactEdited {
        /// Whose.
        child: ChildId,
        /// Which fields.
        fields: Vec<ContactField>,
    },
    /// Took a contact off a pupil's list by hand.
    ContactEnded {
        /// Whose.
        child: ChildId,
    },
    /// Took out everything held about a pupil (UK GDPR art. 15).
    RecordExported {
        /// About whom.
        child: ChildId,
    },
    /// Asked for everything held about a pupil to be erased.
    ErasureAsked {
        /// Whom.
        child: ChildId,
    },
    /// Confirmed what a colleague had asked.
    ErasureConfirmed {
        /// Whom.
        child: ChildId,
    },
    /// Undid such a request: nothing was erased.
    ErasureUndone {
        /// Whom.
        child: ChildId,
    },
    /// Erased everything held about a pupil (UK GDPR art. 17).
    Erased {
        /// Whom; nothing is found under the id any more.
        child: ChildId,
    },
    /// Changed the school's settings.
    SettingsChanged {
        /// What in them.
        what: SettingsPart,
    },
    /// Invited a member of staff, for the first time or again.
    StaffInvited {
        /// Whom.
        staff: StaffId,
    },
    /// Changed what a member of staff may do.
    RolesChanged {
        /// Whose roles.
        staff: StaffId,
    },
    /// Closed the account of somebody who left.
    StaffLeft {
        /// Whose.
        staff: StaffId,
    },
    /// Took a member of staff's passphrase and one-time passwords away, so that they set up new ones.
    StaffReset {
        /// Whose.
        staff: StaffId,
    },
    /// Ended sessions.
    SessionsEnded {
        /// Whose.
        staff: StaffId,
    },
    /// Made a token for programs.
    TokenMade,
    /// Ended one.
    TokenEnded,
    /// Confirmed that a contact whom a program listed is a pupil's parent.
    ParentConfirmed {
        /// Whose.
        child: ChildId,
    },
    /// Said that a contact whom a program listed is not a pupil's parent.
    ParentKeptOut {
        /// Whose.
        child: ChildId,
    },
    /// Took out a list.
    ListExported {
        /// Which.
        list: ExportedList,
    },
    /// Printed letters with sign-in codes and paper forms.
    LettersPrinted {
        /// How many letters, each with a code made for it; an earlier code of the same adult ended.
        letters: u32,
        /// How many forms.
        forms: u32,
    },
    /// Began to send emails to families.
    FamiliesEmailed {
        /// Which.
        email: FamilyEmail,
        /// To how many people.
        people: u32,
    },
    /// Noted that an email to a family came back.
    EmailCameBack,
    /// Asked for a class permission sheet to print.
    SheetPrinted {
        /// Of which class.
        class: ClassId,
    },
    /// Looked at who of a class may be in pictures.
    SheetViewed {
        /// Of which class.
        class: ClassId,
    },
}

/// A list that the office takes from the school's own system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeopleList {
    /// The pupils.
    Pupils,
    /// Parents, carers and other contacts.
    Contacts,
    /// Staff and governors.
    Staff,
}

/// How a decision that staff typed in had reached the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnteredFrom {
    /// On paper.
    Paper,
    /// Said.
    Spoken,
}

/// A list that staff can take out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExportedList {
    /// Families who have not answered.
    Outstanding,
    /// Rows of a list that could not be taken.
    RejectedRows,
    /// Pupils with what holds for each.
    Permissions,
    /// The blinded pupil list: keyed hashes, for a web team's own checks.
    BlindedPupils,
    /// Its key.
    BlindedPupilsKey,
}

/// A part of a school's settings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SettingsPart {
    /// The school was set up.
    Opened,
    /// One topic of its profile and name.
    Topic(Topic),
    /// Its account for sending letters.
    Notify,
}

impl Records {
    /// The audit trail of a school. It grows without end, so it is never folded: pages read it with [`Stream::newest`], and an
    /// operation is looked for among its newest facts alone.
    pub fn audit(&self, school: &SchoolId) -> Stream<AuditEvent> {
        self.stream(Place::of_school(school, Domain::People).part("audit")).looked_for_among(LOOKED_FOR_AMONG)
    }
}
