//! The record itself: what stands on the page and in the file, from one place, so that the two say the same.

use std::collections::BTreeSet;

use permission_rules::{
    self as rules, Answer, How, PermissionEvent, PupilView, Reason, RecordFor, Removal, Wording, may_read_answers,
};
use reception::{Colleague, Problem};
use records::{Asker, AuditEvent, ChildEvent, Entry as Event, Mailings, RemovalEvent};
use school_types::{ChildId, ContactId, Date, Fingerprint, KeyStage, PurposeId, Reference, Role, SchoolId, Timestamp};
use serde::Serialize;
use web::Refusal;
use words::Words;

use super::notices::{NoticeHeld, Printed, notices, printed};
use crate::children::{
    history::{Names, listed},
    show::Whole,
};
use crate::pupils::year;

/// Everything held about a child that its reader has a right to.
#[derive(Serialize)]
pub(super) struct Held {
    /// The version of this form.
    schoolgate_record: u32,
    school: SchoolId,
    made_at: Timestamp,
    made_for: &'static str,
    pub(super) pupil: PupilHeld,
    pub(super) adults: Vec<Adult>,
    pub(super) purposes: Vec<PurposeHeld>,
    pub(super) decisions: Vec<DecisionHeld>,
    pub(super) entry_history: Vec<Change>,
    /// What the family was told without being asked.
    pub(super) notices: Vec<NoticeHeld>,
    pub(super) printed: Vec<Printed>,
    removals_asked: Vec<Asked>,
    pub(super) access: Vec<Act>,
    /// What is not in it, and why.
    left_out: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct PupilHeld {
    id: ChildId,
    pub(super) school_number: String,
    pub(super) forename: String,
    pub(super) middle_names: String,
    pub(super) surname: String,
    pub(super) preferred_forename: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) preferred_surname: Option<String>,
    year_group: i8,
    #[serde(skip)]
    pub(super) year: String,
    pub(super) key_stage: KeyStage,
    pub(super) class: String,
    pub(super) left_on: Option<Date>,
}

/// An adult: what they are to the child; of the reader alone also what is theirs.
#[derive(Serialize)]
pub(super) struct Adult {
    pub(super) relation: String,
    pub(super) parental_responsibility: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) own: Option<Own>,
}

#[derive(Serialize)]
pub(super) struct Own {
    pub(super) name: String,
    pub(super) e_mail: Option<String>,
    pub(super) telephone: Option<String>,
}

/// Whether the school may, by what was answered. A *no* that nobody answered would tell a family of the flag (R8).
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Standing {
    May,
    MayNot,
    NotAnswered,
    NotTold,
    NobodyToAsk,
}

#[derive(Serialize)]
pub(super) struct PurposeHeld {
    purpose: PurposeId,
    pub(super) title: String,
    pub(super) standing: Standing,
}

#[derive(Serialize)]
pub(super) struct DecisionHeld {
    pub(super) recorded_at: Timestamp,
    pub(super) relation: String,
    pub(super) by_reader: bool,
    /// How it came; who of the staff typed it in is not the reader's business.
    #[serde(serialize_with = "how_only")]
    pub(super) how: How,
    pub(super) purposes: Vec<PurposeId>,
    /// Left out where they are somebody else's.
    pub(super) answers: Option<Vec<AnswerHeld>>,
    pub(super) pupil_view: Option<PupilView>,
    pub(super) withdrawal: Option<Removal>,
    pub(super) reference: Option<Reference>,
    receipt_sha256: Option<Fingerprint>,
}

#[derive(Serialize)]
pub(super) struct AnswerHeld {
    pub(super) answer: Answer,
    pub(super) wording: Wording,
    wording_sha256: Fingerprint,
}

#[derive(Serialize)]
pub(super) struct Change {
    pub(super) at: Timestamp,
    by: &'static str,
    what: String,
    #[serde(skip)]
    pub(super) shown: String,
    #[serde(skip)]
    pub(super) by_shown: &'static str,
}

/// Something that was asked to be taken down.
#[derive(Serialize)]
pub(super) struct Asked {
    at: Timestamp,
    purposes: Vec<PurposeId>,
    reference: Reference,
}

