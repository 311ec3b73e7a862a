//! What a school says of itself in its privacy notice (UK GDPR articles 13 and 14) and its accessibility statement, and who
//! its safeguarding lead is. Whatever is missing is left out of those pages, never made up.

use school_types::{Date, Text};
use serde::{Deserialize, Serialize};

use crate::{
    Problem, ProfileFields,
    validate::{Checked, TEXT_MAX, TITLE_MAX, e_mail, is_host, refuse, telephone, text, text_problem},
};

/// Longest time records are kept, in years.
const KEPT_MAX: u8 = 50;

/// A person or office that people may write to or ring. At least one way is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedContact {
    /// As people are to ask for them: a name, or a name and a job.
    pub name: String,
    /// As people write it: `01632 960101`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// Their mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub e_mail: Option<String>,
}

/// What the privacy notice says beside what is true of every school.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// The data protection officer (UK GDPR article 37), or whoever answers in their place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<NamedContact>,
    /// How many years after a pupil left their details and their family's are erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details_years: Option<u8>,
    /// The same for answers and receipts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers_years: Option<u8>,
    /// How many years the audit trail of staff is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit_years: Option<u8>,
    /// The school's own full privacy notice: an address that begins with `https://`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_notice: Option<String>,
}

/// What the accessibility statement says beside what is true of every school.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// What the school knows not to work for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Text>,
    /// The day the school last looked at the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Date>,
}

impl Privacy {
    /// Whether nothing was entered yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether everything a privacy notice has to say is there: whom to ask, and how long each kind is kept.
    pub const fn is_complete(&self) -> bool {
        self.officer.is_some()
            && self.details_years.is_some()
            && self.answers_years.is_some()
            && self.audit_years.is_some()
    }
}

impl Accessibility {
    /// Whether nothing was entered yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The safeguarding lead, the privacy notice and the accessibility statement.
pub(crate) fn check(fields: &ProfileFields) -> Checked {
    let people = [("safeguarding_lead", &fields.safeguarding_lead), ("privacy.officer", &fields.privacy.officer)];
    for (place, contact) in people {
        let Some(contact) = contact else { continue };
        if text_problem(&contact.name, TITLE_MAX).is_some() {
            return refuse(format!("{place}.name"), Problem::Empty);
        }
        match (&contact.telephone, &contact.e_mail) {
            (None, None) => return refuse(format!("{place}.telephone"), Problem::Empty),
            (number, address) => {
                number.as_ref().map_or(Ok(()), |number| telephone(&format!("{place}.telephone"), number))?;
                address.as_ref().map_or(Ok(()), |address| e_mail(&format!("{place}.e_mail"), address))?;
            }
        }
    }
    let privacy = &fields.privacy;
    let years = [
        ("privacy.details_years", privacy.details_years),
        ("privacy.answers_years", privacy.answers_years),
        ("privacy.audit_years", privacy.audit_years),
    ];
    if let Some((field, _)) = years.into_iter().find(|(_, years)| years.is_some_and(|years| years > KEPT_MAX)) {
        return refuse(field, Problem::TooManyYears(KEPT_MAX));
    }
    if let Some(address) = &privacy.full_notice {
        let host = address.strip_prefix("https://").map(|rest| rest.split('/').next().unwrap_or(rest));
        let plain = address.len() <= 300 && address.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"".contains(&b));
        if !plain || !host.is_some_and(is_host) {
            return refuse("privacy.full_notice", Problem::NotAnAddressOfAPage(address.clone()));
        }
    }
    match &fields.accessibility.limits {
        Some(limits) => text(fields, "accessibility.limits", limits, TEXT_MAX),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ChangeProblem, Profile, SchoolSettings, SettingsChange};

    fn settings() -> SchoolSettings {
        let profile = Profile::template("p0").unwrap().unwrap();
        SchoolSettings::new("elm-street".parse().unwrap(), Text::english("Elm Street"), profile).unwrap()
    }

    fn officer(telephone: Option<&str>, e_mail: Option<&str>) -> NamedContact {
        let own = |text: Option<&str>| text.map(str::to_owned);
        NamedContact { name: "Ada Quill".to_owned(), telephone: own(telephone), e_mail: own(e_mail) }
    }

    fn refused(change: &SettingsChange) -> String {
        match settings().with(change) {
            Err(ChangeProblem::Profile(error)) => error.field,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_contact_has_a_number_or_an_address_and_both_are_ones() {
        let lead = |contact| SettingsChange::SafeguardingLead(Some(contact));
        assert!(settings().with(&lead(officer(Some("01632 960101"), None))).is_ok());
        assert!(settings().with(&lead(officer(None, Some("safe@school.example.org")))).is_ok());
        assert_eq!(refused(&lead(officer(None, None))), "safeguarding_lead.telephone");
        assert_eq!(refused(&lead(officer(Some("ring me"), None))), "safeguarding_lead.telephone");
        assert_eq!(refused(&lead(officer(None, Some("ada")))), "safeguarding_lead.e_mail");
    }

    #[test]
    fn a_privacy_notice_is_complete_with_somebody_to_ask_and_every_time_of_keeping() {
        let mut privacy = Privacy { officer: Some(officer(Some("01632 960101"), None)), ..Privacy::default() };
        privacy.details_years = Some(1);
        privacy.answers_years = Some(6);
        assert!(!privacy.is_complete());
        privacy.audit_years = Some(2);
        assert!(privacy.is_complete() && settings().with(&SettingsChange::Privacy(privacy.clone())).is_ok());
        let too_long = Privacy { audit_years: Some(51), ..privacy.clone() };
        assert_eq!(refused(&SettingsChange::Privacy(too_long)), "privacy.audit_years");
        let elsewhere = Privacy { full_notice: Some("http://school.example.org/privacy".to_owned()), ..privacy };
        assert_eq!(refused(&SettingsChange::Privacy(elsewhere)), "privacy.full_notice");
    }

    #[test]
    fn notices_stay_the_schools_own_when_another_template_is_taken() {
        let lead = SettingsChange::SafeguardingLead(Some(officer(Some("01632 960101"), None)));
        let own = settings().with(&lead).unwrap();
        let template = Profile::template("p2").unwrap().unwrap();
        let changed = own.with(&SettingsChange::Template(Box::new(template))).unwrap();
        assert_eq!(changed.profile().safeguarding_lead, own.profile().safeguarding_lead);
        let json = serde_json::to_string(&lead).unwrap();
        assert_eq!(serde_json::from_str::<SettingsChange>(&json).unwrap(), lead);
    }
}
