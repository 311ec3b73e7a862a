//! Answers in words, and as fields of a form.

use pages::{Facts, Icon};
use permission_rules::{Answer, LawfulBasis, PupilView, Purpose, Removal, Subject, Wording};
use words::Words;

/// The name an answer has in a form.
pub(crate) const fn field_of(answer: Answer) -> &'static str {
    match answer {
        Answer::Agree => "agree",
        Answer::Refuse => "refuse",
        Answer::NoObjection => "no-objection",
        Answer::Object => "object",
    }
}

/// The answer a field names, of those the basis allows.
pub(crate) fn answer_in(field: &str, basis: LawfulBasis) -> Option<Answer> {
    basis.answers().into_iter().find(|answer| field_of(*answer) == field)
}

/// The answer as its giver would say it.
pub(crate) fn answer(w: Words, answer: Answer) -> &'static str {
    match answer {
        Answer::Agree => w.answer_agree(),
        Answer::Refuse => w.answer_refuse(),
        Answer::NoObjection => w.answer_no_objection(),
        Answer::Object => w.answer_object(),
    }
}

/// The name a pupil's view has in a form.
pub(crate) const fn view_field(view: PupilView) -> &'static str {
    match view {
        PupilView::Happy => "happy",
        PupilView::RatherNot => "rather-not",
        PupilView::NotSaid => "not-said",
    }
}

/// Every view a pupil can have.
pub(crate) const VIEWS: [PupilView; 3] = [PupilView::Happy, PupilView::RatherNot, PupilView::NotSaid];

/// A pupil's view in words.
pub(crate) fn view(w: Words, view: PupilView) -> &'static str {
    match view {
        PupilView::Happy => w.view_happy(),
        PupilView::RatherNot => w.view_rather_not(),
        PupilView::NotSaid => w.view_not_said(),
    }
}

/// What a withdrawal asks for, in words.
pub(crate) fn removal(w: Words, removal: Removal) -> &'static str {
    match removal {
        Removal::FromNowOn => w.receipt_withdrawal_from_now(),
        Removal::AlsoPublished => w.receipt_withdrawal_removal(),
    }
}

/// What, why, where and for how long: the words a decision is given to.
pub(crate) fn facts(w: Words, wording: &Wording) -> Facts {
    Facts::new()
        .with(Icon::Picture, w.step_what(), &wording.what)
        .with(Icon::Question, w.step_why(), &wording.why)
        .with(Icon::Place, w.step_where(), &wording.where_shown)
        .with(Icon::Calendar, w.step_how_long(), &wording.how_long)
}

/// Why the school may do it at all, for a parent.
pub(crate) fn basis(w: Words, basis: LawfulBasis) -> &'static str {
    match basis {
        LawfulBasis::Consent => w.step_basis_consent(),
        LawfulBasis::PublicTask => w.step_basis_public_task(),
        LawfulBasis::LegitimateInterests => w.step_basis_legitimate_interests(),
    }
}

/// What it shows of a child, for a parent.
pub(crate) fn subject(w: Words, subject: Subject) -> &'static str {
    match subject {
        Subject::GroupPicture => w.step_group(),
        Subject::SinglePicture => w.step_single(),
        Subject::Work => w.step_work(),
        Subject::Recording => w.step_recording(),
    }
}

/// The question a purpose comes to.
pub(crate) fn question(w: Words, purpose: &Purpose) -> &'static str {
    if purpose.basis.is_notice() { w.step_question_notice() } else { w.step_question_consent() }
}
