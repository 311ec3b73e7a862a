//! Which classes are one's own: those the list of staff names, or the ones chosen since; first on the first page.

use pages::{Body, Button, ButtonRow, Checkboxes, Choice, Form, Heading, Line, LinkButton, Paragraph, Picks};
use reception::{Colleague, Problem};
use records::{Staff, StaffEvent};
use school_types::ClassId;
use web::{Refusal, Response};

use crate::pupils::{Class, classes, roll};

/// The form.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let (all, account) = futures::try_join!(async { classes(colleague, &roll(colleague).await?) }, async {
        Ok(colleague.records().staff_account(colleague.school()?, colleague.id()).await?)
    },)?;
    let question = Checkboxes::new(w, "class", w.office_my_classes_question())
        .chosen(own(colleague, &account)?.iter().map(ToString::to_string));
    let question =
        all.into_iter().fold(question, |question, class| question.with(Choice::new(class.id.to_string(), class.name)));
    let form = Form::post(guest.at("office/my-classes")?, colleague.token())
        .with(question)
        .with(ButtonRow::new().with(Button::primary(w.settings_save())));
    let body = Body::new()
        .with(Heading::page(w.office_my_classes_title()))
        .with(Paragraph::lead(w.office_my_classes_lead()))
        .with(form);
    Ok(colleague.page(&colleague.chrome(w.office_my_classes_title())?.back(guest.at("office")?), body))
}

/// The classes of a member of staff: what they chose themselves, else what the list of staff says.
pub(super) fn own(colleague: &Colleague<'_, '_>, account: &Staff) -> Result<Vec<ClassId>, Problem> {
    if !account.classes.is_empty() {
        return Ok(account.classes.clone());
    }
    let (records, school) = (colleague.records(), colleague.school()?);
    let listed = account.present().map_or(&[][..], |facts| &facts.classes);
    Ok(listed.iter().map(|class| records.class_id(school, class.reveal())).collect())
}

/// Remembers them. Classes of another school, or of none, are refused.
pub(super) async fn save(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let chosen: Vec<ClassId> = fields.choices("class").map_err(|_| Refusal::BadForm)?;
    let known = classes(colleague, &roll(colleague).await?)?;
    if chosen.iter().any(|id| known.iter().all(|class| class.id != *id)) {
        return Err(Refusal::BadForm.into());
    }
    let stream = colleague.records().staff(colleague.school()?, colleague.id());
    if stream.fold::<Staff>().await?.value.classes != chosen {
        stream.append(&StaffEvent::ClassesChosen(chosen), None).await?;
    }
    Ok(web::see_other(&colleague.guest().at("office")?)?)
}

/// Who not to photograph today, class by class: one's own classes, or all where none is chosen; one tap each.
pub(crate) async fn on_first_page(colleague: &Colleague<'_, '_>, account: &Staff) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let all = classes(colleague, &roll(colleague).await?)?;
    if all.is_empty() {
        return Ok(Body::new());
    }
    let own = own(colleague, account)?;
    let is_mine = |class: &&Class| own.contains(&class.id);
    let mine: Vec<&Class> = all.iter().filter(is_mine).collect();
    let has_chosen = !mine.is_empty();
    let shown = if has_chosen { mine } else { all.iter().collect() };
    let mut picks = Picks::new("classes");
    for class in shown {
        picks = picks.with(w.office_class_title(&class.name), guest.at(&format!("office/classes/{}/today", class.id))?);
    }
    let body = Body::new().with(Heading::section(w.office_today_home())).with(picks);
    let choose = guest.at("office/my-classes")?;
    Ok(if has_chosen {
        body.with(Paragraph::soft(Line::new().link(w.office_my_classes_change(), &choose)))
    } else {
        body.with(ButtonRow::new().with(LinkButton::secondary(w.office_my_classes_choose(), choose)))
    })
}
