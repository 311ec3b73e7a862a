//! All questions on one page, for whoever would rather see them together than one by one.

use pages::{Body, Button, ButtonRow, Details, ErrorSummary, Form, Heading, Line, Paragraph, Radios};
use reception::Problem;
use records::Chosen;
use web::{Fields, Response};

use super::{
    Deciding,
    question::{Asked, address, asked},
};
use crate::{parent::Parent, said};

/// The field of a question.
fn field_of(number: usize) -> String {
    format!("answer-{number}")
}

/// What stands in each question's field, by its number.
type Typed = Vec<(usize, String)>;

/// The page, with what was chosen before.
pub(crate) async fn show(parent: &Parent<'_, '_>, deciding: &Deciding<'_>) -> Result<Response, Problem> {
    let chosen = parent.records.chosen(parent.school()?, &deciding.operation, &deciding.draft).await?;
    let before = |number: usize| match chosen.get(number - 1).copied().flatten() {
        Some(Chosen::Answer(answer, _)) => said::field_of(answer),
        Some(Chosen::View(view)) => said::view_field(view),
        None => "",
    };
    let typed = deciding.numbers().into_iter().map(|number| (number, before(number).to_owned())).collect();
    let (chrome, body) = page(parent, deciding, &typed, &[])?;
    Ok(parent.page(&chrome, body))
}

fn page(
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
    typed: &Typed,
    wrong: &[(usize, String)],
) -> Result<(pages::Chrome, Body), Problem> {
    let w = parent.guest.words();
    let mut summary = ErrorSummary::new(w);
    for (number, error) in wrong {
        summary = summary.with(field_of(*number), error);
    }
    let mut form = Form::post(address(parent, deciding, "all")?, parent.token());
    for (number, typed) in typed {
        let error = wrong.iter().find(|(place, _)| place == number).map(|(_, error)| error.as_str());
        let name = field_of(*number);
        let question = match asked(deciding, *number)? {
            Asked::Purpose(purpose) => {
                let wording = purpose.wording(w.language());
                let more = Details::new(w.all_more())
                    .with(said::facts(w, &wording))
                    .with(Paragraph::soft(said::subject(w, purpose.subject)))
                    .with(Paragraph::soft(said::basis(w, purpose.basis)));
                form = form
                    .with(Heading::section(&wording.title))
                    .with(Paragraph::new(&wording.what))
                    .with(more)
                    .with(deciding.said_no(w, purpose));
                let question = Radios::new(w, &name, said::question(w, purpose));
                let answers = purpose.basis.answers().into_iter();
                answers
                    .fold(question, |question, answer| question.choice(said::field_of(answer), said::answer(w, answer)))
            }
            Asked::View(ours) => {
                let question = Radios::new(w, &name, w.view_title(ours.called()));
                said::VIEWS
                    .into_iter()
                    .fold(question, |question, view| question.choice(said::view_field(view), said::view(w, view)))
            }
        };
        form = form.with(question.chosen(Some(typed.as_str())).error(error));
    }
    let form = form.with(ButtonRow::new().with(Button::primary(w.shared_continue())));
    let one_by_one = Line::new().link(w.all_one_by_one(), &address(parent, deciding, "1")?);
    let body = Body::new()
        .with(summary)
        .with(Heading::page(w.all_title()).caption(w.step_caption(&deciding.names(w))))
        .with(Paragraph::lead(w.all_lead()))
        .with(Paragraph::new(one_by_one))
        .with(form);
    Ok((parent.chrome(w.all_title())?.back(parent.guest.at("consent/children")?), body))
}

/// Keeps the answers and leads on to check them; where one is missing, nothing is kept and the page comes again with all
/// that was chosen.
pub(crate) async fn answer(parent: &Parent<'_, '_>, deciding: &Deciding<'_>) -> Result<Response, Problem> {
    let fields = parent.form()?;
    let (mut typed, mut wrong, mut given) = (Typed::new(), Vec::new(), Vec::new());
    for number in deciding.numbers() {
        let name = field_of(number);
        typed.push((number, fields.first(&name).to_owned()));
        match read(parent, deciding, number, &fields)? {
            Ok(chosen) => given.push((number, chosen)),
            Err(error) => wrong.push((number, error)),
        }
    }
    if !wrong.is_empty() {
        let (chrome, body) = page(parent, deciding, &typed, &wrong)?;
        return Ok(parent.guest.page_with_errors(chrome, body));
    }
    let school = parent.school()?;
    parent.records.choose_each(school, &deciding.operation, &given).await?;
    Ok(web::see_other(&address(parent, deciding, "check")?)?)
}

/// The answer to one question, or what is wrong with it.
fn read(
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
    number: usize,
    fields: &Fields,
) -> Result<Result<Chosen, String>, Problem> {
    let w = parent.guest.words();
    let name = field_of(number);
    super::question::read(w, &asked(deciding, number)?, fields.one(&name).unwrap_or_default())
        .map_or_else(|error| Ok(Err(error)), |chosen| Ok(Ok(chosen)))
}
