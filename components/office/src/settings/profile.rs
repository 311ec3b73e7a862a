//! Choosing another of the profiles, as long as no family has answered.

use std::borrow::Cow;

use futures::future::LocalBoxFuture;
use pages::{Body, Choice, Line, Markup, Radios, Render};
use profiles::{Profile, SchoolSettings, SettingsChange, Topic};
use reception::{Colleague, Problem};
use records::{Records, Roll};
use school_types::{ChildId, SchoolId};
use web::Fields;
use words::Words;

use super::form::{Closed, Facts, Form, Reading, Shown, Wrong};

/// How many pupils are asked about at the same time.
const AT_ONCE: usize = 128;

pub(super) struct Template;

/// The shipped profiles; the tests of `profiles` show that every one is taken.
fn templates() -> Vec<Profile> {
    Profile::templates().unwrap_or_default()
}

/// Whether any family has answered anything. One read for each pupil who was ever on the roll, until one has.
///
/// # Errors
/// [`Problem`] when the records could not say.
async fn answered(records: &Records, school: &SchoolId) -> Result<bool, Problem> {
    let roll = records.roll(school).fold::<Roll>().await?.value;
    let children: Vec<&ChildId> = roll.present().map(|(child, _)| child).chain(roll.left()).collect();
    for some in children.chunks(AT_ONCE) {
        let streams: Vec<_> = some.iter().map(|child| records.permission(school, child)).collect();
        let heads = futures::future::try_join_all(streams.iter().map(|stream| stream.head())).await?;
        if heads.into_iter().any(|head| head > 0) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Form for Template {
    fn topic(&self) -> Topic {
        Topic::Template
    }

    fn path(&self) -> String {
        "office/settings/profile".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_template().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_template_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        [("profile", settings.profile().id.as_str())].into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let question = Radios::new(w, "profile", w.settings_template_question())
            .chosen(Some(shown.value("profile")))
            .error(shown.error("profile"));
        let question = templates().iter().fold(question, |question, template| {
            let asks = template.purposes.len() as u64;
            let about = Line::new().text(w.settings_template_about(asks, &template.based_on.policy));
            let is_now = template.id == shown.settings.profile().id;
            let about = if is_now { about.text(" ").text(w.settings_template_now()) } else { about };
            question.with(Choice::new(template.id.as_str(), template.title.get(w.language())).hint(about))
        });
        Body::new().with(question)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let sent = fields.first("profile");
        let chosen = templates().into_iter().find(|template| template.id.as_str() == sent);
        let missing = || vec![("profile".into(), at.w.settings_wrong_choice().to_owned())];
        Ok(SettingsChange::Template(Box::new(chosen.ok_or_else(missing)?)))
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "profile".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        settings.profile().title.get(w.language()).render()
    }

    fn button(&self, w: Words) -> &'static str {
        w.settings_template_save()
    }

    fn closed(&self, colleague: &Colleague<'_, '_>, _settings: &SchoolSettings, facts: Facts) -> Option<Closed> {
        let w = colleague.guest().words();
        let (title, text) = (w.settings_template_too_late(), Some(w.settings_template_too_late_text()));
        facts.answered.then_some(Closed { title, text, is_for_others: false })
    }

    fn facts<'a>(&'a self, colleague: &'a Colleague<'_, '_>) -> LocalBoxFuture<'a, Result<Facts, Problem>> {
        Box::pin(async move {
            let answered = answered(colleague.records(), colleague.school()?).await?;
            Ok(Facts { pupils: 0, answered })
        })
    }
}
