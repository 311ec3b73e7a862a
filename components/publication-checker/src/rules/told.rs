//! From the interface's types to ours.

use publication_rules::{
    Examined, Rule, Severity, Verdict,
    wire::{Told, ToldFinding, ToldUnexamined},
};

use super::{Cleaned, wit};

/// Two lists of the same names: what is left out or unknown in one of them does not compile.
macro_rules! same {
    ($function:ident, $from:ty => $to:ty: $($name:ident),* $(,)?) => {
        pub(crate) const fn $function(value: $from) -> $to {
            match value {
                $(<$from>::$name => <$to>::$name,)*
            }
        }
    };
}

same!(rule, wit::Rule => Rule:
    PupilFullName, LikelyFullName, StaffContact, EmailAddress, PhoneNumber, PostalAddress, NameByPicture, NameInFileName,
    PictureLocation, PictureMetadataName, PictureHoldsMore, HarvestableEmail, PictureWithoutPermission, LinkBroken, LinkMoved,
    LinkUnreviewed, SupersededService, CeopLinkMissing, MustPublishMissing, CreditMissing);
same!(severity, wit::Severity => Severity: Note, Warn, Stop);
same!(verdict, wit::Verdict => Verdict: Clear, Review, NotExamined, Stop);

pub(crate) fn report(report: wit::Report) -> Told {
    let examined = |part: wit::Examined| Examined { part: part.part, bytes: part.bytes };
    let unexamined = |part: wit::Unexamined| ToldUnexamined { part: part.part, why: part.sentence };
    Told {
        verdict: verdict(report.verdict),
        examined: report.examined.into_iter().map(examined).collect(),
        not_examined: report.not_examined.into_iter().map(unexamined).collect(),
        findings: report.findings.into_iter().map(finding).collect(),
    }
}

fn finding(finding: wit::Finding) -> ToldFinding {
    ToldFinding {
        rule: rule(finding.rule),
        severity: severity(finding.severity),
        part: finding.part,
        start: finding.start,
        end: finding.end,
        page: finding.page,
        line: finding.line,
        excerpt: finding.excerpt,
        message: finding.message,
        fix: finding.fix,
        policy: finding.policy,
    }
}

pub(crate) fn clean(clean: wit::Clean) -> Cleaned {
    Cleaned {
        bytes: clean.bytes,
        content_type: clean.content_type,
        file_name: clean.file_name,
        changes: clean.changes,
        remaining: report(clean.remaining),
    }
}
