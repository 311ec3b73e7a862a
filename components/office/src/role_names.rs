//! What roles are called, on pages and in forms.

use pages::{Checkboxes, Choice};
use school_types::Role;
use words::Words;

/// What a role is called.
pub(crate) fn name(w: Words, role: Role) -> &'static str {
    match role {
        Role::Office => w.role_office(),
        Role::Editor => w.role_editor(),
        Role::Teacher => w.role_teacher(),
        Role::CoOrdinator => w.role_co_ordinator(),
        Role::SafeguardingLead => w.role_safeguarding_lead(),
        Role::Head => w.role_head(),
        Role::Chair => w.role_chair(),
        Role::Governor => w.role_governor(),
        Role::Administrator => w.role_administrator(),
    }
}

fn about(w: Words, role: Role) -> &'static str {
    match role {
        Role::Office => w.role_office_about(),
        Role::Editor => w.role_editor_about(),
        Role::Teacher => w.role_teacher_about(),
        Role::CoOrdinator => w.role_co_ordinator_about(),
        Role::SafeguardingLead => w.role_safeguarding_lead_about(),
        Role::Head => w.role_head_about(),
        Role::Chair => w.role_chair_about(),
        Role::Governor => w.role_governor_about(),
        Role::Administrator => w.role_administrator_about(),
    }
}

/// Several roles in one line.
pub(crate) fn names(w: Words, roles: &[Role]) -> String {
    let names: Vec<&str> = roles.iter().map(|role| name(w, *role)).collect();
    names.join(", ")
}

/// The question which roles somebody has, sent as `roles`.
pub(crate) fn question(
    w: Words,
    legend: impl pages::Render,
    chosen: &[Role],
    error: Option<&'static str>,
) -> Checkboxes {
    let choices = Role::ALL.into_iter().map(|role| Choice::new(role.as_str(), name(w, role)).hint(about(w, role)));
    let question = choices.fold(Checkboxes::new(w, "roles", legend), Checkboxes::with);
    question.hint(w.staff_add_roles_hint()).chosen(chosen.iter().map(|role| role.as_str())).error(error)
}
