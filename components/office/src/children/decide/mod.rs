//! What came on paper or was said, entered by the office with where it came from (R6), and withdrawals in writing (R9).

mod done;
mod form;
mod recording;
mod typed;

use futures::try_join;
use permission_rules::{ChildPermissions, Decision, How, PermissionEvent, Purpose, Said, said_on, said_since};
use reception::{Colleague, Problem};
use records::{Child, Contact, ContactFacts, Entry as Event, Folded};
use school_types::{ChildId, ContactId, Date, OperationId, PurposeId, Relation};
use web::{FormGuard, Refusal, Response};

pub(super) use done::done;
use form::{Shown, Told};
use recording::{complete, record_it};
use typed::{Entered, Typed, What};

use crate::{Office, pupils::Entry};

/// A child whose decisions are entered.
struct Subject {
    entry: Entry,
    permissions: Folded<ChildPermissions>,
    said: Vec<Event<PermissionEvent>>,
    /// Who may decide.
    holders: Vec<Holder>,
}

/// Somebody with parental responsibility.
struct Holder {
    id: ContactId,
    relation: Relation,
    facts: ContactFacts,
}

impl Subject {
    async fn of(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Self, Problem> {
        let (records, school) = (colleague.records(), colleague.school()?);
        let (child, said) = (records.child(school, id), records.permission(school, id));
        let (child, (mut said, permissions)) =
            try_join!(child.fold::<Child>(), said.read_and_fold::<ChildPermissions>())?;
        let entry = Entry::of(id.clone(), &child.value).ok_or(Refusal::NotFound)?;
        // What came too late was never taken.
        said.retain(|entry| !permissions.value.is_overtaken(entry.number));
        let contacts = records.contacts(school, &entry.holders).await?;
        let holder = |(id, Contact(facts, _)): (ContactId, Contact)| {
            let relation = child.value.listing(&id)?.relation.clone();
            Some(Holder { id, relation, facts: facts? })
        };
        let holders = contacts.into_iter().filter_map(holder).collect();
        Ok(Self { entry, permissions, said, holders })
    }

    /// The day on which somebody said something about a purpose after `dated`, if they did.
    fn since(&self, contact: &ContactId, purpose: &PurposeId, dated: Date) -> Option<Date> {
        let decided = self.said.iter().filter_map(|entry| match &entry.event {
            PermissionEvent::Decided(decision) => Some((decision, clock::london_date(entry.at))),
            _ => None,
        });
        said_since(decided, contact, purpose, dated)
    }

    /// What the form says yes to and its person answered on the day of the form or later, beyond what the office was shown:
    /// perhaps with a no that is newer than the form. What they said is not told (R7).
    fn unseen<'a>(&'a self, entered: &Entered<'a>, seen: u64) -> Vec<(&'a Purpose, &'a Said)> {
        let dated = match entered.how {
            How::Paper { dated, .. } | How::Spoken { dated, .. } => dated,
            How::Online => return Vec::new(),
        };
        let is_older = |said: &Said| {
            let entry = self.said.iter().find(|entry| entry.number == said.number);
            entry.is_some_and(|entry| match &entry.event {
                PermissionEvent::Decided(decision) => said_on(decision, clock::london_date(entry.at)) < dated,
                _ => false,
            })
        };
        let permitted = entered.answers.iter().filter(|(_, answer)| answer.permits());
        let answered = |(purpose, _): &(&'a Purpose, _)| {
            let said = self.permissions.value.said_by(&entered.holder.id, &purpose.id)?;
            (said.number > seen && !is_older(said)).then_some((*purpose, said))
        };
        permitted.filter_map(answered).collect()
    }

    /// The decision that `operation` became, with its number.
    fn recorded(&self, operation: &OperationId) -> Option<(u64, &Decision)> {
        let number = self.permissions.number_of(operation)?;
        let entry = self.said.iter().find(|entry| entry.number == number)?;
        match &entry.event {
            PermissionEvent::Decided(decision) => Some((number, decision)),
            _ => None,
        }
    }
}

