//! Setting what somebody may do.

use reception::{Colleague, Problem};
use records::{AccountChange, AuditEvent};
use school_types::Role;
use web::{Refusal, Response};

use super::person::{self, Person};

/// Sets it.
pub(super) async fn set(colleague: &Colleague<'_, '_>, person: &Person) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let guest = colleague.guest();
    let w = guest.words();
    let operation = crate::form::operation(&fields)?;
    let roles: Vec<Role> = fields.choices("roles").map_err(|_| Refusal::BadForm)?;
    let wrong = if roles.is_empty() {
        Some(w.staff_add_roles_missing())
    } else {
        let (records, school) = (colleague.records(), colleague.school()?);
        match records.set_roles(school, &person.id, &roles, &operation).await? {
            AccountChange::Made => {
                let event = AuditEvent::RolesChanged { staff: person.id.clone() };
                records.audit(school).append(&event, Some(&operation)).await?;
                None
            }
            AccountChange::LastAdministrator => Some(w.staff_person_last_administrator()),
            AccountChange::NoAccount => return Err(Refusal::NotFound.into()),
        }
    };
    if let Some(wrong) = wrong {
        let (chrome, body) = person::page(colleague, person, &roles, Some(("roles", wrong)), None).await?;
        return Ok(guest.page_with_errors(chrome, body));
    }
    Ok(web::see_other(&person.at(colleague, "?done=roles")?)?)
}
