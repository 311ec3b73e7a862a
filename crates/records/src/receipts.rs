//! Receipts: the record of a decision as its giver can keep it, and check it without us.

use permission_rules::{Answer, Decider, Decision, How, PermissionEvent, PupilView, PurposeAnswer, Removal, Wording};
use school_types::{ChildId, Fingerprint, OperationId, PurposeId, Reference, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};

use crate::{Entry, Place, Records, RecordsError, RemovalEvent, RemovalsAsked};

/// A receipt, whose canonical JSON (RFC 8785) is the file a person can keep and whose SHA-256 is its fingerprint.
///
/// It names nobody: child and contact stand in it as ids, so that it can be shown to anyone it is proved to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The version of this form, 1.
    pub schoolgate_receipt: u32,
    /// The school.
    pub school: SchoolId,
    /// The child, by the id that only the school can resolve.
    pub child: ChildId,
    /// What it is found by.
    pub reference: Reference,
    /// When the decision was recorded (RFC 3339, UTC).
    pub recorded_at: Timestamp,
    /// Who decided.
    pub by: Decider,
    /// How the decision reached the school.
    pub how: How,
    /// The answers, each with the wording it was given to.
    pub answers: Vec<ReceiptAnswer>,
    /// The pupil's own view, where it was asked for.
    pub pupil_view: Option<PupilView>,
    /// Set where this is a withdrawal.
    pub withdrawal: Option<Removal>,
}

/// One answer in a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceiptAnswer {
    /// The purpose.
    pub purpose: PurposeId,
    /// The answer.
    pub answer: Answer,
    /// The exact wording shown.
    pub wording: Wording,
    /// SHA-256 of the wording's canonical JSON.
    pub wording_sha256: Fingerprint,
}

impl Receipt {
    /// The file a person can keep: canonical JSON, the very bytes the fingerprint is taken over.
    ///
    /// # Errors
    /// [`RecordsError::NoJson`], which no receipt that was ever recorded can give.
    pub fn file(&self) -> Result<Vec<u8>, RecordsError> {
        vault::canonical_json(self).map_err(|_| RecordsError::NoJson)
    }

    /// SHA-256 of the file.
    ///
    /// # Errors
    /// As [`Receipt::file`].
    pub fn fingerprint(&self) -> Result<Fingerprint, RecordsError> {
        Ok(Fingerprint::of(&self.file()?))
    }
}

/// Where a receipt's decision is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Pointer {
    child: ChildId,
    number: u64,
}

