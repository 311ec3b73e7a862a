//! One question on one page.

use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Heading, Line, Paragraph, Radios};
use permission_rules::Purpose;
use reception::Problem;
use records::{Chosen, Step};
use web::{Refusal, Response};

use super::Deciding;
use crate::{
    parent::{Ours, Parent},
    said,
};

/// The question.
pub(crate) async fn show(parent: &Parent<'_, '_>, deciding: &Deciding<'_>, number: usize) -> Result<Response, Problem> {
    let chosen = parent.records.chosen(parent.school()?, &deciding.operation, &deciding.draft).await?;
    let before = number.checked_sub(1).and_then(|place| chosen.get(place).copied()).flatten();
    let from_check = parent.guest.request().query().has("from", "check");
    let (chrome, body) = form(parent, deciding, number, Shown { before, from_check, error: None })?;
    Ok(parent.page(&chrome, body))
}

/// How a question is shown.
struct Shown<'a> {
    /// What was chosen before.
    before: Option<Chosen>,
    /// Its reader comes from the page to check, and goes back there.
    from_check: bool,
    error: Option<&'a str>,
}

fn form(
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
    number: usize,
    shown: Shown<'_>,
) -> Result<(pages::Chrome, Body), Problem> {
    let Shown { before, from_check, error } = shown;
    let w = parent.guest.words();
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with("answer", error));
    }
    let (title, caption, question) = match asked(deciding, number)? {
        Asked::Purpose(purpose) => purpose_question(parent, deciding, purpose, before),
        Asked::View(ours) => view_question(parent, ours, before)?,
    };
    body = body.with(Heading::page(&title).caption(caption));
    let action = address(parent, deciding, &number.to_string())?;
    let mut form = Form::post(action, parent.token());
    if from_check {
        form = form.hidden("from", "check");
    }
    let form = form
        .with(question.0)
        .with(question.1.error(error))
        .with(ButtonRow::new().with(Button::primary(w.shared_continue())));
    let numbers = deciding.numbers();
    let back = match (from_check, numbers.iter().rev().find(|before| **before < number)) {
        (true, _) => address(parent, deciding, "check")?,
        (false, None) => parent.guest.at("consent/children")?,
        (false, Some(before)) => address(parent, deciding, &before.to_string())?,
    };
    let step = numbers.iter().filter(|asked| **asked <= number).count();
    let chrome = parent.chrome(title)?.back(back).step(step as u64, numbers.len() as u64);
    let all = Line::new().link(w.all_link(), &address(parent, deciding, "all")?);
    Ok((chrome, body.with(form).with(Paragraph::new(all)).with(Paragraph::soft(w.step_save_hint()))))
}

/// What question `number` is about.
pub(super) enum Asked<'a> {
    Purpose(&'a Purpose),
    View(&'a Ours),
}

pub(super) fn asked<'a>(deciding: &'a Deciding<'_>, number: usize) -> Result<Asked<'a>, Problem> {
    let found = match deciding.draft.step(number) {
        Some(Step::Purpose(id, _)) => {
            deciding.purposes.iter().find(|purpose| purpose.id == *id).map(|purpose| Asked::Purpose(purpose))
        }
        Some(Step::View(child)) => deciding.children.iter().find(|ours| ours.id == *child).map(Asked::View),
        None => None,
    };
    found.ok_or_else(|| Refusal::NotFound.into())
}

/// Title, caption, and the question with all there is to know before it.
type Question = (String, String, (Body, Radios));

fn purpose_question(
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
    purpose: &Purpose,
    before: Option<Chosen>,
) -> Question {
    let w = parent.guest.words();
    let wording = purpose.wording(w.language());
    let about = Body::new()
        .with(Paragraph::new(said::subject(w, purpose.subject)))
        .with(said::facts(w, &wording))
        .with(Paragraph::soft(said::basis(w, purpose.basis)))
        .with(deciding.said_no(w, purpose));
    let before = match before {
        Some(Chosen::Answer(answer, _)) => Some(said::field_of(answer)),
        _ => None,
    };
    let mut radios = Radios::new(w, "answer", said::question(w, purpose)).chosen(before);
    for answer in purpose.basis.answers() {
        radios = radios.choice(said::field_of(answer), said::answer(w, answer));
    }
    (wording.title, w.step_caption(&deciding.names(w)), (about, radios))
}

fn view_question(parent: &Parent<'_, '_>, ours: &Ours, before: Option<Chosen>) -> Result<Question, Problem> {
    let w = parent.guest.words();
    let hint = parent.guest.school()?.profile().pupil_view.hint.as_ref();
    let hint = hint.map_or(w.view_hint(), |hint| hint.get(w.language()));
    let before = match before {
        Some(Chosen::View(view)) => Some(said::view_field(view)),
        _ => None,
    };
    let mut radios = Radios::new(w, "answer", w.view_title(ours.called())).hint(hint).chosen(before);
    for view in said::VIEWS {
        radios = radios.choice(said::view_field(view), said::view(w, view));
    }
    Ok((w.view_title(ours.called()), w.step_caption(ours.called()), (Body::new(), radios)))
}

/// Keeps the answer and leads on.
pub(crate) async fn answer(
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
    number: usize,
) -> Result<Response, Problem> {
    let fields = parent.form()?;
    let w = parent.guest.words();
    let from_check = fields.has("from", "check");
    let given = fields.one("answer").unwrap_or_default();
    let chosen = match read(w, &asked(deciding, number)?, given) {
        Ok(chosen) => chosen,
        Err(error) => {
            let shown = Shown { before: None, from_check, error: Some(&error) };
            let (chrome, body) = form(parent, deciding, number, shown)?;
            return Ok(parent.guest.page_with_errors(chrome, body));
        }
    };
    parent.records.choose(parent.school()?, &deciding.operation, number, chosen).await?;
    let next = match deciding.numbers().into_iter().find(|next| *next > number) {
        Some(next) if !from_check => address(parent, deciding, &next.to_string())?,
        _ => address(parent, deciding, "check")?,
    };
    Ok(web::see_other(&next)?)
}

/// The answer that a field names, or the sentence that says that there is none.
pub(super) fn read(w: words::Words, asked: &Asked<'_>, given: &str) -> Result<Chosen, String> {
    match asked {
        Asked::Purpose(purpose) => {
            let answer = said::answer_in(given, purpose.basis).ok_or_else(|| w.step_error().to_owned())?;
            Ok(Chosen::Answer(answer, w.language()))
        }
        Asked::View(ours) => {
            let view = said::VIEWS.into_iter().find(|view| said::view_field(*view) == given);
            view.map(Chosen::View).ok_or_else(|| w.view_error(ours.called()))
        }
    }
}

pub(super) fn address(parent: &Parent<'_, '_>, deciding: &Deciding<'_>, last: &str) -> Result<String, Problem> {
    parent.guest.at(&format!("consent/decide/{}/{last}", deciding.operation))
}
