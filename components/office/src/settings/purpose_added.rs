//! A question of the school's own, which no template has.

use std::borrow::Cow;

use futures::future::LocalBoxFuture;
use pages::{Body, Choice, Markup, Notice, Paragraph, Radios, Render, TextInput};
use permission_rules::{Purpose, Subject};
use profiles::{SchoolSettings, SettingsChange, Topic};
use reception::{Colleague, Problem};
use school_types::PurposeId;
use web::{Fields, Refusal};
use words::Words;

use super::{
    fields::{Needed, TEXT, TITLE, read_text, take, text_inputs},
    form::{Closed, Facts, Form, Reading, Shown, Wrong},
    purposes::{BASES, basis_said, closed, label, pupils},
};

/// The longest name of a passage, in characters.
const SOURCE: usize = 200;

/// What can be shown of a pupil.
const SUBJECTS: [(&str, Subject); 4] = [
    ("group-picture", Subject::GroupPicture),
    ("single-picture", Subject::SinglePicture),
    ("work", Subject::Work),
    ("recording", Subject::Recording),
];

fn subject_said(w: Words, subject: Subject) -> &'static str {
    match subject {
        Subject::GroupPicture => w.settings_subject_group_picture(),
        Subject::SinglePicture => w.settings_subject_single_picture(),
        Subject::Work => w.settings_subject_work(),
        Subject::Recording => w.settings_subject_recording(),
    }
}

/// The texts of a question, with the longest each may be.
const TEXTS: [(&str, usize); 5] =
    [("title", TITLE), ("what", TEXT), ("why", TEXT), ("where", TEXT), ("how-long", TEXT)];

/// An id for a question that is not there yet. It goes into the address of the form, so that sending the form twice adds one.
pub(super) fn fresh_id(colleague: &Colleague<'_, '_>) -> Result<PurposeId, Problem> {
    let drawn: String = colleague.operation()?.as_str().chars().take(10).collect();
    format!("own-{drawn}").parse().map_err(|_| Refusal::BadForm.into())
}

/// A question that is not there yet.
pub(super) struct AddedForm {
    pub(super) id: PurposeId,
}

impl Form for AddedForm {
    fn topic(&self) -> Topic {
        Topic::Purpose(self.id.clone())
    }

    fn path(&self) -> String {
        format!("office/settings/purposes/{}", self.id)
    }

    fn above(&self) -> &'static str {
        "office/settings/purposes"
    }

    fn title(&self, w: Words) -> String {
        w.settings_purpose_add().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_purpose_add_lead()
    }

    fn standing(&self, _settings: &SchoolSettings) -> Fields {
        Fields::default()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let subject = Radios::new(w, "subject", w.settings_purpose_subject())
            .chosen(Some(shown.value("subject")))
            .error(shown.error("subject"));
        let subject = SUBJECTS
            .iter()
            .fold(subject, |question, (value, subject)| question.with(Choice::new(*value, subject_said(w, *subject))));
        let basis = Radios::new(w, "basis", w.settings_purposes_basis())
            .chosen(Some(shown.value("basis")))
            .error(shown.error("basis"));
        let basis = BASES.iter().fold(basis, |question, (value, basis)| {
            let (name, about) = basis_said(w, *basis);
            question.with(Choice::new(*value, name).hint(about))
        });
        let source = TextInput::new(w, "source", w.settings_purpose_source())
            .hint(w.settings_purpose_source_hint())
            .value(shown.value("source"))
            .error(shown.error("source"));
        let asks = Notice::care()
            .title(w.settings_purpose_add_warning())
            .with(Paragraph::new(w.settings_purpose_add_warning_text(shown.facts.pupils)));
        TEXTS
            .into_iter()
            .fold(Body::new(), |body, (field, max)| body.with(text_inputs(shown, field, label(w, field), max, None)))
            .with(subject)
            .with(basis)
            .with(source)
            .with(asks)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let w = at.w;
        let offered = &at.settings.profile().languages;
        let mut wrong = Vec::new();
        let texts =
            TEXTS.map(|(field, max)| read_text(fields, w, (field, max, Needed::Everywhere), offered, None, &mut wrong));
        let subject = SUBJECTS.iter().find(|(value, _)| *value == fields.first("subject"));
        let basis = BASES.iter().find(|(value, _)| *value == fields.first("basis"));
        for (field, is_chosen) in [("subject", subject.is_some()), ("basis", basis.is_some())] {
            if !is_chosen {
                wrong.push((field.into(), w.settings_wrong_choice().to_owned()));
            }
        }
        let source = take(w, &mut wrong, "source", fields.line("source", SOURCE));
        let ([Some(title), Some(what), Some(why), Some(where_shown), Some(how_long)], Some(source)) = (texts, source)
        else {
            return Err(wrong);
        };
        let (Some((_, subject)), Some((_, basis)), true) = (subject, basis, wrong.is_empty()) else {
            return Err(wrong);
        };
        Ok(SettingsChange::PurposeAdded(Box::new(Purpose {
            id: self.id.clone(),
            version: 1,
            source,
            basis: *basis,
            subject: *subject,
            title,
            short: None,
            what,
            why,
            where_shown,
            how_long,
        })))
    }

    fn input_of(&self, field: &str) -> Cow<'static, str> {
        match field.rsplit('.').next() {
            Some("what") => "what-en",
            Some("why") => "why-en",
            Some("where") => "where-en",
            Some("how_long") => "how-long-en",
            Some("source") => "source",
            _ => "title-en",
        }
        .into()
    }

    fn said(&self, w: Words, _settings: &SchoolSettings) -> Markup {
        Paragraph::new(w.settings_purpose_add_lead()).render()
    }

    fn button(&self, w: Words) -> &'static str {
        w.settings_purpose_add_save()
    }

    fn closed(&self, colleague: &Colleague<'_, '_>, settings: &SchoolSettings, _facts: Facts) -> Option<Closed> {
        closed(colleague, settings)
    }

    fn facts<'a>(&'a self, colleague: &'a Colleague<'_, '_>) -> LocalBoxFuture<'a, Result<Facts, Problem>> {
        Box::pin(pupils(colleague))
    }
}
