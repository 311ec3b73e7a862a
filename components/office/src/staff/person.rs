//! One account.

use pages::{Answers, Body, Button, ButtonRow, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph, Width};
use reception::{Colleague, Problem};
use records::Staff;
use school_types::{Role, StaffId};
use web::{Refusal, Response};

use super::{list, sessions};
use crate::{form::Wrong, role_names};

/// Somebody with an account, or who had one.
pub(super) struct Person {
    pub(super) id: StaffId,
    pub(super) account: Staff,
    pub(super) name: String,
    pub(super) e_mail: String,
    pub(super) roles: Vec<Role>,
}

impl Person {
    /// Whoever the address names.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when the school lists nobody of that id.
    pub(super) async fn of(colleague: &Colleague<'_, '_>, id: StaffId) -> Result<Self, Problem> {
        let account = colleague.records().staff_account(colleague.school()?, &id).await?;
        let facts = account.facts().ok_or(Refusal::NotFound)?;
        let (name, e_mail) = (facts.name.reveal().clone(), facts.e_mail.reveal().clone());
        let roles = facts.roles.clone();
        Ok(Self { id, account, name, e_mail, roles })
    }

    /// The address of something about them.
    pub(super) fn at(&self, colleague: &Colleague<'_, '_>, path: &str) -> Result<String, Problem> {
        colleague.guest().at(&format!("office/staff/{}{path}", self.id))
    }
}

/// Shows it; after something was done, with what was.
pub(super) async fn show(colleague: &Colleague<'_, '_>, person: &Person) -> Result<Response, Problem> {
    let w = colleague.guest().words();
    let notice = match colleague.guest().request().query().first("done") {
        "roles" => Some(w.staff_person_roles_saved()),
        "sessions" => Some(w.staff_person_ended()),
        _ => None,
    };
    let notice = notice.map(|done| Notice::success().with(Paragraph::new(done)));
    let (chrome, body) = page(colleague, person, &person.roles, None, notice).await?;
    Ok(colleague.page(&chrome, body))
}

/// The page, with roles as they are or were chosen, and what is wrong with one of its forms.
pub(super) async fn page(
    colleague: &Colleague<'_, '_>,
    person: &Person,
    chosen: &[Role],
    wrong: Option<Wrong>,
    notice: Option<Notice>,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let mut body = Body::new();
    if let Some((field, sentence)) = wrong {
        body = body.with(ErrorSummary::new(w).with(field, sentence));
    }
    let said = |field: &str| wrong.filter(|wrong| wrong.0 == field).map(|wrong| wrong.1);
    if let Some(notice) = notice {
        body = body.with(notice);
    }
    body = body.with(Heading::page(&person.name)).with(
        Answers::new(w)
            .row(w.staff_account_email(), &person.e_mail)
            .row(w.staff_list_roles(), role_names::names(w, &person.roles))
            .row(w.staff_list_state(), list::state(w, &person.account, guest.now())),
    );
    let chrome = colleague.chrome(&person.name)?.back(guest.at("office/staff")?).width(Width::Middle);
    if person.account.has_left() {
        return Ok((chrome, body.with(Notice::info().with(Paragraph::new(w.staff_person_has_left(&person.name))))));
    }
    let roles = Form::post(person.at(colleague, "/roles")?, colleague.token())
        .operation(&colleague.operation()?)
        .with(role_names::question(w, w.staff_person_roles_title(&person.name), chosen, said("roles")))
        .with(ButtonRow::new().with(Button::primary(w.staff_person_roles_save())));
    body = body.with(Heading::section(w.staff_list_roles())).with(roles);
    body = body.with(sessions::part(colleague, person).await?).with(invitation(colleague, person, said("how"))?);
    body = body.with(Heading::section(w.staff_person_reset()));
    body = if person.id == *colleague.id() {
        body.with(Paragraph::new(w.staff_person_reset_yourself()))
    } else {
        let way = LinkButton::secondary(w.staff_reset_do(), person.at(colleague, "/reset")?);
        body.with(Paragraph::new(w.staff_person_reset_text(&person.name))).with(ButtonRow::new().with(way))
    };
    let leave = LinkButton::secondary(w.staff_leave_do(), person.at(colleague, "/leave")?);
    let body = body
        .with(Heading::section(w.staff_person_leave()))
        .with(Paragraph::new(w.staff_person_leave_text()))
        .with(ButtonRow::new().with(leave));
    Ok((chrome, body))
}

/// Inviting somebody who has not set their account up; whoever has is set back instead.
fn invitation(colleague: &Colleague<'_, '_>, person: &Person, wrong: Option<&'static str>) -> Result<Body, Problem> {
    let w = colleague.guest().words();
    if person.account.credential.is_some() {
        return Ok(Body::new());
    }
    let form = Form::post(person.at(colleague, "/invite")?, colleague.token())
        .operation(&colleague.operation()?)
        .with(super::invite::how(w, None, wrong))
        .with(ButtonRow::new().with(Button::primary(w.staff_person_invite())));
    Ok(Body::new()
        .with(Heading::section(w.staff_person_invite_title()))
        .with(Paragraph::new(w.staff_person_invite_text()))
        .with(form))
}
