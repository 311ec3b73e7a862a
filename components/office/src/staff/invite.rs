//! Invitations: made, sent, and shown to be handed over.

use std::str::FromStr;

use letters::{Letter, Outcome, StaffInvitationLetter};
use pages::{Body, ButtonRow, Choice, Codes, Heading, LinkButton, Notice, Paragraph, PrintButton, Radios, Width};
use reception::{Colleague, Problem};
use records::{AccountChange, AuditEvent, INVITATION_LASTS};
use school_types::{OperationId, Redacted};
use web::{FieldError, Fields, Refusal, Response};
use words::Words;

use super::person::{self, Person};
use crate::Office;

/// How an invitation reaches somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// By e-mail.
    EMail,
    /// Handed over by whoever invites.
    ByHand,
}

impl How {
    const fn slug(self) -> &'static str {
        match self {
            Self::EMail => "e-mail",
            Self::ByHand => "by-hand",
        }
    }
}

impl FromStr for How {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::EMail, Self::ByHand].into_iter().find(|how| how.slug() == text).ok_or(())
    }
}

/// The question how it reaches them.
pub(super) fn how(w: Words, chosen: Option<How>, error: Option<&'static str>) -> Radios {
    Radios::new(w, "how", w.staff_add_send())
        .with(Choice::new(How::EMail.slug(), w.staff_add_send_email()).hint(w.staff_add_send_email_about()))
        .with(Choice::new(How::ByHand.slug(), w.staff_add_send_hand()).hint(w.staff_add_send_hand_about()))
        .chosen(chosen.map(How::slug))
        .error(error)
}

/// Reads the answer.
pub(super) fn read(fields: &Fields) -> Result<How, FieldError> {
    fields.choice("how")
}

/// Invites somebody who has not set their account up.
pub(super) async fn invite(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    person: &Person,
) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let w = colleague.guest().words();
    let operation = crate::form::operation(&fields)?;
    let how = match read(&fields) {
        Ok(how) => how,
        Err(_) => {
            let wrong = Some(("how", w.staff_add_send_missing()));
            let (chrome, body) = person::page(colleague, person, &person.roles, wrong, None).await?;
            return Ok(colleague.guest().page_with_errors(chrome, body));
        }
    };
    if person.account.credential.is_some() {
        return Err(Refusal::BadForm.into());
    }
    make(office, colleague, person, how, false, &operation).await
}

/// Makes the invitation of `operation`, or sets an account back with it, sends it where it is to be sent, and leads to the page that
/// shows it.
pub(super) async fn make(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    person: &Person,
    how: How,
    reset: bool,
    operation: &OperationId,
) -> Result<Response, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    if records.invite_staff(school, &person.id, reset, operation).await? != AccountChange::Made {
        return Err(Refusal::NotFound.into());
    }
    let staff = person.id.clone();
    let event = if reset { AuditEvent::StaffReset { staff } } else { AuditEvent::StaffInvited { staff } };
    records.audit(school).append(&event, Some(operation)).await?;
    let sent = match how {
        How::ByHand => "by-hand",
        How::EMail => match send(office, colleague, person, operation).await? {
            Outcome::Sent | Outcome::Waiting => "yes",
            Outcome::GivenUp { .. } => "no",
        },
    };
    Ok(web::see_other(&person.at(colleague, &format!("/invitation/{operation}?sent={sent}"))?)?)
}

async fn send(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    person: &Person,
    operation: &OperationId,
) -> Result<Outcome, Problem> {
    let guest = colleague.guest();
    // Whoever is invited has said nothing yet about a language: the school's first one.
    let w = Words::new(guest.school()?.profile().first_language());
    let school = guest.school_id()?;
    let until = w.date(clock::london_date(clock::later(guest.now(), INVITATION_LASTS)));
    let message = StaffInvitationLetter {
        school: guest.school()?.name().get(w.language()),
        page: &page_address(colleague)?,
        code: &colleague.records().invitation_code(school, operation),
        until: &until,
    }
    .write(w);
    let to = Redacted::new(person.e_mail.clone());
    let letter = Letter { id: operation.clone(), school: school.clone(), contact: None, to, message };
    office.send(guest, &letter).await
}

/// Where invitations are used, as one types it.
fn page_address(colleague: &Colleague<'_, '_>) -> Result<String, Problem> {
    let guest = colleague.guest();
    let origin = guest.desk().settings().public_address.as_ref().map_or("", |origin| origin.as_str());
    Ok(format!("{origin}{}", guest.at("office/invitation")?))
}

/// Shows the invitation that `operation` made, as long as it works.
pub(super) fn show(
    colleague: &Colleague<'_, '_>,
    person: &Person,
    operation: &OperationId,
) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let (records, school) = (colleague.records(), colleague.school()?);
    let back = ButtonRow::new()
        .with(LinkButton::secondary(w.staff_back_to_person(&person.name), person.at(colleague, "")?))
        .with(LinkButton::quiet(w.staff_back_to_list(), guest.at("office/staff")?));
    let until = person.account.invitation.as_ref().map(|invitation| invitation.until);
    let works = records.invitation_works(school, &person.account, operation);
    let (Some(until), true) = (until, works) else {
        let body = Body::new()
            .with(Heading::page(w.staff_invite_over_title()))
            .with(Paragraph::lead(w.staff_invite_over_text(&person.name)))
            .with(back);
        return Ok(colleague.page(&colleague.chrome(w.staff_invite_over_title())?, body));
    };
    let title = w.staff_invite_title(&person.name);
    let notice = match guest.request().query().first("sent") {
        "yes" => Notice::success().with(Paragraph::new(w.staff_invite_sent())),
        "no" => Notice::care().with(Paragraph::new(w.staff_invite_not_sent())),
        _ => Notice::info().with(Paragraph::new(w.staff_invite_hand_over(&person.name))),
    };
    let code = records.invitation_code(school, operation).grouped();
    let body = Body::new()
        .with(Heading::page(&title))
        .with(notice)
        .with(Paragraph::new(w.staff_invite_open()))
        .with(Codes::new(w.staff_invite_open(), [page_address(colleague)?]))
        .with(Paragraph::new(w.staff_invite_email()))
        .with(Codes::new(w.staff_invite_email(), [person.e_mail.clone()]))
        .with(Paragraph::new(w.staff_invite_code()))
        .with(Codes::new(w.staff_invite_code(), [code]))
        .with(Paragraph::new(w.staff_invite_until(&w.date(clock::london_date(until)))))
        .with(ButtonRow::new().with(PrintButton::new(w)))
        .with(back);
    Ok(colleague.page(&colleague.chrome(title)?.width(Width::Middle), body))
}
