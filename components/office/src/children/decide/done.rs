//! What was entered, with its receipt: to check once more, and to print for a family without e-mail.

use pages::{Answers, Body, ButtonRow, Confirmation, Heading, LinkButton, Paragraph, PrintButton, Receipt as Slip};
use permission_rules::How;
use reception::{Colleague, Problem};
use records::Receipt;
use school_types::{ChildId, OperationId};
use web::{Refusal, Response};

use super::Subject;
use crate::children::said;

/// The page.
pub(in crate::children) async fn done(
    colleague: &Colleague<'_, '_>,
    id: &ChildId,
    operation: &OperationId,
) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let subject = Subject::of(colleague, id).await?;
    let (_, decision) = subject.recorded(operation).ok_or(Refusal::NotFound)?;
    // What a parent sent themself is theirs to see.
    if decision.how == How::Online {
        return Err(Refusal::NotFound.into());
    }
    let receipt = colleague.records().receipt(colleague.school()?, &decision.reference).await?;
    let receipt = receipt.ok_or(Refusal::NotFound)?;
    let holder = subject.holders.iter().find(|holder| holder.id == receipt.by.contact);
    let has_e_mail = holder.is_some_and(|holder| holder.facts.e_mail.is_some());
    let name = holder.map_or(w.office_contact_gone(), |holder| holder.facts.name.reveal());
    let lead = if has_e_mail { w.office_decided_e_mail(name) } else { w.office_decided_paper(name) };
    let mut answers = Answers::new(w);
    let mut wordings = Body::new();
    for given in &receipt.answers {
        answers = answers.row(given.wording.title.as_str(), said::answer(w, given.answer));
        // Open, because what is closed is not printed.
        wordings = wordings.with(Heading::part(given.wording.title.as_str())).with(said::facts(w, &given.wording));
    }
    if let Some(view) = receipt.pupil_view {
        answers = answers.row(w.receipt_view(), said::view(w, view));
    }
    let child = guest.at(&format!("office/children/{id}"))?;
    let body = Body::new()
        .with(Confirmation::new(w.office_decided_title()).lead(lead))
        .with(slip(colleague, &subject, &receipt, name)?)
        .with(Heading::section(w.receipt_answers()))
        .with(answers)
        .with(
            ButtonRow::new()
                .with(LinkButton::primary(w.office_decided_next(), guest.at(&format!("office/children/{id}/next"))?))
                .with(LinkButton::secondary(w.office_decided_child(subject.entry.called()), child.clone()))
                .with(PrintButton::new(w)),
        )
        .with(Paragraph::soft(w.office_decided_wrong()))
        .with(Heading::section(w.office_decided_wordings()))
        .with(wordings);
    Ok(colleague.page(&colleague.chrome(w.office_decided_title())?.back(child), body))
}

fn slip(colleague: &Colleague<'_, '_>, subject: &Subject, receipt: &Receipt, name: &str) -> Result<Slip, Problem> {
    let w = colleague.guest().words();
    let time = w.date_time(receipt.recorded_at);
    let mut slip = Slip::new(w, receipt.reference.clone(), time, receipt.fingerprint()?)
        .row(w.receipt_for(), subject.entry.facts.name.full())
        .row(w.receipt_by(), w.receipt_by_you(name, &receipt.by.relation.0))
        .row(w.receipt_how(), said::how(w, &receipt.how));
    if let Some(removal) = receipt.withdrawal {
        slip = slip.row(w.receipt_withdrawal(), said::removal(w, removal));
    }
    Ok(slip)
}
