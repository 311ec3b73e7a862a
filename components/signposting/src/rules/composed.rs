//! The rules in the component this one is composed with (`spin.toml`, `dependencies`).

use school_types::{Date, Language};
use signpost_rules::{Audience, LocalContacts, Question};

use super::{Rules, given, wit};

/// Calls the interface.
pub(crate) struct Composed;

impl Rules for Composed {
    fn advise(asked: &Question<'_>, language: Language) -> Result<wit::Advice, wit::Refusal> {
        wit::advise(&given::question(asked, language))
    }

    fn choices(audience: Audience, language: Language) -> Vec<wit::Choice> {
        wit::choices(given::audience(audience), given::language(language))
    }

    fn panel(today: Date, language: Language) -> Vec<wit::PanelEntry> {
        wit::panel(given::day(today), given::language(language))
    }

    fn facts_to_check(
        contacts: &LocalContacts,
        by: Option<Date>,
        language: Language,
    ) -> Result<Vec<wit::FactGroup>, wit::Refusal> {
        wit::facts_to_check(&given::contacts(contacts, language), by.map(given::day), given::language(language))
    }
}
