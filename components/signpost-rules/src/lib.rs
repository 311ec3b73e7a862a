#![doc = include_str!("../README.md")]

mod given;
#[cfg(test)]
mod tests;
mod told;

/// What `wit-bindgen` writes.
mod bindings {
    #![allow(missing_docs, unreachable_pub, unsafe_code, clippy::all, reason = "generated")]

    wit_bindgen::generate!({ world: "signpost-rules", path: "../../wit/signposting.wit" });

    // The names a component exports are not names a native linker takes; native tests call `Guest` instead.
    #[cfg(target_family = "wasm")]
    use super::SignpostRules;
    #[cfg(target_family = "wasm")]
    export!(SignpostRules);
}

use bindings::exports::schoolgate::signposting::rules::{
    Advice, Audience, Choice, Day, FactGroup, Guest, Language, LocalContacts, PanelEntry, Question, Refusal, Superseded,
};
use signpost_rules::Content;

/// The component: it keeps nothing between calls.
#[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "exported, or called by tests"))]
struct SignpostRules;

impl Guest for SignpostRules {
    fn advise(question: Question) -> Result<Advice, Refusal> {
        let language = given::language(question.language);
        let contacts = given::contacts(question.contacts)?;
        let asked = signpost_rules::Question {
            situation: given::situation(question.situation),
            audience: given::audience(question.audience),
            age: question.age,
            nation: given::nation(question.nation),
            contacts: &contacts,
            at: given::moment(question.at)?,
        };
        match signpost_rules::advise(Content::shipped(), &asked) {
            Ok(advice) => Ok(told::advice(&advice, asked.audience, language)),
            Err(refusal) => Err(told::refusal(refusal)),
        }
    }

    fn choices(audience: Audience, language: Language) -> Vec<Choice> {
        let (audience, language) = (given::audience(audience), given::language(language));
        Content::shipped().choices(audience).map(|entry| told::choice(entry, audience, language)).collect()
    }

    fn panel(today: Day, language: Language) -> Vec<PanelEntry> {
        // A day that does not exist makes every check due, which is the cautious reading.
        let today = given::day(today).unwrap_or(school_types::Date::MAX);
        let language = given::language(language);
        let entries = signpost_rules::panel(Content::shipped(), today);
        entries.into_iter().map(|entry| told::panel_entry(entry, language)).collect()
    }

    fn superseded_services(language: Language) -> Vec<Superseded> {
        let language = given::language(language);
        let gone = signpost_rules::superseded(Content::shipped());
        gone.map(|(service, gone)| told::superseded(service, gone, language)).collect()
    }

    fn facts_to_check(contacts: LocalContacts, by: Option<Day>, language: Language) -> Result<Vec<FactGroup>, Refusal> {
        let contacts = given::contacts(contacts)?;
        let language = given::language(language);
        let groups = match by {
            Some(day) => signpost_rules::due(Content::shipped(), &contacts, given::day(day)?),
            None => signpost_rules::every(Content::shipped(), &contacts),
        };
        Ok(groups.iter().map(|group| told::fact_group(group, language)).collect())
    }
}
