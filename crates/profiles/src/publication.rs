//! What the publication checker has to know of a school: its own contacts, the people it may name, and where its policy
//! says what (R34, R35, R42).

use std::collections::BTreeMap;

use publication_rules::{PolicyTopic, SupersededService};
use school_types::Language;
use serde::{Deserialize, Serialize};
use signpost_rules::{Content, WayKind};

use crate::{Profile, ProfileFields};

/// What a school may publish of itself, beside how its office is reached, which it always may.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Domains of the school's own addresses, `elm-street.example.org`: mailboxes of roles there are its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub email_domains: Vec<String>,
    /// Addresses that may be published besides, such as the head's (P0 3.6.3).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_emails: Vec<String>,
    /// What stands before the `@` of mailboxes of roles here, beside the usual ones such as `office` and `year4`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_mailboxes: Vec<String>,
    /// Telephone numbers of the school beside the office's, however they are written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub telephones: Vec<String>,
    /// Postcodes of the school beside the office's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postcodes: Vec<String>,
    /// People who may be named in full: staff that the law requires to be named, governors, the head.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_names: Vec<String>,
    /// Hosts of the school's own websites: `www.elm-street.example.org`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
    /// Whether no name at all may stand beside a picture, not even a first name.
    #[serde(default)]
    pub no_first_names_beside_pictures: bool,
    /// Where the school's policy says what: `3.6.5 School website`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub policy: BTreeMap<PolicyTopic, String>,
}

impl Publication {
    /// The same for a school that takes over another template: what the policy says comes from there, whom and what the
    /// school may name stays its own.
    pub(crate) fn under(self, template: Self) -> Self {
        let Self { no_first_names_beside_pictures, policy, .. } = template;
        Self { no_first_names_beside_pictures, policy, ..self }
    }
}

impl Profile {
    /// What the checker's rules have to know of this school. How its office is reached is always its own, and services that no
    /// longer exist are those of `content/services.toml`, named in `language`.
    pub fn publication_rules(&self, language: Language) -> publication_rules::Profile {
        let ProfileFields { office, publication: own, embed_origins, .. } = &**self;
        let lines = office.address.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        let origins = embed_origins.iter().filter_map(|origin| origin.strip_prefix("https://")?.split(':').next());
        publication_rules::Profile {
            email_domains: own.email_domains.clone(),
            allowed_emails: with(&own.allowed_emails, [office.e_mail.as_str()]),
            role_mailboxes: own.role_mailboxes.clone(),
            phones: with(&own.telephones, [office.telephone.as_str()]),
            postcodes: with(&own.postcodes, lines.clone().filter(|line| may_be_postcode(line))),
            streets: lines.filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned).collect(),
            allowed_names: own.allowed_names.clone(),
            hosts: with(&own.hosts, origins),
            no_first_names_beside_pictures: own.no_first_names_beside_pictures,
            policy: own.policy.clone(),
            superseded: superseded(language),
        }
    }
}

/// A list with more entries, none of them twice. The office's own come first: fixes name the first.
fn with<'a>(list: &[String], more: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = more.into_iter().map(str::to_owned).collect();
    all.extend(list.iter().filter(|entry| !all.contains(entry)).cloned().collect::<Vec<_>>());
    all
}

/// Whether a line of an address can be nothing but a postcode, which has 5 to 7 letters and digits.
fn may_be_postcode(line: &str) -> bool {
    let signs = line.bytes().filter(u8::is_ascii_alphanumeric).count();
    (5..=7).contains(&signs)
        && line.bytes().any(|b| b.is_ascii_digit())
        && line.bytes().all(|b| b.is_ascii_alphanumeric() || b == b' ')
}

fn superseded(language: Language) -> Vec<SupersededService> {
    let gone = signpost_rules::superseded(Content::shipped());
    gone.map(|(service, gone)| {
        let (mailboxes, hosts): (Vec<&str>, Vec<&str>) =
            gone.addresses.iter().partition(|address| address.contains('@'));
        let owned = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let page = service.ways.iter().find(|way| way.contact.kind() == WayKind::Web && way.doubt.is_none());
        SupersededService {
            name: gone.name.get(language).to_owned(),
            hosts: owned(&hosts),
            contacts: owned(&[mailboxes.as_slice(), gone.phrases].concat()),
            replaced_by: Some(service.name.get(language).to_owned()),
            link: page.map(|page| page.contact.href()),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use publication_rules::{Checker, Rule, Submission, Verdict};

    use super::*;

    fn rules(change: impl FnOnce(&mut ProfileFields)) -> publication_rules::Profile {
        let profile = Profile::template("p0").unwrap().unwrap().with(change).unwrap();
        profile.publication_rules(Language::En)
    }

    fn found(profile: &publication_rules::Profile, text: &str) -> Vec<Rule> {
        let submission = Submission { bytes: text.as_bytes(), content_type: Some("text/plain"), file_name: None };
        Checker::new(profile, None).check(&submission).findings.iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn how_the_office_is_reached_may_always_be_published() {
        let profile = rules(|fields| {
            fields.office.address = vec!["12 School Lane".to_owned(), "Exampleton".to_owned(), "ZE3 9AA".to_owned()];
        });
        for own in ["Ring 01632 960000.", "Ring (01632) 960 000.", "12 School Lane, Exampleton, ZE3 9AA", "ze39aa"] {
            assert_eq!(found(&profile, own), [], "{own}");
        }
        assert_eq!(found(&profile, "Ring 01632 960999."), [Rule::PhoneNumber]);
        let submission =
            Submission { bytes: b"Write to office@school.example.org.", content_type: None, file_name: None };
        assert_eq!(Checker::new(&profile, None).check(&submission).verdict, Verdict::Clear);
    }

    #[test]
    fn a_service_that_is_gone_is_found_by_its_name() {
        let profile = rules(|_| ());
        let gone = profile.superseded.iter().find(|service| service.replaced_by.is_some()).unwrap();
        assert!(found(&profile, &format!("Turn to {}.", gone.name)).contains(&Rule::SupersededService));
    }

    #[test]
    fn every_template_says_where_its_policy_speaks_of_names_and_contacts() {
        for template in Profile::templates().unwrap() {
            for topic in [PolicyTopic::PupilNames, PolicyTopic::ContactDetails, PolicyTopic::Pictures] {
                assert!(template.publication.policy.contains_key(&topic), "{} {topic:?}", template.id);
            }
            let submission = Submission { bytes: b"head@school.example.org", content_type: None, file_name: None };
            let rules = template.publication_rules(Language::En);
            let allowed = Checker::new(&rules, None).check(&submission).verdict == Verdict::Clear;
            assert_eq!(allowed, template.id.as_str() == "p0", "P0 3.6.3 alone excepts the head");
        }
    }
}
