//! The name, languages, the office, signing in, and websites.

use std::borrow::Cow;

use pages::{Body, Bullets, Line, Markup, Paragraph, Radios, Render, TextArea, TextInput};
use profiles::{Office, SchoolSettings, SettingsChange, SignIn, Topic};
use school_types::Language;
use web::Fields;
use words::Words;

use super::{
    fields::{Needed, TITLE, read_lines, read_text, take, text_fields, text_inputs},
    form::{Form, Reading, Shown, Wrong},
};

pub(super) struct Name;

impl Form for Name {
    fn topic(&self) -> Topic {
        Topic::Name
    }

    fn path(&self) -> String {
        "office/settings/name".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_name().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_name_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        text_fields("name", Some(settings.name())).into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let is_bilingual = shown.settings.profile().languages.len() > 1;
        let body = text_inputs(shown, "name", w.settings_name_label(), TITLE, None);
        if is_bilingual { body.with(Paragraph::soft(w.settings_name_hint_cy())) } else { body }
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let what = ("name", TITLE, Needed::InEnglish);
        let offered = &at.settings.profile().languages;
        let name = read_text(fields, at.w, what, offered, Some(at.settings.name()), &mut wrong);
        name.filter(|_| wrong.is_empty()).map(SettingsChange::Name).ok_or(wrong)
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "name-en".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        settings.name().get(w.language()).render()
    }
}

pub(super) struct Languages;

impl Languages {
    fn value(languages: &[Language]) -> &'static str {
        match languages {
            [Language::En, Language::Cy] => "en-cy",
            [Language::Cy, ..] => "cy-en",
            _ => "en",
        }
    }
}

impl Form for Languages {
    fn topic(&self) -> Topic {
        Topic::Languages
    }

    fn path(&self) -> String {
        "office/settings/languages".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_languages().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_languages_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        [("languages", Self::value(&settings.profile().languages))].into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let question = Radios::new(w, "languages", w.settings_languages_question())
            .choice("en", w.settings_languages_en())
            .choice("en-cy", w.settings_languages_en_cy())
            .choice("cy-en", w.settings_languages_cy_en())
            .chosen(Some(shown.value("languages")))
            .error(shown.error("languages"));
        Body::new().with(question)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let languages = match fields.first("languages") {
            "en" => vec![Language::En],
            "en-cy" => vec![Language::En, Language::Cy],
            "cy-en" => vec![Language::Cy, Language::En],
            _ => return Err(vec![("languages".into(), at.w.settings_wrong_choice().to_owned())]),
        };
        Ok(SettingsChange::Languages(languages))
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "languages".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        match Self::value(&settings.profile().languages) {
            "en-cy" => w.settings_languages_en_cy(),
            "cy-en" => w.settings_languages_cy_en(),
            _ => w.settings_languages_en(),
        }
        .render()
    }
}

pub(super) struct OfficeForm;

impl Form for OfficeForm {
    fn topic(&self) -> Topic {
        Topic::Office
    }

    fn path(&self) -> String {
        "office/settings/office".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_office().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_office_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        let office = &settings.profile().office;
        [
            ("telephone", office.telephone.clone()),
            ("e-mail", office.e_mail.clone()),
            ("address", office.address.join("\n")),
        ]
        .into_iter()
        .collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        Body::new()
            .with(
                TextInput::new(w, "telephone", w.settings_office_telephone())
                    .size(pages::Size::Middle)
                    .value(shown.value("telephone"))
                    .error(shown.error("telephone")),
            )
            .with(
                TextInput::new(w, "e-mail", w.settings_office_e_mail())
                    .plain()
                    .hint(w.settings_office_e_mail_hint())
                    .value(shown.value("e-mail"))
                    .error(shown.error("e-mail")),
            )
            .with(
                TextArea::new(w, "address", w.settings_office_address(), 486)
                    .hint(w.settings_office_address_hint())
                    .value(shown.value("address"))
                    .error(shown.error("address")),
            )
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let telephone = take(at.w, &mut wrong, "telephone", fields.line("telephone", 40));
        let e_mail = take(at.w, &mut wrong, "e-mail", fields.email("e-mail"));
        let address = read_lines(fields, at.w, "address", &mut wrong);
        match (telephone, e_mail) {
            (Some(telephone), Some(e_mail)) if wrong.is_empty() => {
                Ok(SettingsChange::Office(Office { telephone, e_mail: e_mail.into_inner(), address }))
            }
            _ => Err(wrong),
        }
    }

    fn input_of(&self, field: &str) -> Cow<'static, str> {
        match field {
            "office.e_mail" => "e-mail",
            "office.address" => "address",
            _ => "telephone",
        }
        .into()
    }

    fn said(&self, _w: Words, settings: &SchoolSettings) -> Markup {
        let Office { telephone, e_mail, address } = &settings.profile().office;
        Line::new().text(telephone).text(", ").text(e_mail).text(", ").text(address.join(", ")).render()
    }
}

pub(super) struct SignInForm;

impl Form for SignInForm {
    fn topic(&self) -> Topic {
        Topic::SignIn
    }

    fn path(&self) -> String {
        "office/settings/sign-in".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_sign_in().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_sign_in_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        [("letter-codes", if settings.profile().sign_in.letter_codes { "yes" } else { "no" })].into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let question = Radios::new(w, "letter-codes", w.settings_sign_in_question())
            .choice("yes", w.settings_sign_in_yes())
            .choice("no", w.settings_sign_in_no())
            .chosen(Some(shown.value("letter-codes")))
            .error(shown.error("letter-codes"));
        Body::new().with(question)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        match fields.first("letter-codes") {
            "yes" => Ok(SettingsChange::SignIn(SignIn { letter_codes: true })),
            "no" => Ok(SettingsChange::SignIn(SignIn { letter_codes: false })),
            _ => Err(vec![("letter-codes".into(), at.w.settings_wrong_choice().to_owned())]),
        }
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "letter-codes".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        if settings.profile().sign_in.letter_codes { w.settings_sign_in_yes() } else { w.settings_sign_in_no() }
            .render()
    }
}

pub(super) struct Websites;

impl Form for Websites {
    fn topic(&self) -> Topic {
        Topic::EmbedOrigins
    }

    fn path(&self) -> String {
        "office/settings/websites".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_websites().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_websites_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        [("websites", settings.profile().embed_origins.join("\n"))].into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let area = TextArea::new(w, "websites", w.settings_websites_label(), 2000)
            .optional()
            .hint(w.settings_websites_hint())
            .value(shown.value("websites"))
            .error(shown.error("websites"));
        Body::new().with(area)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let origins = read_lines(fields, at.w, "websites", &mut wrong);
        // A slash at the end is what browsers copy; it changes nothing.
        let origins = origins.iter().map(|line| line.trim_end_matches('/').to_ascii_lowercase()).collect();
        if wrong.is_empty() { Ok(SettingsChange::EmbedOrigins(origins)) } else { Err(wrong) }
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "websites".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        let origins = &settings.profile().embed_origins;
        if origins.is_empty() { w.settings_websites_none().render() } else { Bullets::new(origins).render() }
    }
}
