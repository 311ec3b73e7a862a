//! What happened to a child's entry and what was decided: who, when, how. Never who refused (R7).

use std::collections::{BTreeMap, BTreeSet};

use futures::try_join;
use pages::{Body, Happening, Line, Paragraph, Timeline};
use permission_rules::{Answer, Decision, How, Notice, NoticeWay, PermissionEvent, may_name_deciders};
use reception::{Colleague, Problem};
use records::{Asker, ChildChange, ChildEvent, ContactEvent, ContactFacts, Entry};
use school_types::{ContactId, KeyStage, StaffId, Timestamp};
use words::Words;

use crate::pupils::year;

use super::said;

/// How much of what was decided a page lists.
const PAGE: usize = 20;

/// What people who stand in a child's history are called.
pub(crate) struct Names {
    contacts: BTreeMap<ContactId, ContactFacts>,
    staff: BTreeMap<StaffId, String>,
}

impl Names {
    /// The names of the people in these events, and of `contacts`. Two rounds of reads at most.
    pub(super) async fn of(
        colleague: &Colleague<'_, '_>,
        contacts: &[ContactId],
        entry: &[Entry<ChildEvent>],
        said: &[Entry<PermissionEvent>],
    ) -> Result<Self, Problem> {
        let mut who: BTreeSet<ContactId> = contacts.iter().cloned().collect();
        let mut staff: BTreeSet<StaffId> = entry.iter().filter_map(|entry| staff_of(&entry.by)).collect();
        for entry in said {
            staff.extend(staff_of(&entry.by));
            match &entry.event {
                PermissionEvent::Decided(decision) => {
                    who.insert(decision.by.contact.clone());
                }
                PermissionEvent::DoNotPhotograph { by, .. } => {
                    staff.insert(by.clone());
                }
                PermissionEvent::Told(notice) => {
                    if let NoticeWay::Paper { entered_by, .. } = &notice.way {
                        staff.insert(entered_by.clone());
                    }
                }
                PermissionEvent::NoticeReturned(_) => {}
            }
        }
        Self::read(colleague, who, staff).await
    }

    /// The names of the people who wrote these events.
    pub(crate) async fn of_events(
        colleague: &Colleague<'_, '_>,
        contact: &[Entry<ContactEvent>],
        child: &[Entry<ChildEvent>],
    ) -> Result<Self, Problem> {
        let by = contact.iter().map(|entry| &entry.by).chain(child.iter().map(|entry| &entry.by));
        Self::read(colleague, BTreeSet::new(), by.filter_map(staff_of).collect()).await
    }

    async fn read(
        colleague: &Colleague<'_, '_>,
        who: BTreeSet<ContactId>,
        staff: BTreeSet<StaffId>,
    ) -> Result<Self, Problem> {
        let (records, school) = (colleague.records(), colleague.school()?);
        let who: Vec<ContactId> = who.into_iter().collect();
        let accounts = futures::future::try_join_all(staff.iter().map(|id| records.staff_account(school, id)));
        let (contacts, accounts) = try_join!(records.contacts(school, &who), accounts)?;
        let known = |(id, contact): (ContactId, records::Contact)| Some((id, contact.0?));
        let named =
            |(id, account): (&StaffId, records::Staff)| Some((id.clone(), account.facts()?.name.reveal().clone()));
        Ok(Self {
            contacts: contacts.into_iter().filter_map(known).collect(),
            staff: staff.iter().zip(accounts).filter_map(named).collect(),
        })
    }

    /// A contact who is still listed with the school.
    pub(super) fn contact(&self, id: &ContactId) -> Option<&ContactFacts> {
        self.contacts.get(id)
    }

    /// Who decided, with what they were to the child.
    pub(super) fn decider(&self, w: Words, decision: &Decision) -> String {
        let name = self.contact(&decision.by.contact).map_or(w.office_contact_gone(), |facts| facts.name.reveal());
        w.receipt_by_you(name, &decision.by.relation.0)
    }

    fn member(&self, w: Words, id: &StaffId) -> String {
        self.staff.get(id).cloned().unwrap_or_else(|| w.office_who_unknown().to_owned())
    }

    /// Whoever wrote an event.
    pub(crate) fn asker(&self, w: Words, by: &Asker) -> String {
        match by {
            Asker::Staff(id, _) => self.member(w, id),
            Asker::Parent(id) => {
                self.contact(id).map_or_else(|| w.office_contact_gone().to_owned(), |facts| facts.name.reveal().clone())
            }
            Asker::Task(_) | Asker::Nobody | Asker::Visitor => w.office_who_list().to_owned(),
        }
    }
}

/// The member of staff behind an event.
pub(crate) fn staff_of(by: &Asker) -> Option<StaffId> {
    match by {
        Asker::Staff(id, _) => Some(id.clone()),
        _ => None,
    }
}

