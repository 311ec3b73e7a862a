//! One submission being checked: findings are made as the reader goes on, and no text is kept.

use std::collections::{BTreeMap, btree_map::Entry};

use super::{
    Address, Checker, Found, Raw,
    kept::Kept,
    locate::{Places, excerpt},
};
use crate::{
    cuts::pieces,
    document::{Kind, Origin, PictureOnPage, Run},
    finding::{Examined, Finding, NotExamined, Report, Rule, Severity, Why},
    intake::{Embedded, Intake},
    message::{Fix, HarvestGrade, Message},
    picture::{self, Metadata},
    readers::{Submission, escapes},
};

/// Names that may be anybody's are noted so often.
const GUESSES: usize = 300;

/// What becomes a report.
pub(super) struct Examination<'c> {
    checker: &'c Checker<'c>,
    kept: Kept,
    examined: Vec<Examined>,
    not_examined: Vec<NotExamined>,
    found: Found,
    /// How many names that may be anybody's were noted.
    guesses: usize,
    /// The part that began last: its number, name and places.
    number: usize,
    name: String,
    places: Places,
    /// Addresses of the part, each as it is written worst.
    harvest: BTreeMap<String, (HarvestGrade, Finding)>,
}

impl<'c> Examination<'c> {
    pub(super) fn new(checker: &'c Checker<'c>) -> Self {
        Self {
            checker,
            kept: Kept::new(checker.limits.findings),
            examined: Vec::new(),
            not_examined: Vec::new(),
            found: Found::default(),
            guesses: 0,
            number: 0,
            name: String::new(),
            places: Places::default(),
            harvest: BTreeMap::new(),
        }
    }

    /// The report.
    pub(super) fn report(mut self) -> Report {
        self.settle_harvest();
        let (findings, left_out) = self.kept.into_sorted();
        if left_out {
            self.not_examined.push(NotExamined { part: "body".to_owned(), why: Why::TooManyFindings });
        }
        Report::new(self.examined, self.not_examined, findings)
    }

    /// Turns what was found in a run so far into findings.
    fn keep(&mut self, source: &str, run: &Run<'_>) {
        if self.found.raw.is_empty() && self.found.addresses.is_empty() {
            return;
        }
        let mut found = std::mem::take(&mut self.found);
        found.raw.sort_by_key(|raw| raw.start);
        for raw in found.raw.drain(..) {
            // A page of strangers' names says so long before the last; what matters keeps its room.
            if raw.rule == Rule::LikelyFullName && raw.severity == Severity::Note {
                self.guesses += 1;
                if self.guesses > GUESSES {
                    continue;
                }
            }
            if self.kept.wants(raw.severity) {
                let finding = self.finding(source, run, raw);
                self.kept.push(self.number, finding);
            }
        }
        for address in found.addresses.drain(..) {
            self.harvested(source, run, address);
        }
        self.found = found;
    }

    fn finding(&mut self, source: &str, run: &Run<'_>, raw: Raw) -> Finding {
        let (start, end) = self.places.of(source, run, raw.start, raw.end);
        let line = self.places.line(source, run, raw.start);
        Finding {
            rule: raw.rule,
            severity: raw.severity,
            part: self.name.clone(),
            start: Some(start),
            end: Some(end),
            page: run.page,
            line,
            excerpt: excerpt(&run.text, raw.start, raw.end),
            message: raw.message,
            fix: raw.fix,
            policy: self.checker.profile.policy_for(raw.rule),
        }
    }

    fn harvested(&mut self, source: &str, run: &Run<'_>, found: Address) {
        let Address { address, grade, start, end } = found;
        let severity = if grade == HarvestGrade::BreaksScreenReaders { Severity::Warn } else { Severity::Note };
        let known = self.harvest.get(&address).map(|(known, _)| *known);
        if known.is_some_and(|known| known >= grade) || !self.kept.wants(severity) {
            return;
        }
        let message = Message::EmailHarvest { grade };
        let raw = Raw { rule: Rule::HarvestableEmail, severity, start, end, message, fix: Fix::ContactForm };
        let finding = self.finding(source, run, raw);
        let room = self.harvest.len() < self.checker.limits.findings;
        match self.harvest.entry(address) {
            Entry::Occupied(mut entry) => {
                entry.insert((grade, finding));
            }
            Entry::Vacant(entry) if room => {
                entry.insert((grade, finding));
            }
            // More addresses than findings may be: the rest are findings at once, and the limit decides.
            Entry::Vacant(_) => self.kept.push(self.number, finding),
        }
    }

