//! Whose mailbox an address is: the school's for a role, or somebody's.

use crate::profile::Profile;

/// Whose an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mailbox {
    /// The school's own, for a role or by the profile's leave.
    Own,
    /// Somebody's at the school's own domain.
    IndividualHere,
    /// A role's elsewhere, such as `info@`.
    RoleElsewhere,
    /// Anything else.
    Elsewhere,
}

/// Whose `address` (in lower case) is.
pub(crate) fn whose(address: &str, profile: &Profile) -> Mailbox {
    let Some((local, domain)) = address.rsplit_once('@') else { return Mailbox::Elsewhere };
    let same = |allowed: &String| allowed.trim().eq_ignore_ascii_case(address);
    if profile.allowed_emails.iter().any(same) {
        return Mailbox::Own;
    }
    let here = profile.email_domains.iter().any(|own| {
        let own = own.trim().trim_start_matches('@').to_lowercase();
        !own.is_empty() && (domain == own || domain.ends_with(&format!(".{own}")))
    });
    let listed = profile.role_mailboxes.iter().any(|role| role.trim().eq_ignore_ascii_case(local));
    match (here, is_role(local) || listed && here) {
        (true, true) => Mailbox::Own,
        (true, false) => Mailbox::IndividualHere,
        (false, true) => Mailbox::RoleElsewhere,
        (false, false) => Mailbox::Elsewhere,
    }
}

/// Whether the part before the `@` names a role and not a person. The head's is not among them: the profile may allow it.
pub(crate) fn is_role(local: &str) -> bool {
    let lower = local.to_lowercase();
    let mut words = lower.split(['.', '-', '_']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && words.all(|word| {
            let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
            matches!(stem, "" | "y" | "yr" | "year" | "class" | "ks" | "form") || ROLES.contains(&stem)
        })
}

static ROLES: [&str; 96] = [
    "absence",
    "absences",
    "accounts",
    "admin",
    "administration",
    "admissions",
    "afterschool",
    "attendance",
    "bookings",
    "breakfastclub",
    "bursar",
    "bus",
    "careers",
    "caretaker",
    "catering",
    "clerk",
    "club",
    "clubs",
    "complaints",
    "contact",
    "contactus",
    "data",
    "dataprotection",
    "dpo",
    "dsl",
    "early",
    "email",
    "enquiries",
    "enquiry",
    "estates",
    "events",
    "exams",
    "eyfs",
    "facilities",
    "feedback",
    "fees",
    "finance",
    "friends",
    "general",
    "governance",
    "governors",
    "hello",
    "help",
    "helpdesk",
    "helpline",
    "hr",
    "ict",
    "inbox",
    "inclusion",
    "info",
    "information",
    "infants",
    "it",
    "jobs",
    "juniors",
    "kitchen",
    "lettings",
    "library",
    "mail",
    "main",
    "music",
    "news",
    "newsletter",
    "noreply",
    "nursery",
    "office",
    "online",
    "parents",
    "payments",
    "post",
    "postbox",
    "preschool",
    "press",
    "primary",
    "privacy",
    "pta",
    "ptfa",
    "reception",
    "recruitment",
    "safeguarding",
    "safety",
    "sales",
    "school",
    "schooloffice",
    "secretary",
    "sen",
    "senco",
    "send",
    "service",
    "sixthform",
    "sport",
    "sports",
    "support",
    "team",
    "uniform",
    "web",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn role_mailboxes_at_the_schools_own_domain_are_its_own() {
        let profile = Profile {
            email_domains: vec!["elm.example.org".to_owned()],
            allowed_emails: vec!["Head@elm.example.org".to_owned()],
            ..Profile::default()
        };
        for (address, owner) in [
            ("office@elm.example.org", Mailbox::Own),
            ("year4@elm.example.org", Mailbox::Own),
            ("head@elm.example.org", Mailbox::Own),
            ("j.patel@elm.example.org", Mailbox::IndividualHere),
            ("info@museum.example.org", Mailbox::RoleElsewhere),
            ("jane@example.com", Mailbox::Elsewhere),
        ] {
            assert_eq!(whose(address, &profile), owner, "{address}");
        }
    }
}
