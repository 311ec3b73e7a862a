//! Whether a question is asked, paused or retired.

use std::borrow::Cow;

use pages::{Body, Checkboxes, Choice, Markup, Radios, Render};
use permission_rules::Purpose;
use profiles::{PurposeState, SchoolSettings, SettingsChange, Topic};
use reception::Colleague;
use web::Fields;
use words::Words;

use super::{
    form::{Closed, Facts, Form, Reading, Shown, Wrong},
    purposes::{closed, state_said},
};

const STATES: [(&str, PurposeState); 3] =
    [("asked", PurposeState::Asked), ("paused", PurposeState::Paused), ("retired", PurposeState::Retired)];

fn about(w: Words, state: PurposeState) -> &'static str {
    match state {
        PurposeState::Asked => w.settings_purpose_asked_hint(),
        PurposeState::Paused => w.settings_purpose_paused_hint(),
        PurposeState::Retired => w.settings_purpose_retired_hint(),
    }
}

/// Whether one question is asked.
pub(super) struct StateForm {
    pub(super) purpose: Purpose,
}

impl StateForm {
    fn now(&self, settings: &SchoolSettings) -> PurposeState {
        settings.profile().purpose_state(&self.purpose.id).unwrap_or(PurposeState::Retired)
    }
}

impl Form for StateForm {
    fn topic(&self) -> Topic {
        Topic::Purpose(self.purpose.id.clone())
    }

    fn path(&self) -> String {
        format!("office/settings/purposes/{}/state", self.purpose.id)
    }

    fn above(&self) -> &'static str {
        "office/settings/purposes"
    }

    fn title(&self, w: Words) -> String {
        self.purpose.title.get(w.language()).to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_purpose_state_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        let now = STATES.iter().find(|(_, state)| *state == self.now(settings));
        now.map(|(value, _)| ("state".to_owned(), (*value).to_owned())).into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let question = Radios::new(w, "state", w.settings_purpose_state_question())
            .chosen(Some(shown.value("state")))
            .error(shown.error("state"));
        let question = STATES.iter().fold(question, |question, (value, state)| {
            question.with(Choice::new(*value, state_said(w, *state)).hint(about(w, *state)))
        });
        let sure = Checkboxes::new(w, "sure", w.settings_purpose_sure())
            .choice("yes", w.settings_purpose_sure_yes())
            .error(shown.error("sure"));
        Body::new().with(question).with(sure)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let w = at.w;
        let Some((_, state)) = STATES.iter().find(|(value, _)| *value == fields.first("state")) else {
            return Err(vec![("state".into(), w.settings_wrong_choice().to_owned())]);
        };
        let is_asked = self.now(at.settings) == PurposeState::Asked;
        if is_asked && *state != PurposeState::Asked && at.settings.profile().purposes.len() == 1 {
            return Err(vec![("state".into(), w.settings_purpose_last().to_owned())]);
        }
        if *state == PurposeState::Retired && fields.ticked("sure") != Ok(true) {
            return Err(vec![("sure".into(), w.settings_purpose_sure_missing().to_owned())]);
        }
        Ok(SettingsChange::PurposeState { purpose: self.purpose.id.clone(), state: *state })
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "state".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        state_said(w, self.now(settings)).render()
    }

    fn next(&self, w: Words) -> &'static str {
        w.settings_saved_purpose_state()
    }

    fn closed(&self, colleague: &Colleague<'_, '_>, settings: &SchoolSettings, _facts: Facts) -> Option<Closed> {
        let w = colleague.guest().words();
        closed(colleague, settings).or_else(|| {
            let is_retired = self.now(settings) == PurposeState::Retired;
            let (title, text) = (w.settings_purpose_is_retired(), w.settings_purpose_is_retired_text());
            is_retired.then_some(Closed { title, text: Some(text), is_for_others: false })
        })
    }
}
