//! What forms of the office have in common.

use permission_rules::{DayProblem, check_day};
use reception::Problem;
use school_types::{Date, OperationId};
use web::{Fields, FormGuard, Refusal};
use words::Words;

/// The id of the form's operation: the same form sent twice is one fact.
///
/// # Errors
/// [`Refusal::BadForm`] for a form that no page of ours showed.
pub(crate) fn operation(fields: &Fields) -> Result<OperationId, Problem> {
    Ok(fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?)
}

/// The day typed in three fields, if something on paper can be of that day, or the sentence that says why not.
pub(crate) fn past_day(w: Words, typed: &[String; 3], today: Date) -> Result<Date, &'static str> {
    if typed.iter().all(|part| part.trim().is_empty()) {
        return Err(w.office_decide_day_missing());
    }
    let [day, month, year] = typed;
    let number = |text: &str| text.trim().parse::<i16>().ok();
    let narrow = |text: &str| number(text).and_then(|number| i8::try_from(number).ok());
    let date = number(year).zip(narrow(month)).zip(narrow(day));
    let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    let date = date.ok_or(w.office_decide_day_wrong())?;
    check_day(date, today).map(|()| date).map_err(|problem| match problem {
        DayProblem::NotYet => w.office_decide_day_future(),
        DayProblem::TooLongAgo => w.office_decide_day_past(),
    })
}

/// What is wrong in a form: a field's id on the page, and the sentence that says so.
pub(crate) type Wrong = (&'static str, &'static str);
