//! Who the safeguarding lead is, what the privacy notice says, and what the accessibility statement says.

use std::borrow::Cow;

use pages::{Body, Heading, Line, Markup, Paragraph, Render, Size, TextInput};
use profiles::{Accessibility, NamedContact, Privacy, SchoolSettings, SettingsChange, Topic};
use web::{FieldError, Fields};
use words::Words;

use super::{
    fields::{Needed, TEXT, TITLE, read_text, take, text_fields, text_inputs},
    form::{Form, Reading, Shown, Wrong},
};

/// A single line, or nothing.
fn optional_line(fields: &Fields, name: &str, max: usize) -> Result<Option<String>, FieldError> {
    match fields.optional_text(name, max)? {
        Some(text) if text.contains('\n') => Err(FieldError::BadCharacters),
        text => Ok(text),
    }
}

/// The fields of a person or office that people may write to or ring.
fn contact_fields(contact: Option<&NamedContact>) -> Vec<(&'static str, String)> {
    let Some(contact) = contact else { return Vec::new() };
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![("name", contact.name.clone()), ("telephone", own(&contact.telephone)), ("e-mail", own(&contact.e_mail))]
}

fn contact_inputs(shown: &Shown<'_>, name_label: &str, name_hint: &str) -> Body {
    let w = shown.w;
    let input = |name: &'static str, label: &str| {
        TextInput::new(w, name, label).value(shown.value(name)).error(shown.error(name)).optional()
    };
    Body::new()
        .with(input("name", name_label).hint(name_hint))
        .with(input("telephone", w.settings_office_telephone()).size(Size::Middle))
        .with(input("e-mail", w.settings_office_e_mail()).plain())
}

/// Whoever was typed; nobody where all is empty. A name needs a way, and a way a name.
fn read_contact(fields: &Fields, w: Words, wrong: &mut Vec<Wrong>) -> Option<NamedContact> {
    let name = take(w, wrong, "name", optional_line(fields, "name", TITLE)).flatten();
    let telephone = take(w, wrong, "telephone", optional_line(fields, "telephone", 40)).flatten();
    let typed = take(w, wrong, "e-mail", optional_line(fields, "e-mail", 254)).flatten();
    let e_mail = typed.and_then(|_| take(w, wrong, "e-mail", fields.email("e-mail"))).map(|one| one.into_inner());
    match name {
        None if telephone.is_some() || e_mail.is_some() => {
            wrong.push(("name".into(), w.settings_wrong_missing().to_owned()));
            None
        }
        Some(_) if telephone.is_none() && e_mail.is_none() && wrong.is_empty() => {
            wrong.push(("telephone".into(), w.settings_contact_no_way().to_owned()));
            None
        }
        name => Some(NamedContact { name: name?, telephone, e_mail }),
    }
}

fn contact_said(w: Words, contact: Option<&NamedContact>) -> Markup {
    match contact {
        Some(contact) => {
            let ways = contact.telephone.iter().chain(&contact.e_mail);
            ways.fold(Line::new().text(&contact.name), |line, way| line.text(", ").text(way)).render()
        }
        None => w.settings_area_none().render(),
    }
}

/// The field of a contact that the profile names.
fn contact_input(field: &str) -> Option<&'static str> {
    match field.rsplit('.').next() {
        Some("name") => Some("name"),
        Some("telephone") => Some("telephone"),
        Some("e_mail") => Some("e-mail"),
        _ => None,
    }
}

pub(super) struct SafeguardingLead;

impl Form for SafeguardingLead {
    fn topic(&self) -> Topic {
        Topic::SafeguardingLead
    }

    fn path(&self) -> String {
        "office/settings/safeguarding-lead".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_safeguarding_lead().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_safeguarding_lead_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        contact_fields(settings.profile().safeguarding_lead.as_ref()).into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        contact_inputs(shown, w.settings_safeguarding_lead_name(), w.settings_safeguarding_lead_name_hint())
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let lead = read_contact(fields, at.w, &mut wrong);
        if wrong.is_empty() { Ok(SettingsChange::SafeguardingLead(lead)) } else { Err(wrong) }
    }

    fn input_of(&self, field: &str) -> Cow<'static, str> {
        contact_input(field).unwrap_or("name").into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        contact_said(w, settings.profile().safeguarding_lead.as_ref())
    }
}

