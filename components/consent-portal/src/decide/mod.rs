//! Deciding: for whom, question by question, check, send.

pub(crate) mod begin;
pub(crate) mod check;
pub(crate) mod done;
pub(crate) mod question;

use permission_rules::Purpose;
use reception::Problem;
use records::Draft;
use school_types::OperationId;
use web::Refusal;

use crate::parent::{Ours, Parent};

/// A draft with what it is about.
pub(crate) struct Deciding<'p> {
    pub(crate) operation: OperationId,
    pub(crate) draft: Draft,
    /// The children it is for, in its order.
    pub(crate) children: Vec<Ours>,
    /// The purposes it asks about, in its order, in the wording in force.
    pub(crate) purposes: Vec<&'p Purpose>,
}

/// How far a draft has come.
pub(crate) enum Progress<'p> {
    /// Nothing is recorded.
    Open(Deciding<'p>),
    /// It was sent, and recorded for some of the children: the answers stand, the rest is to be recorded.
    Interrupted(Deciding<'p>),
    /// It is recorded for every child, at these numbers.
    Sent(Vec<(Ours, u64)>),
}

impl<'p> Deciding<'p> {
    /// The parent's own draft.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none of this id, when it is another's, or when the children or the
    /// wordings have changed since it was begun: then it must not be sent.
    pub(crate) async fn of(parent: &'p Parent<'_, '_>, operation: OperationId) -> Result<Progress<'p>, Problem> {
        let draft = parent.records.draft(parent.school()?, &operation, &parent.contact).await?;
        let draft = draft.ok_or(Refusal::NotFound)?;
        let children = futures::future::try_join_all(draft.children.iter().map(|child| parent.child(child))).await?;
        let numbers: Vec<u64> = children.iter().filter_map(|ours| ours.permissions.number_of(&operation)).collect();
        if numbers.len() == children.len() {
            return Ok(Progress::Sent(children.into_iter().zip(numbers).collect()));
        }
        let purposes = in_force(parent, &draft)?.ok_or(Refusal::NotFound)?;
        let deciding = Self { operation, draft, children, purposes };
        Ok(if numbers.is_empty() { Progress::Open(deciding) } else { Progress::Interrupted(deciding) })
    }

    /// The children's names, as a sentence lists them.
    pub(crate) fn names(&self, words: words::Words) -> String {
        names(words, &self.children.iter().collect::<Vec<_>>())
    }
}

/// The purposes a draft asks about, unless the school has come to ask otherwise since it was begun.
pub(crate) fn in_force<'p>(parent: &'p Parent<'_, '_>, draft: &Draft) -> Result<Option<Vec<&'p Purpose>>, Problem> {
    let known = parent.purposes()?;
    let in_force = |(id, version): &(_, u32)| known.iter().find(|p| p.id == *id && p.version == *version);
    Ok(draft.purposes.iter().map(in_force).collect())
}

/// The children's forenames, as a sentence lists them.
pub(crate) fn names(words: words::Words, children: &[&Ours]) -> String {
    let names: Vec<&str> = children.iter().map(|ours| ours.called()).collect();
    words.list(&names)
}
