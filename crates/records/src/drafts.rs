//! Answers on their way: what a parent has chosen but not yet sent.

use clock::later;
use jiff::{SignedDuration, Timestamp};
use permission_rules::{Answer, PupilView};
use school_types::{ChildId, ContactId, Language, OperationId, PurposeId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Place, Records, RecordsError, Temporary};

/// How long answers that were not sent are kept.
pub const DRAFT_LASTS: SignedDuration = SignedDuration::from_hours(24);

/// What is being answered, fixed when the parent begins. Its id is the operation the answers will be sent as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Who answers.
    pub contact: ContactId,
    /// For which children: the same answers for each.
    pub children: Vec<ChildId>,
    /// The questions in order, each with the version of its wording.
    pub purposes: Vec<(PurposeId, u32)>,
    /// The children whose own view is asked for, in order, after the purposes.
    pub viewers: Vec<ChildId>,
    /// When it was begun.
    pub begun: Timestamp,
    /// For each child, up to which number of its permission stream was known when the answers were begun: what was said
    /// after it is shown beside them and asked about.
    #[serde(default)]
    pub seen: Vec<(ChildId, u64)>,
}

impl Draft {
    /// How many questions there are. They are numbered from 1.
    pub const fn steps(&self) -> usize {
        self.purposes.len() + self.viewers.len()
    }

    /// Up to which number of a child's permission stream was known when the answers were begun.
    pub fn seen_of(&self, child: &ChildId) -> u64 {
        self.seen.iter().find(|(id, _)| id == child).map_or(0, |(_, seen)| *seen)
    }

    /// What question `number` asks, or none if there is no such question.
    pub fn step(&self, number: usize) -> Option<Step<'_>> {
        let place = number.checked_sub(1)?;
        match self.purposes.get(place) {
            Some((purpose, version)) => Some(Step::Purpose(purpose, *version)),
            None => self.viewers.get(place - self.purposes.len()).map(Step::View),
        }
    }
}

/// One question of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A purpose, with the version of its wording.
    Purpose(&'a PurposeId, u32),
    /// What a child thinks.
    View(&'a ChildId),
}

/// The answer to one question of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chosen {
    /// To a purpose, whose wording was shown in this language.
    Answer(Answer, Language),
    /// What the child thinks.
    View(PupilView),
}

impl Records {
    /// Begins a draft, and makes it the one the contact comes back to.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept.
    pub async fn begin_draft(
        &self,
        school: &SchoolId,
        operation: &OperationId,
        draft: &Draft,
    ) -> Result<(), RecordsError> {
        let place = place(school, operation);
        let steps: Vec<Place> = (1..=draft.steps()).map(|step| place.clone().part(step as u64)).collect();
        let mut temporary: Vec<Temporary<'_>> = steps.iter().chain([&place]).map(Temporary::Value).collect();
        temporary.push(Temporary::Count(&place));
        self.expire_at(&temporary, later(draft.begun, DRAFT_LASTS)).await?;
        // Listed before it is there, so that whatever is there can be erased.
        let mut drafts = self.drafts_of(school, &draft.contact).await?;
        drafts.known.retain(|(_, begun)| draft.begun < later(*begun, DRAFT_LASTS));
        drafts.known.push((operation.clone(), draft.begun));
        drafts.open = Some(operation.clone());
        self.put(&drafts_place(school, &draft.contact), &drafts).await?;
        self.put(&place, draft).await
    }

