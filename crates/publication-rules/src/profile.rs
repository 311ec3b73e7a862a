//! What the rules need to know about the school.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{finding::PolicyTopic, site::SupersededService};

/// A school's own contacts, the people it may name, and where its policy says what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Domains of the school's own addresses, such as `elm.example.org`. Role mailboxes there are its own.
    pub email_domains: Vec<String>,
    /// Addresses that may be published besides, such as the head's.
    pub allowed_emails: Vec<String>,
    /// Names before the `@` that are role mailboxes here, besides the usual ones (office, admin, year4...).
    pub role_mailboxes: Vec<String>,
    /// Telephone numbers that may be published, in any written form.
    pub phones: Vec<String>,
    /// Postcodes that may be published: the school's own.
    pub postcodes: Vec<String>,
    /// Street addresses that may be published: house number and street.
    pub streets: Vec<String>,
    /// People who may be named in full: staff that the law requires to be named, governors, the head.
    pub allowed_names: Vec<String>,
    /// Hosts of the school's own site: pictures from there need no credit.
    pub hosts: Vec<String>,
    /// Whether the school also wants no first name beside a picture.
    pub no_first_names_beside_pictures: bool,
    /// Where the school's policy says what: `3.6.5 School website`.
    pub policy: BTreeMap<PolicyTopic, String>,
    /// Services that have been replaced or closed.
    pub superseded: Vec<SupersededService>,
}

impl Profile {
    /// The school's own rule behind a rule of ours.
    pub fn policy_for(&self, rule: crate::Rule) -> crate::PolicyRef {
        let topic = rule.topic();
        crate::PolicyRef { topic, section: self.policy.get(&topic).cloned() }
    }
}
