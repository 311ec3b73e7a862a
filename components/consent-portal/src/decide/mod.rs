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

impl<'p> Deciding<'p> {
    /// The parent's own draft.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none of this id, when it is another's, or when the children or the
    /// wordings have changed since it was begun: then it must not be sent.
    pub(crate) async fn of(parent: &'p Parent<'_, '_>, operation: OperationId) -> Result<Self, Problem> {
        let draft = parent.records.draft(parent.school()?, &operation, &parent.contact).await?;
        let draft = draft.ok_or(Refusal::NotFound)?;
        let children = futures::future::try_join_all(draft.children.iter().map(|child| parent.child(child))).await?;
        let known = parent.purposes()?;
        let in_force = |(id, version): &(_, u32)| known.iter().find(|p| p.id == *id && p.version == *version);
        let purposes: Option<Vec<_>> = draft.purposes.iter().map(in_force).collect();
        Ok(Self { operation, draft, children, purposes: purposes.ok_or(Refusal::NotFound)? })
    }

    /// The children's names, as a sentence lists them.
    pub(crate) fn names(&self, words: words::Words) -> String {
        names(words, &self.children.iter().collect::<Vec<_>>())
    }
}

/// The children's forenames, as a sentence lists them.
pub(crate) fn names(words: words::Words, children: &[&Ours]) -> String {
    let names: Vec<&str> = children.iter().map(|ours| ours.called()).collect();
    words.list(&names)
}
