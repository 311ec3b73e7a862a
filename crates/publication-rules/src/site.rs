//! Rules about a whole site, as pure functions over facts that somebody else gathered.

use school_types::Date;
use serde::{Deserialize, Serialize};

use crate::{
    finding::{Finding, Rule, Severity},
    message::{Fix, Message},
    profile::Profile,
};

/// A service that has been replaced or closed, from `content/services.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupersededService {
    /// Its old name, also looked for in the text: `Action Fraud`.
    pub name: String,
    /// Hosts of its old site.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Its old addresses and numbers, looked for in the text.
    #[serde(default)]
    pub contacts: Vec<String>,
    /// What took its place.
    #[serde(default)]
    pub replaced_by: Option<String>,
    /// The new address.
    #[serde(default)]
    pub link: Option<String>,
}

/// What fetching a link gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkAnswer {
    /// It works.
    Works,
    /// It leads somewhere else for good (HTTP 301 or 308).
    Moved {
        /// Where to.
        to: String,
    },
    /// It answered with an error.
    Failed {
        /// The HTTP status.
        status: u16,
    },
    /// There was no answer; tried again before it is called broken.
    NoAnswer,
    /// It was not tried, such as a `mailto:` link.
    NotTried,
}

/// A link on one of the school's pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkFact {
    /// The page it is on.
    pub page: String,
    /// Its address.
    pub address: String,
    /// What fetching it gave.
    pub answer: LinkAnswer,
    /// The day somebody last reviewed it.
    pub reviewed: Option<Date>,
}

/// Judges the links of a site (P0 3.6.5 "regularly reviewed"); `review_days` is the profile's interval.
pub fn judge_links(links: &[LinkFact], today: Date, review_days: u16, profile: &Profile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for link in links {
        let mut add = |rule, severity, message, fix| {
            findings.push(on_page(profile, rule, severity, &link.page, &link.address, message, fix));
        };
        match &link.answer {
            LinkAnswer::Failed { status } => add(
                Rule::LinkBroken,
                Severity::Warn,
                Message::LinkGone { status: Some(*status) },
                Fix::ChangeLink { replacement: None },
            ),
            LinkAnswer::NoAnswer => {
                add(
                    Rule::LinkBroken,
                    Severity::Warn,
                    Message::LinkGone { status: None },
                    Fix::ChangeLink { replacement: None },
                );
            }
            LinkAnswer::Moved { to } => add(
                Rule::LinkMoved,
                Severity::Note,
                Message::LinkElsewhere { to: to.clone() },
                Fix::ChangeLink { replacement: Some(to.clone()) },
            ),
            LinkAnswer::Works | LinkAnswer::NotTried => {}
        }
        let host = host_of(&link.address);
        if let Some(service) = superseded_host(host, profile) {
            add(Rule::SupersededService, Severity::Warn, superseded_message(service), superseded_fix(service));
        }
        let external = host.is_some_and(|host| !is_own_host(host, profile));
        if external && is_overdue(link.reviewed, today, review_days) {
            add(Rule::LinkUnreviewed, Severity::Note, Message::LinkReviewDue { last: link.reviewed }, Fix::Review);
        }
    }
    findings
}

fn is_overdue(reviewed: Option<Date>, today: Date, days: u16) -> bool {
    match reviewed {
        None => true,
        Some(last) => (today - last).get_days() > i32::from(days),
    }
}

/// Judges whether the pages looked at link to the CEOP Safety Centre. A recommendation (P1 2.1): never a stop.
pub fn judge_ceop_link(pages: &[String], links: &[LinkFact], profile: &Profile) -> Option<Finding> {
    let linked = links.iter().any(|link| {
        host_of(&link.address).is_some_and(|host| {
            ["ceop.police.uk", "ceopeducation.co.uk", "ceop.gov.uk"].iter().any(|ceop| same_site(host, ceop))
        })
    });
    let looked_at = pages.len() as u32;
    (!linked && looked_at > 0).then(|| {
        let message = Message::CeopMissing { looked_at };
        on_page(profile, Rule::CeopLinkMissing, Severity::Note, &pages[0], "", message, Fix::Publish)
    })
}

/// An item a school has to or should publish, with where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishFact {
    /// The item's id in the must-publish list: `behaviour-policy`.
    pub item: String,
    /// Whether it is a duty (else: recommended).
    pub duty: bool,
    /// Whether it applies to this school, by its phase, governance and size.
    pub applies: bool,
    /// The page it was found on.
    pub found_on: Option<String>,
    /// Where it was looked for.
    pub looked_at: Vec<String>,
}

