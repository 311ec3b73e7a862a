//! What the rules know of the school, in the form that `schoolgate-check --profile` reads.

use http::StatusCode;
use reception::Guest;
use web::Response;

use crate::refused::Refused;

/// The school's own contacts, the people it may name, its policy's sections and the services that are gone.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Refused> {
    let profile = guest.school()?.profile().publication_rules(guest.words().language());
    Ok(web::json(StatusCode::OK, &profile)?)
}
