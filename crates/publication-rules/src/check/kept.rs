//! Findings up to a limit: the gravest, and of these the first.

use std::cmp::Reverse;

use crate::finding::{Finding, Severity};

/// Findings, each with the number of its part.
pub(super) struct Kept {
    limit: usize,
    all: Vec<(usize, Finding)>,
    stops: usize,
    /// Nothing below this severity is taken any more.
    least: Severity,
    dropped: bool,
}

impl Kept {
    pub(super) const fn new(limit: usize) -> Self {
        Self { limit, all: Vec::new(), stops: 0, least: Severity::Note, dropped: false }
    }

    /// Whether nothing that is still found would change the report: it is full of what stops publication.
    pub(super) const fn is_full(&self) -> bool {
        self.stops >= self.limit
    }

    /// Whether a finding of this severity would be kept; one that would not is remembered as left out.
    pub(super) fn wants(&mut self, severity: Severity) -> bool {
        let wanted = !self.is_full() && severity >= self.least;
        self.dropped |= !wanted;
        wanted
    }

    /// Notes that something was left out.
    pub(super) const fn leave_out(&mut self) {
        self.dropped = true;
    }

    /// Takes a finding of a part.
    pub(super) fn push(&mut self, part: usize, finding: Finding) {
        if !self.wants(finding.severity) {
            return;
        }
        self.stops += usize::from(finding.severity == Severity::Stop);
        self.all.push((part, finding));
        if self.all.len() >= self.limit.saturating_mul(2).max(64) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.all.len() > self.limit {
            // A stable sort: of the same severity the first stay.
            self.all.sort_by_key(|(_, finding)| Reverse(finding.severity));
            self.all.truncate(self.limit);
            self.dropped = true;
            self.least = match self.all.last().map(|(_, finding)| finding.severity) {
                Some(Severity::Note) => Severity::Warn,
                Some(Severity::Warn | Severity::Stop) => Severity::Stop,
                None => Severity::Note,
            };
        }
    }

    /// The findings by part and place, and whether any were left out.
    pub(super) fn into_sorted(mut self) -> (Vec<Finding>, bool) {
        self.cut();
        self.all.sort_by_key(|(part, finding)| (*part, finding.start, finding.end, finding.rule));
        (self.all.into_iter().map(|(_, finding)| finding).collect(), self.dropped)
    }
}