impl Asked {
    pub(super) fn of(entry: Event<RemovalEvent>, id: &ChildId) -> Option<Self> {
        match entry.event {
            RemovalEvent::Asked { child, purposes, reference } if child == *id => {
                Some(Self { at: entry.at, purposes, reference })
            }
            RemovalEvent::Asked { .. } => None,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Act {
    pub(super) at: Timestamp,
    by: &'static str,
    what: &'static str,
    #[serde(skip)]
    pub(super) shown: &'static str,
    #[serde(skip)]
    pub(super) by_shown: &'static str,
}

/// How a decision came, without who typed it in.
fn how_only<S: serde::Serializer>(how: &How, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Came {
        way: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        dated: Option<Date>,
    }
    let (way, dated) = match how {
        How::Online => ("online", None),
        How::Paper { dated, .. } => ("paper", Some(*dated)),
        How::Spoken { dated, .. } => ("spoken", Some(*dated)),
    };
    Came { way, dated }.serialize(serializer)
}

/// Who did something, as a role: names of staff are theirs.
const fn by(asker: &Asker) -> &'static str {
    match asker {
        Asker::Parent(_) => "family",
        Asker::Staff(_, Role::Office) => "office",
        Asker::Staff(_, Role::Head) => "head",
        Asker::Staff(_, Role::SafeguardingLead) => "safeguarding-lead",
        Asker::Staff(_, Role::Administrator) => "administrator",
        Asker::Staff(..) => "staff",
        Asker::Task(_) | Asker::Nobody | Asker::Visitor => "system",
    }
}

fn by_shown(w: Words, asker: &Asker) -> &'static str {
    match by(asker) {
        "family" => w.office_by_family(),
        "office" => w.office_by_office(),
        "head" => w.office_by_head(),
        "safeguarding-lead" => w.office_by_lead(),
        "system" => w.office_who_list(),
        _ => w.office_by_staff(),
    }
}

impl Held {
    /// Puts it together. `acts` and `removals` are about this child.
    pub(super) async fn of(
        colleague: &Colleague<'_, '_>,
        whole: &Whole,
        names: &Names,
        reader: &RecordFor,
        acts: Vec<Event<AuditEvent>>,
        removals: Vec<Asked>,
        mailings: &Mailings,
    ) -> Result<Self, Problem> {
        let guest = colleague.guest();
        let w = guest.words();
        let decisions = decisions(colleague, whole, reader).await?;
        let is_open =
            |asked: &Asked| decisions.iter().any(|decision| decision.reference.as_ref() == Some(&asked.reference));
        Ok(Self {
            schoolgate_record: 1,
            school: colleague.school()?.clone(),
            made_at: guest.now(),
            made_for: if *reader == RecordFor::Pupil { "pupil" } else { "parent" },
            pupil: pupil(w, whole),
            adults: adults(whole, names, reader),
            purposes: purposes(colleague, whole)?,
            notices: notices(w, &whole.decided.as_ref().ok_or(Refusal::WrongPerson)?.said, reader),
            printed: printed(w, mailings, &whole.entry.id, reader),
            removals_asked: removals.into_iter().filter(is_open).collect(),
            entry_history: whole.happened.iter().map(|event| change(w, names, reader, event)).collect(),
            access: acts.iter().filter_map(|event| act(w, event)).collect(),
            decisions,
            left_out: vec![
                "names and contact details of other people (UK GDPR art. 15(4))",
                "answers of other people with parental responsibility (Data Protection Act 2018 sch. 2 para. 16)",
                "safeguarding records, which are kept apart and asked for from the safeguarding lead",
            ],
        })
    }
}

fn pupil(w: Words, whole: &Whole) -> PupilHeld {
    let entry = &whole.entry;
    let name = &entry.facts.name;
    PupilHeld {
        id: entry.id.clone(),
        school_number: entry.facts.school_number.reveal().clone(),
        forename: name.forename.reveal().clone(),
        middle_names: name.middle_names.reveal().clone(),
        surname: name.surname.reveal().clone(),
        preferred_forename: name.preferred_forename.as_ref().map(|name| name.reveal().clone()),
        preferred_surname: name.preferred_surname.as_ref().map(|name| name.reveal().clone()),
        year_group: entry.facts.year_group.number(),
        year: year(w, entry.facts.year_group.number()),
        key_stage: entry.facts.key_stage,
        class: entry.facts.class.reveal().clone(),
        left_on: entry.left,
    }
}

fn is_reader(reader: &RecordFor, contact: &ContactId) -> bool {
    matches!(reader, RecordFor::Contact(id) if id == contact)
}

fn adults(whole: &Whole, names: &Names, reader: &RecordFor) -> Vec<Adult> {
    let adult = |listed: &records::Listed| {
        let facts = names.contact(&listed.contact).filter(|_| is_reader(reader, &listed.contact));
        Adult {
            relation: listed.relation.0.clone(),
            parental_responsibility: listed.parental_responsibility,
            own: facts.map(|facts| Own {
                name: facts.name.reveal().clone(),
                e_mail: facts.e_mail.as_ref().map(|e_mail| e_mail.reveal().clone()),
                telephone: facts.telephone.as_ref().map(|number| number.reveal().clone()),
            }),
        }
    };
    whole.entry.facts.contacts.iter().map(adult).collect()
}

fn purposes(colleague: &Colleague<'_, '_>, whole: &Whole) -> Result<Vec<PurposeHeld>, Problem> {
    let w = colleague.guest().words();
    let decided = whole.decided.as_ref().ok_or(Refusal::WrongPerson)?;
    let held = colleague.guest().school()?.profile().purposes.iter().map(|purpose| PurposeHeld {
        purpose: purpose.id.clone(),
        title: purpose.title.get(w.language()).to_owned(),
        standing: match decided.permissions.value.standing_by_answers(purpose, &whole.entry.holders) {
            _ if whole.entry.left.is_some() => Standing::MayNot,
            rules::Standing::Allowed => Standing::May,
            rules::Standing::NotAllowed(Reason::NotAnswered) => Standing::NotAnswered,
            rules::Standing::NotAllowed(Reason::NotTold) => Standing::NotTold,
            rules::Standing::NotAllowed(Reason::NobodyToAsk) => Standing::NobodyToAsk,
            rules::Standing::NotAllowed(Reason::Refused | Reason::DoNotPhotograph) => Standing::MayNot,
        },
    });
    Ok(held.collect())
}

async fn decisions(
    colleague: &Colleague<'_, '_>,
    whole: &Whole,
    reader: &RecordFor,
) -> Result<Vec<DecisionHeld>, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let said = &whole.decided.as_ref().ok_or(Refusal::WrongPerson)?.said;
    let decided = said.iter().filter_map(|entry| match &entry.event {
        PermissionEvent::Decided(decision) => Some((entry, decision)),
        _ => None,
    });
    let decided: Vec<_> = decided.collect();
    let deciders: BTreeSet<&ContactId> = decided.iter().map(|(_, decision)| &decision.by.contact).collect();
    let mut held = Vec::with_capacity(decided.len());
    for (entry, decision) in decided {
        let is_open = may_read_answers(reader, &decision.by.contact, &deciders);
        // The receipt holds the very words that were shown.
        let receipt = match (is_open, records.receipt(school, &decision.reference).await?) {
            (false, _) => None,
            (true, Some(receipt)) => Some(receipt),
            // Whoever recorded it died before it could be found.
            (true, None) => Some(records.complete_decision(school, &whole.entry.id, entry.number).await?),
        };
        let receipt_sha256 = receipt.as_ref().map(records::Receipt::fingerprint).transpose()?;
        held.push(DecisionHeld {
            recorded_at: entry.at,
            relation: decision.by.relation.0.clone(),
            by_reader: is_reader(reader, &decision.by.contact),
            how: decision.how.clone(),
            purposes: decision.answers.iter().map(|given| given.purpose.clone()).collect(),
            pupil_view: decision.pupil_view,
            withdrawal: decision.withdrawal.filter(|_| is_open),
            reference: is_open.then(|| decision.reference.clone()),
            receipt_sha256,
            answers: receipt.map(|receipt| {
                let answer = |given: records::ReceiptAnswer| AnswerHeld {
                    answer: given.answer,
                    wording: given.wording,
                    wording_sha256: given.wording_sha256,
                };
                receipt.answers.into_iter().map(answer).collect()
            }),
        });
    }
    Ok(held)
}

