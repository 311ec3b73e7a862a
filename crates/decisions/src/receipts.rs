//! The letter with the receipts, to whoever decided.

use letters::{ChildReceipt, Letter, Outcome, Post, ReceiptLetter, ReceiptLine};
use permission_rules::shortest_beginnings;
use profiles::SchoolSettings;
use records::{Receipt, ReceiptAnswer, RecordsError};
use school_types::{OperationId, Redacted};
use words::Words;

/// A receipt, and what the child is called.
#[derive(Clone, Copy)]
pub struct ReceiptedChild<'a> {
    /// The forename the child is called by.
    pub called: &'a str,
    /// The receipt.
    pub receipt: &'a Receipt,
}

/// How receipts are sent to one person.
pub struct ReceiptPost<'a> {
    /// What carries them.
    pub post: &'a Post,
    /// The school.
    pub school: &'a SchoolSettings,
    /// The language they are written in.
    pub words: Words,
    /// Where to; none for somebody without email, who has them on the page only.
    pub to: Option<&'a Redacted<String>>,
    /// The page where anyone can check a receipt.
    pub verify_address: &'a str,
    /// The page where a parent begins.
    pub consent_address: &'a str,
}

impl ReceiptPost<'_> {
    /// Sends the receipts of one form in one letter, once however often it is asked for. None where there is nowhere or
    /// nothing to send.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed: then the form sent again sends it.
    pub async fn send(
        &self,
        operation: &OperationId,
        children: &[ReceiptedChild<'_>],
    ) -> Result<Option<Outcome>, RecordsError> {
        match self.letter(operation, children)? {
            Some(letter) => self.post.send(&letter).await.map(Some),
            None => Ok(None),
        }
    }

    /// The letter with the receipts of one form, for whoever sends it in a way of their own. None where there is nowhere or
    /// nothing to send.
    ///
    /// # Errors
    /// [`RecordsError::NoJson`], which no receipt that was ever recorded can give.
    pub fn letter(
        &self,
        operation: &OperationId,
        children: &[ReceiptedChild<'_>],
    ) -> Result<Option<Letter>, RecordsError> {
        let (Some(to), Some(first)) = (self.to, children.first()) else { return Ok(None) };
        let called: Vec<&str> = children.iter().map(|child| child.called).collect();
        let mut in_letter = Vec::with_capacity(children.len());
        for (child, label) in children.iter().zip(shortest_beginnings(&called)) {
            in_letter.push(ChildReceipt {
                label,
                answers: child.receipt.answers.iter().map(line).collect(),
                withdrawal: child.receipt.withdrawal,
                reference: child.receipt.reference.clone(),
                fingerprint: child.receipt.fingerprint()?,
            });
        }
        let latest = children.iter().map(|child| child.receipt.recorded_at).max();
        let message = ReceiptLetter {
            school: self.school.name().get(self.words.language()),
            recorded_at: latest.unwrap_or(first.receipt.recorded_at),
            how: &first.receipt.how,
            children: &in_letter,
            verify_address: self.verify_address,
            consent_address: self.consent_address,
        }
        .write(self.words);
        Ok(Some(Letter {
            id: operation.clone(),
            school: self.school.id().clone(),
            contact: Some(first.receipt.by.contact.clone()),
            to: to.clone(),
            message,
        }))
    }
}

fn line(answer: &ReceiptAnswer) -> ReceiptLine {
    ReceiptLine { purpose: answer.wording.title.clone(), answer: answer.answer }
}
