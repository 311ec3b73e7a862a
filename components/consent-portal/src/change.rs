//! Changing one answer: choose, save.

use std::str::FromStr;

use pages::{Body, Button, ButtonRow, Choice, ErrorSummary, Form, Heading, Paragraph, Radios};
use permission_rules::{Answer, Purpose, Removal};
use reception::Problem;
use school_types::{ChildId, OperationId, PurposeId};
use web::{FormGuard, Refusal, Response};

use crate::{
    entry::Portal,
    parent::{Ours, Parent},
    recording::{Given, Recording},
    said,
};

/// What the form offers.
enum NewAnswer {
    Yes,
    No(Removal),
}

impl FromStr for NewAnswer {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "yes" => Ok(Self::Yes),
            "no" => Ok(Self::No(Removal::FromNowOn)),
            "no-and-remove" => Ok(Self::No(Removal::AlsoPublished)),
            _ => Err(()),
        }
    }
}

/// The form, with the wording in force.
pub(crate) async fn show(parent: &Parent<'_, '_>, child: &ChildId, purpose: &PurposeId) -> Result<Response, Problem> {
    let ours = parent.child(child).await?;
    let purpose = find(parent, purpose)?;
    let operation = OperationId::from_bytes(vault::random()?);
    let (chrome, body) = form(parent, &ours, purpose, &operation, None)?;
    Ok(parent.page(&chrome, body))
}

fn find<'p>(parent: &'p Parent<'_, '_>, id: &PurposeId) -> Result<&'p Purpose, Problem> {
    parent.purposes()?.iter().find(|purpose| purpose.id == *id).ok_or_else(|| Refusal::NotFound.into())
}

fn form(
    parent: &Parent<'_, '_>,
    ours: &Ours,
    purpose: &Purpose,
    operation: &OperationId,
    error: Option<&'static str>,
) -> Result<(pages::Chrome, Body), Problem> {
    let w = parent.guest.words();
    let wording = purpose.wording(w.language());
    let yes = if purpose.basis.is_notice() { w.change_yes_notice() } else { w.change_yes_consent() };
    let mut question = Radios::new(w, "answer", said::question(w, purpose));
    // A pupil who has left is pictured no more: nobody can say yes for them.
    if !ours.has_left {
        question = question.choice("yes", yes);
    }
    let question = question
        .with(Choice::new("no", w.change_no()).hint(w.change_no_hint()))
        .with(Choice::new("no-and-remove", w.change_no_removal()).hint(w.change_no_removal_hint()))
        .error(error);
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with("answer", error));
    }
    let action = parent.guest.at(&format!("consent/child/{}/change/{}", ours.id, purpose.id))?;
    let form = Form::post(action, parent.token())
        .operation(operation)
        .with(question)
        .with(ButtonRow::new().with(Button::primary(w.change_save())));
    let body = body
        .with(Heading::page(&wording.title).caption(w.change_lead(ours.called())))
        .with(Paragraph::new(said::subject(w, purpose.subject)))
        .with(said::facts(w, &wording))
        .with(Paragraph::soft(said::basis(w, purpose.basis)))
        .with(form);
    let back = parent.guest.at(&format!("consent/child/{}", ours.id))?;
    Ok((parent.chrome(wording.title)?.back(back), body))
}

/// Records the new answer.
pub(crate) async fn change(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    child: &ChildId,
    purpose: &PurposeId,
) -> Result<Response, Problem> {
    let fields = parent.form()?;
    let ours = parent.child(child).await?;
    let purpose = find(parent, purpose)?;
    let operation: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let chosen = fields.choice::<NewAnswer>("answer").ok();
    let chosen = chosen.filter(|chosen| !(ours.has_left && matches!(chosen, NewAnswer::Yes)));
    let Some(chosen) = chosen else {
        let error = Some(parent.guest.words().change_error());
        let (chrome, body) = form(parent, &ours, purpose, &operation, error)?;
        return Ok(parent.guest.page_with_errors(chrome, body));
    };
    let [yes, no] = purpose.basis.answers();
    let (answer, removal): (Answer, _) = match chosen {
        NewAnswer::Yes => (yes, None),
        NewAnswer::No(removal) => (no, Some(removal)),
    };
    let recording = Recording {
        operation: &operation,
        given: &[Given { purpose, answer }],
        withdrawal: removal,
        language: parent.guest.words().language(),
    };
    recording.record(portal, parent, &[(&ours, None)]).await?;
    Ok(web::see_other(&parent.guest.at(&format!("consent/done/{operation}"))?)?)
}
