//! The rules, wherever they are: in the component this one is composed with, or linked in where there is none.

#[cfg(target_family = "wasm")]
mod composed;
#[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "used whole where the rules are composed"))]
mod given;
#[cfg(not(target_family = "wasm"))]
mod linked;

use reception::Problem;
use school_types::{Date, Language};
use signpost_rules::{Audience, LocalContacts, Question};

#[cfg(target_family = "wasm")]
pub(crate) use composed::Composed as Signposts;
#[cfg(not(target_family = "wasm"))]
pub(crate) use linked::Linked as Signposts;

/// What `wit-bindgen` writes.
mod bindings {
    #![allow(missing_docs, unreachable_pub, unsafe_code, dead_code, clippy::all, reason = "generated")]

    wit_bindgen::generate!({
        world: "asks-signpost-rules",
        path: "../../wit/signposting.wit",
        additional_derives: [PartialEq],
    });
}

pub(crate) use bindings::schoolgate::signposting::rules as wit;

/// The interface `schoolgate:signposting/rules`. What comes back is in its own words, whoever answers.
pub(crate) trait Rules {
    /// Whom to turn to.
    fn advise(question: &Question<'_>, language: Language) -> Result<wit::Advice, wit::Refusal>;

    /// The situations an audience chooses from.
    fn choices(audience: Audience, language: Language) -> Vec<wit::Choice>;

    /// The services of the panel.
    fn panel(today: Date, language: Language) -> Vec<wit::PanelEntry>;

    /// What is due for checking by a day; without a day, every fact.
    fn facts_to_check(
        contacts: &LocalContacts,
        by: Option<Date>,
        language: Language,
    ) -> Result<Vec<wit::FactGroup>, wit::Refusal>;
}

/// A refusal of what this component made itself: the profile was checked, and a day is a day.
pub(crate) fn broken(_: wit::Refusal) -> Problem {
    Problem::Broken("the rules refuse a school's own contacts, or today")
}

/// A day from the interface's words; the last there is for one that does not exist, which the rules never say.
pub(crate) fn date(day: wit::Day) -> Date {
    let small = |number: u8| i8::try_from(number).unwrap_or(i8::MAX);
    Date::new(day.year, small(day.month), small(day.day)).unwrap_or(Date::MAX)
}