impl Records {
    /// The reference of the decision that `operation` records about `child`: the same however often it is sent.
    pub fn reference(&self, school: &SchoolId, operation: &OperationId, child: &ChildId) -> Reference {
        let what = format!("{operation}/{child}");
        let hash = self.vault().blind(&Scope::school(school, Domain::Receipt), "reference", what.as_bytes());
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&hash[..8]);
        Reference::from_bytes(bytes)
    }

    /// Completes the decision that stands at `number` of a child's permission stream: makes it findable by its reference and
    /// passes on what it asks to have taken down. Doing it again changes nothing, so whoever finds a decision whose writer
    /// died completes it. Answers the receipt, which may be handed out from now on.
    ///
    /// # Errors
    /// [`RecordsError`] when it is not complete; [`RecordsError::NoDecision`] when no decision stands there.
    pub async fn complete_decision(
        &self,
        school: &SchoolId,
        child: &ChildId,
        number: u64,
    ) -> Result<Receipt, RecordsError> {
        let entry = self.permission(school, child).entry(number).await?;
        let entry = entry.ok_or(RecordsError::NoDecision)?;
        let PermissionEvent::Decided(decision) = &entry.event else { return Err(RecordsError::NoDecision) };
        let wordings = self.wordings_of(school, decision).await?;
        self.complete_entry(school, child, entry, wordings).await
    }

    /// The same for whoever has just appended the decision `entry`, or read it, and knows the wordings its answers were given
    /// to, in their order. One write; three more and the reads of an append where something is to be taken down.
    ///
    /// # Errors
    /// As [`Records::complete_decision`].
    pub async fn complete_entry(
        &self,
        school: &SchoolId,
        child: &ChildId,
        entry: Entry<PermissionEvent>,
        wordings: Vec<Wording>,
    ) -> Result<Receipt, RecordsError> {
        let removal = RemovalEvent::of(child, &entry.event);
        let PermissionEvent::Decided(decision) = entry.event else { return Err(RecordsError::NoDecision) };
        if let Some(removal) = removal {
            let removals = self.removals(school);
            removals.append(&removal, Some(&entry.operation)).await?;
            removals.refresh::<RemovalsAsked>().await?;
        }
        // Last, so that a receipt that can be found is of a decision that is complete.
        let pointer = Pointer { child: child.clone(), number: entry.number };
        self.put(&self.receipt_place(school, &decision.reference), &pointer).await?;
        Ok(receipt_of(school, child.clone(), decision, entry.at, wordings))
    }

    /// The decision at `number` of a child's permission stream, or none if there stands none. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn decision(
        &self,
        school: &SchoolId,
        child: &ChildId,
        number: u64,
    ) -> Result<Option<Decision>, RecordsError> {
        let entry = self.permission(school, child).entry(number).await?;
        Ok(entry.and_then(|entry| match entry.event {
            PermissionEvent::Decided(decision) => Some(decision),
            _ => None,
        }))
    }

    /// The receipt with this reference and fingerprint, or none if the school never gave it out.
    ///
    /// A form that was sent twice at the same moment may have been written twice. It is one fact, but each sender may have
    /// been given the receipt of its own writing, which differs in the time of recording: both are genuine. So where the
    /// fingerprint is not the fact's, the child's whole stream is looked through.
    ///
    /// # Errors
    /// As [`Records::receipt`].
    pub async fn genuine_receipt(
        &self,
        school: &SchoolId,
        reference: &Reference,
        fingerprint: &Fingerprint,
    ) -> Result<Option<Receipt>, RecordsError> {
        let Some(receipt) = self.receipt(school, reference).await? else { return Ok(None) };
        if receipt.fingerprint()? == *fingerprint {
            return Ok(Some(receipt));
        }
        let stream = self.permission(school, &receipt.child);
        let written = (1..=stream.head().await?).map(|number| stream.entry(number));
        for entry in futures::future::try_join_all(written).await?.into_iter().flatten() {
            let PermissionEvent::Decided(decision) = entry.event else { continue };
            if decision.reference == *reference {
                let other = self.write_receipt(school, receipt.child.clone(), decision, entry.at).await?;
                if other.fingerprint()? == *fingerprint {
                    return Ok(Some(other));
                }
            }
        }
        Ok(None)
    }

    /// The child that a decision with this reference is about, and its number in the child's stream; none where the school never
    /// gave it out. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn recorded_as(
        &self,
        school: &SchoolId,
        reference: &Reference,
    ) -> Result<Option<(ChildId, u64)>, RecordsError> {
        let pointer = self.fetch::<Pointer>(&self.receipt_place(school, reference)).await?;
        Ok(pointer.map(|Pointer { child, number }| (child, number)))
    }

    /// The receipt with this reference, or none if the school never gave it out.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say, or what it says does not fit together.
    pub async fn receipt(&self, school: &SchoolId, reference: &Reference) -> Result<Option<Receipt>, RecordsError> {
        let Some(pointer) = self.fetch::<Pointer>(&self.receipt_place(school, reference)).await? else {
            return Ok(None);
        };
        let Some(entry) = self.permission(school, &pointer.child).entry(pointer.number).await? else {
            return Ok(None);
        };
        match entry.event {
            PermissionEvent::Decided(decision) if decision.reference == *reference => {
                self.write_receipt(school, pointer.child, decision, entry.at).await.map(Some)
            }
            _ => Ok(None),
        }
    }

    async fn write_receipt(
        &self,
        school: &SchoolId,
        child: ChildId,
        decision: Decision,
        recorded_at: Timestamp,
    ) -> Result<Receipt, RecordsError> {
        let wordings = self.wordings_of(school, &decision).await?;
        Ok(receipt_of(school, child, decision, recorded_at, wordings))
    }

    /// The wordings a decision's answers were given to, in their order, read at the same time.
    async fn wordings_of(&self, school: &SchoolId, decision: &Decision) -> Result<Vec<Wording>, RecordsError> {
        let wordings = decision.answers.iter().map(|given| self.wording(school, &given.wording.sha256));
        let wordings = futures::future::try_join_all(wordings).await?;
        wordings.into_iter().collect::<Option<_>>().ok_or(RecordsError::WordingMissing)
    }

    pub(crate) fn receipt_place(&self, school: &SchoolId, reference: &Reference) -> Place {
        let scope = Scope::school(school, Domain::Receipt);
        let blind = self.vault().blind(&scope, "place", reference.as_str().as_bytes());
        Place::of_school(school, Domain::Receipt).part(blind)
    }
}

fn receipt_of(
    school: &SchoolId,
    child: ChildId,
    decision: Decision,
    recorded_at: Timestamp,
    wordings: Vec<Wording>,
) -> Receipt {
    let answer = |(given, wording): (PurposeAnswer, Wording)| ReceiptAnswer {
        purpose: given.purpose,
        answer: given.answer,
        wording,
        wording_sha256: given.wording.sha256,
    };
    Receipt {
        schoolgate_receipt: 1,
        school: school.clone(),
        child,
        reference: decision.reference,
        recorded_at,
        by: decision.by,
        how: decision.how,
        answers: decision.answers.into_iter().zip(wordings).map(answer).collect(),
        pupil_view: decision.pupil_view,
        withdrawal: decision.withdrawal,
    }
}
