//! What families are asked: each question's lawful basis and wording. Who decides is the profile's to say.

use std::borrow::Cow;

use futures::future::LocalBoxFuture;
use pages::{
    Body, ButtonRow, Checkboxes, Choice, Column, Heading, Line, LinkButton, Markup, Notice, Paragraph, Radios, Render,
    Table, Width,
};
use permission_rules::{LawfulBasis, Purpose};
use profiles::{PurposeState, SchoolSettings, SettingsChange, Topic};
use reception::{Colleague, Problem};
use records::Roll;
use school_types::Role;
use web::{Fields, Response};
use words::Words;

use super::{
    fields::{Needed, TEXT, TITLE, read_text, text_fields, text_inputs},
    form::{Closed, Facts, Form, Reading, Shown, Wrong},
    purpose_added as added,
};

pub(super) const BASES: [(&str, LawfulBasis); 3] = [
    ("consent", LawfulBasis::Consent),
    ("public-task", LawfulBasis::PublicTask),
    ("legitimate-interests", LawfulBasis::LegitimateInterests),
];

pub(super) fn basis_said(w: Words, basis: LawfulBasis) -> (&'static str, &'static str) {
    match basis {
        LawfulBasis::Consent => (w.settings_basis_consent(), w.settings_basis_consent_hint()),
        LawfulBasis::PublicTask => (w.settings_basis_public_task(), w.settings_basis_public_task_hint()),
        LawfulBasis::LegitimateInterests => {
            (w.settings_basis_legitimate_interests(), w.settings_basis_legitimate_interests_hint())
        }
    }
}

/// Whether a question is asked, in a word.
pub(super) fn state_said(w: Words, state: PurposeState) -> &'static str {
    match state {
        PurposeState::Asked => w.settings_purpose_asked(),
        PurposeState::Paused => w.settings_purpose_paused(),
        PurposeState::Retired => w.settings_purpose_retired(),
    }
}

/// Every question, in the order of the pages; then those that are not asked at present.
pub(super) fn list(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let (w, settings) = (guest.words(), guest.school()?);
    let profile = settings.profile();
    let asked = profile.purposes.iter().map(|purpose| (purpose, PurposeState::Asked));
    let aside = profile.set_aside.iter().map(|aside| (&aside.purpose, aside.state));
    let columns = [
        Column::new(w.settings_purposes_question()),
        Column::new(w.settings_purposes_basis()),
        Column::number(w.settings_purposes_version()),
        Column::new(w.settings_purposes_state()),
    ];
    let mut table = Table::new("purposes", w.settings_purposes_count(profile.purposes.len() as u64), columns);
    let closed = closed(colleague, settings);
    for (purpose, state) in asked.chain(aside) {
        let href = guest.at(&format!("office/settings/purposes/{}", purpose.id))?;
        table = table.row([
            Line::new().link(purpose.title.get(w.language()), &href).render(),
            basis_said(w, purpose.basis).0.render(),
            purpose.version.to_string().render(),
            match closed.is_some() || state == PurposeState::Retired {
                true => state_said(w, state).render(),
                false => Line::new().link(state_said(w, state), &format!("{href}/state")).render(),
            },
        ]);
    }
    let mut body =
        Body::new().with(Heading::page(w.settings_topic_purposes())).with(Paragraph::lead(w.settings_purposes_lead()));
    body = match closed {
        Some(closed) => body.with(Notice::info().title(closed.title)),
        None => {
            let new = guest.at(&format!("office/settings/purposes/{}", added::fresh_id(colleague)?))?;
            body.with(ButtonRow::new().with(LinkButton::secondary(w.settings_purpose_add(), &new)))
        }
    };
    let back = if colleague.holds(&[Role::Administrator]) { "office/settings" } else { "office" };
    let chrome = colleague.chrome(w.settings_topic_purposes())?.width(Width::Wide).back(guest.at(back)?);
    Ok(colleague.page(&chrome, body.with(table)))
}

pub(super) fn closed(colleague: &Colleague<'_, '_>, settings: &SchoolSettings) -> Option<Closed> {
    let decided_by = settings.profile().bases.decided_by;
    if colleague.holds(&[decided_by]) {
        return None;
    }
    let w = colleague.guest().words();
    let title = if decided_by == Role::Chair { w.settings_read_only_chair() } else { w.settings_read_only_head() };
    Some(Closed { title, text: None, is_for_others: true })
}

/// One question.
pub(super) struct PurposeForm {
    pub(super) purpose: Purpose,
}

impl PurposeForm {
    /// The question as it stands in `settings`, which may be newer than the one the page was opened for.
    fn now<'s>(&'s self, settings: &'s SchoolSettings) -> &'s Purpose {
        settings.profile().any_purpose(&self.purpose.id).unwrap_or(&self.purpose)
    }
}

/// The texts of a question: the field, and what stands in it.
pub(super) fn texts(purpose: &Purpose) -> [(&'static str, usize, &school_types::Text); 5] {
    [
        ("title", TITLE, &purpose.title),
        ("what", TEXT, &purpose.what),
        ("why", TEXT, &purpose.why),
        ("where", TEXT, &purpose.where_shown),
        ("how-long", TEXT, &purpose.how_long),
    ]
}

pub(super) fn label(w: Words, field: &str) -> &'static str {
    match field.as_bytes() {
        b"title" => w.settings_purpose_heading(),
        b"what" => w.settings_purpose_what(),
        b"why" => w.settings_purpose_why(),
        b"where" => w.settings_purpose_where(),
        _ => w.settings_purpose_how_long(),
    }
}

