#![doc = include_str!("../README.md")]

mod given;
mod piece;
mod school;
#[cfg(test)]
mod tests;
mod told;

/// What `wit-bindgen` writes.
mod bindings {
    #![allow(missing_docs, unreachable_pub, unsafe_code, clippy::all, reason = "generated")]

    wit_bindgen::generate!({ world: "publication-rules", path: "../../wit/publication.wit" });

    // The names a component exports are not names a native linker takes; native tests call what stands behind them.
    #[cfg(target_family = "wasm")]
    use super::PublicationRules;
    #[cfg(target_family = "wasm")]
    export!(PublicationRules);
}

use bindings::exports::schoolgate::publication::rules::{
    Day, Finding, Guest, Language, LinkFact, PictureFacts, PublishFact, RegisteredPicture, RuleDescription,
    SchoolBorrow,
};
use piece::Piece;
use publication_rules::Rule;
use school::School;

/// The component: it keeps nothing but what a caller holds a resource of.
#[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "exported"))]
struct PublicationRules;

impl Guest for PublicationRules {
    type School = School;
    type Piece = Piece;

    fn judge_picture(
        picture: PictureFacts,
        register: Vec<RegisteredPicture>,
        purpose: String,
        school: SchoolBorrow<'_>,
        language: Language,
    ) -> Option<Finding> {
        school.get::<School>().judge_picture(picture, register, &purpose, language)
    }

    fn judge_links(
        links: Vec<LinkFact>,
        today: Day,
        review_days: u16,
        school: SchoolBorrow<'_>,
        language: Language,
    ) -> Vec<Finding> {
        school.get::<School>().judge_links(links, today, review_days, language)
    }

    fn judge_ceop_link(
        pages: Vec<String>,
        links: Vec<LinkFact>,
        school: SchoolBorrow<'_>,
        language: Language,
    ) -> Option<Finding> {
        school.get::<School>().judge_ceop_link(&pages, links, language)
    }

    fn judge_must_publish(items: Vec<PublishFact>, school: SchoolBorrow<'_>, language: Language) -> Vec<Finding> {
        school.get::<School>().judge_must_publish(items, language)
    }

    fn describe(language: Language) -> Vec<RuleDescription> {
        let w = given::words(language);
        let described =
            |rule| RuleDescription { rule: told::rule(rule), looks_for: checker_words::described(w, rule).to_owned() };
        Rule::ALL.into_iter().map(described).collect()
    }
}
