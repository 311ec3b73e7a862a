//! Requests to erase a pupil for good: asked by one, confirmed by another, or undone. Ids and moments alone; the rule is
//! `permission_rules::ErasureAsked`.

use std::collections::BTreeMap;

use permission_rules::ErasureAsked;
use school_types::{ChildId, OperationId, SchoolId, StaffId};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};

use crate::{Asker, Entry, Place, Records, Stream, View};

/// What can happen to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ErasureRequestEvent {
    /// A member of staff asks for it. Takes the place of an earlier request that nobody confirmed.
    Asked {
        /// Whom.
        child: ChildId,
        /// Whether nobody else had the right.
        alone: bool,
        /// How much had been said about the pupil.
        said: u64,
    },
    /// Somebody undid it.
    Undone {
        /// Whom.
        child: ChildId,
        /// The number of the request.
        request: u64,
    },
    /// Another member of staff confirms it.
    Confirmed {
        /// Whom.
        child: ChildId,
        /// The number of the request.
        request: u64,
    },
    /// The day of whoever was alone is over.
    Waited {
        /// Whom.
        child: ChildId,
        /// The number of the request.
        request: u64,
    },
    /// The pupil is erased.
    Done {
        /// Whom.
        child: ChildId,
        /// The number of the request.
        request: u64,
    },
}

/// A request that is neither done nor undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureRequest {
    /// Its number.
    pub number: u64,
    /// The operation it was asked under.
    pub operation: OperationId,
    /// Who asked.
    pub by: StaffId,
    /// When.
    pub at: school_types::Timestamp,
    /// Whether nobody else had the right.
    pub alone: bool,
    /// How much had been said about the pupil.
    pub said: u64,
    /// Whether it is settled that it happens: from now on it is not undone any more.
    pub is_settled: bool,
}

impl ErasureRequest {
    /// As the rule knows it.
    pub fn asked(&self) -> ErasureAsked {
        ErasureAsked { by: self.by.clone(), at: self.at, alone: self.alone, said: self.said }
    }
}

/// The requests that are neither done nor undone, one for each pupil at most.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ErasureRequests(BTreeMap<ChildId, ErasureRequest>);

impl ErasureRequests {
    /// The request about a pupil.
    pub fn get(&self, child: &ChildId) -> Option<&ErasureRequest> {
        self.0.get(child)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&ChildId, &ErasureRequest)> {
        self.0.iter()
    }

    fn named(&mut self, child: &ChildId, request: u64) -> Option<&mut ErasureRequest> {
        self.0.get_mut(child).filter(|known| known.number == request)
    }
}

impl View for ErasureRequests {
    type Event = ErasureRequestEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<ErasureRequestEvent>) {
        match &entry.event {
            ErasureRequestEvent::Asked { child, alone, said } => {
                let Asker::Staff(by, _) = &entry.by else { return };
                if self.0.get(child).is_some_and(|known| known.is_settled) {
                    return;
                }
                let request = ErasureRequest {
                    number: entry.number,
                    operation: entry.operation.clone(),
                    by: by.clone(),
                    at: entry.at,
                    alone: *alone,
                    said: *said,
                    is_settled: false,
                };
                self.0.insert(child.clone(), request);
            }
            ErasureRequestEvent::Undone { child, request } => {
                if self.named(child, *request).is_some_and(|known| !known.is_settled) {
                    self.0.remove(child);
                }
            }
            ErasureRequestEvent::Confirmed { child, request } => {
                let other = |known: &&mut ErasureRequest| matches!(&entry.by, Asker::Staff(by, _) if *by != known.by);
                if let Some(known) = self.named(child, *request).filter(other) {
                    known.is_settled = true;
                }
            }
            ErasureRequestEvent::Waited { child, request } => {
                if let Some(known) = self.named(child, *request).filter(|known| known.alone) {
                    known.is_settled = true;
                }
            }
            ErasureRequestEvent::Done { child, request } => {
                if self.named(child, *request).is_some() {
                    self.0.remove(child);
                }
            }
        }
    }
}

impl Records {
    /// The stream of a school's requests to erase a pupil; folds to [`ErasureRequests`].
    pub fn erasure_requests(&self, school: &SchoolId) -> Stream<ErasureRequestEvent> {
        self.stream(Place::of_school(school, Domain::People).part("erasure-requests"))
    }

    /// The operation under which a request is carried out, whoever does so: so the trail says once that it was.
    pub fn erasure_operation(&self, school: &SchoolId, request: &ErasureRequest) -> OperationId {
        let scope = Scope::school(school, Domain::People);
        let hash = self.vault().blind(&scope, "erasure carried out", request.operation.as_str().as_bytes());
        let mut fifteen = [0; OperationId::BYTES];
        fifteen.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        OperationId::from_bytes(fifteen)
    }
}

#[cfg(test)]
mod tests {
    use school_types::{Role, Timestamp};

    use super::*;

    fn folded(events: &[(u8, ErasureRequestEvent)]) -> ErasureRequests {
        let mut requests = ErasureRequests::default();
        for (number, (by, event)) in (1..).zip(events) {
            requests.apply(&Entry {
                number,
                at: Timestamp::UNIX_EPOCH,
                by: Asker::Staff(StaffId::from_bytes([*by; StaffId::BYTES]), Role::Office),
                operation: OperationId::from_bytes([number as u8; OperationId::BYTES]),
                event: event.clone(),
            });
        }
        requests
    }

    fn child() -> ChildId {
        ChildId::from_bytes([1; ChildId::BYTES])
    }

    fn asked(alone: bool) -> ErasureRequestEvent {
        ErasureRequestEvent::Asked { child: child(), alone, said: 0 }
    }

    #[test]
    fn nobody_settles_their_own_request_and_nobody_the_one_before() {
        let confirmed = |request| ErasureRequestEvent::Confirmed { child: child(), request };
        let is_settled = |events: &[_]| folded(events).get(&child()).map(|request| request.is_settled);
        assert_eq!(is_settled(&[(1, asked(false)), (1, confirmed(1))]), Some(false));
        assert_eq!(is_settled(&[(1, asked(false)), (2, confirmed(1))]), Some(true));
        assert_eq!(is_settled(&[(1, asked(false)), (2, asked(false)), (2, confirmed(1))]), Some(false));
        let waited = ErasureRequestEvent::Waited { child: child(), request: 1 };
        assert_eq!(is_settled(&[(1, asked(false)), (9, waited.clone())]), Some(false));
        assert_eq!(is_settled(&[(1, asked(true)), (9, waited)]), Some(true));
    }

    #[test]
    fn of_undoing_and_confirming_at_once_the_first_counts() {
        let undone = ErasureRequestEvent::Undone { child: child(), request: 1 };
        let confirmed = ErasureRequestEvent::Confirmed { child: child(), request: 1 };
        let all = |events: &[_]| folded(events).iter().count();
        assert_eq!(all(&[(1, asked(false)), (1, undone.clone()), (2, confirmed.clone())]), 0);
        assert_eq!(all(&[(1, asked(false)), (2, confirmed.clone()), (1, undone)]), 1);
        let done = ErasureRequestEvent::Done { child: child(), request: 1 };
        assert_eq!(all(&[(1, asked(false)), (2, confirmed), (2, done)]), 0);
    }
}
