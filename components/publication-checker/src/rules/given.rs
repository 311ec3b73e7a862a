//! From our types to the interface's.

use publication_rules::{PolicyTopic, Profile};
use records::PupilList;
use school_types::Language;

use super::wit;
use crate::asked::Asked;

pub(crate) const fn language(language: Language) -> wit::Language {
    match language {
        Language::En => wit::Language::En,
        Language::Cy => wit::Language::Cy,
    }
}

pub(crate) fn list(list: &PupilList) -> wit::PupilList {
    wit::PupilList { file: list.file.clone(), key: list.key.to_vec() }
}

pub(crate) fn about(asked: &Asked, size: Option<u64>) -> wit::About {
    wit::About { content_type: asked.content_type.clone(), file_name: asked.file_name.clone(), size }
}

pub(crate) fn profile(profile: &Profile) -> wit::Profile {
    let section = |(about, section): (&PolicyTopic, &String)| wit::PolicySection {
        topic: topic(*about),
        section: section.clone(),
    };
    let superseded = |service: &publication_rules::SupersededService| wit::SupersededService {
        name: service.name.clone(),
        hosts: service.hosts.clone(),
        contacts: service.contacts.clone(),
        replaced_by: service.replaced_by.clone(),
        link: service.link.clone(),
    };
    wit::Profile {
        email_domains: profile.email_domains.clone(),
        allowed_emails: profile.allowed_emails.clone(),
        role_mailboxes: profile.role_mailboxes.clone(),
        phones: profile.phones.clone(),
        postcodes: profile.postcodes.clone(),
        streets: profile.streets.clone(),
        allowed_names: profile.allowed_names.clone(),
        hosts: profile.hosts.clone(),
        no_first_names_beside_pictures: profile.no_first_names_beside_pictures,
        policy: profile.policy.iter().map(section).collect(),
        superseded: profile.superseded.iter().map(superseded).collect(),
    }
}

const fn topic(topic: PolicyTopic) -> wit::PolicyTopic {
    match topic {
        PolicyTopic::PupilNames => wit::PolicyTopic::PupilNames,
        PolicyTopic::ContactDetails => wit::PolicyTopic::ContactDetails,
        PolicyTopic::Pictures => wit::PolicyTopic::Pictures,
        PolicyTopic::PictureMetadata => wit::PolicyTopic::PictureMetadata,
        PolicyTopic::EmailHarvesting => wit::PolicyTopic::EmailHarvesting,
        PolicyTopic::Links => wit::PolicyTopic::Links,
        PolicyTopic::MustPublish => wit::PolicyTopic::MustPublish,
        PolicyTopic::Credits => wit::PolicyTopic::Credits,
    }
}
