//! Deciding: for whom, question by question, check, send.

pub(crate) mod all;
pub(crate) mod begin;
pub(crate) mod check;
pub(crate) mod done;
pub(crate) mod gone;
pub(crate) mod question;
pub(crate) mod since;

use permission_rules::Purpose;
use reception::Problem;
use records::{Draft, Step};
use school_types::OperationId;
use web::Refusal;

use crate::parent::{Ours, Parent};

/// A draft with what it is about.
pub(crate) struct Deciding<'p> {
    pub(crate) operation: OperationId,
    pub(crate) draft: Draft,
    /// The children it is for, in its order.
    pub(crate) children: Vec<Ours>,
    /// Those it was for when it was begun, and is not any more: withdrawn for since, or left.
    pub(crate) dropped: Vec<Ours>,
    /// The purposes it asks about, in its order, in the wording in force.
    pub(crate) purposes: Vec<&'p Purpose>,
}

/// How far a draft has come.
pub(crate) enum Progress<'p> {
    /// Nothing is recorded.
    Open(Deciding<'p>),
    /// It was sent, and recorded for some of the children: the answers stand, the rest is to be recorded.
    Interrupted(Deciding<'p>),
    /// It is recorded for every child it is still for, at these numbers.
    Sent(Vec<(Ours, u64)>),
    /// It is for nobody any more, and nothing of it is recorded.
    Gone,
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
        let loaded = futures::future::try_join_all(draft.children.iter().map(|child| parent.child(child))).await?;
        let (mut children, mut dropped, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        for ours in loaded {
            match ours.permissions.number_of(&operation) {
                // It came too late, and the parent was asked again in a draft of its own.
                Some(number) if ours.permissions.value.is_overtaken(number) => {}
                Some(number) => {
                    numbers.push(number);
                    children.push(ours);
                }
                None if is_dropped(&draft, &ours) => dropped.push(ours),
                None => children.push(ours),
            }
        }
        if children.is_empty() {
            return Ok(Progress::Gone);
        }
        if numbers.len() == children.len() {
            return Ok(Progress::Sent(children.into_iter().zip(numbers).collect()));
        }
        let purposes = in_force(parent, &draft)?.ok_or(Refusal::NotFound)?;
        let deciding = Self { operation, draft, children, dropped, purposes };
        Ok(if numbers.is_empty() { Progress::Open(deciding) } else { Progress::Interrupted(deciding) })
    }

    /// The children's names, as a sentence lists them.
    pub(crate) fn names(&self, words: words::Words) -> String {
        names(words, &self.children.iter().collect::<Vec<_>>())
    }

    /// The numbers of the questions that are asked, in order: what a child thinks who is no longer among them is not.
    pub(crate) fn numbers(&self) -> Vec<usize> {
        let is_asked = |number: &usize| match self.draft.step(*number) {
            Some(Step::View(child)) => self.children.iter().any(|ours| ours.id == *child),
            Some(Step::Purpose(..)) => true,
            None => false,
        };
        (1..=self.draft.steps()).filter(is_asked).collect()
    }
}

/// Whether a draft is for this child no longer: whoever withdrew since they began does not undo it by what they had begun,
/// and nobody says yes for a pupil who has left.
pub(crate) fn is_dropped(draft: &Draft, ours: &Ours) -> bool {
    let seen = draft.seen_of(&ours.id);
    ours.has_left || ours.permissions.value.has_withdrawn_since(&ours.decider.contact, seen)
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