/// The decisions, the newest first: who, how, the receipt. What was said stands in the receipt of the one who said it; that
/// something was withdrawn is plain, and whose it was only where nobody can be told from another by it: all of the history
/// decides that. A page of it, from 0, and whether there is an older one.
pub(super) fn decisions(
    w: Words,
    names: &Names,
    said: &[Entry<PermissionEvent>],
    sees_flag: bool,
    page: usize,
) -> (Body, bool) {
    let decided = said.iter().filter_map(|entry| match &entry.event {
        PermissionEvent::Decided(decision) => Some(decision),
        _ => None,
    });
    let named = may_name_deciders(decided);
    let mut happenings = said
        .iter()
        .rev()
        .filter_map(|entry| {
            let when = w.date_time(entry.at);
            match &entry.event {
                PermissionEvent::Decided(decision) => Some(decided_by(w, names, decision, when, named)),
                PermissionEvent::DoNotPhotograph { set, by } if sees_flag => {
                    let by = names.member(w, by);
                    let what = if *set { w.office_history_flag_set(&by) } else { w.office_history_flag_lifted(&by) };
                    Some(Happening::new(when, what))
                }
                PermissionEvent::DoNotPhotograph { .. } => None,
                PermissionEvent::Told(notice) => Some(Happening::new(when, told(w, names, notice))),
                PermissionEvent::NoticeReturned(_) => {
                    Some(Happening::new(when, w.notices_history_returned().to_owned()))
                }
            }
        })
        .skip(page.saturating_mul(PAGE))
        .peekable();
    if happenings.peek().is_none() {
        return (Body::new().with(Paragraph::soft(w.office_history_none())), false);
    }
    let timeline = Body::new().with(Timeline::new(happenings.by_ref().take(PAGE)));
    let timeline = if named { timeline } else { timeline.with(Paragraph::soft(w.office_history_names_left_out())) };
    (timeline, happenings.peek().is_some())
}

/// That the family was told. Whoever was shown it is not named: it would say who has signed in and not answered.
fn told(w: Words, names: &Names, notice: &Notice) -> String {
    match &notice.way {
        NoticeWay::Paper { given, entered_by } => {
            w.notices_history_paper(&w.date(*given), &names.member(w, entered_by))
        }
        NoticeWay::Sent(_) => w.notices_history_sent().to_owned(),
        NoticeWay::Shown => w.notices_history_shown().to_owned(),
    }
}

/// One decision.
fn decided_by(w: Words, names: &Names, decision: &Decision, when: String, named: bool) -> Happening {
    let who = if named { names.decider(w, decision) } else { w.office_history_somebody().to_owned() };
    let notices = decision.answers.iter().filter(|given| is_about_a_notice(given.answer)).count() as u64;
    let count = decision.answers.len() as u64 - notices;
    // What was said of questions, of notices, or of both.
    let in_all = |questions: String, only_notices: String| match (count, notices) {
        (0, _) => only_notices,
        (_, 0) => questions,
        _ => w.office_history_notices(notices, &questions),
    };
    let how = said::how(w, &decision.how);
    let how = match &decision.how {
        How::Online => how,
        How::Paper { entered_by, .. } | How::Spoken { entered_by, .. } => {
            w.office_history_entered(&how, &names.member(w, entered_by))
        }
    };
    let receipt = w.office_history_receipt(decision.reference.as_str());
    let came = Paragraph::soft(Line::new().text(how).text(". ").text(receipt));
    match decision.withdrawal {
        None => Happening::new(
            when,
            in_all(w.office_history_answered(count, &who), w.office_history_answered_notices(notices, &who)),
        )
        .with(came),
        Some(removal) => {
            let what = in_all(w.office_history_withdrew(count, &who), w.office_history_withdrew_notices(notices, &who));
            let happening =
                Happening::new(when, Line::new().strong(what)).with(Paragraph::new(said::removal(w, removal)));
            // How it came may be how only one of them ever answers.
            if named { happening.with(came) } else { happening }
        }
    }
}

/// Notices are counted apart: nobody has to answer them, and "9 of 9" beside a name does not count them.
const fn is_about_a_notice(answer: Answer) -> bool {
    matches!(answer, Answer::NoObjection | Answer::Object)
}

