//! Changing one answer: choose, save.

use std::str::FromStr;

use decisions::Given;
use pages::{Body, Button, ButtonRow, Choice, ErrorSummary, Form, Heading, Notice, Paragraph, Radios};
use permission_rules::{Answer, Decision, Purpose, Removal};
use reception::Problem;
use school_types::{ChildId, OperationId, PurposeId, Reference};
use web::{FormGuard, Refusal, Response};

use crate::{
    entry::Portal,
    parent::{Ours, Parent},
    recording::{Answered, Before, before, complete, record},
    said,
};

/// The field that says which refusal of theirs the page showed, by its receipt: a number in the child's stream would also
/// count what the safeguarding lead did (R8).
const SEEN: &str = "seen";

/// What the field holds where there was no refusal to show.
const NONE: &str = "none";

/// What the form offers.
#[derive(Clone, Copy)]
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
    let operation = new_operation()?;
    let (chrome, body) = form(parent, &ours, purpose, &operation, Why::Asked)?;
    Ok(parent.page(&chrome, body))
}

fn find<'p>(parent: &'p Parent<'_, '_>, id: &PurposeId) -> Result<&'p Purpose, Problem> {
    parent.purposes()?.iter().find(|purpose| purpose.id == *id).ok_or_else(|| Refusal::NotFound.into())
}

/// Why the form is shown.
#[derive(Clone, Copy)]
enum Why {
    /// Somebody came to it.
    Asked,
    /// Something is wrong with what was chosen.
    Wrong(&'static str),
    /// They said no after the page that was sent had been shown.
    SaidNoSince,
}

fn form(
    parent: &Parent<'_, '_>,
    ours: &Ours,
    purpose: &Purpose,
    operation: &OperationId,
    why: Why,
) -> Result<(pages::Chrome, Body), Problem> {
    let w = parent.guest.words();
    let wording = purpose.wording(w.language());
    let error = match why {
        Why::Wrong(error) => Some(error),
        Why::Asked | Why::SaidNoSince => None,
    };
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
    let no = ours.permissions.value.no_of(&ours.decider.contact, &purpose.id);
    let shown_no = no.map_or_else(|| NONE.to_owned(), |said| said.reference.to_string());
    let no = no.map(|said| w.date_time(said.at));
    if let (Why::SaidNoSince, Some(when)) = (why, &no) {
        body = body.with(Notice::care().title(w.since_change_title()).with(Paragraph::new(w.since_change_text(when))));
    }
    let action = parent.guest.at(&format!("consent/child/{}/change/{}", ours.id, purpose.id))?;
    let form = Form::post(action, parent.token())
        .operation(operation)
        .hidden(SEEN, shown_no)
        .with(question)
        .with(ButtonRow::new().with(Button::primary(w.change_save())));
    let body = body
        .with(Heading::page(&wording.title).caption(w.change_lead(ours.called())))
        .with(Paragraph::new(said::subject(w, purpose.subject)))
        .with(said::facts(w, &wording))
        .with(Paragraph::soft(said::basis(w, purpose.basis)))
        .with_all(no.map(|when| Paragraph::soft(w.since_now_no(&when))))
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
    let seen = seen(&fields)?;
    let chosen = fields.choice::<NewAnswer>("answer").ok();
    let chosen = chosen.filter(|chosen| !(ours.has_left && matches!(chosen, NewAnswer::Yes)));
    let w = parent.guest.words();
    let again = |operation: &OperationId, why| {
        let (chrome, body) = form(parent, &ours, purpose, operation, why)?;
        Ok(parent.guest.page_with_errors(chrome, body))
    };
    let Some(chosen) = chosen else { return again(&operation, Why::Wrong(w.change_error())) };
    let done = parent.guest.at(&format!("consent/done/{operation}"))?;
    let (answer, withdrawal) = meaning(chosen, &ours, purpose);
    match before(parent, &ours, &operation).await? {
        Before::New => {}
        Before::Recorded(number, decision) if is_the_same(&decision, purpose, answer, chosen) => {
            complete(portal, parent, &operation, &[(&ours, number)]).await?;
            return Ok(web::see_other(&done)?);
        }
        // Back on a page the browser had kept, somebody chose otherwise: that is a form of its own.
        Before::Recorded(..) => return again(&new_operation()?, Why::Wrong(w.change_sent_before())),
        Before::TooLate => return again(&new_operation()?, Why::SaidNoSince),
    }
    let no = ours.permissions.value.no_of(&parent.contact, &purpose.id);
    if answer.permits() && no.is_some_and(|said| seen.as_ref() != Some(&said.reference)) {
        return again(&operation, Why::SaidNoSince);
    }
    if let Some(receipt) = same_as_before(&ours, purpose, answer, chosen) {
        // Back and saved again: it is recorded as it is, and has its receipt.
        return Ok(web::see_other(&parent.guest.at(&format!("consent/receipt/{receipt}"))?)?);
    }
    let given = vec![Given { purpose, answer, language: w.language() }];
    let answered = Answered { ours: &ours, given, pupil_view: None };
    if record(portal, parent, &operation, withdrawal, vec![answered]).await?.too_late.is_empty() {
        return Ok(web::see_other(&done)?);
    }
    let ours = parent.child_now(child).await?;
    let (chrome, body) = form(parent, &ours, purpose, &new_operation()?, Why::SaidNoSince)?;
    Ok(parent.guest.page_with_errors(chrome, body))
}

/// The refusal the page showed, if it showed one.
///
/// # Errors
/// [`Refusal::BadForm`] for a form that no page of ours showed.
fn seen(fields: &web::Fields) -> Result<Option<Reference>, Refusal> {
    match fields.one(SEEN) {
        Ok(NONE) => Ok(None),
        _ => fields.choice(SEEN).map(Some).map_err(|_| Refusal::BadForm),
    }
}

/// The receipt of what they said last, where that is the same answer to the same wording and nothing more is asked for.
fn same_as_before<'a>(ours: &'a Ours, purpose: &Purpose, answer: Answer, chosen: NewAnswer) -> Option<&'a Reference> {
    let said = ours.permissions.value.said_by(&ours.decider.contact, &purpose.id)?;
    let asks_more = matches!(chosen, NewAnswer::No(Removal::AlsoPublished));
    (said.answer == answer && said.version == purpose.version && !asks_more).then_some(&said.reference)
}

