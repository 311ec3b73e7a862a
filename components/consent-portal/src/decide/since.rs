//! What its giver has said beside a draft: shown with it, and asked about.

use pages::{Body, Notice, Paragraph, Radios};
use permission_rules::{Answer, Purpose, Said};
use records::{Chosen, Step};
use school_types::{ChildId, PurposeId, Reference};
use words::Words;

use super::Deciding;
use crate::parent::Ours;

/// The field that asks about it.
pub(super) const FIELD: &str = "since";
const CHANGE: &str = "change";
const KEEP: &str = "keep";

/// What becomes of what was said since.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Earlier {
    /// It is changed to what the draft says.
    Changed,
    /// It stays, and the draft is sent without it.
    Kept,
}

impl std::str::FromStr for Earlier {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            CHANGE => Ok(Self::Changed),
            KEEP => Ok(Self::Kept),
            _ => Err(()),
        }
    }
}

/// A refusal of theirs that the draft would turn into a yes.
pub(super) struct Crossed<'a> {
    pub(super) ours: &'a Ours,
    pub(super) purpose: &'a Purpose,
    pub(super) said: &'a Said,
    /// Whether it was said after the draft was begun.
    pub(super) since: bool,
}

impl Deciding<'_> {
    /// Every refusal of theirs, for a child the draft is for, of what the draft says yes to.
    pub(super) fn crossed(&self, chosen: &[Option<Chosen>]) -> Vec<Crossed<'_>> {
        let mut crossed = Vec::new();
        for (place, chosen) in chosen.iter().enumerate() {
            let Some(Chosen::Answer(answer, _)) = chosen else { continue };
            let Some(Step::Purpose(id, _)) = self.draft.step(place + 1) else { continue };
            crossed.extend(self.crossed_by(id, *answer));
        }
        crossed
    }

    fn crossed_by<'a>(&'a self, id: &'a PurposeId, answer: Answer) -> Vec<Crossed<'a>> {
        let Some(purpose) = self.purposes.iter().find(|purpose| purpose.id == *id && answer.permits()) else {
            return Vec::new();
        };
        self.children.iter().filter_map(|ours| self.refused(ours, purpose)).collect()
    }

    fn refused<'a>(&'a self, ours: &'a Ours, purpose: &'a Purpose) -> Option<Crossed<'a>> {
        // What this very draft has recorded crosses nothing.
        if ours.permissions.number_of(&self.operation).is_some() {
            return None;
        }
        let said = ours.permissions.value.no_of(&ours.decider.contact, &purpose.id)?;
        Some(Crossed { ours, purpose, said, since: said.number > self.draft.seen_of(&ours.id) })
    }

    /// What is shown beside the question about a purpose: when they said no to it, for each child.
    pub(super) fn said_no(&self, w: Words, purpose: &Purpose) -> Body {
        let refused = self.children.iter().filter_map(|ours| self.refused(ours, purpose));
        Body::new().with_all(refused.map(|crossed| crossed.sentence(w)))
    }

    /// For whom the draft is no longer.
    pub(super) fn dropped_notice(&self, w: Words) -> Option<Notice> {
        let sentence = |ours: &Ours| {
            let called = ours.called();
            if ours.has_left { w.since_left(called) } else { w.since_dropped(called) }
        };
        let notice = Notice::care().title(w.since_title());
        (!self.dropped.is_empty())
            .then(|| self.dropped.iter().fold(notice, |notice, ours| notice.with(Paragraph::new(sentence(ours)))))
    }
}

impl Crossed<'_> {
    /// That they said no.
    pub(super) fn sentence(&self, w: Words) -> Paragraph {
        Paragraph::soft(w.since_said_no(self.ours.called(), &w.date_time(self.said.at)))
    }

    /// What tells this refusal from any other: which answers the page showed is worked out from it. Its number would also
    /// count what the safeguarding lead did (R8).
    pub(super) fn key(&self) -> (&ChildId, &PurposeId, &Reference) {
        (&self.ours.id, &self.purpose.id, &self.said.reference)
    }
}

/// The refusals since the draft was begun, and the question whether to change them; nothing where there are none.
pub(super) fn question(w: Words, crossed: &[Crossed<'_>], error: Option<&str>) -> Option<Body> {
    let since: Vec<&Crossed<'_>> = crossed.iter().filter(|crossed| crossed.since).collect();
    if since.is_empty() {
        return None;
    }
    let notice = since.iter().fold(Notice::care().title(w.since_title()), |notice, crossed| {
        let title = crossed.purpose.wording(w.language()).title;
        notice.with(Paragraph::new(w.since_no(&title, crossed.ours.called(), &w.date_time(crossed.said.at))))
    });
    let radios =
        Radios::new(w, FIELD, w.since_question()).choice(CHANGE, w.since_change()).choice(KEEP, w.since_keep());
    Some(Body::new().with(notice).with(radios.error(error)))
}