/// What happened to the entry, the newest first.
pub(super) fn changes(w: Words, names: &Names, entry: &[Entry<ChildEvent>]) -> Timeline {
    let happening = |(place, entry): (usize, &Entry<ChildEvent>)| {
        let who = names.asker(w, &entry.by);
        let what = match &entry.event {
            ChildEvent::Listed(_) if place == 0 => w.office_entry_listed(&who),
            ChildEvent::Listed(_) => w.office_entry_returned(&who),
            ChildEvent::Edited(_) | ChildEvent::Corrected(_) => w.office_entry_edited(&who),
            ChildEvent::Left { on } => w.office_entry_left(&w.date(*on), &who),
        };
        let happening = Happening::new(w.date_time(entry.at), what);
        match &entry.event {
            ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => {
                happening.with(Paragraph::soft(listed(w, names, changes)))
            }
            _ => happening,
        }
    };
    Timeline::new(entry.iter().enumerate().rev().map(happening))
}

/// Something that was changed of a contact.
pub(crate) struct Changed {
    pub(crate) at: Timestamp,
    pub(crate) by: Asker,
    pub(crate) what: String,
}

impl Changed {
    /// What was changed about a contact in a pupil's entry: what they are to the pupil, and whether they decide.
    pub(crate) fn of_listing(w: Words, entry: &[Entry<ChildEvent>], contact: &ContactId) -> Vec<Self> {
        let what = |change: &ChildChange| match change {
            ChildChange::ContactListed(listed) if listed.contact == *contact => {
                let holds =
                    if listed.parental_responsibility { w.office_adult_decides() } else { w.office_adult_not() };
                Some(format!("{}, {holds}", listed.relation.0))
            }
            ChildChange::ContactRemoved(removed) if removed == contact => Some(w.office_field_adult_gone().to_owned()),
            _ => None,
        };
        let of = |entry: &Entry<ChildEvent>| match &entry.event {
            ChildEvent::Edited(changes) | ChildEvent::Corrected(changes) => {
                let what = changes.iter().find_map(what)?;
                Some(Self { at: entry.at, by: entry.by.clone(), what })
            }
            ChildEvent::Listed(_) | ChildEvent::Left { .. } => None,
        };
        entry.iter().filter_map(of).collect()
    }

    /// It, with who and when.
    pub(crate) fn shown(&self, w: Words, names: &Names) -> Happening {
        Happening::new(w.date_time(self.at), w.contact_happened(&names.asker(w, &self.by), &self.what))
    }
}

/// Changes on one line: `Class: 3B; Year: Year 3`.
pub(super) fn listed(w: Words, names: &Names, changes: &[ChildChange]) -> String {
    changes.iter().map(|change| one(w, names, change)).collect::<Vec<_>>().join("; ")
}

fn one(w: Words, names: &Names, change: &ChildChange) -> String {
    let or_none = |text: &str| if text.is_empty() { w.office_none().to_owned() } else { text.to_owned() };
    let (field, value) = match change {
        ChildChange::Forename(name) => (w.office_field_forename(), or_none(name.reveal())),
        ChildChange::MiddleNames(names) => (w.office_field_middle_names(), or_none(names.reveal())),
        ChildChange::Surname(name) => (w.office_field_surname(), or_none(name.reveal())),
        ChildChange::PreferredForename(name) => {
            (w.office_field_preferred(), or_none(name.as_ref().map_or("", |name| name.reveal())))
        }
        ChildChange::PreferredSurname(name) => {
            (w.office_field_known_surname(), or_none(name.as_ref().map_or("", |name| name.reveal())))
        }
        ChildChange::SchoolNumber(number) => (w.office_record_number(), or_none(number.reveal())),
        ChildChange::YearGroup(group) => (w.office_column_year(), year(w, group.number())),
        ChildChange::KeyStage(stage) => (w.office_field_stage(), stage_of(w, *stage).to_owned()),
        ChildChange::Class(class) => (w.office_column_class(), or_none(class.reveal())),
        ChildChange::ContactListed(listed) => {
            let name = names.contact(&listed.contact).map_or(w.office_contact_gone(), |facts| facts.name.reveal());
            let holds = if listed.parental_responsibility { w.office_adult_decides() } else { w.office_adult_not() };
            (w.office_field_adult(), format!("{name}, {}, {holds}", listed.relation.0))
        }
        ChildChange::ContactRemoved(contact) => {
            let name = names.contact(contact).map_or(w.office_contact_gone(), |facts| facts.name.reveal());
            (w.office_field_adult_gone(), name.to_owned())
        }
    };
    format!("{field}: {value}")
}

/// A key stage in words.
pub(super) fn stage_of(w: Words, stage: KeyStage) -> &'static str {
    match stage {
        KeyStage::EarlyYears => w.office_stage_early(),
        KeyStage::Ks1 => w.office_stage_1(),
        KeyStage::Ks2 => w.office_stage_2(),
        KeyStage::Ks3 => w.office_stage_3(),
        KeyStage::Ks4 => w.office_stage_4(),
        KeyStage::Ks5 => w.office_stage_5(),
    }
}
