//! Answers in words, and as fields of a form.

use pages::{Facts, Icon};
use permission_rules::{Answer, How, PupilView, Removal, Wording};
use words::Words;

/// The name an answer has in a form.
pub(super) const fn field_of(answer: Answer) -> &'static str {
    match answer {
        Answer::Agree => "agree",
        Answer::Refuse => "refuse",
        Answer::NoObjection => "no-objection",
        Answer::Object => "object",
    }
}

/// An answer as the one who gave it would say it.
pub(super) fn answer(w: Words, answer: Answer) -> &'static str {
    match answer {
        Answer::Agree => w.answer_agree(),
        Answer::Refuse => w.answer_refuse(),
        Answer::NoObjection => w.answer_no_objection(),
        Answer::Object => w.answer_object(),
    }
}

/// Every view a pupil can have.
pub(super) const VIEWS: [PupilView; 3] = [PupilView::Happy, PupilView::RatherNot, PupilView::NotSaid];

/// The name a pupil's view has in a form.
pub(super) const fn view_field(view: PupilView) -> &'static str {
    match view {
        PupilView::Happy => "happy",
        PupilView::RatherNot => "rather-not",
        PupilView::NotSaid => "not-said",
    }
}

/// A pupil's view in words.
pub(super) fn view(w: Words, view: PupilView) -> &'static str {
    match view {
        PupilView::Happy => w.view_happy(),
        PupilView::RatherNot => w.view_rather_not(),
        PupilView::NotSaid => w.view_not_said(),
    }
}

/// What a withdrawal asks for, in words.
pub(super) fn removal(w: Words, removal: Removal) -> &'static str {
    match removal {
        Removal::FromNowOn => w.receipt_withdrawal_from_now(),
        Removal::AlsoPublished => w.receipt_withdrawal_removal(),
    }
}

/// How a decision reached the school, in words.
pub(super) fn how(w: Words, how: &How) -> String {
    match how {
        How::Online => w.receipt_how_online().to_owned(),
        How::Paper { dated, .. } => w.receipt_how_paper(&w.date(*dated)),
        How::Spoken { dated, .. } => w.receipt_how_spoken(&w.date(*dated)),
    }
}

/// What, why, where and for how long: the words a decision is given to.
pub(super) fn facts(w: Words, wording: &Wording) -> Facts {
    Facts::new()
        .with(Icon::Picture, w.step_what(), &wording.what)
        .with(Icon::Question, w.step_why(), &wording.why)
        .with(Icon::Place, w.step_where(), &wording.where_shown)
        .with(Icon::Calendar, w.step_how_long(), &wording.how_long)
}
