//! The colour and the crest.

use std::borrow::Cow;

use pages::{Body, FileInput, Markup, Paragraph, Render, Size, Swatches, TextArea, TextInput, look};
use profiles::{Crest, SchoolSettings, SettingsChange, Topic};
use web::Fields;
use words::Words;

use super::{
    fields::{crest_problem, take},
    form::{Form, Reading, Shown, Wrong},
    save::LOOK,
};

pub(super) struct Accent;

impl Accent {
    /// The colour as it is, and as it can be read.
    fn swatches(w: Words, accent: &str) -> Option<Body> {
        let look = look::Look::of(accent.trim().parse().ok()?);
        let swatches =
            Swatches::new().with(look.own(), w.settings_accent_own()).with(look.readable(), w.settings_accent_read());
        let is_corrected = look.own() != look.readable();
        let about = if is_corrected { w.settings_accent_corrected() } else { w.settings_accent_fine() };
        Some(Body::new().with(swatches).with(Paragraph::soft(about)))
    }
}

impl Form for Accent {
    fn topic(&self) -> Topic {
        Topic::Accent
    }

    fn path(&self) -> String {
        "office/settings/accent".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_accent().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_accent_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        [("accent", settings.profile().accent.to_string())].into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let input = TextInput::new(w, "accent", w.settings_accent_label())
            .plain()
            .size(Size::Short)
            .hint(w.settings_accent_hint())
            .value(shown.value("accent"))
            .error(shown.error("accent"));
        Body::new().with(input).with_all(Self::swatches(w, shown.fields.first("accent")))
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let typed = take(at.w, &mut wrong, "accent", fields.line("accent", 20)).ok_or(wrong)?;
        match typed.parse() {
            Ok(colour) => Ok(SettingsChange::Accent(colour)),
            Err(profiles::NotAColour) => Err(vec![("accent".into(), at.w.settings_wrong_colour().to_owned())]),
        }
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "accent".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        let look = look::Look::of_school(settings);
        Swatches::new().with(look.own(), w.settings_accent_own()).render()
    }

    fn other_button(&self, w: Words, _settings: &SchoolSettings) -> Option<(&'static str, &'static str)> {
        Some((LOOK, w.settings_accent_look()))
    }
}

/// The field for a drawing that is a file.
const FILE: &str = "crest-file";

pub(super) struct CrestForm;

impl Form for CrestForm {
    fn topic(&self) -> Topic {
        Topic::Crest
    }

    fn path(&self) -> String {
        "office/settings/crest".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_crest().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_crest_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        [("crest", settings.profile().crest.as_svg())].into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let area = TextArea::new(w, "crest", w.settings_crest_label(), Crest::MAX_BYTES as u64)
            .rows(10)
            .hint(w.settings_crest_hint())
            .value(shown.value("crest"))
            .error(shown.error("crest"));
        let file =
            FileInput::new(w, FILE, w.settings_crest_file(), ".svg,image/svg+xml").hint(w.settings_crest_file_hint());
        Body::new().with(area).with(file)
    }

    fn file(&self) -> Option<(&'static str, &'static str)> {
        Some((FILE, "crest"))
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let wrong = |message| Err(vec![("crest".into(), message)]);
        match Crest::new(fields.first("crest")) {
            Ok(crest) => Ok(SettingsChange::Crest(crest)),
            Err(_) if fields.first("crest").trim().is_empty() => wrong(at.w.settings_wrong_missing().to_owned()),
            Err(problem) => wrong(crest_problem(at.w, &problem)),
        }
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "crest".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        let bytes = settings.profile().crest.as_svg().len() as u64;
        w.settings_crest_now(bytes).render()
    }
}
