//! What the rules have to know of the school.

use std::rc::Rc;

use publication_rules::{
    Verdict,
    wire::{Told, ToldUnexamined},
};
use reception::Guest;
use words::Words;

use crate::{
    opened::{self, Opened},
    refused::Refused,
    rules::{Examiner, Rules, School},
};

/// What the report calls the list of pupils, where it says that it did not examine by it.
const PUPIL_LIST: &str = "pupil list";

/// What is known of the school's list of pupils.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    Nobody,
    Renewing,
    Everybody,
}

/// The school's own rules and its blinded pupil list, opened.
pub(crate) struct Facts {
    pub(crate) school: Rc<School>,
    listed: Listed,
}

impl Facts {
    /// The facts of the school a request is for. One small read where this instance has opened the school's latest list
    /// before, three otherwise.
    pub(crate) async fn of(guest: &Guest<'_>) -> Result<Self, Refused> {
        let profile = guest.school()?.profile().publication_rules(guest.words().language());
        let (id, records) = (guest.school_id()?, guest.desk().records());
        let key = records.pupil_list_key(id);
        let asked = records.pupil_list_renewals(id).await?;
        if let Some(school) = opened::latest(id, &key, asked, &profile) {
            return Ok(Self { school, listed: Listed::Everybody });
        }
        let list = records.pupil_list(id).await?;
        let listed = match &list {
            None => Listed::Nobody,
            Some(list) if list.renewing => Listed::Renewing,
            Some(_) => Listed::Everybody,
        };
        let school = Rc::new(Examiner::school(&profile, list.as_ref())?);
        if let Some(list) = list.filter(|list| !list.renewing) {
            opened::keep(Opened { id: id.clone(), key, asked: list.asked, profile, school: Rc::clone(&school) });
        }
        Ok(Self { school, listed })
    }

    /// The report, with what it could not say: without a list nobody's name was looked for, and such a report is never
    /// clear.
    pub(crate) fn own_up(&self, mut told: Told, w: Words) -> Told {
        let why = match self.listed {
            Listed::Nobody => w.checker_why_no_pupil_list(),
            Listed::Renewing => w.checker_why_pupil_list_renewing(),
            Listed::Everybody => return told,
        };
        told.not_examined.push(ToldUnexamined { part: PUPIL_LIST.to_owned(), why: why.to_owned() });
        told.verdict = told.verdict.max(Verdict::NotExamined);
        told
    }
}