    fn settle_harvest(&mut self) {
        for (_, finding) in std::mem::take(&mut self.harvest).into_values() {
            self.kept.push(self.number, finding);
        }
    }
}

impl Intake for Examination<'_> {
    fn begin(&mut self, part: &str) {
        self.settle_harvest();
        self.number += 1;
        part.clone_into(&mut self.name);
        self.places = Places::default();
    }

    fn run(&mut self, source: &str, run: Run<'_>) {
        let (checker, run) = (self.checker, escapes::resolved(run));
        self.places.begin_run();
        for (from, to) in pieces(&run.text) {
            if self.kept.is_full() {
                self.kept.leave_out();
                return;
            }
            checker.piece(&run, from, to, &mut self.found);
            self.keep(source, &run);
        }
        checker.whole(&run, &mut self.found);
        self.keep(source, &run);
    }

    fn end(&mut self, _source: &str, bytes: u64) {
        self.examined.push(Examined { part: self.name.clone(), bytes });
    }

    fn not_examined(&mut self, part: &str, why: Why) {
        self.not_examined.push(NotExamined { part: part.to_owned(), why });
    }

    /// Pictures from elsewhere without a credit near them (P0 3.6.5): a question.
    fn picture(&mut self, source: &str, picture: PictureOnPage) {
        if picture.credited || !self.checker.is_foreign(&picture.address) || !self.kept.wants(Severity::Note) {
            return;
        }
        let run = Run::new(Kind::LinkAddress, picture.address.as_str(), Origin::Straight(picture.at));
        let (rule, message) = (Rule::CreditMissing, Message::PictureUncredited);
        let end = picture.address.len();
        let raw = Raw { rule, severity: Severity::Note, start: 0, end, message, fix: Fix::AddCredit };
        let finding = self.finding(source, &run, raw);
        self.kept.push(self.number, finding);
    }

    fn metadata(&mut self, part: &str, metadata: Metadata) {
        let mut found = std::mem::take(&mut self.found);
        for finding in self.checker.metadata(part, &metadata, &mut found) {
            self.kept.push(self.number, finding);
        }
        self.found = found;
    }

    fn embedded(&mut self, source: &str, at: (usize, usize), embedded: Embedded<'_>) {
        let here = Run::new(Kind::LinkAddress, source.get(at.0..at.1).unwrap_or_default(), Origin::Straight(at.0));
        let (start, end) = self.places.of(source, &here, 0, here.text.len());
        let line = self.places.line(source, &here, 0);
        let (findings, unread) = match embedded {
            Embedded::Picture { bytes, format } => match picture::metadata(bytes, format, &self.checker.limits) {
                Ok((metadata, whole)) => {
                    let mut found = std::mem::take(&mut self.found);
                    let findings = self.checker.metadata(&self.name, &metadata, &mut found);
                    self.found = found;
                    (findings, whole.err())
                }
                Err(why) => (Vec::new(), Some(why)),
            },
            Embedded::Text(text) => {
                let inside = Submission { bytes: text.as_bytes(), ..Submission::default() };
                let report = self.checker.check(&inside);
                (report.findings, report.not_examined.first().map(|unread| unread.why))
            }
        };
        if let Some(why) = unread {
            self.not_examined.push(NotExamined { part: "file in an address".to_owned(), why });
        }
        for finding in findings {
            let part = self.name.clone();
            self.kept
                .push(self.number, Finding { part, start: Some(start), end: Some(end), page: None, line, ..finding });
        }
    }
}
