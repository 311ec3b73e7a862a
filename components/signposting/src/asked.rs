//! What an address asks: everything of it stands in its query, and nothing of it says who somebody is.

use std::str::FromStr;

use reception::{Guest, Problem};
use signpost_rules::{Audience, Question, Situation};
use web::{FieldError, Fields, Response};

use crate::{
    answer,
    kept::{Asked, Form, Kept},
    questions,
};

/// The query's name for who asks.
pub(crate) const AUDIENCE: &str = "audience";
/// The query's name for what has happened.
pub(crate) const SITUATION: &str = "situation";
/// The query's name for how old somebody is.
pub(crate) const AGE: &str = "age";

/// The page for what is known so far: the first question without an answer, or the answer.
pub(crate) fn show(guest: &Guest<'_>, kept: &Kept) -> Result<Response, Problem> {
    let query = guest.request().query();
    match (optional::<Audience>(query, AUDIENCE), optional::<Situation>(query, SITUATION)) {
        (Ok(Some(audience)), Ok(Some(situation))) => {
            let age = age(query, audience);
            let make = || answer::show(guest, audience, situation, age);
            let Ok(age) = age else { return make() };
            let language = guest.words().language();
            let (audience, situation) = (Some(audience), Some(situation));
            kept.answer(guest, Asked { form: Form::Page, language, audience, situation, age }, make)
        }
        (Ok(Some(audience)), situation) => questions::what(guest, audience, situation.is_err()),
        (audience, situation) => questions::who(guest, situation.ok().flatten(), audience.is_err()),
    }
}

/// A choice that may be left open; one that is none of those offered is an error, never a default.
pub(crate) fn optional<T: FromStr>(query: &Fields, name: &str) -> Result<Option<T>, FieldError> {
    match query.choice(name) {
        Err(FieldError::Missing) => Ok(None),
        read => read.map(Some),
    }
}

/// An age in years that belongs to the audience, if one is given.
pub(crate) fn age(query: &Fields, audience: Audience) -> Result<Option<u8>, FieldError> {
    let age = optional::<u8>(query, AGE)?;
    let belongs = |age: &u8| audience.ages().is_some_and(|(youngest, oldest)| (youngest..=oldest).contains(age));
    if age.as_ref().is_none_or(belongs) { Ok(age) } else { Err(FieldError::NotAChoice) }
}

/// The question to the rules, at this moment and this school.
pub(crate) fn question<'g>(
    guest: &'g Guest<'_>,
    audience: Audience,
    situation: Situation,
    age: Option<u8>,
) -> Result<Question<'g>, Problem> {
    let profile = guest.school()?.profile();
    let at = clock::london(guest.now());
    Ok(Question { situation, audience, age, nation: profile.nation, contacts: &profile.local_contacts, at })
}

/// The address of the page on which this much is answered.
pub(crate) fn address(
    guest: &Guest<'_>,
    audience: Option<Audience>,
    situation: Option<&str>,
) -> Result<String, Problem> {
    let audience = audience.map(|audience| format!("{AUDIENCE}={audience}"));
    let situation = situation.map(|situation| format!("{SITUATION}={situation}"));
    let query: Vec<String> = audience.into_iter().chain(situation).collect();
    let path = guest.at("help")?;
    Ok(if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) })
}
