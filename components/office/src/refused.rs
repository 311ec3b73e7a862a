//! What was not done, as staff read it: the way on leads back into the office, never to the public front door.

use pages::{Chrome, Refused};
use reception::{Colleague, Guest, Problem};
use web::{Access, Found, Refusal, Response};

use crate::{roles, routes::Action};

/// The page for somebody who works at the school. A program is answered by the desk.
///
/// # Errors
/// The same problem, where no page is wanted or the school is not known.
pub(crate) async fn refused(guest: &Guest<'_>, found: &Found<Action>, problem: Problem) -> Result<Response, Problem> {
    let (Ok(office), Ok(sign_in), false) = (guest.at("office"), guest.at("office/sign-in"), guest.is_program()) else {
        return Err(problem);
    };
    problem.log();
    let refusal = problem.refusal();
    let w = guest.words();
    let page = Refused::new(w, &refusal).to_staff(w, &refusal);
    let signs_in = matches!(found.access, Access::Anyone) || refusal == Refusal::SignInNeeded;
    let chrome = surroundings(guest, &refusal, page.title()).await?;
    let page = if signs_in {
        page.way_on(w.refusal_sign_in_needed_button(), sign_in)
    } else {
        page.way_on(w.refusal_to_office(), office)
    };
    Ok(guest.refusal(&refusal, &chrome, page))
}

/// With the name and the way out of whoever is signed in and may not see this page.
async fn surroundings(guest: &Guest<'_>, refusal: &Refusal, title: &'static str) -> Result<Chrome, Problem> {
    if *refusal == Refusal::WrongPerson
        && let Ok(colleague) = Colleague::of(guest, roles::EVERYBODY).await
    {
        return colleague.chrome(title);
    }
    Ok(guest.chrome(title))
}
