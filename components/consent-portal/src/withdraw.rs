//! Withdrawing everything said for one child: look, withdraw (R9).

use std::str::FromStr;

use decisions::Given;
use pages::{Body, Bullets, Button, ButtonRow, Choice, ErrorSummary, Form, Heading, LinkButton, Paragraph, Radios};
use permission_rules::{Purpose, Removal};
use reception::Problem;
use school_types::{ChildId, OperationId};
use web::{FormGuard, Refusal, Response};

use crate::{
    entry::Portal,
    parent::{Ours, Parent},
    recording::{Answered, Before, before, complete, record},
};

struct Chosen(Removal);

impl FromStr for Chosen {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "from-now-on" => Ok(Self(Removal::FromNowOn)),
            "also-published" => Ok(Self(Removal::AlsoPublished)),
            _ => Err(()),
        }
    }
}

/// What would be withdrawn, and how.
pub(crate) async fn show(parent: &Parent<'_, '_>, child: &ChildId) -> Result<Response, Problem> {
    let ours = parent.child(child).await?;
    let permitted = ours.permitted(parent.purposes()?);
    let w = parent.guest.words();
    let back = parent.guest.at(&format!("consent/child/{}", ours.id))?;
    if permitted.is_empty() {
        let body = Body::new()
            .with(Heading::page(w.withdraw_nothing_title()))
            .with(Paragraph::lead(w.withdraw_nothing_text(ours.called())))
            .with(ButtonRow::new().with(LinkButton::primary(w.done_back(), parent.guest.at("consent/children")?)));
        return Ok(parent.page(&parent.chrome(w.withdraw_nothing_title())?.back(back), body));
    }
    let operation = OperationId::from_bytes(vault::random()?);
    let (chrome, body) = form(parent, &ours, &permitted, &operation, None)?;
    Ok(parent.page(&chrome, body))
}

fn form(
    parent: &Parent<'_, '_>,
    ours: &Ours,
    permitted: &[&Purpose],
    operation: &OperationId,
    error: Option<&'static str>,
) -> Result<(pages::Chrome, Body), Problem> {
    let w = parent.guest.words();
    let title = w.withdraw_title(ours.called());
    let question = Radios::new(w, "removal", w.withdraw_question())
        .with(Choice::new("from-now-on", w.withdraw_from_now()).hint(w.withdraw_from_now_hint()))
        .with(Choice::new("also-published", w.withdraw_removal()).hint(w.withdraw_removal_hint()))
        .error(error);
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with("removal", error));
    }
    let action = parent.guest.at(&format!("consent/child/{}/withdraw", ours.id))?;
    let form = Form::post(action, parent.token())
        .operation(operation)
        .with(question)
        .with(ButtonRow::new().with(Button::primary(w.withdraw_save())));
    let body = body
        .with(Heading::page(&title))
        .with(Paragraph::lead(w.withdraw_lead(permitted.len() as u64)))
        .with(Heading::section(w.withdraw_list()))
        .with(Bullets::new(permitted.iter().map(|purpose| purpose.wording(w.language()).title)))
        .with(form);
    let back = parent.guest.at(&format!("consent/child/{}", ours.id))?;
    Ok((parent.chrome(title)?.back(back), body))
}

/// Records the withdrawal: one decision that turns every yes into a no. The same form sent again leads to the same receipt.
pub(crate) async fn withdraw(portal: &Portal, parent: &Parent<'_, '_>, child: &ChildId) -> Result<Response, Problem> {
    let fields = parent.form()?;
    let ours = parent.child(child).await?;
    let permitted = ours.permitted(parent.purposes()?);
    let operation: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let done = parent.guest.at(&format!("consent/done/{operation}"))?;
    if let Before::Recorded(number, _) = before(parent, &ours, &operation).await? {
        complete(portal, parent, &operation, &[(&ours, number)]).await?;
        return Ok(web::see_other(&done)?);
    }
    if permitted.is_empty() {
        return show(parent, child).await;
    }
    let Ok(Chosen(removal)) = fields.choice::<Chosen>("removal") else {
        let error = Some(parent.guest.words().withdraw_error());
        let (chrome, body) = form(parent, &ours, &permitted, &operation, error)?;
        return Ok(parent.guest.page_with_errors(chrome, body));
    };
    let given: Vec<Given<'_>> = permitted
        .iter()
        .map(|purpose| {
            let [_, no] = purpose.basis.answers();
            Given { purpose, answer: no, language: parent.guest.words().language() }
        })
        .collect();
    let answered = Answered { ours: &ours, given, pupil_view: None };
    // A withdrawal permits nothing, so none comes too late.
    record(portal, parent, &operation, Some(removal), vec![answered]).await?;
    Ok(web::see_other(&done)?)
}
