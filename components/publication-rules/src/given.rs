//! From the interface's records to the rules' own types.

use publication_rules::{BlindList, LinkAnswer, ListFileError, ListKey, Profile, SupersededService};
use school_types::Date;
use words::Words;

use crate::{bindings::exports::schoolgate::publication::rules as wit, told};

/// The sentences of a language.
pub(crate) fn words(language: wit::Language) -> Words {
    Words::new(match language {
        wit::Language::En => school_types::Language::En,
        wit::Language::Cy => school_types::Language::Cy,
    })
}

pub(crate) fn list(list: wit::PupilList) -> Result<BlindList, wit::ListProblem> {
    let key = <[u8; 32]>::try_from(list.key).map_err(|_| wit::ListProblem::NotAKey)?;
    BlindList::import(&ListKey::new(key), &list.file).map_err(|error| match error {
        ListFileError::NotAList => wit::ListProblem::NotAList,
        ListFileError::OtherVersion => wit::ListProblem::OtherVersion,
        ListFileError::OtherKey => wit::ListProblem::OtherKey,
        ListFileError::Damaged => wit::ListProblem::Damaged,
    })
}

pub(crate) fn profile(profile: wit::Profile) -> Profile {
    let section = |section: wit::PolicySection| (told::our_topic(section.topic), section.section);
    let superseded = |service: wit::SupersededService| SupersededService {
        name: service.name,
        hosts: service.hosts,
        contacts: service.contacts,
        replaced_by: service.replaced_by,
        link: service.link,
    };
    Profile {
        email_domains: profile.email_domains,
        allowed_emails: profile.allowed_emails,
        role_mailboxes: profile.role_mailboxes,
        phones: profile.phones,
        postcodes: profile.postcodes,
        streets: profile.streets,
        allowed_names: profile.allowed_names,
        hosts: profile.hosts,
        no_first_names_beside_pictures: profile.no_first_names_beside_pictures,
        policy: profile.policy.into_iter().map(section).collect(),
        superseded: profile.superseded.into_iter().map(superseded).collect(),
    }
}

/// None where the fingerprint is none: nothing is known of such a picture.
pub(crate) fn picture(facts: wit::PictureFacts) -> Option<publication_rules::PictureFacts> {
    let fingerprint = facts.fingerprint.parse().ok()?;
    let looks = facts.looks.and_then(|looks| looks.parse().ok());
    Some(publication_rules::PictureFacts { part: facts.part, fingerprint, looks })
}

pub(crate) fn registered(picture: wit::RegisteredPicture) -> Option<publication_rules::RegisteredPicture> {
    Some(publication_rules::RegisteredPicture {
        fingerprint: picture.fingerprint.parse().ok()?,
        looks: picture.looks.and_then(|looks| looks.parse().ok()),
        permitted: picture.permitted.iter().filter_map(|purpose| purpose.parse().ok()).collect(),
    })
}

pub(crate) fn link(link: wit::LinkFact) -> publication_rules::LinkFact {
    let answer = match link.answer {
        wit::LinkAnswer::Works => LinkAnswer::Works,
        wit::LinkAnswer::Moved(to) => LinkAnswer::Moved { to },
        wit::LinkAnswer::Failed(status) => LinkAnswer::Failed { status },
        wit::LinkAnswer::NoAnswer => LinkAnswer::NoAnswer,
        wit::LinkAnswer::NotTried => LinkAnswer::NotTried,
    };
    let reviewed = link.reviewed.and_then(day);
    publication_rules::LinkFact { page: link.page, address: link.address, answer, reviewed }
}

pub(crate) fn publish(fact: wit::PublishFact) -> publication_rules::PublishFact {
    publication_rules::PublishFact {
        item: fact.item,
        duty: fact.duty,
        applies: fact.applies,
        found_on: fact.found_on,
        looked_at: fact.looked_at,
    }
}

/// None for a day that does not exist.
pub(crate) fn day(day: wit::Day) -> Option<Date> {
    let small = |number: u8| i8::try_from(number).ok();
    Date::new(day.year, small(day.month)?, small(day.day)?).ok()
}