/// The times of keeping: the input, and the profile's field.
const YEARS: [(&str, &str); 3] =
    [("details-years", "details_years"), ("answers-years", "answers_years"), ("audit-years", "audit_years")];

pub(super) struct PrivacyForm;

impl PrivacyForm {
    const fn years(privacy: &Privacy) -> [Option<u8>; 3] {
        [privacy.details_years, privacy.answers_years, privacy.audit_years]
    }

    fn labels(w: Words) -> [&'static str; 3] {
        [w.settings_privacy_details_years(), w.settings_privacy_answers_years(), w.settings_privacy_audit_years()]
    }
}

impl Form for PrivacyForm {
    fn topic(&self) -> Topic {
        Topic::Privacy
    }

    fn path(&self) -> String {
        "office/settings/privacy".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_privacy().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_privacy_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        let privacy = &settings.profile().privacy;
        let years = YEARS.into_iter().zip(Self::years(privacy));
        let years = years.filter_map(|((input, _), years)| Some((input, years?.to_string())));
        let notice = privacy.full_notice.iter().map(|address| ("full-notice", address.clone()));
        contact_fields(privacy.officer.as_ref()).into_iter().chain(years).chain(notice).collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let mut body = contact_inputs(shown, w.settings_privacy_officer(), w.settings_privacy_officer_hint())
            .with(Heading::section(w.settings_privacy_how_long()))
            .with(Paragraph::soft(w.settings_privacy_how_long_hint()));
        for ((name, _), label) in YEARS.into_iter().zip(Self::labels(w)) {
            body = body.with(
                TextInput::new(w, name, label)
                    .size(Size::Short)
                    .optional()
                    .value(shown.value(name))
                    .error(shown.error(name)),
            );
        }
        body.with(
            TextInput::new(w, "full-notice", w.settings_privacy_full_notice())
                .plain()
                .optional()
                .hint(w.settings_contact_web_hint())
                .value(shown.value("full-notice"))
                .error(shown.error("full-notice")),
        )
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let w = at.w;
        let mut wrong = Vec::new();
        let officer = read_contact(fields, w, &mut wrong);
        let [details_years, answers_years, audit_years] = YEARS.map(|(name, _)| {
            let typed = take(w, &mut wrong, name, optional_line(fields, name, 4)).flatten()?;
            let years = typed.parse::<u8>().ok();
            if years.is_none() {
                wrong.push((name.into(), w.settings_privacy_years_wrong().to_owned()));
            }
            years
        });
        let full_notice = take(w, &mut wrong, "full-notice", optional_line(fields, "full-notice", 300)).flatten();
        let privacy = Privacy { officer, details_years, answers_years, audit_years, full_notice };
        if wrong.is_empty() { Ok(SettingsChange::Privacy(privacy)) } else { Err(wrong) }
    }

    fn input_of(&self, field: &str) -> Cow<'static, str> {
        let of_years = YEARS.into_iter().find(|(_, named)| field.ends_with(named)).map(|(input, _)| input);
        let other = if field.ends_with("full_notice") { "full-notice" } else { "name" };
        of_years.or_else(|| contact_input(field)).unwrap_or(other).into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        contact_said(w, settings.profile().privacy.officer.as_ref())
    }
}

pub(super) struct AccessibilityForm;

impl Form for AccessibilityForm {
    fn topic(&self) -> Topic {
        Topic::Accessibility
    }

    fn path(&self) -> String {
        "office/settings/accessibility".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_accessibility().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_accessibility_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        text_fields("limits", settings.profile().accessibility.limits.as_ref()).into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        text_inputs(shown, "limits", w.settings_accessibility_limits(), TEXT, Some(w.settings_accessibility_hint()))
            .with(Paragraph::soft(w.settings_accessibility_today()))
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let profile = at.settings.profile();
        let before = profile.accessibility.limits.as_ref();
        let what = ("limits", TEXT, Needed::Nowhere);
        let limits = read_text(fields, at.w, what, &profile.languages, before, &mut wrong);
        let statement = Accessibility { limits, reviewed: Some(at.today) };
        if wrong.is_empty() { Ok(SettingsChange::Accessibility(statement)) } else { Err(wrong) }
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "limits-en".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        match settings.profile().accessibility.reviewed {
            Some(day) => w.settings_accessibility_reviewed(&w.date(day)).render(),
            None => w.settings_area_none().render(),
        }
    }
}
