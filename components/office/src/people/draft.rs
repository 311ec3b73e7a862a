//! A list that was brought and not yet taken: kept sealed for a day, for whoever brought it.

use clock::later;
use people_lists::{Absent, List, Row, Table};
use reception::{Colleague, Problem};
use records::{ImportCounts, LIST_LASTS};
use school_types::{OperationId, StaffId, Timestamp};
use serde::{Deserialize, Serialize};
use web::Refusal;

use super::planned::Planned;

/// A list that was brought. Its id is the operation it is taken as.
#[derive(Serialize, Deserialize)]
pub(super) struct Draft {
    by: StaffId,
    pub(super) list: List,
    /// Whether it is the whole list, so that who is not in it has left.
    whole: bool,
    pub(super) table: Table,
    pub(super) begun: Timestamp,
    /// What taking it came to, once it is taken.
    pub(super) taken: Option<ImportCounts>,
}

impl Draft {
    pub(super) fn new(colleague: &Colleague<'_, '_>, list: List, absent: Absent, table: Table) -> Self {
        let whole = absent == Absent::Leave;
        Self { by: colleague.id().clone(), list, whole, table, begun: colleague.guest().now(), taken: None }
    }

    pub(super) const fn absent(&self) -> Absent {
        if self.whole { Absent::Leave } else { Absent::Keep }
    }

    /// Keeps it. The one who brought it is the only one who writes it.
    pub(super) async fn keep(&self, colleague: &Colleague<'_, '_>, id: &OperationId) -> Result<(), Problem> {
        let (records, school) = (colleague.records(), colleague.school()?);
        records.note_brought_list(school, id).await?;
        Ok(records.put(&records.brought_list(school, id), self).await?)
    }

    /// Keeps what is still of use once it is taken: what it came to, and the rows that were left out.
    pub(super) async fn finish(
        mut self,
        colleague: &Colleague<'_, '_>,
        id: &OperationId,
        planned: &Planned,
        counts: ImportCounts,
    ) -> Result<(), Problem> {
        let header = Row { line: 0, cells: planned.around().header.to_vec() };
        let rejected = planned.rejected().into_iter().map(|rejected| rejected.row.clone());
        self.table = Table {
            rows: [header].into_iter().chain(rejected).collect(),
            encoding: self.table.encoding,
            hidden: Vec::new(),
        };
        self.taken = Some(counts);
        let records = colleague.records();
        Ok(records.put(&records.brought_list(colleague.school()?, id), &self).await?)
    }

    /// The draft, if this colleague brought it to this school within a day.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: another's draft is as absent as one that never was.
    pub(super) async fn of(colleague: &Colleague<'_, '_>, id: &OperationId) -> Result<Self, Problem> {
        let records = colleague.records();
        let found = records.fetch::<Self>(&records.brought_list(colleague.school()?, id)).await?;
        let now = colleague.guest().now();
        let theirs = |draft: &Self| draft.by == *colleague.id() && now < later(draft.begun, LIST_LASTS);
        Ok(found.filter(theirs).ok_or(Refusal::NotFound)?)
    }
}