fn new_operation() -> Result<OperationId, Problem> {
    Ok(OperationId::from_bytes(vault::random()?))
}

/// The answer, and whether it withdraws anything: who had never said yes only answers, unless they ask for removal.
fn meaning(chosen: NewAnswer, ours: &Ours, purpose: &Purpose) -> (Answer, Option<Removal>) {
    let [yes, no] = purpose.basis.answers();
    match chosen {
        NewAnswer::Yes => (yes, None),
        NewAnswer::No(Removal::AlsoPublished) => (no, Some(Removal::AlsoPublished)),
        NewAnswer::No(Removal::FromNowOn) => {
            let had_said_yes = !ours.permitted(std::slice::from_ref(purpose)).is_empty();
            (no, had_said_yes.then_some(Removal::FromNowOn))
        }
    }
}

/// Whether the form that was recorded said the same.
fn is_the_same(decision: &Decision, purpose: &Purpose, answer: Answer, chosen: NewAnswer) -> bool {
    let removes = |removal: Option<Removal>| removal == Some(Removal::AlsoPublished);
    let asks = matches!(chosen, NewAnswer::No(Removal::AlsoPublished));
    let gave = |given: &permission_rules::PurposeAnswer| given.purpose == purpose.id && given.answer == answer;
    decision.answers.iter().all(gave) && removes(decision.withdrawal) == asks
}
