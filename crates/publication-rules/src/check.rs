//! The checker: every rule over everything a reader finds.

mod contact;
mod examination;
mod kept;
mod locate;
mod metadata;
mod people;

use crate::{
    document::{Kind, Run},
    finding::{Report, Rule, Severity},
    limits::Limits,
    message::{Fix, HarvestGrade, Message},
    names::{BlindList, allowed::AllowedNames, tokens::Tokens},
    profile::Profile,
    readers::{self, Submission},
    site,
};
use contact::Own;
use examination::Examination;
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
pub(crate) struct Address {
    pub address: String,
    pub grade: HarvestGrade,
    pub start: usize,
    pub end: usize,
}

/// What one piece of a run holds, and the words it was cut into: kept from piece to piece, so that little is allocated.
#[derive(Default)]
pub(crate) struct Found {
    pub raw: Vec<Raw>,
    pub addresses: Vec<Address>,
    tokens: Tokens,
}

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

    /// Checks a submission. What it takes is bounded: beyond [`Limits::findings`] the gravest findings stay in the report, and
    /// the report says that there are more.
    pub fn check(&self, submission: &Submission<'_>) -> Report {
        let mut examination = Examination::new(self);
        readers::read_into(submission, &self.limits, &mut examination);
        examination.report()
    }

    /// What is in `text[from..to]` of a run, added to `found`.
    pub(crate) fn piece(&self, run: &Run<'_>, from: usize, to: usize, found: &mut Found) {
        if run.kind == Kind::Across {
            self.across(run, from, to, found);
            return;
        }
        self.people(run, from, to, found);
        self.contacts(run, from, to, found);
    }

    /// What is in a run as a whole, added to `found`: links, and services named.
    pub(crate) fn whole(&self, run: &Run<'_>, found: &mut Found) {
        if run.kind == Kind::Across {
            return;
        }
        self.link(run, found);
        self.superseded(run, &mut found.raw);
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
                for (at, _) in run.text.match_indices(needle.as_str()).take(self.limits.findings.saturating_add(1)) {
                    add(service, at, at + needle.len());
                }
            }
        }
    }

    /// Whether a picture's address is somebody else's site.
    fn is_foreign(&self, address: &str) -> bool {
        site::host_of(address).is_some_and(|host| !site::is_own_host(host, self.profile))
    }
}