    /// A draft of `contact`, or none: another person's draft is as absent as one that never was. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn draft(
        &self,
        school: &SchoolId,
        operation: &OperationId,
        contact: &ContactId,
    ) -> Result<Option<Draft>, RecordsError> {
        let draft = self.fetch::<Draft>(&place(school, operation)).await?;
        Ok(draft.filter(|draft| draft.contact == *contact && self.now() < later(draft.begun, DRAFT_LASTS)))
    }

    /// The draft a contact began last and has not sent, unless it is known to be finished. One read, or two.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn latest_draft(
        &self,
        school: &SchoolId,
        contact: &ContactId,
        is_finished: impl Fn(&OperationId) -> bool,
    ) -> Result<Option<(OperationId, Draft)>, RecordsError> {
        let open = self.drafts_of(school, contact).await?.open;
        let Some(operation) = open.filter(|operation| !is_finished(operation)) else { return Ok(None) };
        Ok(self.draft(school, &operation, contact).await?.map(|draft| (operation, draft)))
    }

    /// The answers chosen so far, one place per question. One round of concurrent reads.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn chosen(
        &self,
        school: &SchoolId,
        operation: &OperationId,
        draft: &Draft,
    ) -> Result<Vec<Option<Chosen>>, RecordsError> {
        let reads = (1..=draft.steps()).map(|step| {
            let place = place(school, operation).part(step as u64);
            async move { self.fetch::<Chosen>(&place).await }
        });
        futures::future::try_join_all(reads).await
    }

    /// Keeps the answer to one question; the last choice counts. Two writes.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept.
    pub async fn choose(
        &self,
        school: &SchoolId,
        operation: &OperationId,
        step: usize,
        chosen: Chosen,
    ) -> Result<(), RecordsError> {
        self.choose_each(school, operation, &[(step, chosen)]).await
    }

    /// Keeps the answers to several questions; the last choices count. One write for each, and one more.
    ///
    /// # Errors
    /// As [`Records::choose`].
    pub async fn choose_each(
        &self,
        school: &SchoolId,
        operation: &OperationId,
        chosen: &[(usize, Chosen)],
    ) -> Result<(), RecordsError> {
        let place = place(school, operation);
        let puts = chosen.iter().map(|(step, chosen)| {
            let place = place.clone().part(*step as u64);
            async move { self.put(&place, chosen).await }
        });
        futures::future::try_join_all(puts).await?;
        // After them: whoever read the answers at this count and finds it unchanged has read these.
        self.count(&place).await.map(drop)
    }

    /// How often answers of a draft were kept. Whoever reads it *before* [`Records::chosen`], and finds it the same later, knows
    /// that the answers are the same too. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn times_chosen(&self, school: &SchoolId, operation: &OperationId) -> Result<u64, RecordsError> {
        self.counted(&place(school, operation)).await
    }

    /// Answers of a draft as a page showed them, sealed, to come back with its form: `times` is what
    /// [`Records::times_chosen`] said before they were read. Reads and writes nothing.
    ///
    /// # Errors
    /// [`RecordsError`] when they cannot be sealed.
    pub fn seal_chosen(
        &self,
        school: &SchoolId,
        operation: &OperationId,
        times: u64,
        chosen: &[Option<Chosen>],
    ) -> Result<Vec<u8>, RecordsError> {
        let (place, json) = (place(school, operation), serde_json::to_vec(&(times, chosen)));
        let json = json.map_err(|_| RecordsError::NoJson)?;
        Ok(self.vault().seal(&place.scope(), &place.key(SHOWN), &json)?)
    }

    /// The same as they came back: how often answers had been kept, and the answers. None for what was not sealed for this
    /// draft.
    pub fn open_chosen(
        &self,
        school: &SchoolId,
        operation: &OperationId,
        sealed: &[u8],
    ) -> Option<(u64, Vec<Option<Chosen>>)> {
        let place = place(school, operation);
        let json = self.vault().open(&place.scope(), &place.key(SHOWN), sealed).ok()?;
        terse_json::read(&json).ok()
    }

    /// Marks the draft as sent: it is no longer offered to come back to, unless another was begun since.
    ///
    /// # Errors
    /// [`RecordsError`] when that could not be kept.
    pub async fn finish_draft(
        &self,
        school: &SchoolId,
        operation: &OperationId,
        contact: &ContactId,
    ) -> Result<(), RecordsError> {
        let mut drafts = self.drafts_of(school, contact).await?;
        if drafts.open.as_ref() == Some(operation) {
            drafts.open = None;
            self.put(&drafts_place(school, contact), &drafts).await?;
        }
        Ok(())
    }

    /// Where a contact's drafts stand: all of them, or those about `child`. For erasing them.
    pub(crate) async fn draft_places(
        &self,
        school: &SchoolId,
        contact: &ContactId,
        child: Option<&ChildId>,
    ) -> Result<Vec<Place>, RecordsError> {
        let mut places = Vec::new();
        for (operation, _) in self.drafts_of(school, contact).await?.known {
            let place = place(school, &operation);
            let Some(draft) = self.fetch::<Draft>(&place).await? else { continue };
            if child.is_none_or(|child| draft.children.contains(child)) {
                places.extend((1..=draft.steps()).map(|step| place.clone().part(step as u64)));
                places.push(place);
            }
        }
        if child.is_none() {
            places.push(drafts_place(school, contact));
        }
        Ok(places)
    }

    async fn drafts_of(&self, school: &SchoolId, contact: &ContactId) -> Result<DraftsOf, RecordsError> {
        Ok(self.fetch(&drafts_place(school, contact)).await?.unwrap_or_default())
    }
}

/// What the key ends in that answers are bound to which a page showed; nothing is stored there.
const SHOWN: &str = "shown";

/// The drafts of one contact, who is the only one that writes it.
#[derive(Default, Serialize, Deserialize)]
struct DraftsOf {
    /// The one they come back to.
    open: Option<OperationId>,
    /// Every one that may not be swept yet, and when it was begun.
    known: Vec<(OperationId, Timestamp)>,
}

fn place(school: &SchoolId, operation: &OperationId) -> Place {
    Place::of_school(school, Domain::Form).part("draft").part(operation)
}

fn drafts_place(school: &SchoolId, contact: &ContactId) -> Place {
    Place::of_school(school, Domain::Form).part("draft-of").part(contact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_purposes_first_and_then_what_each_child_thinks() {
        let child = ChildId::from_bytes([1; 10]);
        let draft = Draft {
            contact: ContactId::from_bytes([2; 10]),
            children: vec![child.clone()],
            purposes: vec![("website-group".parse().unwrap(), 1), ("press".parse().unwrap(), 2)],
            viewers: vec![child.clone()],
            begun: Timestamp::UNIX_EPOCH,
            seen: Vec::new(),
        };
        assert_eq!(draft.steps(), 3);
        assert_eq!(draft.step(0), None);
        assert_eq!(draft.step(2), Some(Step::Purpose(&"press".parse().unwrap(), 2)));
        assert_eq!(draft.step(3), Some(Step::View(&child)));
        assert_eq!(draft.step(4), None);
    }
}
