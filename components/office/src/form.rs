//! What forms of the office have in common.

use reception::Problem;
use school_types::OperationId;
use web::{Fields, FormGuard, Refusal};

/// The id of the form's operation: the same form sent twice is one fact.
///
/// # Errors
/// [`Refusal::BadForm`] for a form that no page of ours showed.
pub(crate) fn operation(fields: &Fields) -> Result<OperationId, Problem> {
    Ok(fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?)
}

/// What is wrong in a form: a field's id on the page, and the sentence that says so.
pub(crate) type Wrong = (&'static str, &'static str);