/// The form: for answers, or for a withdrawal.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let subject = Subject::of(colleague, id).await?;
    let asked = colleague.guest().request().query().has("what", "withdrawal");
    // A pupil who has left is pictured no more: nobody says yes for them.
    let what = if asked || subject.entry.left.is_some() { What::Withdrawal } else { What::Answers };
    let typed = Typed::empty(what, colleague.guest().words().language());
    let shown =
        Shown { typed: &typed, errors: Vec::new(), told: None, operation: colleague.operation()?, besides: None };
    let (chrome, body) = form::page(colleague, &subject, &shown)?;
    Ok(colleague.page(&chrome, body))
}

/// Records what was entered. The same form sent twice is one fact.
pub(super) async fn record(office: &Office, colleague: &Colleague<'_, '_>, id: &ChildId) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let subject = Subject::of(colleague, id).await?;
    let operation: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let purposes = &colleague.guest().school()?.profile().purposes;
    let typed = Typed::sent(&fields, purposes).ok_or(Refusal::BadForm)?;
    if let Some(filled) = typed.filled(purposes) {
        let shown = Shown { typed: &filled, errors: Vec::new(), told: Some(Told::FilledIn), operation, besides: None };
        let (chrome, body) = form::page(colleague, &subject, &shown)?;
        return Ok(colleague.page(&chrome, body));
    }
    let entered = match typed.read(colleague, &subject)? {
        Ok(entered) => entered,
        Err(errors) => return again(colleague, &subject, &typed, errors, None, operation),
    };
    let done = colleague.guest().at(&format!("office/children/{id}/decided/{operation}"))?;
    if let Some((number, decision)) = subject.recorded(&operation) {
        if !entered.is_in(decision) {
            // Back on a page the browser had kept, something else was typed: that is a form of its own.
            return ask(colleague, &subject, &typed, &entered, Some(Told::SentBefore), colleague.operation()?);
        }
        complete(office, colleague, &subject, number, &operation, entered.language).await?;
        return Ok(web::see_other(&done)?);
    }
    if subject.permissions.number_of(&operation).is_some() {
        // Recorded too late to count: it is asked about once more, as a form of its own.
        return ask(colleague, &subject, &typed, &entered, None, colleague.operation()?);
    }
    if !subject.unseen(&entered, typed.seen_of(&entered.holder.id)).is_empty() {
        return ask(colleague, &subject, &typed, &entered, None, operation);
    }
    if record_it(office, colleague, &subject, &entered, &operation).await? {
        return Ok(web::see_other(&done)?);
    }
    let subject = Subject::of(colleague, id).await?;
    match typed.read(colleague, &subject)? {
        Ok(entered) => ask(colleague, &subject, &typed, &entered, None, colleague.operation()?),
        Err(errors) => again(colleague, &subject, &typed, errors, None, colleague.operation()?),
    }
}

/// The form once more, with what its person answered besides: whoever sends it again has been shown that.
fn ask(
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    typed: &Typed,
    entered: &Entered<'_>,
    told: Option<Told>,
    operation: OperationId,
) -> Result<Response, Problem> {
    let to = subject.unseen(entered, 0);
    let upto = subject.permissions.settled();
    let besides = (!to.is_empty()).then_some(form::Besides { holder: entered.holder, to, upto });
    let shown = Shown { typed, errors: Vec::new(), told, operation, besides };
    let (chrome, body) = form::page(colleague, subject, &shown)?;
    Ok(colleague.guest().page_with_errors(chrome, body))
}

fn again(
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    typed: &Typed,
    errors: Vec<(String, String)>,
    told: Option<Told>,
    operation: OperationId,
) -> Result<Response, Problem> {
    let (chrome, body) = form::page(colleague, subject, &Shown { typed, errors, told, operation, besides: None })?;
    Ok(colleague.guest().page_with_errors(chrome, body))
}

impl Entered<'_> {
    /// Whether a decision says this.
    fn is_in(&self, decision: &Decision) -> bool {
        let is_given = |(purpose, answer): &(&permission_rules::Purpose, permission_rules::Answer)| {
            decision.answers.iter().any(|given| given.purpose == purpose.id && given.answer == *answer)
        };
        decision.by.contact == self.holder.id
            && decision.how == self.how
            && decision.withdrawal == self.withdrawal
            && decision.pupil_view == self.view
            && decision.answers.len() == self.answers.len()
            && self.answers.iter().all(is_given)
    }
}