/// Judges the must-publish items (DfE guidance for maintained schools and academies; the list is the caller's).
pub fn judge_must_publish(items: &[PublishFact], profile: &Profile) -> Vec<Finding> {
    let missing = |item: &&PublishFact| item.applies && item.found_on.is_none();
    items
        .iter()
        .filter(missing)
        .map(|item| {
            let severity = if item.duty { Severity::Warn } else { Severity::Note };
            let looked_at = item.looked_at.clone();
            let message = Message::ItemMissing { item: item.item.clone(), duty: item.duty, looked_at };
            on_page(profile, Rule::MustPublishMissing, severity, "site", "", message, Fix::Publish)
        })
        .collect()
}

fn on_page(
    profile: &Profile,
    rule: Rule,
    severity: Severity,
    page: &str,
    excerpt: &str,
    message: Message,
    fix: Fix,
) -> Finding {
    Finding {
        rule,
        severity,
        part: page.to_owned(),
        start: None,
        end: None,
        page: None,
        line: None,
        excerpt: excerpt.to_owned(),
        message,
        fix,
        policy: profile.policy_for(rule),
    }
}

/// The host of an absolute address, in lower case as written.
pub(crate) fn host_of(address: &str) -> Option<&str> {
    let rest = address.trim().split_once("//").filter(|(scheme, _)| scheme.is_empty() || scheme.ends_with(':'))?.1;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then_some(host)
}

/// Whether `host` is `site` or below it.
fn same_site(host: &str, site: &str) -> bool {
    let (host, site) = (host.to_ascii_lowercase(), site.trim_start_matches("www.").to_ascii_lowercase());
    host == site || host.strip_suffix(&site).is_some_and(|front| front.ends_with('.'))
}

pub(crate) fn is_own_host(host: &str, profile: &Profile) -> bool {
    profile.hosts.iter().any(|own| same_site(host, own))
}

pub(crate) fn superseded_host<'p>(host: Option<&str>, profile: &'p Profile) -> Option<&'p SupersededService> {
    let host = host?;
    profile.superseded.iter().find(|service| service.hosts.iter().any(|old| same_site(host, old)))
}

pub(crate) fn superseded_message(service: &SupersededService) -> Message {
    Message::ServiceSuperseded { service: service.name.clone(), replaced_by: service.replaced_by.clone() }
}

pub(crate) fn superseded_fix(service: &SupersededService) -> Fix {
    Fix::ChangeLink { replacement: service.link.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(address: &str, answer: LinkAnswer, reviewed: Option<Date>) -> LinkFact {
        LinkFact { page: "/help".to_owned(), address: address.to_owned(), answer, reviewed }
    }

    fn profile() -> Profile {
        let service = SupersededService {
            name: "Old Line".to_owned(),
            hosts: vec!["oldline.example.org".to_owned()],
            contacts: vec![],
            replaced_by: Some("New Line".to_owned()),
            link: Some("https://newline.example.org".to_owned()),
        };
        Profile { hosts: vec!["elm.example.org".to_owned()], superseded: vec![service], ..Profile::default() }
    }

    #[test]
    fn each_thing_wrong_with_a_link_is_a_finding_of_its_own() {
        let today = Date::constant(2026, 9, 1);
        let links = [
            link("https://a.example.net/x", LinkAnswer::Failed { status: 404 }, Some(today)),
            link("https://b.example.net/", LinkAnswer::Moved { to: "https://c.example.net/".to_owned() }, Some(today)),
            link("https://www.oldline.example.org/", LinkAnswer::Works, Some(today)),
            link("https://d.example.net/", LinkAnswer::Works, Some(Date::constant(2025, 9, 1))),
            link("https://elm.example.org/about", LinkAnswer::Works, None),
        ];
        let rules: Vec<_> = judge_links(&links, today, 180, &profile()).iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, [Rule::LinkBroken, Rule::LinkMoved, Rule::SupersededService, Rule::LinkUnreviewed]);
    }

    #[test]
    fn a_missing_ceop_link_is_a_recommendation() {
        let pages = ["/".to_owned()];
        let finding = judge_ceop_link(&pages, &[], &profile()).unwrap();
        assert_eq!(finding.severity, Severity::Note);
        let ceop = link("https://www.ceop.police.uk/Safety-Centre/", LinkAnswer::Works, None);
        assert!(judge_ceop_link(&pages, &[ceop], &profile()).is_none());
        let fake = link("https://notceop.police.uk.example.net/", LinkAnswer::Works, None);
        assert!(judge_ceop_link(&pages, &[fake], &profile()).is_some());
    }

    #[test]
    fn only_items_that_apply_and_were_not_found_are_missing() {
        let item = |item: &str, applies, found: Option<&str>| PublishFact {
            item: item.to_owned(),
            duty: true,
            applies,
            found_on: found.map(str::to_owned),
            looked_at: vec!["/policies".to_owned()],
        };
        let items = [item("a", true, None), item("b", false, None), item("c", true, Some("/c"))];
        assert_eq!(judge_must_publish(&items, &profile()).len(), 1);
    }
}
