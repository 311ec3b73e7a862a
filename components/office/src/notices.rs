//! That families were given on paper what the school does without asking (UK GDPR arts. 13 and 21(4)): recorded for a class or
//! a pupil, with the day. Until somebody was told, such a purpose does not hold.

use decisions::Notices;
use pages::{Body, Bullets, Button, ButtonRow, DateInput, ErrorSummary, Form, Heading, Notice, Paragraph, Width};
use reception::{Colleague, Problem};
use records::{AuditEvent, Batch};
use school_types::{ChildId, OperationId};
use web::Response;

use crate::form;

/// Whom a notice was given to, as the page says it.
pub(crate) struct Given {
    /// A pupil's name, or a class.
    pub(crate) whom: String,
    /// The pupils.
    pub(crate) children: Vec<ChildId>,
    /// The page it is about, which the form goes to below and leads back to.
    pub(crate) page: String,
    /// What the trail keeps of it.
    pub(crate) noted: AuditEvent,
}

const FIELD: &str = "given";

/// The form.
pub(crate) fn show(colleague: &Colleague<'_, '_>, given: &Given) -> Result<Response, Problem> {
    let (chrome, body) = page(colleague, given, &Default::default(), &colleague.operation()?, None)?;
    Ok(colleague.page(&chrome, body))
}

fn page(
    colleague: &Colleague<'_, '_>,
    given: &Given,
    typed: &[String; 3],
    operation: &OperationId,
    error: Option<&'static str>,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let title = w.notices_title();
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with(FIELD, error));
    }
    if guest.request().query().has("done", "yes") {
        body = body.with(Notice::success().with(Paragraph::new(w.notices_done())));
    }
    body = body.with(Heading::page(title).caption(&given.whom));
    let purposes = guest.school()?.profile().purposes.iter().filter(|purpose| purpose.basis.is_notice());
    let titles: Vec<&str> = purposes.map(|purpose| purpose.title.get(w.language())).collect();
    let body = if titles.is_empty() {
        body.with(Paragraph::lead(w.notices_none()))
    } else {
        let day =
            DateInput::new(w, FIELD, w.notices_day()).hint(w.notices_day_hint()).typed(typed.clone()).error(error);
        let form = Form::post(format!("{}/told", given.page), colleague.token())
            .operation(operation)
            .with(day)
            .with(ButtonRow::new().with(Button::primary(w.notices_save())));
        body.with(Paragraph::lead(w.notices_lead(given.children.len() as u64))).with(Bullets::new(titles)).with(form)
    };
    Ok((colleague.chrome(title)?.width(Width::Middle).back(given.page.clone()), body))
}

/// Records it. The same form sent twice is one fact.
pub(crate) async fn record(colleague: &Colleague<'_, '_>, given: &Given) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let operation = form::operation(&fields)?;
    let guest = colleague.guest();
    let typed = DateInput::PARTS.map(|part| fields.first(&format!("{FIELD}{part}")).to_owned());
    let day = match form::past_day(guest.words(), &typed, clock::london_date(guest.now())) {
        Ok(day) => day,
        Err(error) => {
            let (chrome, body) = page(colleague, given, &typed, &operation, Some(error))?;
            return Ok(guest.page_with_errors(chrome, body));
        }
    };
    let (records, school) = (colleague.records(), guest.school()?);
    Notices { records, school }.given_on_paper(&given.children, day, colleague.id(), &operation).await?;
    let mut batch = Batch::default();
    batch.add(&records.audit(school.id()), &given.noted, &operation)?;
    records.append_all(&batch).await?;
    Ok(web::see_other(&format!("{}/told?done=yes", given.page))?)
}
