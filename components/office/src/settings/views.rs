//! Whether and from when pupils' own views are asked for.

use std::borrow::Cow;

use pages::{Body, Markup, Radios, Render, TextInput};
use profiles::{AskedFrom, PupilViewRule, SchoolSettings, SettingsChange, Topic};
use school_types::KeyStage;
use web::Fields;
use words::Words;

use crate::pupils::years_taught;

use super::{
    fields::{Needed, TEXT, read_text, take, text_fields, text_inputs},
    form::{Form, Reading, Shown, Wrong},
};

pub(super) struct PupilView;

/// Every answer, by what the form sends for it, in the order of the ages.
fn choices(settings: &SchoolSettings) -> Vec<(String, AskedFrom)> {
    let stages = &settings.profile().key_stages;
    let years = years_taught(stages, None).into_iter();
    let mut choices = vec![("never".to_owned(), AskedFrom::Never)];
    choices.extend(years.map(|year| (format!("year-{}", year.number()), AskedFrom::Year(year))));
    choices.extend(stages.iter().map(|stage| (format!("stage-{}", number(*stage)), AskedFrom::KeyStage(*stage))));
    choices
}

/// Key stages count from 1; the early years come before.
const fn number(stage: KeyStage) -> u8 {
    match stage {
        KeyStage::EarlyYears => 0,
        KeyStage::Ks1 => 1,
        KeyStage::Ks2 => 2,
        KeyStage::Ks3 => 3,
        KeyStage::Ks4 => 4,
        KeyStage::Ks5 => 5,
    }
}

fn choice_said(w: Words, from: AskedFrom) -> String {
    match from {
        AskedFrom::Never => w.settings_view_never().to_owned(),
        AskedFrom::Year(year) if year.number() < 0 => w.settings_view_nursery().to_owned(),
        AskedFrom::Year(year) if year.number() == 0 => w.settings_view_reception().to_owned(),
        AskedFrom::Year(year) => w.settings_view_year(&year.number().to_string()),
        AskedFrom::KeyStage(KeyStage::EarlyYears) => w.settings_view_stage_early_years().to_owned(),
        AskedFrom::KeyStage(stage) => w.settings_view_stage(&number(stage).to_string()),
    }
}

impl Form for PupilView {
    fn topic(&self) -> Topic {
        Topic::PupilView
    }

    fn path(&self) -> String {
        "office/settings/pupil-view".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_pupil_view().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_view_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        let rule = &settings.profile().pupil_view;
        let mut fields = text_fields("hint", rule.hint.as_ref());
        let chosen = choices(settings).into_iter().find(|(_, from)| *from == rule.asked_from);
        fields.extend(chosen.map(|(value, _)| ("from".to_owned(), value)));
        fields.push(("source".to_owned(), rule.source.clone()));
        fields.into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let question = Radios::new(w, "from", w.settings_view_question())
            .chosen(Some(shown.value("from")))
            .error(shown.error("from"));
        let question = choices(shown.settings)
            .into_iter()
            .fold(question, |question, (value, from)| question.choice(value, choice_said(w, from)));
        Body::new()
            .with(question)
            .with(text_inputs(shown, "hint", w.settings_view_hint(), TEXT, Some(w.settings_view_hint_hint())))
            .with(
                TextInput::new(w, "source", w.settings_view_source())
                    .hint(w.settings_view_source_hint())
                    .value(shown.value("source"))
                    .error(shown.error("source")),
            )
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let sent = fields.first("from");
        let chosen = choices(at.settings).into_iter().find(|(value, _)| value == sent);
        if chosen.is_none() {
            wrong.push(("from".into(), at.w.settings_wrong_choice().to_owned()));
        }
        let before = &at.settings.profile().pupil_view;
        let offered = &at.settings.profile().languages;
        let what = ("hint", TEXT, Needed::Nowhere);
        let hint = read_text(fields, at.w, what, offered, before.hint.as_ref(), &mut wrong);
        let source = take(at.w, &mut wrong, "source", fields.line("source", 200));
        match (chosen, source) {
            (Some((_, asked_from)), Some(source)) if wrong.is_empty() => {
                Ok(SettingsChange::PupilView(PupilViewRule { asked_from, hint, source }))
            }
            _ => Err(wrong),
        }
    }

    fn input_of(&self, field: &str) -> Cow<'static, str> {
        match field {
            "pupil_view.source" => "source",
            _ => "hint-en",
        }
        .into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        choice_said(w, settings.profile().pupil_view.asked_from).render()
    }
}
