//! From the rules' own types to the interface's records, with their sentences.

use publication_rules::{Finding, NotClean, PolicyTopic, Report, Rule, Severity, Verdict, Why};
use words::Words;

use crate::{bindings::exports::schoolgate::publication::rules as wit, given};

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

same!(rule, Rule => wit::Rule:
    PupilFullName, LikelyFullName, StaffContact, EmailAddress, PhoneNumber, PostalAddress, NameByPicture, NameInFileName,
    PictureLocation, PictureMetadataName, PictureHoldsMore, HarvestableEmail, PictureWithoutPermission, LinkBroken, LinkMoved,
    LinkUnreviewed, SupersededService, CeopLinkMissing, MustPublishMissing, CreditMissing);
same!(severity, Severity => wit::Severity: Note, Warn, Stop);
same!(verdict, Verdict => wit::Verdict: Clear, Review, NotExamined, Stop);
same!(why, Why => wit::Why:
    TooLarge, TooMuchInside, TooManyEntries, TooDeep, Damaged, Encrypted, UnknownKind, UnknownEncoding, NoText,
    UnreadableFont, Embedded, TooManyFindings);
same!(our_topic, wit::PolicyTopic => PolicyTopic:
    PupilNames, ContactDetails, Pictures, PictureMetadata, EmailHarvesting, Links, MustPublish, Credits);

pub(crate) fn finding(finding: Finding, w: Words) -> wit::Finding {
    wit::Finding {
        rule: rule(finding.rule),
        severity: severity(finding.severity),
        part: finding.part,
        start: finding.start,
        end: finding.end,
        page: finding.page,
        line: finding.line,
        excerpt: finding.excerpt,
        message: checker_words::message(w, &finding.message),
        fix: checker_words::fix(w, &finding.fix),
        replacement: checker_words::replacement(finding.fix),
        policy: checker_words::policy(w, &finding.policy),
    }
}

pub(crate) fn findings(findings: Vec<Finding>, language: wit::Language) -> Vec<wit::Finding> {
    let w = given::words(language);
    findings.into_iter().map(|one| finding(one, w)).collect()
}

pub(crate) fn report(report: Report, w: Words) -> wit::Report {
    let examined = |part: publication_rules::Examined| wit::Examined { part: part.part, bytes: part.bytes };
    let unexamined = |part: publication_rules::NotExamined| wit::Unexamined {
        part: part.part,
        why: why(part.why),
        sentence: checker_words::why(w, part.why).to_owned(),
    };
    wit::Report {
        verdict: verdict(report.verdict),
        examined: report.examined.into_iter().map(examined).collect(),
        not_examined: report.not_examined.into_iter().map(unexamined).collect(),
        findings: report.findings.into_iter().map(|one| finding(one, w)).collect(),
    }
}

pub(crate) fn clean(clean: publication_rules::Clean, w: Words) -> wit::Clean {
    wit::Clean {
        bytes: clean.bytes,
        content_type: clean.content_type,
        file_name: clean.file_name,
        changes: u32::try_from(clean.changes).unwrap_or(u32::MAX),
        remaining: report(clean.remaining, w),
    }
}

pub(crate) fn not_clean(problem: NotClean, w: Words) -> wit::NotClean {
    let unread = match problem {
        NotClean::OtherKind | NotClean::Pdf => None,
        NotClean::Unread(unread) => Some(why(unread)),
    };
    wit::NotClean { why: unread, sentence: checker_words::not_clean(w, problem) }
}

pub(crate) fn picture(facts: publication_rules::PictureFacts) -> wit::PictureFacts {
    wit::PictureFacts {
        part: facts.part,
        fingerprint: facts.fingerprint.to_string(),
        looks: facts.looks.map(|looks| looks.to_string()),
    }
}
