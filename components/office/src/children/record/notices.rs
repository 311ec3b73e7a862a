//! What the family was told and sent, as it stands in a record (UK GDPR art. 15): every notice recorded, and what was printed
//! for them. Whom of the family a notice reached is that person's own.

use std::collections::BTreeSet;

use permission_rules::{NoticeWay, PermissionEvent, RecordFor};
use records::{Entry as Event, Mailings};
use school_types::{ChildId, ContactId, Date, PurposeId, Timestamp};
use serde::Serialize;
use words::Words;

/// A notice.
#[derive(Serialize)]
pub(in crate::children) struct NoticeHeld {
    pub(super) recorded_at: Timestamp,
    way: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    given_on: Option<Date>,
    purposes: Vec<PurposeId>,
    /// Whether it came back: then nobody was told by it.
    returned: bool,
    #[serde(skip)]
    pub(super) shown: String,
}

/// Something printed for the family.
#[derive(Serialize)]
pub(in crate::children) struct Printed {
    pub(super) last_at: Timestamp,
    what: &'static str,
    #[serde(skip)]
    pub(super) shown: &'static str,
}

/// The notices of the family, those alone that the reader got themselves or that went to the family as a whole; for the pupil
/// all.
pub(super) fn notices(w: Words, said: &[Event<PermissionEvent>], reader: &RecordFor) -> Vec<NoticeHeld> {
    let returned: BTreeSet<_> = said
        .iter()
        .filter_map(|entry| match &entry.event {
            PermissionEvent::NoticeReturned(id) => Some(id),
            _ => None,
        })
        .collect();
    let is_open = |to: Option<&ContactId>| match (reader, to) {
        (RecordFor::Pupil, _) | (_, None) => true,
        (RecordFor::Contact(reader), Some(to)) => reader == to,
    };
    let notice = |entry: &Event<PermissionEvent>| {
        let PermissionEvent::Told(notice) = &entry.event else { return None };
        if !is_open(notice.to.as_ref()) {
            return None;
        }
        let returned = matches!(&notice.way, NoticeWay::Sent(id) if returned.contains(id));
        let (way, given_on, shown) = match &notice.way {
            NoticeWay::Sent(_) if returned => ("email", None, w.notices_history_returned().to_owned()),
            NoticeWay::Sent(_) => ("email", None, w.notices_history_sent().to_owned()),
            NoticeWay::Shown => ("shown", None, w.notices_history_shown().to_owned()),
            NoticeWay::Paper { given, .. } => ("paper", Some(*given), w.notices_record_paper(&w.date(*given))),
        };
        let purposes = notice.purposes.iter().map(|(purpose, _)| purpose.clone()).collect();
        Some(NoticeHeld { recorded_at: entry.at, way, given_on, purposes, returned, shown })
    };
    said.iter().filter_map(notice).collect()
}

/// What was last printed for the pupil, and for the reader.
pub(super) fn printed(w: Words, mailings: &Mailings, child: &ChildId, reader: &RecordFor) -> Vec<Printed> {
    let form = mailings.forms.get(child).map(|at| (*at, "paper-form", w.notices_record_form()));
    let letter = match reader {
        RecordFor::Contact(reader) => mailings.letters.get(reader),
        RecordFor::Pupil => None,
    };
    let letter = letter.map(|at| (*at, "letter-with-code", w.notices_record_letter()));
    let printed = form.into_iter().chain(letter);
    printed.map(|(last_at, what, shown)| Printed { last_at, what, shown }).collect()
}