/// A change of the entry. What was changed about other adults is left out: it names them.
fn change(w: Words, names: &Names, reader: &RecordFor, event: &Event<ChildEvent>) -> Change {
    let (what, shown) = match &event.event {
        ChildEvent::Listed(_) => ("listed".to_owned(), w.office_record_listed().to_owned()),
        ChildEvent::Left { on } => (format!("left on {on}"), w.office_record_left(&w.date(*on))),
        ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => {
            let is_own = |change: &&records::ChildChange| match change {
                records::ChildChange::ContactListed(listed) => is_reader(reader, &listed.contact),
                records::ChildChange::ContactRemoved(contact) => is_reader(reader, contact),
                _ => true,
            };
            let own: Vec<records::ChildChange> = changes.iter().filter(is_own).cloned().collect();
            let text = if own.is_empty() { w.office_record_about_others().to_owned() } else { listed(w, names, &own) };
            (text.clone(), text)
        }
    };
    Change { at: event.at, by: by(&event.by), what, shown, by_shown: by_shown(w, &event.by) }
}

fn act(w: Words, event: &Event<AuditEvent>) -> Option<Act> {
    let (what, shown) = match event.event {
        AuditEvent::DecisionEntered { .. } => ("decision-entered", w.office_act_entered()),
        AuditEvent::ChildEdited { .. }
        | AuditEvent::ContactAdded { .. }
        | AuditEvent::ContactEdited { .. }
        | AuditEvent::ContactEnded { .. } => ("entry-changed", w.office_act_edited()),
        AuditEvent::RecordExported { .. } => ("record-taken-out", w.office_act_exported()),
        _ => return None,
    };
    Some(Act { at: event.at, by: by(&event.by), what, shown, by_shown: by_shown(w, &event.by) })
}