impl Form for PurposeForm {
    fn topic(&self) -> Topic {
        Topic::Purpose(self.purpose.id.clone())
    }

    fn path(&self) -> String {
        format!("office/settings/purposes/{}", self.purpose.id)
    }

    fn above(&self) -> &'static str {
        "office/settings/purposes"
    }

    fn title(&self, w: Words) -> String {
        self.purpose.title.get(w.language()).to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_purposes_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        let purpose = self.now(settings);
        let mut fields: Vec<_> =
            texts(purpose).into_iter().flat_map(|(field, _, text)| text_fields(field, Some(text))).collect();
        let basis = BASES.iter().find(|(_, basis)| *basis == purpose.basis);
        fields.extend(basis.map(|(value, _)| ("basis".to_owned(), (*value).to_owned())));
        fields.into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let purpose = self.now(shown.settings);
        let question = Radios::new(w, "basis", w.settings_purposes_basis())
            .chosen(Some(shown.value("basis")))
            .error(shown.error("basis"));
        let question = BASES.iter().fold(question, |question, (value, basis)| {
            let (name, about) = basis_said(w, *basis);
            question.with(Choice::new(*value, name).hint(about))
        });
        let warning = w.settings_purpose_warning_text(shown.facts.pupils, &(purpose.version + 1).to_string());
        let again = Checkboxes::new(w, "again", w.settings_purpose_again())
            .choice("yes", w.settings_purpose_again_yes())
            .error(shown.error("again"));
        texts(purpose)
            .into_iter()
            .fold(Body::new().with(question), |body, (field, max, _)| {
                body.with(text_inputs(shown, field, label(w, field), max, None))
            })
            .with(Notice::care().title(w.settings_purpose_warning()).with(Paragraph::new(warning)))
            .with(again)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let (w, before) = (at.w, self.now(at.settings));
        let offered = &at.settings.profile().languages;
        let mut wrong = Vec::new();
        let sent = fields.first("basis");
        let basis = BASES.iter().find(|(value, _)| *value == sent).map(|(_, basis)| *basis);
        if basis.is_none() {
            wrong.push(("basis".into(), w.settings_wrong_choice().to_owned()));
        }
        let read = texts(before).map(|(field, max, text)| {
            read_text(fields, w, (field, max, Needed::Everywhere), offered, Some(text), &mut wrong)
        });
        let [Some(title), Some(what), Some(why), Some(where_shown), Some(how_long)] = read else { return Err(wrong) };
        let Some(basis) = basis else { return Err(wrong) };
        let mut purpose = Purpose { basis, title, what, why, where_shown, how_long, ..before.clone() };
        if purpose != *before {
            purpose.version += 1;
            if fields.ticked("again") != Ok(true) {
                wrong.push(("again".into(), w.settings_purpose_again_missing().to_owned()));
            }
        }
        if wrong.is_empty() { Ok(SettingsChange::Purpose(Box::new(purpose))) } else { Err(wrong) }
    }

    fn input_of(&self, field: &str) -> Cow<'static, str> {
        match field.rsplit('.').next() {
            Some("what") => "what-en",
            Some("why") => "why-en",
            Some("where") => "where-en",
            Some("how_long") => "how-long-en",
            _ => "title-en",
        }
        .into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        let purpose = self.now(settings);
        let rows = texts(purpose).into_iter().map(|(field, _, text)| (label(w, field), text.get(w.language())));
        let basis = (w.settings_purposes_basis(), basis_said(w, purpose.basis).0);
        let all = [basis].into_iter().chain(rows);
        all.fold(pages::Answers::new(w), |answers, (name, text)| answers.row(name, text)).render()
    }

    fn button(&self, w: Words) -> &'static str {
        w.settings_purpose_save()
    }

    fn next(&self, w: Words) -> &'static str {
        if self.purpose.version == 1 { w.settings_saved_purpose_added() } else { w.settings_saved_purpose() }
    }

    fn closed(&self, colleague: &Colleague<'_, '_>, settings: &SchoolSettings, _facts: Facts) -> Option<Closed> {
        let w = colleague.guest().words();
        let aside = match settings.profile().purpose_state(&self.purpose.id) {
            Some(PurposeState::Paused) => (w.settings_purpose_is_paused(), w.settings_purpose_is_paused_text()),
            Some(PurposeState::Retired) => (w.settings_purpose_is_retired(), w.settings_purpose_is_retired_text()),
            Some(PurposeState::Asked) | None => return closed(colleague, settings),
        };
        Some(Closed { title: aside.0, text: Some(aside.1), is_for_others: false })
    }

    fn facts<'a>(&'a self, colleague: &'a Colleague<'_, '_>) -> LocalBoxFuture<'a, Result<Facts, Problem>> {
        Box::pin(pupils(colleague))
    }
}

/// How many pupils' families are asked.
pub(super) async fn pupils(colleague: &Colleague<'_, '_>) -> Result<Facts, Problem> {
    let roll = colleague.records().roll(colleague.school()?).fold::<Roll>().await?.value;
    Ok(Facts { pupils: roll.present().count() as u64, answered: false })
}
