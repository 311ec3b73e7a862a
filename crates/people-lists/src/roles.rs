//! Roles of staff as schools write them.

use school_types::Role;

/// The roles that a cell names, separated by semicolons, bars, commas or line ends, each once and in their own order; none if
/// any of them is no role.
pub(crate) fn roles(cell: &str) -> Option<Vec<Role>> {
    let parts = cell.split([';', '|', ',', '\n']).map(plain).filter(|part| !part.is_empty());
    let mut roles = parts.map(|part| role(&part)).collect::<Option<Vec<Role>>>()?;
    roles.sort_unstable();
    roles.dedup();
    Some(roles)
}

fn plain(part: &str) -> String {
    part.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// "Admin" alone is none: in one school it is the office, in another whoever runs the computers.
fn role(plain: &str) -> Option<Role> {
    Some(match plain {
        "office" | "schooloffice" | "officestaff" | "secretary" | "schoolsecretary" | "receptionist"
        | "officemanager" | "swyddfa" | "ysgrifennydd" => Role::Office,
        "editor" | "webeditor" | "websiteeditor" | "communications" | "golygydd" => Role::Editor,
        "teacher" | "classteacher" | "tutor" | "formtutor" | "athro" | "athrawes" => Role::Teacher,
        "coordinator" | "onlinesafetycoordinator" | "onlinesafetylead" | "esafetycoordinator" | "cydlynydd" => {
            Role::CoOrdinator
        }
        "safeguardinglead"
        | "designatedsafeguardinglead"
        | "deputysafeguardinglead"
        | "deputydesignatedsafeguardinglead"
        | "dsl"
        | "ddsl"
        | "deputydsl"
        | "designatedsafeguardingperson"
        | "dsp"
        | "arweinydddiogelu" => Role::SafeguardingLead,
        "head" | "headteacher" | "principal" | "executivehead" | "executiveheadteacher" | "pennaeth" => Role::Head,
        "chair" | "chairofgovernors" | "chairofthegovernors" | "cadeirydd" | "cadeiryddyllywodraethwyr" => Role::Chair,
        "governor" | "schoolgovernor" | "trustee" | "llywodraethwr" | "llywodraethwraig" => Role::Governor,
        "administrator" | "schoolgateadministrator" | "systemadministrator" | "gweinyddwr" => Role::Administrator,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_roles_stand_in_one_cell() {
        assert_eq!(roles("Teacher; Head-Teacher|teacher"), Some(vec![Role::Teacher, Role::Head]));
        assert_eq!(roles("co-ordinator"), Some(vec![Role::CoOrdinator]));
        assert_eq!(roles(" ; "), Some(vec![]));
        assert_eq!(roles("Teacher; Wizard"), None);
        assert_eq!(roles("Admin"), None);
    }

    #[test]
    fn every_role_goes_by_the_name_it_is_stored_under() {
        for role in Role::ALL {
            assert_eq!(roles(role.as_str()), Some(vec![role]));
        }
    }
}
