//! The lists of people a school has taken, and the one being taken: one at a time, so that no two people work out what to
//! change from the same entries. No names: ids and counts.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use school_types::{OperationId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Asker, Entry, PeopleList, Place, Records, RecordsError, Stream, View};

/// Whoever takes a list and has given no sign of life for so long is taken for dead.
const PATIENCE: SignedDuration = SignedDuration::from_mins(1);

/// What can happen to the taking of lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportEvent {
    /// Somebody wants to begin. It counts unless a list is being taken.
    Began {
        /// The draft.
        draft: OperationId,
        /// Which list.
        list: PeopleList,
    },
    /// So much of it is in. Of a list that is not being taken, nothing.
    Went {
        /// The number of the beginning it belongs to.
        began: u64,
        /// How many changes are in.
        done: u32,
        /// Of how many.
        of: u32,
    },
    /// All of it is in.
    Ended {
        /// The number of the beginning it belongs to.
        began: u64,
        /// What it came to.
        counts: ImportCounts,
    },
    /// It was given up; what is in stays.
    Stopped {
        /// The number of the beginning it belongs to.
        began: u64,
    },
}

/// What taking a list came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCounts {
    /// Who came new.
    pub added: u32,
    /// Who changed, but for those who only moved.
    pub changed: u32,
    /// Who moved to another class, year group or key stage.
    pub moved: u32,
    /// Who is gone.
    pub left: u32,
    /// Who came back.
    pub returned: u32,
    /// Who is as before.
    pub unchanged: u32,
    /// Rows that could not be taken.
    pub rejected: u32,
}

/// A list being taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningImport {
    /// The number of its beginning.
    pub began: u64,
    /// The draft.
    pub draft: OperationId,
    /// Which list.
    pub list: PeopleList,
    /// Who takes it.
    pub by: Asker,
    /// The last sign of life.
    pub seen: Timestamp,
    /// How many changes are in.
    pub done: u32,
    /// Of how many; 0 while it is not known.
    pub of: u32,
}

/// A list that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenImport {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Asker,
    /// What it came to.
    pub counts: ImportCounts,
}

/// The lists a school has taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imports {
    running: Option<RunningImport>,
    /// The last of each kind.
    pub taken: BTreeMap<PeopleList, TakenImport>,
}

impl Imports {
    /// The list being taken, unless whoever takes it has given no sign of life for a minute.
    pub fn running(&self, now: Timestamp) -> Option<&RunningImport> {
        self.running.as_ref().filter(|running| running.is_alive(now))
    }

    /// The list that was being taken when whoever took it died.
    pub fn abandoned(&self, now: Timestamp) -> Option<&RunningImport> {
        self.running.as_ref().filter(|running| !running.is_alive(now))
    }
}

impl RunningImport {
    fn is_alive(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen) <= PATIENCE
    }
}

impl View for Imports {
    type Event = ImportEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<ImportEvent>) {
        match &entry.event {
            ImportEvent::Began { draft, list } => {
                if self.running(entry.at).is_none() {
                    self.running = Some(RunningImport {
                        began: entry.number,
                        draft: draft.clone(),
                        list: *list,
                        by: entry.by.clone(),
                        seen: entry.at,
                        done: 0,
                        of: 0,
                    });
                }
            }
            ImportEvent::Went { began, done, of } => {
                if let Some(running) = self.running.as_mut().filter(|running| running.began == *began) {
                    (running.seen, running.done, running.of) = (entry.at, *done, *of);
                }
            }
            ImportEvent::Ended { began, counts } => {
                if let Some(running) = self.running.take_if(|running| running.began == *began) {
                    let taken = TakenImport { at: entry.at, by: running.by, counts: *counts };
                    self.taken.insert(running.list, taken);
                }
            }
            ImportEvent::Stopped { began } => {
                self.running.take_if(|running| running.began == *began);
            }
        }
    }
}

/// What came of beginning to take a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// It may be taken now, by whoever holds this.
    Begun(Import),
    /// Another one is being taken.
    Busy(RunningImport),
}

/// The right to take a list, for as long as it gives signs of life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    school: SchoolId,
    began: u64,
}

impl Import {
    /// The number of its beginning: one more than what somebody has seen of the stream, where no other list was begun or
    /// ended since.
    pub const fn began(&self) -> u64 {
        self.began
    }
}

