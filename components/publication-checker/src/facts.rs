//! What the rules have to know of the school.

use publication_rules::{
    Profile, Verdict,
    wire::{Told, ToldUnexamined},
};
use reception::Guest;
use records::PupilList;
use words::Words;

use crate::refused::Refused;

/// What the report calls the list of pupils, where it says that it did not examine by it.
const PUPIL_LIST: &str = "pupil list";

/// The school's own rules, and its blinded pupil list.
pub(crate) struct Facts {
    pub(crate) profile: Profile,
    pub(crate) list: Option<PupilList>,
}

impl Facts {
    /// The facts of the school a request is for. Two reads.
    pub(crate) async fn of(guest: &Guest<'_>) -> Result<Self, Refused> {
        let profile = guest.school()?.profile().publication_rules(guest.words().language());
        let list = guest.desk().records().pupil_list(guest.school_id()?).await?;
        Ok(Self { profile, list })
    }

    /// The report, with what it could not say: without a list nobody's name was looked for, and such a report is never
    /// clear.
    pub(crate) fn own_up(&self, mut told: Told, w: Words) -> Told {
        let why = match &self.list {
            None => w.checker_why_no_pupil_list(),
            Some(list) if list.renewing => w.checker_why_pupil_list_renewing(),
            Some(_) => return told,
        };
        told.not_examined.push(ToldUnexamined { part: PUPIL_LIST.to_owned(), why: why.to_owned() });
        told.verdict = told.verdict.max(Verdict::NotExamined);
        told
    }
}
