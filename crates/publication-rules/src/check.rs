//! The checker: every rule over everything a reader found.

mod contact;
mod locate;
mod metadata;
mod people;

use std::collections::BTreeMap;

use crate::{
    document::{Document, Kind, Part, Run},
    finding::{Examined, Finding, NotExamined, Report, Rule, Severity, Why},
    limits::Limits,
    message::{Fix, HarvestGrade, Message},
    names::{BlindList, judge::AllowedNames, tokens::Tokens},
    profile::Profile,
    readers::{self, Submission},
    site,
};
use contact::Own;
pub(crate) use locate::source_byte;

/// Checks submissions for one school. Holds no text between them.
#[derive(Debug)]
pub struct Checker<'a> {
    profile: &'a Profile,
    list: Option<&'a BlindList>,
    limits: Limits,
    allowed: AllowedNames,
    own: Own,
}

/// Something found in a run, before its place in the part is worked out.
pub(crate) struct Raw {
    pub rule: Rule,
    pub severity: Severity,
    /// Bytes of the run's text.
    pub start: usize,
    pub end: usize,
    pub message: Message,
    pub fix: Fix,
}

/// An address in a run: itself, how it is written, and its bytes.
pub(crate) type Written = (String, HarvestGrade, usize, usize);

/// Where an address was seen first, by how it is written worst.
type Harvest = BTreeMap<String, (HarvestGrade, usize, usize, usize)>;

impl<'a> Checker<'a> {
    /// A checker for a school, with or without its blinded pupil list.
    pub fn new(profile: &'a Profile, list: Option<&'a BlindList>) -> Self {
        Self {
            profile,
            list,
            limits: Limits::default(),
            allowed: AllowedNames::new(&profile.allowed_names),
            own: Own::new(profile),
        }
    }

    /// The same with other limits.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    pub(crate) const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Checks a submission.
    pub fn check(&self, submission: &Submission<'_>) -> Report {
        self.judge(&readers::read(submission, &self.limits))
    }

    /// Checks what a reader found.
    pub fn judge(&self, document: &Document<'_>) -> Report {
        let mut not_examined = document.not_examined.clone();
        let mut findings = Vec::new();
        for part in &document.parts {
            self.part(part, &mut findings);
        }
        for (part, metadata) in &document.metadata {
            findings.extend(self.metadata(part, metadata));
        }
        findings.extend(self.credits(document));
        if findings.len() > self.limits.findings {
            // What stops publication stays in the report.
            findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
            findings.truncate(self.limits.findings);
            not_examined.push(NotExamined { part: "body".to_owned(), why: Why::TooManyFindings });
        }
        let order: BTreeMap<&str, usize> =
            document.parts.iter().enumerate().rev().map(|(at, part)| (part.name.as_str(), at)).collect();
        findings.sort_by_key(|finding| {
            (order.get(finding.part.as_str()).copied(), finding.start, finding.end, finding.rule)
        });
        let examined =
            document.parts.iter().map(|part| Examined { part: part.name.clone(), bytes: part.bytes }).collect();
        Report::new(examined, not_examined, findings)
    }

    /// What is found in a run, in the run's own bytes.
    pub(crate) fn run(&self, run: &Run<'_>, tokens: &mut Tokens) -> (Vec<Raw>, Vec<Written>) {
        let mut raw = Vec::new();
        self.people(run, tokens, &mut raw);
        let harvest = self.contacts(run, tokens, &mut raw);
        self.superseded(run, &mut raw);
        (raw, harvest)
    }

    fn part(&self, part: &Part<'_>, findings: &mut Vec<Finding>) {
        let mut tokens = Tokens::default();
        let mut found: Vec<(usize, Raw)> = Vec::new();
        let mut harvest = Harvest::new();
        for (at, run) in part.runs.iter().enumerate() {
            let (raw, addresses) = self.run(run, &mut tokens);
            found.extend(raw.into_iter().map(|raw| (at, raw)));
            for (address, grade, start, end) in addresses {
                let seen = harvest.entry(address).or_insert((grade, at, start, end));
                if grade > seen.0 {
                    *seen = (grade, at, start, end);
                }
            }
            // Far beyond the limit nothing more is gathered, so that memory stays bounded.
            if found.len() > self.limits.findings * 4 {
                break;
            }
        }
        for (grade, at, start, end) in harvest.into_values() {
            let severity = if grade == HarvestGrade::BreaksScreenReaders { Severity::Warn } else { Severity::Note };
            let message = Message::EmailHarvest { grade };
            found
                .push((at, Raw { rule: Rule::HarvestableEmail, severity, start, end, message, fix: Fix::ContactForm }));
        }
        findings.extend(locate::locate(part, found, self.profile));
    }

    /// Services that have been replaced, by host of a link and by name or contact in text.
    fn superseded(&self, run: &Run<'_>, raw: &mut Vec<Raw>) {
        if self.profile.superseded.is_empty() {
            return;
        }
        let mut add = |service, start, end| {
            let (message, fix) = (site::superseded_message(service), site::superseded_fix(service));
            raw.push(Raw { rule: Rule::SupersededService, severity: Severity::Warn, start, end, message, fix });
        };
        if run.kind == Kind::LinkAddress {
            if let Some(service) = site::superseded_host(site::host_of(&run.text), self.profile) {
                add(service, 0, run.text.len());
            }
            return;
        }
        for service in &self.profile.superseded {
            for needle in service.contacts.iter().chain([&service.name]).filter(|needle| needle.len() > 3) {
                for (at, _) in run.text.match_indices(needle.as_str()).take(50) {
                    add(service, at, at + needle.len());
                }
            }
        }
    }

    /// Pictures from elsewhere without a credit near them (P0 3.6.5): a question.
    fn credits(&self, document: &Document<'_>) -> Vec<Finding> {
        let foreign = |address: &str| site::host_of(address).is_some_and(|host| !site::is_own_host(host, self.profile));
        let Some(part) = document.parts.iter().find(|part| part.name == "body") else { return Vec::new() };
        let uncredited = document.pictures.iter().filter(|picture| !picture.credited && foreign(&picture.address));
        let found = uncredited.map(|picture| {
            let run =
                Run::new(Kind::LinkAddress, picture.address.as_str(), crate::document::Origin::Straight(picture.at));
            (run, picture.address.len())
        });
        found
            .flat_map(|(run, end)| {
                let raw = Raw {
                    rule: Rule::CreditMissing,
                    severity: Severity::Note,
                    start: 0,
                    end,
                    message: Message::PictureUncredited,
                    fix: Fix::AddCredit,
                };
                let lone = Part { name: part.name.clone(), bytes: 0, source: part.source.clone(), runs: vec![run] };
                locate::locate(&lone, vec![(0, raw)], self.profile)
            })
            .collect()
    }
}