impl Records {
    /// The stream of the lists a school takes; folds to [`Imports`].
    pub fn imports(&self, school: &SchoolId) -> Stream<ImportEvent> {
        self.stream(Place::of_school(school, Domain::People).part("imports"))
    }

    /// Begins to take a list, unless one is being taken. Of two who begin at the same moment one does. Two writes, and a
    /// third for the view.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed; then nothing may be taken.
    pub async fn begin_import(
        &self,
        school: &SchoolId,
        draft: &OperationId,
        list: PeopleList,
    ) -> Result<Beginning, RecordsError> {
        let stream = self.imports(school);
        let event = ImportEvent::Began { draft: draft.clone(), list };
        let written = stream.append(&event, None).await?;
        let imports = stream.refresh::<Imports>().await?.value;
        match imports.running {
            Some(running) if running.began == written.number => {
                Ok(Beginning::Begun(Import { school: school.clone(), began: written.number }))
            }
            Some(running) => Ok(Beginning::Busy(running)),
            // It began, and somebody took it for dead and ended theirs meanwhile.
            None => Err(RecordsError::ClaimLost),
        }
    }

    /// Gives a sign of life: so many changes are in.
    ///
    /// # Errors
    /// [`RecordsError::ClaimLost`] where somebody else has begun since; then no more may be written.
    pub async fn continue_import(&self, import: &Import, done: u32, of: u32) -> Result<(), RecordsError> {
        let stream = self.imports(&import.school);
        stream.append(&ImportEvent::Went { began: import.began, done, of }, None).await?;
        let imports = stream.refresh::<Imports>().await?.value;
        let holds = imports.running.is_some_and(|running| running.began == import.began);
        if holds { Ok(()) } else { Err(RecordsError::ClaimLost) }
    }

    /// Says that all of a list is in, or with no counts that it was given up.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed.
    pub async fn end_import(&self, import: Import, counts: Option<ImportCounts>) -> Result<(), RecordsError> {
        let began = import.began;
        let event = counts.map_or(ImportEvent::Stopped { began }, |counts| ImportEvent::Ended { began, counts });
        let stream = self.imports(&import.school);
        stream.append(&event, None).await?;
        stream.refresh::<Imports>().await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(events: &[(i64, ImportEvent)]) -> Imports {
        let mut imports = Imports::default();
        for (number, (second, event)) in (1..).zip(events) {
            imports.apply(&Entry {
                number,
                at: at(*second),
                by: Asker::task("a list"),
                operation: OperationId::from_bytes([number as u8; 15]),
                event: event.clone(),
            });
        }
        imports
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_secs(second)
    }

    fn began(draft: u8) -> ImportEvent {
        ImportEvent::Began { draft: OperationId::from_bytes([draft; 15]), list: PeopleList::Pupils }
    }

    #[test]
    fn of_two_who_begin_at_the_same_moment_one_does() {
        let imports = folded(&[(0, began(1)), (0, began(2))]);
        assert_eq!(imports.running(at(0)).map(|running| running.began), Some(1));
    }

    #[test]
    fn who_gives_signs_of_life_is_not_overtaken_and_who_does_not_is() {
        let went = ImportEvent::Went { began: 1, done: 5, of: 9 };
        let alive = folded(&[(0, began(1)), (50, went.clone()), (90, began(2))]);
        assert_eq!(alive.running(at(90)).map(|running| (running.began, running.done)), Some((1, 5)));
        let overtaken = folded(&[(0, began(1)), (61, began(2)), (62, went)]);
        assert_eq!(overtaken.running(at(62)).map(|running| (running.began, running.done)), Some((2, 0)));
        assert!(overtaken.running(at(200)).is_none() && overtaken.abandoned(at(200)).is_some());
    }

    #[test]
    fn the_end_of_a_list_that_was_overtaken_ends_nothing() {
        let ended = |began| ImportEvent::Ended { began, counts: ImportCounts { added: 3, ..ImportCounts::default() } };
        let imports = folded(&[(0, began(1)), (61, began(2)), (62, ended(1))]);
        assert!(imports.running(at(62)).is_some() && imports.taken.is_empty());
        let imports = folded(&[(0, began(1)), (1, ended(1)), (2, began(2))]);
        assert_eq!(imports.taken[&PeopleList::Pupils].counts.added, 3);
        assert_eq!(imports.running(at(2)).map(|running| running.began), Some(3));
    }
}
