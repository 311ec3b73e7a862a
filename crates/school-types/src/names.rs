//! People's names, as the school's own system has them.

use serde::{Deserialize, Serialize};

use crate::Redacted;

/// A pupil's or adult's name. Printing it for a log gives `[redacted]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonName {
    /// Legal forename.
    pub forename: Redacted<String>,
    /// Middle names, separated by spaces; empty where there are none.
    #[serde(default)]
    pub middle_names: Redacted<String>,
    /// Surname.
    pub surname: Redacted<String>,
    /// The forename the person is called by, where it differs.
    #[serde(default)]
    pub preferred_forename: Option<Redacted<String>>,
    /// The surname the person is known by, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_surname: Option<Redacted<String>>,
}

impl PersonName {
    /// A name of a forename and a surname.
    pub fn new(forename: impl Into<String>, surname: impl Into<String>) -> Self {
        Self {
            forename: Redacted::new(forename.into()),
            middle_names: Redacted::default(),
            surname: Redacted::new(surname.into()),
            preferred_forename: None,
            preferred_surname: None,
        }
    }

    /// The forename the person is called by.
    pub fn called(&self) -> &str {
        self.preferred_forename.as_ref().unwrap_or(&self.forename).reveal()
    }

    /// The surname the person is known by; blank for who has one name only.
    pub fn known_surname(&self) -> &str {
        self.preferred_surname.as_ref().unwrap_or(&self.surname).reveal()
    }

    /// The forename the person is called by, and the surname they are known by: `Ada Lovelace`.
    pub fn full(&self) -> String {
        format!("{} {}", self.called(), self.known_surname()).trim_end().to_owned()
    }

    /// The forename the person is called by and the surname's first letter, all that a class sheet or a message shows.
    pub fn short(&self) -> String {
        match self.known_surname().chars().find(|c| c.is_alphanumeric() && !matches!(c, '\u{2b0}'..='\u{2ff}')) {
            Some(initial) => format!("{} {}", self.called(), initial.to_uppercase()),
            None => self.called().to_owned(),
        }
    }
}

/// What an adult is to a child, in the school's own words: `mother`, `foster carer`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Relation(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_the_called_forename_and_an_initial() {
        let mut name = PersonName::new("Elizabeth", "ó Broin");
        name.preferred_forename = Some(Redacted::new("Lily".to_owned()));
        assert_eq!(name.short(), "Lily Ó");
        assert_eq!(name.full(), "Lily ó Broin");
        assert_eq!(PersonName::new("Ada", "").short(), "Ada");
        assert_eq!(PersonName::new("Ada", "").full(), "Ada");
        name.preferred_surname = Some(Redacted::new("Lovelace".to_owned()));
        assert_eq!((name.short().as_str(), name.full().as_str()), ("Lily L", "Lily Lovelace"));
        assert_eq!(PersonName::new("Anna", "'t Hooft").short(), "Anna T");
    }

    #[test]
    fn a_name_in_a_log_is_redacted() {
        let printed = format!("{:?}", PersonName::new("Ada", "Lovelace"));
        assert!(!printed.contains("Ada") && !printed.contains("Lovelace"), "{printed}");
    }
}
